# SPDX-License-Identifier: Apache-2.0
"""botocore behind the shim protocol: SigV4Auth for aws4, S3SigV4Auth for aws4-s3.

The public call is `Auth(credentials, service, region).add_auth(AWSRequest(...))`. It has no
parameter for the time, so `botocore.auth.get_current_datetime` is replaced by the vector's time.
The stages are what the public methods `canonical_request` and `string_to_sign` return meanwhile.

The query stays in the URL as it is, and botocore neither decodes nor encodes it there. With the
argument --params it is handed over as a caller of botocore has it: decoded, in AWSRequest's
`params`, or, since these take str alone, in the URL as quote() writes it where it is not UTF-8. So
botocore's encoding and sorting can be compared on queries of any spelling.
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import BotoCoreError
from shimlib import Json, Refused, Request, Unrepresentable, datetime_of, literal_of
from shimlib import need_header_placement, request_of, serve, signed, text

CLASSES = {"aws4": botocore.auth.SigV4Auth, "aws4-s3": botocore.auth.S3SigV4Auth}
CONTENT_HASH = "x-amz-content-sha256"
PARAMS = "--params" in sys.argv


def recording(base: type, stages: dict[str, str]) -> type:
    class Recording(base):
        def canonical_request(self, request: AWSRequest) -> str:
            stages["canonical_request"] = super().canonical_request(request)
            return stages["canonical_request"]

        def string_to_sign(self, request: AWSRequest, canonical_request: str) -> str:
            stages["string_to_sign"] = super().string_to_sign(request, canonical_request)
            return stages["string_to_sign"]

    return Recording


def unsigned_payload(profile: str, literal: str | None, req: Request) -> bool:
    """Whether to switch payload signing off, which is the API's only literal."""
    given = [value for name, value in req.headers if name.lower() == CONTENT_HASH]
    if literal is None or (profile == "aws4" and given == [literal]):
        return False  # SigV4Auth takes the payload hash from the header, if the caller set one
    if literal != "UNSIGNED-PAYLOAD":
        raise Unrepresentable("the API has no payload literal but UNSIGNED-PAYLOAD")
    if profile == "aws4":
        raise Unrepresentable(f"SigV4Auth sends UNSIGNED-PAYLOAD only along with {CONTENT_HASH}")
    return True


def target_of(req: Request) -> tuple[str, list[tuple[str, str]]]:
    """The target within the URL, and the params."""
    if not PARAMS:
        return req.target, []
    pairs = [pair.partition(b"=") for pair in req.query.split(b"&") if pair]
    decoded = [(unquote_to_bytes(name), unquote_to_bytes(value)) for name, _, value in pairs]
    try:
        return req.path, [(name.decode(), value.decode()) for name, value in decoded]
    except UnicodeDecodeError:
        quoted = [quote(name, safe="-_.~") + "=" + quote(v, safe="-_.~") for name, v in decoded]
        return req.path + "?" + "&".join(quoted), []


def sign(inp: Json) -> Json:
    need_header_placement(inp)
    req, params, creds = request_of(inp), inp["params"], inp["credentials"]
    if "signed_headers" in params:
        raise Unrepresentable("the package chooses the headers to sign")
    if not req.path.startswith("/") or "#" in req.target:
        raise Unrepresentable("AWSRequest takes a URL: the target must begin with '/', without '#'")
    if "host" not in req.names:
        raise Unrepresentable("AWSRequest takes a URL, so there always is a host")
    # The authority is not used, since the Host header is given.
    target, query = target_of(req)
    aws = AWSRequest(req.method, "https://host.invalid" + target, data=req.body, params=query)
    for name, value in req.headers:
        aws.headers[name] = value  # adds, it does not replace
    if unsigned_payload(inp["profile"], literal_of(inp), req):
        aws.context["client_config"] = Config(s3={"payload_signing_enabled": False})
    now = datetime_of(text(params, "timestamp")).replace(tzinfo=None)
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: now
    stages: dict[str, str] = {}
    token = text(creds, "session_token") if "session_token" in creds else None
    credentials = Credentials(text(creds, "access_key"), text(creds, "secret_key"), token)
    auth = recording(CLASSES[inp["profile"]], stages)
    try:
        auth(credentials, text(params, "service"), text(params, "region")).add_auth(aws)
    except BotoCoreError as exc:
        raise Refused(f"{type(exc).__name__}: {exc}") from exc
    authorization = aws.headers["Authorization"]
    del aws.headers["Authorization"]
    return signed(authorization, stages, aws.headers.items(), req.headers)


serve(
    package="botocore",
    name="botocore",
    ops={"sign": sign},
    profiles=list(CLASSES),
    features="""
        payload.unsigned header.custom header.repeated header.content-sha256-optional
        header.raw-bytes path.raw-bytes query.raw-bytes query.duplicate-keys token.session
        clock.injectable
    """,
    stages="canonical_request string_to_sign signature",
    homepage="https://github.com/boto/botocore",
    issues="https://github.com/boto/botocore/issues",
)
