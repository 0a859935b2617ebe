# SPDX-License-Identifier: Apache-2.0
"""dci-aws4: the class of python-dciauth 4 with AWS's constants."""

from .. import spec, spec_dci
from ..suite import Alternative, Area, Sign

area = Area(
    "dci-aws4",
    "sign",
    "sign",
    "What HmacSignature of python-dciauth 4 signs with the service key aws4_request",
    [
        "Algorithm, terminator and date header are AWS's, all other rules DCI's: a signature of",
        "this dialect and one of aws4 agree on plain requests alone. What the two share with",
        "dci2 is tested there; here stand the constants, and each place where the dialects part.",
    ],
    {
        "constants": "Algorithm, date header, terminator, key",
        "not-aws": "Where AWS's own dialects sign something else",
        "not-aws-query": "The same in the query",
        "malformed": "Requests that no signer should sign",
    },
)

# ---- constants -----------------------------------------------------------------------------------


@area.valid(
    "constants",
    "the algorithm of AWS, X-Amz-Date",
    flags=["baseline", "algorithm", "scope"],
    spec=[spec_dci.CLASS_DATE_HEADER, spec_dci.CLASS_AUTH],
)
def get():
    """host;x-amz-date are signed, and the access key keeps its slash."""
    return Sign("/api/v1/jobs")


@area.valid(
    "constants",
    "the keys that AWS documents",
    flags=["key-derivation"],
    spec=[spec_dci.CLASS_KEY],
)
def aws_example():
    """On the plain GET / of AWS's own suite both dialects give one signature: 5fa00fa3…"""
    return Sign(
        "/",
        host="example.amazonaws.com",
        access_key="AKIDEXAMPLE",
        secret_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        time="20150830T123600Z",
        params={"region": "us-east-1", "service": "service"},
    )


@area.valid("constants", "POST with JSON", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def post_json():
    """Content-Type is not signed; AWS's signers sign it."""
    return Sign(
        "/api/v1/jobs",
        method="POST",
        body='{"topic_id": "t1"}',
        headers=[("Content-Type", "application/json")],
    )


@area.valid(
    "constants",
    "prefix and secret fill the block",
    flags=["key-derivation"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_of_a_block():
    """'AWS4' and 60 bytes are 64: not hashed."""
    return Sign("/api", secret_key="secret" * 10)


@area.valid(
    "constants",
    "64 characters, 65 bytes",
    flags=["key-derivation", "bytes"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_utf8_across_a_block():
    """Counted in bytes of UTF-8, prefix included."""
    return Sign("/api", secret_key="secret" * 9 + "secreé")


@area.valid("constants", "the last second of a year", flags=["date"], spec=[spec_dci.CLASS_SCOPE])
def year_end():
    """The day of the scope is read from the time stamp."""
    return Sign("/api", time="20241231T235959Z")


@area.valid(
    "constants", "the algorithm named once more", flags=["algorithm"], spec=[spec_dci.CLASS_AUTH]
)
def constants_repeated():
    """Algorithm and terminator of the row may be given: they change nothing."""
    return Sign("/api", params={"algorithm": "AWS4-HMAC-SHA256", "terminator": "aws4_request"})


@area.valid("constants", "an access key of one part", flags=["scope"], spec=[spec_dci.CLASS_AUTH])
def access_key_one_part():
    """As AWS's are."""
    return Sign("/api", access_key="AKIDEXAMPLE")


# ---- not-aws -------------------------------------------------------------------------------------


@area.valid(
    "not-aws",
    "an escaped blank is decoded",
    flags=["path-decoding"],
    spec=[spec_dci.CLASS_PATH, spec_dci.UNQUOTE],
)
def escaped_blank():
    """AWS signs '/a%2520b', S3 '/a%20b', this dialect a bare blank."""
    return Sign("/a%20b")


@area.valid(
    "not-aws", "an escaped slash is decoded", flags=["path-decoding"], spec=[spec_dci.UNQUOTE]
)
def escaped_slash():
    """AWS signs '/a%252Fb', this dialect '/a/b'."""
    return Sign("/a%2Fb")


@area.valid("not-aws", "marks are not encoded", flags=["escape-set"], spec=[spec_dci.CLASS_PATH])
def marks():
    """AWS writes '%3A', '%2B' and the like."""
    return Sign("/a:b@c+d,e=f")


@area.valid(
    "not-aws", "dot segments and '//' stay", flags=["dot-segments"], spec=[spec_dci.CLASS_PATH]
)
def dot_segments():
    """AWS normalises, except for S3."""
    return Sign("/a//b/../c/./")


@area.valid(
    "not-aws", "an empty path stays empty", flags=["dci-defaults"], spec=[spec_dci.CLASS_PATH]
)
def empty_path():
    """AWS signs '/'."""
    return Sign("")


@area.valid("not-aws", "UTF-8 stays text", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def utf8():
    """Raw or escaped; AWS encodes the one and encodes the other twice."""
    return Sign("/é%C3%A9")


@area.valid("not-aws", "'%zz' stays", flags=["escape-set"], spec=[spec_dci.UNQUOTE])
def malformed_escape():
    """AWS's dialects refuse it."""
    return Sign("/%zz/100%")


@area.valid("not-aws", "'%FF' is U+FFFD", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def not_utf8():
    """AWS keeps octets."""
    return Sign("/%FF")


@area.valid(
    "not-aws", "an x-amz-* header is not signed", flags=["coverage"], spec=[spec_dci.CLASS_HEADERS]
)
def amz_header():
    """AWS demands that it is."""
    return Sign("/api", headers=[("X-Amz-Target", "Example.List")])


@area.valid(
    "not-aws",
    "x-amz-content-sha256 is any header",
    flags=["payload-hash"],
    spec=[spec_dci.CLASS_BODY, spec_dci.CLASS_HEADERS],
)
def content_sha256_ignored():
    """Not signed, not compared, and UNSIGNED-PAYLOAD in it means nothing: the body is hashed."""
    return Sign(
        "/api", method="POST", body="x", headers=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")]
    )


@area.valid(
    "not-aws",
    "U+00A0 in Host is white space",
    flags=["white-space"],
    spec=[spec_dci.CLASS_VALUE, spec_dci.SPLIT],
)
def unicode_white_space():
    """AWS trims blanks and tabs."""
    return Sign("/api", host="\u00a0dci\u2003example ")


# ---- not-aws-query -------------------------------------------------------------------------------


@area.valid("not-aws-query", "'+' is a blank", flags=["plus-sign"], spec=[spec.DCI_QSL])
def plus():
    """AWS signs '%2B', this dialect '%20'."""
    return Sign("/api?q=a+b")


@area.valid(
    "not-aws-query",
    "sorted after encoding, like AWS",
    flags=["sort-order"],
    spec=[spec_dci.CLASS_QUERY],
)
def sorted_after_encoding():
    """The one rule of the query that both share: 'a{' before 'az'."""
    return Sign("/api?az=1&a%7B=2&a-b=3&a=4")


@area.valid("not-aws-query", "bad UTF-8 is U+FFFD", flags=["bytes"], spec=[spec.DCI_QSL])
def query_not_utf8():
    """AWS keeps '%FF'."""
    return Sign("/api?a=%FF&b=%C3%28")


@area.valid("not-aws-query", "'%zz' is data", flags=["escape-set"], spec=[spec.DCI_QSL])
def query_malformed_escape():
    """AWS's dialects refuse it."""
    return Sign("/api?a=%zz")


@area.valid("not-aws-query", "blank values stay", flags=["query-shape"], spec=[spec.DCI_QSL])
def blank_values():
    """As with AWS: 'a' is 'a='."""
    return Sign("/api?b=&a&c=1")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a repeated query key",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.CLASS_DICT],
)
def repeated_key():
    """AWS signs both; a dictionary has one."""
    return Sign("/api?a=2&a=1")


@area.acceptable(
    "malformed",
    "an escaped line feed",
    knob="decoded_control",
    flags=["injection", "path-decoding"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[Alternative("refused: the path would hold a control", error="malformed-uri")],
)
def escaped_line_feed():
    """AWS signs '%250A'."""
    return Sign("/a%0Ab")


@area.invalid(
    "malformed",
    "no Host",
    error="host-not-signed",
    any_of=["argument", "signed-header-missing"],
    flags=["selection", "contract"],
    spec=[spec_dci.CLASS_HEADERS],
)
def no_host():
    """KeyError in Python."""
    return Sign("/api", host=None)


@area.invalid(
    "malformed",
    "X-DCI-Date is there",
    level="should",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract", "date"],
    spec=[spec.RESERVED],
)
def other_date_header_given():
    """The date header of the other service key: two dates, of which one is signed."""
    return Sign("/api", headers=[("X-DCI-Date", "20200101T000000Z")])


@area.invalid(
    "malformed",
    "the terminator of DCI",
    level="should",
    error="scope-terminator",
    any_of=["argument", "bad-algorithm"],
    flags=["scope", "contract"],
    spec=[spec.CALLER],
)
def terminator_of_dci():
    """The service key would choose x-dci-date: that is no request of this dialect."""
    return Sign("/api", params={"terminator": "dci2_request"})


@area.invalid(
    "malformed",
    "a session token",
    level="should",
    error="argument",
    flags=["session-token", "contract"],
    spec=[spec.CALLER],
)
def session_token():
    """The class has none, unlike AWS: dropping it silently would be worse."""
    return Sign("/api", token="EXAMPLETOKEN")
