# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: what dciauth.v2 of release 2.1.7 signs."""

from .. import spec
from ..suite import Alternative, Area, Sign

area = Area(
    "dci2-v2.1",
    "sign",
    "sign",
    "What generate_headers of python-dciauth 2.1.7 signs",
    [
        "The dialect is defined by what the package does: these vectors record it, quirks",
        "included. A query on the wire becomes the package's params dictionary by",
        "parse_qsl(keep_blank_values=True).",
    ],
    {
        "plain": "Requests as clients make them",
        "path": "The endpoint, verbatim",
        "query": "params: sorted by raw key, then urlencode",
        "headers": "signed_headers, in the order given",
        "body": "The body",
        "constants": "Scope and constants of the caller's own",
        "malformed": "Requests that no signer should sign",
    },
)

# ---- plain ---------------------------------------------------------------------------------------


@area.valid(
    "plain",
    "GET with the defaults",
    flags=["dci-defaults", "baseline"],
    spec=[spec.DCI_AUTH, spec.DCI_SCOPE],
)
def get():
    """Region BHS3, service api, terminator dci2_request, headers host and x-dci-date."""
    return Sign("/api/v1/jobs")


@area.valid("plain", "POST with JSON", flags=["dci-defaults", "payload-hash"], spec=[spec.DCI_BODY])
def post_json():
    """The bytes as json.dumps writes them, with a blank after ':' and ','. Content-Type is not
    signed."""
    return Sign(
        "/api/v1/jobs",
        method="POST",
        body='{"topic_id": "t1", "components": ["c1", "c2"]}',
        headers=[("Content-Type", "application/json")],
    )


@area.valid(
    "plain", "GET with a query", flags=["dci-defaults", "sort-order"], spec=[spec.DCI_QUERY]
)
def get_with_query():
    """As the DCI clients page through jobs."""
    return Sign("/api/v1/jobs?limit=100&offset=0&sort=-created_at&where=status:failure")


@area.valid(
    "plain", "no Host: the package's default", flags=["dci-defaults"], spec=[spec.DCI_HEADERS]
)
def default_host():
    """Without a host the package signs api.distributed-ci.io."""
    return Sign("/api/v1/topics", host=None)


@area.valid(
    "plain", "no region and no service", flags=["dci-defaults", "scope"], spec=[spec.DCI_SCOPE]
)
def default_scope():
    """Empty stands for not given here: BHS3 and api."""
    return Sign("/api/v1/topics", params={"region": "", "service": ""})


@area.valid("plain", "another host, with a port", flags=["host-port"], spec=[spec.DCI_HEADERS])
def other_host():
    """Verbatim, port included."""
    return Sign("/api/v1/topics", host="dci.example.org:8443")


@area.valid("plain", "a feeder's key", flags=["dci-defaults"], spec=[spec.DCI_AUTH])
def feeder():
    """The access key is 'type/id'; its slash makes six parts of the credential."""
    return Sign("/api/v1/components", access_key="feeder/client_id")


# ---- path ----------------------------------------------------------------------------------------


@area.valid("path", "an absolute URL as endpoint", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def absolute_url():
    """The POST example of the package's own page signs one. A server that verifies its path
    alone refuses it."""
    return Sign("http://api.distributed-ci.io/api/v1/jobs", method="POST", body='{"a": 1}')


@area.valid("path", "an empty endpoint", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def empty():
    """It stays empty: the default '/' is for an endpoint that is not given."""
    return Sign("")


@area.acceptable(
    "path",
    "no leading slash",
    knob="target_form",
    flags=["dci-defaults"],
    spec=[spec.DCI_PATH, spec.TARGET_FORM],
    alternatives=[
        Alternative("refused: neither origin-form nor absolute-form", error="malformed-uri")
    ],
)
def no_leading_slash():
    """The package signs any text. On the wire the server sees '/api/v1/jobs', and the signature
    is wrong."""
    return Sign("api/v1/jobs")


@area.valid(
    "path", "dot segments and runs of slashes stay", flags=["dot-segments"], spec=[spec.DCI_PATH]
)
def dot_segments():
    """Nothing is normalised, unlike in the AWS dialect."""
    return Sign("/api//v1/../v1/./jobs/")


@area.valid("path", "escapes stay as they are", flags=["single-encoding"], spec=[spec.DCI_PATH])
def escapes():
    """'%2F', '%2f' and '%41' are copied: neither decoded nor encoded again. Newer releases
    decode here."""
    return Sign("/api/v1/files/a%2Fb%2fc%41%20d")


@area.valid("path", "escapes that are none stay too", flags=["escape-set"], spec=[spec.DCI_PATH])
def malformed_escape():
    """'%zz' and a final '%' are signed; the AWS dialects refuse them."""
    return Sign("/api/%zz/100%")


@area.valid("path", "UTF-8, raw", flags=["bytes"], spec=[spec.DCI_PATH])
def utf8():
    """A Python string is signed as its UTF-8."""
    return Sign("/api/v1/équipes/日本")


@area.valid("path", "a blank and a '#' stay", flags=["escape-set"], spec=[spec.DCI_PATH])
def blank_and_hash():
    """The endpoint is text to the package, not a URL."""
    return Sign("/api/v1/a b#c")


# ---- query ---------------------------------------------------------------------------------------


@area.valid(
    "query", "sorted by raw key, before encoding", flags=["sort-order"], spec=[spec.DCI_QUERY]
)
def sorted_before_encoding():
    """'az' before 'a{': the contrary of the AWS dialect, where '%7B' sorts first."""
    return Sign("/api?a%7B=2&az=1")


@area.valid(
    "query", "a shorter key sorts before its extension", flags=["sort-order"], spec=[spec.DCI_QUERY]
)
def prefix_key_first():
    """Keys of a dictionary are compared, not lines with '='."""
    return Sign("/api?a-b=1&a=2&a%20=3")


@area.valid(
    "query",
    "astral and BMP characters: code points",
    flags=["sort-order", "bytes"],
    spec=[spec.DCI_QUERY],
)
def code_point_order():
    """U+FF41 before U+1F600: Python compares code points, JavaScript and Java UTF-16 units."""
    return Sign("/api?%F0%9F%98%80=2&%EF%BD%81=1&z=0")


@area.valid("query", "a blank is '+'", flags=["plus-sign"], spec=[spec.DCI_QUERY])
def blank_is_plus():
    """urlencode is quote_plus: '%20' and '+' on the wire both end as '+'."""
    return Sign("/api?where=a%20b&q=c+d")


@area.valid(
    "query", "an escaped plus sign", flags=["plus-sign"], spec=[spec.DCI_QUERY, spec.DCI_QSL]
)
def escaped_plus():
    """'%2B' is a plus sign and stays '%2B'."""
    return Sign("/api?q=a%2Bb")


@area.valid("query", "what urlencode leaves alone", flags=["escape-set"], spec=[spec.DCI_QUERY])
def safe_characters():
    """Letters, digits and '_.-~'. The '~' is bare since Python 3.7."""
    return Sign("/api?q=_.-~aZ09!'()*,:@/$;[]")


@area.valid("query", "hex digits become upper case", flags=["hex-case"], spec=[spec.DCI_QUERY])
def lower_hex():
    """Decoded and encoded again."""
    return Sign("/api?q=%2f%c3%a9%41")


@area.valid(
    "query", "blank values stay", flags=["query-shape"], spec=[spec.DCI_QUERY, spec.DCI_QSL]
)
def blank_values():
    """keep_blank_values: 'a', 'b=' and '=c' all count; empty pairs do not."""
    return Sign("/api?a&b=&&=c&d=1&")


@area.valid(
    "query", "a second '=' belongs to the value", flags=["query-shape"], spec=[spec.DCI_QSL]
)
def second_equals_sign():
    """'a=b=c' has the value 'b=c'."""
    return Sign("/api?where=name:a=b==")


@area.valid("query", "'?' and ';' are data", flags=["query-shape"], spec=[spec.DCI_QSL])
def question_mark_and_semicolon():
    """';' was a separator in parse_qsl until 2021 (bpo-42967)."""
    return Sign("/api?a=b?c;d=e")


@area.valid("query", "escapes that are none are data", flags=["escape-set"], spec=[spec.DCI_QSL])
def query_malformed_escape():
    """'%zz' stays and is encoded as '%25zz'; the AWS dialects refuse it."""
    return Sign("/api?a=%zz&b=%&c=%4")


@area.valid(
    "query", "escapes that are no UTF-8 become U+FFFD", flags=["bytes"], spec=[spec.DCI_QSL]
)
def not_utf8():
    """One U+FFFD for each maximal part: '%C3%28' gives one and '(', '%E2%82' one, '%FF%FE' two."""
    return Sign("/api?a=%C3%28&b=%E2%82&c=%FF%FE&d=%C0%AF&e=%ED%A0%80&f=%F0%9F%98")


@area.valid("query", "an escape cut by a plain letter", flags=["bytes"], spec=[spec.DCI_QSL])
def split_sequence():
    """unquote() decodes runs of escapes; letters between them end a run: '%C3' 'A' '%A9' gives
    U+FFFD A U+FFFD."""
    return Sign("/api?a=%C3A%A9&b=%C3%A9A")


@area.valid("query", "raw bytes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def raw_bytes():
    """Decoded with U+FFFD before anything else, so that a raw C3 and an escaped A9 do not make
    an 'é'."""
    return Sign(b"/api?a=\xff&b=\xc3%A9&c=\xc3\xa9")


@area.valid("query", "escaped controls", flags=["bytes", "injection"], spec=[spec.DCI_QSL])
def escaped_controls():
    """'%00' and '%0A' are characters, encoded again: the line feed never reaches the canonical
    request."""
    return Sign("/api?a=%00&b=%0D%0Ax&c=%7F%09")


@area.valid("query", "a query that is only '?'", flags=["query-shape"], spec=[spec.DCI_QUERY])
def only_question_mark():
    """No params, an empty line."""
    return Sign("/api?")


@area.valid("query", "integers and words are text", flags=["query-shape"], spec=[spec.DCI_QUERY])
def scalars():
    """What str() makes of 100, None and True, as it comes back from the wire."""
    return Sign("/api?limit=100&after=None&all=True&x=1.50")


# ---- headers -------------------------------------------------------------------------------------


@area.valid("headers", "the order is the caller's", flags=["selection"], spec=[spec.DCI_HEADERS])
def order_as_given():
    """Not sorted: lines and list stand as signed_headers has them."""
    return Sign("/api", params={"signed_headers": "x-dci-date;host"})


@area.valid("headers", "one more header", flags=["selection"], spec=[spec.DCI_HEADERS])
def one_more():
    """Content-Type can be signed if it is named."""
    return Sign(
        "/api",
        method="POST",
        body="{}",
        headers=[("Content-Type", "application/json")],
        params={"signed_headers": "content-type;host;x-dci-date"},
    )


@area.valid("headers", "values are verbatim", flags=["white-space"], spec=[spec.DCI_HEADERS])
def verbatim():
    """No trimming, no collapsing: the blanks that a server strips make the signature wrong."""
    return Sign(
        "/api",
        headers=[("X-Note", "  two  words\t")],
        params={"signed_headers": "host;x-dci-date;x-note"},
    )


@area.valid("headers", "UTF-8 in a value", flags=["bytes"], spec=[spec.DCI_HEADERS])
def utf8_value():
    """A Python string, signed as UTF-8; WSGI hands it to a server as Latin-1."""
    return Sign(
        "/api", headers=[("X-Name", "équipe")], params={"signed_headers": "host;x-dci-date;x-name"}
    )


@area.valid(
    "headers", "only the date is signed", flags=["selection", "coverage"], spec=[spec.DCI_HEADERS]
)
def host_not_signed():
    """The package signs whatever it is told. A strict verifier refuses the request."""
    return Sign("/api", params={"signed_headers": "x-dci-date"})


# ---- body ----------------------------------------------------------------------------------------


@area.valid("body", "UTF-8", flags=["payload-hash", "bytes"], spec=[spec.DCI_BODY])
def body_utf8():
    """A string is hashed as UTF-8."""
    return Sign("/api", method="POST", body='{"name": "é 😀"}')


@area.valid("body", "bytes", flags=["payload-hash", "bytes"], spec=[spec.DCI_BODY])
def body_binary():
    """Bytes are hashed as they are, NUL and all."""
    return Sign("/api", method="PUT", body=bytes(range(256)))


@area.valid("body", "a form", flags=["payload-hash"], spec=[spec.DCI_BODY])
def body_form():
    """Its fields are no params."""
    return Sign(
        "/api",
        method="POST",
        body="a=1&b=2",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
    )


@area.valid("body", "a lower-case method", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def method_verbatim():
    """The method is signed as it is written; version 1 of the protocol made it upper case."""
    return Sign("/api", method="get")


# ---- constants -----------------------------------------------------------------------------------


@area.valid(
    "constants",
    "the AWS constants under DCI rules",
    flags=["scope", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def aws_constants():
    """The first key is 'AWS4' and the secret, because the algorithm says so; the header is
    X-DCI-Date all the same."""
    return Sign(
        "/api",
        params={
            "algorithm": "AWS4-HMAC-SHA256",
            "terminator": "aws4_request",
            "region": "us-east-1",
        },
    )


@area.valid(
    "constants",
    "an algorithm nobody defined",
    flags=["algorithm", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def own_algorithm():
    """The word before '-HMAC-SHA256' is the prefix of the key, whatever it is; without that
    ending all of it is."""
    return Sign("/api", params={"algorithm": "XYZ9-HMAC-SHA256", "terminator": "xyz9_request"})


@area.valid("constants", "a scope date of its own", flags=["scope", "date"], spec=[spec.DCI_SCOPE])
def own_datestamp():
    """datestamp and timestamp are two arguments; nothing makes them agree. A strict verifier
    refuses the request."""
    return Sign("/api", params={"datestamp": "20240918"})


@area.valid("constants", "region and service", flags=["scope"], spec=[spec.DCI_SCOPE])
def region_and_service():
    """Both are the caller's, and stand in the scope and in the key."""
    return Sign("/api", params={"region": "RBX", "service": "control-server"})


@area.valid(
    "constants",
    "a secret longer than the block",
    flags=["key-derivation"],
    spec=[spec.DCI_KEY, spec.HMAC_KEY],
)
def long_secret():
    """'DCI2' and 64 bytes: the key is hashed first."""
    return Sign("/api", secret_key="secret--" * 8)


@area.valid(
    "constants", "a secret in UTF-8", flags=["key-derivation", "bytes"], spec=[spec.DCI_KEY]
)
def utf8_secret():
    """Encoded as UTF-8."""
    return Sign("/api", secret_key="secret é")


@area.valid("constants", "the last second of a year", flags=["date"], spec=[spec.DCI_SCOPE])
def year_end():
    """datestamp is the day of the timestamp, not the day of the machine."""
    return Sign("/api", time="20241231T235959Z")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a repeated query key",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec.DCI_DICT],
)
def repeated_key():
    """A dictionary cannot carry it: which of the two values is signed, and which is used?"""
    return Sign("/api?a=1&a=2")


@area.invalid(
    "malformed",
    "a key repeated under another spelling",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec.DCI_DICT],
)
def repeated_key_escaped():
    """'%61' is 'a': keys are compared after decoding."""
    return Sign("/api?a=1&%61=2")


@area.invalid(
    "malformed",
    "a raw line feed in the endpoint",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """python-dciauth signs it: two different requests then have one canonical request."""
    return Sign(b"/api\nx=1")


@area.invalid(
    "malformed",
    "a raw NUL in the endpoint",
    error="malformed-uri",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """python-dciauth signs it; a server in C reads '/api'."""
    return Sign(b"/api\0/admin")


@area.invalid(
    "malformed",
    "a raw carriage return in the query",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """Never on the wire inside a request line."""
    return Sign(b"/api?a=1\r&b=2")


@area.invalid(
    "malformed",
    "a line feed in a header value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def header_line_feed():
    """Values are verbatim in this dialect, so the line feed would divide the canonical line."""
    return Sign(
        "/api",
        headers=[("X-Note", "a\nx-dci-date:20300101T000000Z")],
        params={"signed_headers": "host;x-note;x-dci-date"},
    )


@area.invalid(
    "malformed",
    "an access key of one part",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "contract"],
    spec=[spec.DCI_AUTH],
)
def access_key_one_part():
    """Signed, it is refused by every verifier: the credential has five parts instead of six."""
    return Sign("/api", access_key="remoteci")


@area.invalid(
    "malformed",
    "a session token",
    error="argument",
    level="should",
    flags=["session-token", "contract"],
    spec=[spec.CALLER],
)
def session_token():
    """The dialect has none: dropping it silently would be worse."""
    return Sign("/api", token="EXAMPLETOKEN")


@area.invalid(
    "malformed",
    "UNSIGNED-PAYLOAD",
    error="payload-mode-not-allowed",
    any_of=["argument"],
    level="should",
    flags=["unsigned-payload", "contract"],
    spec=[spec.DCI_BODY],
)
def unsigned_payload():
    """The body is always hashed."""
    return Sign("/api", method="POST", body="{}", payload="UNSIGNED-PAYLOAD")


@area.invalid(
    "malformed",
    "a header is named that is not there",
    error="signed-header-missing",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.DCI_HEADERS],
)
def selected_missing():
    """KeyError in Python."""
    return Sign("/api", params={"signed_headers": "host;x-dci-date;x-note"})


@area.invalid(
    "malformed",
    "30 February",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    level="should",
    spec=[spec.DCI_TIME],
)
def no_such_day():
    """python-dciauth signs any text and its verifier raises on it."""
    return Sign("/api", params={"timestamp": "20240230T000000Z"})


@area.invalid(
    "malformed",
    "two Host headers",
    error="duplicate-host",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_hosts():
    """A dictionary keeps one of them, and nobody says which."""
    return Sign("/api", headers=[("host", "evil.example")])
