# SPDX-License-Identifier: Apache-2.0
"""The rules of python-dciauth beside those of dciauth.v2 in 2.1.7: the class and the functions of
release 4, version 1, and the parts of Python that they hand their arguments to."""

from __future__ import annotations

from .spec import rule

FOUR = "python-dciauth-4"

# ---- what Python does ----------------------------------------------------------------------------

UNQUOTE = rule(
    "cpython-urllib",
    "unquote",
    "runs of ASCII are decoded by themselves, once, as UTF-8 with U+FFFD; '+' and bad escapes stay",
)
QUOTE = rule(
    "cpython-urllib", "quote", "the UTF-8 of the text, all but letters, digits and '_.-~' escaped"
)
SPLIT = rule(
    "cpython-str", "str.split", "without an argument it splits at runs of Unicode white space"
)
DUMPS = rule(
    "cpython-json",
    "json.dumps",
    "a blank after ',' and ':', and all beyond ASCII as backslash escapes",
)

# ---- the rows dci2 and dci-aws4: signature.HmacSignature of release 4 ----------------------------

CLASS_PATH = rule(
    FOUR, "signature._get_canonical_request", "the path goes through unquote(), and no further"
)
CLASS_METHOD = rule(FOUR, "signature._get_canonical_request", "the method is signed verbatim")
CLASS_QUERY = rule(
    FOUR,
    "signature._get_canonical_querystring",
    "each key and value goes through quote(), and the pairs are sorted after that",
)
CLASS_DICT = rule(
    FOUR, "signature.HmacSignature.parse_request", "params is a dictionary: one value a key"
)
CLASS_HEADERS = rule(
    FOUR,
    "signature.HmacSignature.parse_request",
    "host and the date header of the service key are signed, both always",
)
CLASS_VALUE = rule(
    FOUR, "signature._get_canonical_headers", "a value is ' '.join(value.split()), names are sorted"
)
CLASS_BODY = rule(
    FOUR, "signature._get_payload", "the body is hashed as bytes, text as UTF-8, None as empty"
)
CLASS_SCOPE = rule(
    FOUR,
    "signature._get_credential_scope",
    "the first eight characters of the time stamp, region, service, service key",
)
CLASS_KEY = rule(
    FOUR,
    "signature._get_signature",
    "the first key is the algorithm's first word and the secret, as UTF-8",
)
CLASS_AUTH = rule(
    FOUR,
    "signature.HmacSignature.generate_headers",
    "the access key as it is, the scope; fields are joined with a comma and a blank",
)
CLASS_TIME = rule(
    FOUR, "signature.BaseHmacSignature", "the time is `now`, in the form %Y%m%dT%H%M%SZ"
)
CLASS_DATE_HEADER = rule(
    FOUR,
    "signature.BaseHmacSignature",
    "the service key chooses between x-dci-date and x-amz-date; another one is a KeyError",
)

CLASS_VERIFY = rule(
    FOUR,
    "signature.FlaskHmacSignature.is_valid",
    "the signature is computed again from the request and compared",
)
CLASS_EXPIRED = rule(
    FOUR, "signature.FlaskHmacSignature.is_expired", "15 minutes either way, inclusive"
)

# ---- the row dci2-v2: v2.headers of release 4 ----------------------------------------------------

V2_PATH = rule(FOUR, "v2.headers._get_endpoint", "the endpoint goes through unquote()")
V2_METHOD = rule(FOUR, "v2.headers._get_canonical_request", "the method is signed verbatim")
V2_QUERY = rule(
    FOUR,
    "v2.headers._get_canonical_querystring",
    "each key and value goes through quote(), and the pairs are sorted after that",
)
V2_DICT = rule(
    FOUR, "v2.headers._get_canonical_querystring", "params is a dictionary: one value a key"
)
V2_HEADERS = rule(
    FOUR,
    "v2.headers._get_canonical_headers",
    "names in the order of signed_headers, values verbatim",
)
V2_HOST = rule(
    FOUR, "v2.headers._get_canonical_headers", "without a host it is api.distributed-ci.io"
)
V2_BODY = rule(FOUR, "v2.headers._get_payload_hash", "the body is hashed as bytes")
V2_SCOPE = rule(
    FOUR,
    "v2.headers._get_credential_scope",
    "datestamp, region, service and request_type as given, or BHS3, api and dci2_request",
)
V2_KEY = rule(
    FOUR,
    "v2.headers._get_signing_key",
    "the first key is the algorithm's first word and the secret",
)
V2_AUTH = rule(
    FOUR,
    "v2.headers._build_authorization_header",
    "fields are joined with a comma and a blank",
)
V2_DATE_HEADER = rule(
    FOUR, "v2.headers.generate_headers", "the header is X-DCI-Date unless date_header is given"
)
V2_VERIFY = rule(
    FOUR,
    "v2.signature.is_valid",
    "the signature is computed again from the request and compared",
)
V2_EXPIRED = rule(FOUR, "v2.signature.is_expired", "15 minutes either way, inclusive")
V2_TIME = rule(FOUR, "v2.headers.TIMESTAMP_FORMAT", "the time is of the form %Y%m%dT%H%M%SZ")

# ---- the row dci1: signature.Signature over request.AuthRequest of release 2.1.7 -----------------

V1_METHOD = rule("python-dciauth", "request.AuthRequest", "the method is made upper case")
V1_PATH = rule("python-dciauth", "request.AuthRequest", "the endpoint is signed verbatim")
V1_QUERY = rule(
    "python-dciauth",
    "request.AuthRequest.get_query_string",
    "a dictionary, sorted by raw key, through urlencode",
)
V1_DICT = rule("python-dciauth", "request.AuthRequest", "params is a dictionary: one value a key")
V1_HEADERS = rule(
    "python-dciauth",
    "request.AuthRequest.get_headers_string",
    "every header of the dictionary, in lower case, sorted by name, values verbatim",
)
V1_DATE_HEADER = rule(
    "python-dciauth",
    "signature.Signature.generate_headers",
    "dci-datetime is added to the headers before they are signed",
)
V1_BODY = rule(
    "python-dciauth",
    "request.AuthRequest.get_payload_string",
    "json.dumps of the dictionary with its keys in order; of an empty one, the empty string",
)
V1_TEXT = rule(
    "python-dciauth",
    "signature.Signature._create_string_to_sign",
    "algorithm, time, day and hash: there is no scope",
)
V1_KEY = rule(
    "python-dciauth",
    "signature.Signature._sign",
    "one HMAC of the day, keyed with the secret itself",
)
V1_AUTH = rule(
    "python-dciauth",
    "request.AuthRequest.build_headers",
    "Credential is type/id, and a comma ends the value",
)
V1_VERIFY = rule(
    "python-dciauth",
    "signature.Signature.is_valid",
    "the signature is computed again from the request and compared",
)
