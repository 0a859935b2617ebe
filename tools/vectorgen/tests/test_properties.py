# SPDX-License-Identifier: Apache-2.0
"""Properties of reference.py that hold for every input."""

from hypothesis import given, settings
from hypothesis import strategies as st
from vectorgen import model
from vectorgen import reference as ref
from vectorgen.reference import Params, Request

AWS = Params("AKIDEXAMPLE", "EXAMPLE", "20150830T123600Z", "us-east-1", "service")
DCI = Params("remoteci/client_id", "secret", "20240919T132539Z")

# Query text in which no escape is malformed.
ATOM = st.sampled_from(
    [
        b"a",
        b"B",
        b"0",
        b"-",
        b"~",
        b"%41",
        b"%2f",
        b"%C3%A9",
        b"%ff",
        b"%26",
        b"%3D",
        b"%00",
        b"*",
        b"\xe9",
        b"/",
    ]
)
WORD = st.lists(ATOM, max_size=4).map(b"".join)
PAIR = st.tuples(WORD, WORD).map(lambda p: p[0] + b"=" + p[1])
PAIRS = st.lists(PAIR, max_size=6)
SEGMENT = st.sampled_from([b"", b".", b"..", b"a", b"b%20", b"%2E%2E", b"...", b"\xff"])
PATH = st.lists(SEGMENT, max_size=8).map(lambda s: b"/" + b"/".join(s))
VALUE = st.text(alphabet=" \tab\u00a0é", max_size=12).map(str.encode)

settings.register_profile("suite", derandomize=True, deadline=None, max_examples=200, database=None)
settings.load_profile("suite")


@given(PAIRS)
def test_query_is_idempotent(pairs):
    once = ref.query_encoded_pairs(b"&".join(pairs))
    assert ref.query_encoded_pairs(once) == once


@given(PAIRS, st.randoms(use_true_random=False))
def test_query_ignores_order(pairs, random):
    mixed = list(pairs)
    random.shuffle(mixed)
    assert ref.query_encoded_pairs(b"&".join(mixed)) == ref.query_encoded_pairs(b"&".join(pairs))


@given(PAIRS)
def test_query_says_what_it_said(pairs):
    """Decoded, the canonical pairs are the pairs on the wire: nothing is lost, merged or moved."""

    def decoded(query):
        parts = [p.partition(b"=") for p in query.split(b"&") if p]
        return sorted((ref.percent_decode(n), ref.percent_decode(v)) for n, _, v in parts)

    wire = b"&".join(pairs)
    assert decoded(ref.query_encoded_pairs(wire)) == decoded(wire)


@given(PAIRS)
def test_query_is_sorted_and_clean(pairs):
    canonical = ref.query_encoded_pairs(b"&".join(pairs))
    parts = [tuple(p.split(b"=")) for p in canonical.split(b"&") if p]
    assert parts == sorted(parts)
    assert all(b in ref.UNRESERVED or b in b"%=&" for b in canonical)


@given(PATH)
def test_path_has_no_dot_segments(path):
    segments = ref.remove_dot_segments(path).split(b"/")
    assert segments[0] == b"" and b"." not in segments and b".." not in segments
    assert b"" not in segments[1:-1]


@given(PATH)
def test_path_normalisation_is_idempotent(path):
    once = ref.remove_dot_segments(path)
    assert ref.remove_dot_segments(once) == once


@given(st.binary(max_size=20))
def test_encoding_round_trip(data):
    assert ref.percent_decode(ref.uri_encode(data)) == data


@given(VALUE)
def test_value_is_idempotent(value):
    once = ref.value_trim_collapse(value)
    assert ref.value_trim_collapse(once) == once
    assert b"  " not in once and b"\t" not in once and once == once.strip(b" ")


@given(
    st.dictionaries(st.sampled_from([b"A", b"a-b", b"X-a", b"Zoo", b"x_y"]), VALUE),
    st.randoms(use_true_random=False),
)
def test_header_order_does_not_matter(headers, random):
    """Headers of different names may come in any order."""
    lines = [(b"Host", b"h"), *headers.items()]
    mixed = list(lines)
    random.shuffle(mixed)
    one = ref.sign("aws4", Request(b"GET", b"/", lines), AWS)
    assert ref.sign("aws4", Request(b"GET", b"/", mixed), AWS) == one


@given(VALUE, VALUE)
def test_repeated_header_order_matters(a, b):
    def sign(*values):
        headers = [(b"Host", b"h"), *((b"X-A", v) for v in values)]
        return ref.sign("aws4", Request(b"GET", b"/", headers), AWS).canonical_request

    same = ref.value_trim_collapse(a) == ref.value_trim_collapse(b)
    assert (sign(a, b) == sign(b, a)) == same


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=4), max_size=5))
def test_dci_query_is_pythons(params):
    """What urlencode has written, parse_qsl reads and the row writes again: in the package's own
    order."""
    import urllib.parse

    try:
        wire = urllib.parse.urlencode(params)
    except UnicodeEncodeError:
        return
    assert (
        ref.query_urlencode(wire.encode())
        == urllib.parse.urlencode(sorted(params.items())).encode()
    )


@given(st.text(max_size=8))
def test_dci_path_is_pythons(text):
    """What quote has written, the path of release 4 is again; text without escapes stays."""
    import urllib.parse

    try:
        wire = urllib.parse.quote(text).encode()
    except UnicodeEncodeError:
        return
    assert ref.path_unquote(wire).decode() == text
    assert ref.path_unquote(text.replace("%", "").encode()).decode() == text.replace("%", "")


@given(PAIRS)
def test_dci_query_is_sorted_and_clean(pairs):
    """Release 4: unreserved characters and escapes alone, in the order of bytes."""
    try:
        once = ref.query_quote(b"&".join(pairs))
    except ref.Refused:
        return
    names = [pair.partition(b"=")[0] for pair in once.split(b"&") if pair]
    assert names == sorted(names)
    assert all(b in ref.UNRESERVED or b in b"%=&" for b in once)
    assert ref.query_quote(once) == once


@given(st.text(alphabet=" \ta\u00a0\u2003é\x1c\u200b", max_size=12))
def test_dci_value_is_idempotent(value):
    once = ref.value_split_join(value.encode())
    assert ref.value_split_join(once) == once and once.decode().split(" ") != ["", ""]


@given(st.binary(max_size=30))
def test_signature_depends_on_the_body(body):
    one = ref.sign("dci2-v2.1", Request(b"POST", b"/", [], body), DCI)
    two = ref.sign("dci2-v2.1", Request(b"POST", b"/", [], body + b"\0"), DCI)
    assert one.signature != two.signature


@given(st.binary(max_size=30))
def test_bytes_round_trip(data):
    """Plain text or base64: what comes back is what went in, and plain text is plain."""
    out: dict = {}
    model.put_bytes(out, "x", data)
    assert model.get_bytes(out, "x") == data
    assert ("x" in out) == model.is_plain(data)
    lines: dict = {}
    model.put_lines(lines, "x", data)
    assert model.get_lines(lines, "x") == data


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
def test_layout_is_json_and_stable(value):
    text = model.dump(value)
    assert model.load(text) == value
    assert model.dump(model.load(text)) == text
