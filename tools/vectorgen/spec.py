# SPDX-License-Identifier: Apache-2.0
"""The documents, and the rules of them that vectors rest on, each in our own words; those of
python-dciauth beside the row dci2-v2.1 are in spec_dci."""

from __future__ import annotations

from .model import Json


def rule(doc: str, section: str, text: str) -> Json:
    return {"doc": doc, "section": section, "rule": text}


AWS = "https://docs.aws.amazon.com"

SOURCES = [
    {
        "id": "aws-sigv4",
        "title": "Create a signed AWS API request (IAM User Guide)",
        "url": f"{AWS}/IAM/latest/UserGuide/reference_sigv-create-signed-request.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-sigv4-elements",
        "title": "Elements of an AWS API request signature (IAM User Guide)",
        "url": f"{AWS}/IAM/latest/UserGuide/reference_sigv-signing-elements.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-sigv4-troubleshooting",
        "title": "Troubleshoot Signature Version 4 signing for AWS API requests (IAM User Guide)",
        "url": f"{AWS}/IAM/latest/UserGuide/reference_sigv-troubleshooting.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-s3-sigv4",
        "title": "Signature calculations: Authorization header, single chunk (Amazon S3)",
        "url": f"{AWS}/AmazonS3/latest/API/sig-v4-header-based-auth.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-s3-errors",
        "title": "Error responses (Amazon S3 API Reference)",
        "url": f"{AWS}/AmazonS3/latest/API/ErrorResponses.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-iam-keys",
        "title": "AccessKey (IAM API Reference)",
        "url": f"{AWS}/IAM/latest/APIReference/API_AccessKey.html",
        "version": "page as of 2026",
    },
    {
        "id": "aws-c-auth",
        "title": "aws-c-auth, the signers of the AWS Common Runtime: signing_config.h",
        "url": "https://github.com/awslabs/aws-c-auth/blob/main/include/aws/auth/signing_config.h",
        "version": "as in awscrt 0.38.1",
    },
    {
        "id": "python-dciauth",
        "title": "dciauth, DCI authentication module: the package's own source",
        "url": "https://pypi.org/project/dciauth/2.1.7/",
        "version": "2.1.7",
    },
    {
        "id": "python-dciauth-4",
        "title": "dciauth, DCI authentication module: the package's own source",
        "url": "https://pypi.org/project/dciauth/4.0.1.post202603121510/",
        "version": "4.0.1.post202603121510",
    },
    {
        "id": "werkzeug",
        "title": "Werkzeug, which Flask is built on, and its server: the package's own source",
        "url": "https://pypi.org/project/Werkzeug/3.1.9/",
        "version": "3.1.9",
    },
    {
        "id": "cpython-urllib",
        "title": "urllib.parse, the Python standard library",
        "url": "https://docs.python.org/3.11/library/urllib.parse.html",
        "version": "3.11",
    },
    {
        "id": "cpython-str",
        "title": "str, the Python built-in types",
        "url": "https://docs.python.org/3.11/library/stdtypes.html#string-methods",
        "version": "3.11",
    },
    {
        "id": "cpython-json",
        "title": "json, the Python standard library",
        "url": "https://docs.python.org/3.11/library/json.html",
        "version": "3.11",
    },
    {
        "id": "rfc3986",
        "title": "Uniform Resource Identifier (URI): Generic Syntax",
        "url": "https://www.rfc-editor.org/rfc/rfc3986",
        "version": "2005-01",
    },
    {
        "id": "rfc9110",
        "title": "HTTP Semantics",
        "url": "https://www.rfc-editor.org/rfc/rfc9110",
        "version": "2022-06",
    },
    {
        "id": "rfc9112",
        "title": "HTTP/1.1",
        "url": "https://www.rfc-editor.org/rfc/rfc9112",
        "version": "2022-06",
    },
    {
        "id": "rfc2104",
        "title": "HMAC: Keyed-Hashing for Message Authentication",
        "url": "https://www.rfc-editor.org/rfc/rfc2104",
        "version": "1997-02",
    },
    {
        "id": "rfc4231",
        "title": "Identifiers and Test Vectors for HMAC-SHA-224, -256, -384 and -512",
        "url": "https://www.rfc-editor.org/rfc/rfc4231",
        "version": "2005-12",
    },
    {
        "id": "fips180-4",
        "title": "Secure Hash Standard (SHS)",
        "url": "https://csrc.nist.gov/pubs/fips/180-4/upd1/final",
        "version": "2015-08",
    },
    {
        "id": "rfc3629",
        "title": "UTF-8, a transformation format of ISO 10646",
        "url": "https://www.rfc-editor.org/rfc/rfc3629",
        "version": "2003-11",
    },
    {
        "id": "rfc4648",
        "title": "The Base16, Base32, and Base64 Data Encodings",
        "url": "https://www.rfc-editor.org/rfc/rfc4648",
        "version": "2006-10",
    },
    {
        "id": "rfc8259",
        "title": "The JavaScript Object Notation (JSON) Data Interchange Format",
        "url": "https://www.rfc-editor.org/rfc/rfc8259",
        "version": "2017-12",
    },
    {
        "id": "dciauth-policy",
        "title": "The strict policy of these vectors, as vectors/README.md states it",
        "url": "README.md",
        "version": "0.1.0",
    },
]

# ---- aws rows ------------------------------------------------------------------------------------

PATH_NORMALISE = rule(
    "aws-sigv4",
    "Canonical URI",
    "the path is normalised by RFC 3986: dot segments and empty segments are removed",
)
PATH_DOTS = rule(
    "rfc3986",
    "5.2.4",
    "a '..' segment takes the segment before with it and cannot climb above the root",
)
PATH_TWICE = rule(
    "aws-sigv4",
    "Canonical URI",
    "each segment of the path on the wire is encoded once more, S3 excepted: '%' is '%25'",
)
PATH_AS_IS = rule(
    "aws-c-auth",
    "should_normalize_uri_path",
    "off, dot and empty segments stay; use_double_uri_encode is a switch of its own",
)
PATH_EMPTY = rule("aws-sigv4", "Canonical URI", "an empty canonical path is '/'")
PATH_UNRESERVED = rule("rfc3986", "2.3", "letters, digits, '-', '.', '_' and '~' are never encoded")
PATH_S3 = rule(
    "aws-s3-sigv4",
    "Canonical URI",
    "S3 keys are encoded once and never normalised: dots and '//' are names",
)
PATH_FORM = rule("rfc3986", "2.1", "a percent sign is followed by two hexadecimal digits")
ESCAPE_FORM = rule("rfc3986", "2.1", "a percent sign is followed by two hexadecimal digits")
TARGET_FORM = rule("rfc9112", "3.2.1", "origin-form starts with '/'")
TARGET_CLEAN = rule("rfc9112", "3.2", "no white space and no control character in a request target")
TARGET_FRAGMENT = rule("rfc9110", "7.1", "the fragment is not part of the request target")
QUERY_ENCODE = rule(
    "aws-sigv4",
    "Canonical query string",
    "names and values are encoded, all but the unreserved characters",
)
QUERY_HEX = rule("aws-sigv4", "UriEncode", "hex digits of an escape are upper case")
QUERY_SPACE = rule("aws-sigv4", "UriEncode", "a space is encoded as '%20' and not as '+'")
QUERY_SORT = rule(
    "aws-sigv4",
    "Canonical query string",
    "pairs are sorted by code point of the name, after encoding",
)
QUERY_SORT_VALUES = rule(
    "aws-sigv4", "Canonical query string", "equal names are sorted by their values"
)
QUERY_EMPTY_VALUE = rule(
    "aws-sigv4", "Canonical query string", "a parameter without value is written 'name='"
)
HEADER_SORT = rule("aws-sigv4", "Canonical headers", "header lines are sorted by lower-case name")
HEADER_CASE = rule("aws-sigv4", "Canonical headers", "header names are lower case")
HEADER_TRIM = rule(
    "aws-sigv4",
    "Canonical headers",
    "leading and trailing spaces go, sequential spaces become one space",
)
HEADER_JOIN = rule(
    "rfc9110",
    "5.3",
    "fields of one name are combined in the order received, and that order matters",
)
HEADER_OWS = rule(
    "rfc9110",
    "5.5",
    "optional white space around a field value is SP and HTAB and is no part of it",
)
HEADER_VALUE = rule(
    "rfc9110", "5.5", "a field value that holds CR, LF or NUL is invalid and dangerous"
)
HEADER_TOKEN = rule("rfc9110", "5.1", "a field name is a token")
METHOD_TOKEN = rule("rfc9110", "9.1", "a method is a case-sensitive token")
HOST_ONCE = rule(
    "rfc9112", "3.2", "a request holds exactly one Host header field; with two it is refused"
)
HOST_SIGNED = rule("aws-sigv4", "Canonical headers", "the host header must be signed")
HOST_PORT = rule(
    "rfc9110", "7.2", "a port that is not the scheme's default is part of the Host field"
)
XAMZ_SIGNED = rule(
    "aws-sigv4", "Canonical headers", "every x-amz-* header of the request must be signed"
)
DATE_SIGNED = rule(
    "aws-sigv4", "Canonical headers", "x-amz-date is one of the headers that must be signed"
)
SIGNED_LIST = rule(
    "aws-sigv4",
    "Signed headers",
    "lower-case names, sorted, joined with ';', exactly those of the canonical headers",
)
PAYLOAD_HASH = rule(
    "aws-sigv4", "Hashed payload", "the last line is the SHA-256 of the body in lower-case hex"
)
PAYLOAD_EMPTY = rule("aws-sigv4", "Hashed payload", "an empty body is hashed as the empty string")
PAYLOAD_S3 = rule(
    "aws-s3-sigv4",
    "Signature calculations",
    "x-amz-content-sha256 is required, signed, and equals the last line",
)
PAYLOAD_UNSIGNED = rule(
    "aws-s3-sigv4", "Hashed payload", "UNSIGNED-PAYLOAD may stand for the hash of the body"
)
PAYLOAD_STREAM = rule(
    "aws-s3-sigv4",
    "Hashed payload",
    "a STREAMING- word stands for the hash where the body comes in pieces or with a trailer",
)
SHA = rule(
    "fips180-4",
    "5.1.1",
    "a message is padded with 80, zeros and its length, to a multiple of 64 bytes",
)
TOKEN_SIGNED = rule(
    "aws-sigv4", "Temporary security credentials", "x-amz-security-token is a signed header"
)
SCOPE = rule(
    "aws-sigv4",
    "Create a string to sign",
    "the scope is date/region/service/aws4_request, date in UTC",
)
SCOPE_DATE = rule(
    "aws-sigv4", "Create a string to sign", "the date of the scope is the day of the request's time"
)
DATE_FORMAT = rule(
    "aws-sigv4-elements", "Authentication: date", "the time is ISO 8601 basic: YYYYMMDD'T'HHMMSS'Z'"
)
KEY_CHAIN = rule(
    "aws-sigv4", "Derive a signing key", "four HMACs over date, region, service and terminator"
)
HMAC_KEY = rule(
    "rfc2104",
    "2",
    "a key longer than the block is hashed first, a shorter one is padded with zeros",
)
AUTH_FORM = rule(
    "aws-sigv4",
    "Add the signature to the request",
    "algorithm, then Credential, SignedHeaders and Signature",
)
ALGORITHM = rule("aws-sigv4", "Create a string to sign", "the algorithm is AWS4-HMAC-SHA256")
SIGNATURE = rule(
    "aws-sigv4",
    "Calculate the signature",
    "the signature binds every line of the canonical request",
)
SKEW = rule(
    "aws-sigv4-troubleshooting",
    "Timestamp expired",
    "a request is good for some minutes around its time stamp; here clock.max_skew_s says how many",
)
ONE_AUTH = rule(
    "aws-sigv4",
    "Add the signature to the request",
    "a request carries its authentication once: header or query",
)
KEY_LENGTH = rule("aws-iam-keys", "AccessKeyId", "an access key has 16 to 128 characters")
UNKNOWN_KEY = rule(
    "aws-s3-errors", "InvalidAccessKeyId", "an access key that is not known is refused"
)
UNSIGNED_OK = rule(
    "aws-sigv4",
    "Canonical headers",
    "headers beside host and x-amz-* may stay unsigned, hops change some of them",
)

# ---- the row dci2-v2.1 ---------------------------------------------------------------------------

DCI_PATH = rule(
    "python-dciauth", "v2.headers._get_canonical_request", "the endpoint is signed verbatim"
)
DCI_QUERY = rule(
    "python-dciauth",
    "v2.headers._get_canonical_querystring",
    "a dictionary, sorted by raw key, through urlencode",
)
DCI_QSL = rule(
    "cpython-urllib", "parse_qsl", "'+' is a space, escapes that are none stay, bad UTF-8 is U+FFFD"
)
DCI_DICT = rule(
    "python-dciauth", "v2.headers._order_dict", "params is a dictionary: one value a key"
)
DCI_HEADERS = rule(
    "python-dciauth",
    "v2.headers._get_canonical_headers",
    "names in the order of signed_headers, values verbatim",
)
DCI_BODY = rule(
    "python-dciauth", "v2.headers._get_payload_hash", "the body is always hashed as bytes"
)
DCI_SCOPE = rule(
    "python-dciauth",
    "v2.headers._get_credential_scope",
    "datestamp, region, service and request_type as given",
)
DCI_KEY = rule(
    "python-dciauth",
    "v2.headers._get_signing_key",
    "the first key is the algorithm's first word and the secret",
)
DCI_AUTH = rule(
    "python-dciauth",
    "v2.headers._build_authorization_header",
    "fields are joined with a comma and a space",
)
DCI_TIME = rule(
    "python-dciauth", "v2.headers.TIMESTAMP_FORMAT", "the time is of the form %Y%m%dT%H%M%SZ"
)
DCI_EXPIRED = rule("python-dciauth", "v2.signature.is_expired", "15 minutes either way, inclusive")
DCI_VERIFY = rule(
    "python-dciauth",
    "v2.signature.is_valid",
    "the signature is computed again from the request and compared",
)
DCI_LENIENT = rule(
    "python-dciauth",
    "v2.headers.parse_headers",
    "every claim of the header is taken as it is signed",
)

# ---- the strict policy of this suite -------------------------------------------------------------

STRICT = rule(
    "dciauth-policy", "verifying", "what the signature does not cover, or covers twice, is refused"
)
RESERVED = rule(
    "dciauth-policy",
    "signing",
    "a header that the signer adds itself must not be in the request already",
)
CALLER = rule(
    "dciauth-policy",
    "signing",
    "an argument that the dialect does not have is an error, not ignored",
)

# Where one of these says so, a refusal is settled without a foreign program.
NO_DOCUMENTS = (
    "python-dciauth",
    "python-dciauth-4",
    "werkzeug",
    "dciauth-policy",
    "aws-s3-errors",
)
DOCUMENTS = frozenset(s["id"] for s in SOURCES if s["id"] not in NO_DOCUMENTS)
