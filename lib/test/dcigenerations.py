# SPDX-License-Identifier: Apache-2.0
"""python-dciauth as a server asks it: each generation behind one call, on a request as an
application has it, be that a view in Flask or a plain dictionary.

`verdict` answers "accept KEY", the package's own text, "unknown" where the application does not
know the key, or "raises" and the exception's name. `signature` is what the package would have
wanted to see.
"""

from __future__ import annotations

import datetime
import json
import logging
from dataclasses import dataclass
from typing import Any

NOW = 1726752339
SECRETS = {"remoteci/client_id": "secret", "feeder": "other", "a/b/c": "third", "/": "none"}
REGION, SERVICE = "BHS3", "api"
UTC_NOW = datetime.datetime.fromtimestamp(NOW, datetime.timezone.utc)


@dataclass
class Seen:
    """A request as the application has it; headers and args are dictionaries, or Werkzeug's."""

    method: str
    path: str
    args: Any
    headers: Any
    data: bytes


def text_of(exc: Exception) -> str:
    """Of an exception that the package raises with a text of its own, that text."""
    return str(exc) if type(exc) is Exception else f"raises {type(exc).__name__}"


class Functions:
    """parse_headers and is_valid, of whichever release is installed."""

    def __init__(self) -> None:
        import dciauth.v2.headers as headers
        import dciauth.v2.signature as signature

        self.headers, self.validity = headers, signature
        headers.get_now = signature.get_now = lambda: UTC_NOW.replace(tzinfo=None)
        headers.logger.setLevel(logging.CRITICAL)

    def request_of(self, seen: Seen) -> dict[str, Any]:
        request = {"method": seen.method, "endpoint": seen.path, "data": seen.data}
        return request | {"params": dict(seen.args.items())}

    def signature(self, seen: Seen) -> str:
        parsed = self.headers.parse_headers(seen.headers)
        key = f"{parsed['client_type']}/{parsed['client_id']}"
        claimed = self.validity._get_claimed_request(self.request_of(seen), parsed)
        keys = {"access_key": key, "secret_key": SECRETS[key]}
        return self.headers.generate_headers(claimed, keys)["Authorization"].split("Signature=")[-1]

    def verdict(self, seen: Seen) -> str:
        try:
            parsed = self.headers.parse_headers(seen.headers)
            key = f"{parsed['client_type']}/{parsed['client_id']}" if parsed else ""
            if parsed and key not in SECRETS:
                return "unknown"
            secret = {"secret_key": SECRETS.get(key)}
            valid, message = self.validity.is_valid(self.request_of(seen), secret, parsed)
        except Exception as exc:
            return text_of(exc)
        return f"accept {key}" if valid else message


class Class:
    """FlaskHmacSignature with the options of a service key."""

    def __init__(self, algorithm: str, service_key: str) -> None:
        from dciauth.signature import FlaskHmacSignature

        self.verifier = FlaskHmacSignature
        self.options = {"algorithm": algorithm, "service_key": service_key}
        self.options |= {"region_name": REGION, "service_name": SERVICE}

    def signature(self, seen: Seen) -> str:
        verifier = self.verifier(self.options, UTC_NOW).add_request(seen)
        return verifier._get_signature(SECRETS[verifier.access_key])

    def verdict(self, seen: Seen) -> str:
        try:
            verifier = self.verifier(self.options, UTC_NOW).add_request(seen)
            if verifier.access_key not in SECRETS:
                return "unknown"
            valid = verifier.is_valid(SECRETS[verifier.access_key])
        except Exception as exc:
            return text_of(exc)
        return f"accept {verifier.access_key}" if valid else verifier.error_message


class Version1:
    """Signature over AuthRequest. Its texts are ours: the package answers True and False."""

    def __init__(self) -> None:
        from dciauth.request import AuthRequest
        from dciauth.signature import Signature

        self.request, self.verifier = AuthRequest, Signature

    def auth_request(self, seen: Seen) -> Any:
        try:
            payload = json.loads(seen.data)
        except ValueError:
            payload = None
        args = dict(seen.args.items())
        return self.request(seen.method, seen.path, payload, dict(seen.headers.items()), args)

    def key_of(self, request: Any) -> str:
        info = request.get_client_info()
        return f"{info['client_type']}/{info['client_id']}" if info else ""

    def signature(self, seen: Seen) -> str:
        request = self.auth_request(seen)
        verifier = self.verifier(request, UTC_NOW.replace(tzinfo=None))
        verifier._update_dci_dates(request.headers["dci-datetime"])
        return verifier._sign(SECRETS[self.key_of(request)])

    def verdict(self, seen: Seen) -> str:
        try:
            request = self.auth_request(seen)
            key = self.key_of(request)
            if key not in SECRETS:
                return "unknown"
            verifier = self.verifier(request, UTC_NOW.replace(tzinfo=None))
            if verifier.is_expired():
                return "is_expired"
            valid = verifier.is_valid(SECRETS[key])
        except Exception as exc:
            return text_of(exc)
        return f"accept {key}" if valid else "is_valid"


Package = Functions | Class | Version1
SHIMS = {
    "dci2-v2.1": "python-dciauth-2.1.7",
    "dci2-v2": "python-dciauth-4-v2",
    "dci2": "python-dciauth-4",
    "dci-aws4": "python-dciauth-4",
    "dci1": "python-dciauth-2.1.7",
}


def generation(row: str) -> Package:
    if row == "dci2":
        return Class("DCI2-HMAC-SHA256", "dci2_request")
    if row == "dci-aws4":
        return Class("AWS4-HMAC-SHA256", "aws4_request")
    return Version1() if row == "dci1" else Functions()
