# SPDX-License-Identifier: Apache-2.0
"""What the packages are asked to do: for each, a signature to compare and a function to repeat."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

from workload import Request

Prepared = tuple[str, Callable[[], object]]


def time_of(timestamp: str) -> datetime:
    return datetime.strptime(timestamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)


def body_of(request: Request) -> bytes:
    return b"x" * request.body


def prepared(sign: Callable[[], str]) -> Prepared:
    return sign().rpartition("Signature=")[2], sign


def botocore_sign(
    request: Request, access_key: str, secret: str, region: str, service: str, timestamp: str
) -> Prepared:
    import botocore.auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    now, body = time_of(timestamp).replace(tzinfo=None), body_of(request)
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: now
    url = f"https://{dict(request.headers)['Host']}{request.target}"
    signer = botocore.auth.SigV4Auth(Credentials(access_key, secret), service, region)

    def sign() -> str:
        aws = AWSRequest(request.method, url, data=body, headers=dict(request.headers))
        signer.add_auth(aws)
        return str(aws.headers["Authorization"])

    return prepared(sign)


def awscrt_sign(
    request: Request, access_key: str, secret: str, region: str, service: str, timestamp: str
) -> Prepared:
    from awscrt import auth, http

    now, body = time_of(timestamp), body_of(request)
    provider = auth.AwsCredentialsProvider.new_static(access_key, secret)

    def sign() -> str:
        config = auth.AwsSigningConfig(
            algorithm=auth.AwsSigningAlgorithm.V4,
            signature_type=auth.AwsSignatureType.HTTP_REQUEST_HEADERS,
            credentials_provider=provider,
            region=region,
            service=service,
            date=now,
        )
        headers = http.HttpHeaders(list(request.headers))
        crt = http.HttpRequest(request.method, request.target, headers, io.BytesIO(body))
        auth.aws_sign_request(crt, config).result()
        return str(crt.headers.get("Authorization"))

    return prepared(sign)


def parts_of(request: Request) -> tuple[str, dict[str, str]]:
    path, _, query = request.target.partition("?")
    return path, dict(parse_qsl(query, keep_blank_values=True))


def v2_request(request: Request, region: str, service: str) -> dict[str, Any]:
    path, params = parts_of(request)
    named = {"method": request.method, "endpoint": path, "params": params, "region": region}
    host = dict(request.headers)["Host"]
    return named | {"service": service, "host": host, "data": body_of(request)}


def v2_sign(
    request: Request, access_key: str, secret: str, region: str, service: str, timestamp: str
) -> Prepared:
    from dciauth.v2.headers import generate_headers

    stamps = {"timestamp": timestamp, "datestamp": timestamp[:8]}
    known = v2_request(request, region, service) | stamps
    credentials = {"access_key": access_key, "secret_key": secret}
    return prepared(lambda: str(generate_headers(dict(known), credentials)["Authorization"]))


def v2_verify(request: Request, *rest: str) -> Prepared:
    import dciauth.v2.headers
    import dciauth.v2.signature

    _, secret, region, service, timestamp = rest
    signature, sign = v2_sign(request, *rest)
    now = time_of(timestamp).replace(tzinfo=None)
    dciauth.v2.signature.get_now = dciauth.v2.headers.get_now = lambda: now
    headers = dict(request.headers) | {"X-DCI-Date": timestamp, "Authorization": sign()}
    known, credential = v2_request(request, region, service), {"secret_key": secret}

    def verify() -> None:
        parsed = dciauth.v2.headers.parse_headers(headers)
        valid, message = dciauth.v2.signature.is_valid(dict(known), credential, parsed)
        if not valid:
            raise ValueError(message)

    return signature, verify


def options_of(region: str, service: str) -> dict[str, str]:
    named = {"algorithm": "DCI2-HMAC-SHA256", "service_key": "dci2_request"}
    return named | {"region_name": region, "service_name": service}


def class_sign(
    request: Request, access_key: str, secret: str, region: str, service: str, timestamp: str
) -> Prepared:
    from dciauth.signature import HmacSignature

    options, now = options_of(region, service), time_of(timestamp)
    path, params = parts_of(request)
    host = dict(request.headers)["Host"]
    known = {"method": request.method, "path": path, "params": params, "host": host}
    known["data"] = body_of(request)
    credentials = {"access_key": access_key, "secret_key": secret}

    def sign() -> str:
        signer = HmacSignature(options, now).add_request(known)
        return str(signer.generate_headers(credentials)["authorization"])

    return prepared(sign)


def class_verify(request: Request, *rest: str) -> Prepared:
    from dciauth.signature import FlaskHmacSignature

    _, secret, region, service, timestamp = rest
    signature, sign = class_sign(request, *rest)
    options, now = options_of(region, service), time_of(timestamp)
    path, params = parts_of(request)
    headers = dict(request.headers) | {"X-DCI-Date": timestamp, "Authorization": sign()}
    flask = SimpleNamespace(  # what is used of flask.request, read already
        headers=headers, method=request.method, path=path, args=params, data=body_of(request)
    )

    def verify() -> None:
        verifier = FlaskHmacSignature(options, now).add_request(flask)
        if not verifier.is_valid(secret):
            raise ValueError(verifier.error_message)

    return signature, verify


PREPARE: dict[tuple[str, str], Callable[..., Prepared]] = {
    ("botocore", "sign"): botocore_sign,
    ("awscrt", "sign"): awscrt_sign,
    ("dciauth-v2.1", "sign"): v2_sign,
    ("dciauth-v2.1", "verify"): v2_verify,
    ("dciauth-v2", "sign"): v2_sign,
    ("dciauth-v2", "verify"): v2_verify,
    ("dciauth-class", "sign"): class_sign,
    ("dciauth-class", "verify"): class_verify,
}
