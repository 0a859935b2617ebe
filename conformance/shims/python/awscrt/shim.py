# SPDX-License-Identifier: Apache-2.0
"""awscrt (AWS Common Runtime, aws-c-auth) behind the shim protocol.

The public call is `awscrt.auth.aws_sign_request(HttpRequest, AwsSigningConfig)`, with the time as
a parameter. aws4 is double encoding and a normalised path, aws4-raw double encoding alone; aws4-s3
is neither, with x-amz-content-sha256 added. The stages stand in the INFO log alone, so the log goes
to a file that is read after each call. The API wants x-amz-content-sha256 asked for, not preset: a
request of aws4 or aws4-raw that holds the right one is expressed that way.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from awscrt import auth, http
from awscrt.exceptions import AwsCrtError
from awscrt.io import LogLevel, init_logging
from shimlib import Json, Refused, Unrepresentable, datetime_of, literal_of
from shimlib import need_header_placement, request_of, serve, signed, text

LOG = tempfile.NamedTemporaryFile(prefix="awscrt-shim-", suffix=".log")
LIBC = ctypes.CDLL(None)
CONTENT_HASH = "x-amz-content-sha256"


def log_after(start: int, end_mark: str) -> str:
    """The log from byte `start` on; a thread of the package writes it, so wait for `end_mark`."""
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        LIBC.fflush(None)
        LOG.seek(start)
        log = LOG.read().decode("utf-8")
        if end_mark in log:
            return log
        time.sleep(0.0002)
    raise TimeoutError("the package's log does not show the signature")


def logged_stages(start: int, authorization: str) -> dict[str, str]:
    log = log_after(start, authorization + "\n")
    marks = [log.index("built " + x) for x in ("canonical request", "string-to-sign", "final auth")]
    entries = [log[a:b].split(", with contents \n", 1)[1] for a, b in pairwise(marks)]
    canonical, to_sign = (entry.rpartition("\n\n[INFO] [")[0] for entry in entries)
    if hashlib.sha256(canonical.encode()).hexdigest() != to_sign.rpartition("\n")[2]:
        return {"string_to_sign": to_sign}  # the log ends a canonical request at a NUL
    return {"canonical_request": canonical, "string_to_sign": to_sign}


def selection(params: Json, given: list[str], added: set[str]) -> set[str] | None:
    """The headers to sign, if the vector names them; the API has a predicate on those given."""
    if "signed_headers" not in params:
        return None
    names = text(params, "signed_headers").lower().split(";")
    if len(set(names)) != len(names) or not added <= set(names) <= added | set(given):
        raise Unrepresentable("should_sign_header chooses among the headers given, once each")
    return set(names)


def sign(inp: Json) -> Json:
    need_header_placement(inp)
    req, params, creds = request_of(inp), inp["params"], inp["credentials"]
    s3, value, headers = inp["profile"] == "aws4-s3", literal_of(inp), req.headers
    right = value or hashlib.sha256(req.body).hexdigest()
    if preset := not s3 and [v for n, v in headers if n.lower() == CONTENT_HASH] == [right]:
        headers = [h for h in headers if h[0].lower() != CONTENT_HASH]
    token = text(creds, "session_token") if "session_token" in creds else None
    optional = {CONTENT_HASH: s3 or preset, "x-amz-security-token": token}
    wanted = selection(params, req.names, {"x-amz-date", *filter(optional.get, optional)})
    when = datetime_of(text(params, "timestamp"))
    start = LOG.seek(0, io.SEEK_END)
    try:
        secret = text(creds, "secret_key")
        provider = auth.AwsCredentialsProvider.new_static(text(creds, "access_key"), secret, token)
        config = auth.AwsSigningConfig(
            algorithm=auth.AwsSigningAlgorithm.V4,
            signature_type=auth.AwsSignatureType.HTTP_REQUEST_HEADERS,
            credentials_provider=provider,
            region=text(params, "region"),
            service=text(params, "service"),
            date=when,
            should_sign_header=(lambda name: name.lower() in wanted) if wanted else None,
            use_double_uri_encode=not s3,
            should_normalize_uri_path=inp["profile"] == "aws4",
            signed_body_value=value,
            signed_body_header_type=auth.AwsSignedBodyHeaderType(int(s3 or preset)),
        )
        body = io.BytesIO(req.body)
        crt = http.HttpRequest(req.method, req.target, http.HttpHeaders(headers), body)
        auth.aws_sign_request(crt, config).result()
    except (AwsCrtError, RuntimeError) as exc:  # the latter: "2051 (AWS_ERROR_...): Invalid..."
        raise (Refused(str(exc)) if "AWS_" in str(exc) else exc) from None
    authorization = crt.headers.get("Authorization")
    after = [(n, v) for n, v in crt.headers if n != "Authorization"]
    return signed(authorization, logged_stages(start, authorization), after, req.headers)


init_logging(LogLevel.Info, LOG.name)
serve(
    package="awscrt",
    name="awscrt",
    ops={"sign": sign},
    profiles=["aws4", "aws4-raw", "aws4-s3"],
    features="""
        payload.unsigned payload.literal header.custom header.repeated
        header.content-sha256-optional header.raw-bytes path.raw-bytes query.raw-bytes
        query.duplicate-keys signed-headers.select token.session clock.injectable
    """,
    stages="canonical_request string_to_sign signature",
    homepage="https://github.com/awslabs/aws-crt-python",
    issues="https://github.com/awslabs/aws-crt-python/issues",
)
