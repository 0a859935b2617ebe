# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: everything but the path is as in aws4."""

from .. import spec
from ..suite import EMPTY_HASH, TOKEN, Alternative, Area, Sign

area = Area(
    "aws4-raw",
    "sign",
    "sign",
    "Everything but the path is as in aws4",
    [
        "One or two vectors for each rule that must not go with the switch for normalising: a path",
        "that shows the switch, and beside it a query, header, payload or scope that shows whether",
        "the rest is still there. For the rules themselves see aws4.",
    ],
    {
        "query": "The query is still canonical",
        "headers": "Headers are still canonical",
        "payload": "Payload and token",
        "scope": "Scope and key",
    },
)

# '..' and '%20' show the switch: '/x//../%2520'.
PATH = "/x//../%20"


@area.valid(
    "query",
    "pairs are sorted, by name and by value",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT, spec.QUERY_SORT_VALUES],
)
def sorted_pairs():
    """A raw mode that leaves the whole target alone leaves the query in its order."""
    return Sign(PATH + "?b=2&a-b=1&b=1&a=3")


@area.valid(
    "query",
    "names are sorted after encoding",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def sorted_after_encoding():
    """The Go SDK's v1 sorts before (its v2 did, aws-sdk-go-v2#2969): right path, wrong query."""
    return Sign(PATH + "?az=1&a%7B=2")


@area.valid(
    "query",
    "pairs are decoded and encoded once",
    flags=["escape-set", "double-encoding", "hex-case"],
    spec=[spec.QUERY_ENCODE, spec.QUERY_HEX],
)
def encoded_once():
    """The path's '%20' is '%2520' and the query's is '%20': one function for both is wrong in one
    of them."""
    return Sign(PATH + "?q=%20%7e%2f&r=:@!")


@area.valid(
    "query",
    "keys without value, and a second '='",
    flags=["query-shape"],
    spec=[spec.QUERY_EMPTY_VALUE, spec.QUERY_ENCODE],
)
def shape():
    """'acl' is 'acl=', 'a=b=c' is 'a=b%3Dc', raw path or not."""
    return Sign(PATH + "?acl&a=b=c&d=")


@area.acceptable(
    "query",
    "a bare '+'",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("'+' read as a space, as forms have it", {"query": b"q=a%20b"})],
)
def bare_plus():
    """Disputed as everywhere. In the path beside it '+' is '%2B' without dispute."""
    return Sign("/a+b/..?q=a+b")


@area.valid(
    "headers",
    "values are trimmed and collapsed",
    flags=["white-space"],
    spec=[spec.HEADER_TRIM],
)
def collapsed():
    """Normalising a path and normalising values are two things; a switch turns off one."""
    return Sign(PATH, headers=[("My-Header1", '  a   "b   c"  ')])


@area.valid(
    "headers",
    "repeats are joined in order, names sorted",
    flags=["repeated-header", "header-order"],
    spec=[spec.HEADER_JOIN, spec.HEADER_SORT],
)
def joined():
    """Raw order would be b, a, b."""
    return Sign(PATH, headers=[("X-B-C", "1"), ("X-B", "2"), ("x-a", "3"), ("x-b", "1")])


@area.valid("headers", "a port in Host", flags=["host-port"], spec=[spec.HOST_PORT])
def host_with_port():
    """It stays. In signers that build a URL and take it apart, path and host are lost together."""
    return Sign(PATH, host="[2001:db8::1]:8443")


@area.valid(
    "headers", "only the headers named are signed", flags=["selection"], spec=[spec.SIGNED_LIST]
)
def selected():
    """The choice is the caller's in this row too, and is sorted."""
    return Sign(
        PATH,
        headers=[("Accept", "*/*"), ("X-Tag", "1")],
        params={"signed_headers": "x-tag;x-amz-date;host"},
    )


@area.invalid(
    "headers",
    "a line feed in a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def line_feed():
    """Raw means the path, and the path alone."""
    return Sign(PATH, headers=[("My-Header1", "a\nx-b:c")])


@area.valid("payload", "a body", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def body():
    """No x-amz-content-sha256 is added: turning normalisation off is not turning to S3."""
    return Sign(PATH, method="PUT", body="hello")


@area.valid(
    "payload",
    "x-amz-content-sha256 is there and right",
    level="should",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def header_preset():
    """Optional as in aws4: signed because it is there."""
    return Sign(PATH, headers=[("X-Amz-Content-Sha256", EMPTY_HASH)])


@area.valid(
    "payload",
    "UNSIGNED-PAYLOAD in the last line alone",
    level="should",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_without_header():
    """Without the header, which only aws4-s3 adds."""
    return Sign(PATH, method="PUT", body="hello", payload="UNSIGNED-PAYLOAD")


@area.valid("payload", "a session token", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """Added, signed and sorted as in the other rows."""
    return Sign(PATH, token=TOKEN, headers=[("x-amz-target", "a")])


@area.valid(
    "scope",
    "the day after, another region and service",
    flags=["scope", "date"],
    spec=[spec.SCOPE, spec.SCOPE_DATE, spec.KEY_CHAIN],
)
def scope():
    """The scope's parts are joined with '/' and are no path: nothing is encoded in them, and '.' is
    a letter."""
    return Sign(PATH, time="20150831T000000Z", params={"region": "..", "service": "a~b%20"})


@area.valid(
    "scope",
    "a secret of 61 bytes",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_61():
    """The key chain is that of aws4, block and prefix."""
    return Sign(PATH, secret_key=("EXAMPLESECRET" * 6)[:61])


@area.invalid(
    "scope",
    "an empty secret",
    error="argument",
    any_of=["malformed-credential"],
    level="should",
    flags=["empty-secret", "contract"],
    spec=[spec.KEY_CHAIN],
)
def empty_secret():
    """Refused in every row."""
    return Sign(PATH, secret_key="")
