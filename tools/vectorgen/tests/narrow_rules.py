# SPDX-License-Identifier: Apache-2.0
"""Wrong rules of a row that hardly any vector notices: for test_mutants_narrow.py."""

import html
import posixpath
import re
import shlex
import urllib.parse

from vectorgen import reference as ref

from test_mutants import encoded, path, query, split_pairs, value

ENCODE = ref.path_encode
NORMALISE = ref.path_normalise_encode
QUERY = ref.query_encoded_pairs


# ---- Paths ---------------------------------------------------------------------------------------


def here_in_one_pass(text: bytes) -> bytes:
    done = text.replace(b"/./", b"/")
    return NORMALISE(text) if b"/./" not in done else ENCODE(done)


def parent_takes_parent(text: bytes) -> bytes:
    """'..' is a name to the expression: pairs of them vanish."""
    while (done := re.sub(rb"[^/]+/\.\./", b"", text, count=1)) != text:
        text = done
    return NORMALISE(text) if b"/../" not in text else ENCODE(text)


def looks_encoded(text: bytes) -> bytes:
    escaped = re.fullmatch(rb"(?:[A-Za-z0-9._~/-]|%3A)+", text) and b"%3A" in text
    return text if escaped else NORMALISE(text)


PATHS = {
    "aws4/path/here-twice": path(here_in_one_pass),
    "aws4/path/above-root-odd": path(parent_takes_parent),
    "aws4/path/here-before-parent": path(lambda t: NORMALISE(re.sub(rb"/\./\.\./", b"/", t))),
    "aws4/path/slash-after-here": path(
        lambda t: ENCODE(posixpath.normpath(t)) if t.endswith(b"/./") else NORMALISE(t)
    ),
    "aws4/path/parent-with-parameter": path(
        lambda t: NORMALISE(re.sub(rb"(?<=/\.\.);[^/]*", b"", t))
    ),
    "aws4/path/parent-takes-escaped-slash": path(
        lambda t: NORMALISE(re.sub(rb"(?<=b)%2F(?=c/\.\.)", b"/", t))
    ),
    "aws4/path/parent-takes-encoded-dots": path(
        lambda t: NORMALISE(t.replace(b"/%2E%2E/../", b"/../../"))
    ),
    "aws4/path/url-inside": path(lambda t: NORMALISE(re.sub(rb"^.*://[^/]*", b"", t))),
    "aws4/path/looks-encoded": path(looks_encoded),
    "aws4/path/escaped-question-mark": path(lambda t: NORMALISE(t.partition(b"%3F")[0])),
    "aws4/path/escaped-hash": path(lambda t: NORMALISE(t.partition(b"%23")[0])),
    "aws4/path/threefold": path(lambda t: NORMALISE(t)[: max(4096, 2 * len(t))]),
}


# ---- Queries -------------------------------------------------------------------------------------


def late(mark: bytes, escape: bytes):
    """Sorted with the mark bare; escaped, or unescaped, after that."""
    return query(order=lambda p: [x.replace(escape, mark) for x in encoded(p)])


def php_names(text: bytes):
    rewritten = [(re.sub(rb"[. ]|\[(?=[^\]]*$)", b"_", n), v) for n, v in split_pairs(text)]
    return rewritten


def until_stable(text: bytes) -> bytes:
    while (done := ref.percent_decode(text)) != text:
        text = done
    return text


def numbers(text: bytes) -> bytes:
    return b"%g" % float(text) if re.fullmatch(rb"-?\d+(\.\d+)?(e\d+)?", text) else text


def unescape_html(text: bytes) -> bytes:
    return html.unescape(text.decode("latin-1")).encode("latin-1", "replace")


QUERIES = {
    "aws4/query/tilde-last": query(order=lambda p: [x.replace(b"~", b"%7E") for x in encoded(p)]),
    "aws4/query/blank-as-percent-20": late(b"+", b"%20"),
    "aws4/query/star-as-percent-2a": late(b"*", b"%2A"),
    "aws4/query/long-common-prefix": query(order=lambda p: [x[:256] for x in encoded(p)]),
    "aws4/query/nul-in-names": query(order=lambda p: encoded((p[0].partition(b"\0")[0], p[1]))),
    "aws4/query/eleven-hundred-pairs": query(pairs=lambda q: split_pairs(q)[:1000]),
    "aws4/query/byte-order-mark": query(
        pairs=lambda q: [
            tuple(x.removeprefix(b"\xef\xbb\xbf") for x in pair) for pair in split_pairs(q)
        ]
    ),
    "aws4/query/threefold": query(encode=lambda t: ref.uri_encode(t)[: max(4096, 2 * len(t))]),
    "aws4/query/escaped-escape": query(
        pairs=lambda q: (
            [(n, ref.percent_decode(v)) for n, v in split_pairs(q)]
            if b"%25%32" in q
            else split_pairs(q)
        )
    ),
    "aws4/query/only-ampersands": {
        "canonical_query": lambda q: (
            q.replace(b"&", b"=&") + b"=" if not q.strip(b"&") and q else QUERY(q)
        )
    },
    "aws4/query/two-question-marks": {"canonical_query": lambda q: QUERY(q.lstrip(b"?"))},
    "aws4/query/html-entities": {"canonical_query": lambda q: QUERY(unescape_html(q))},
    "aws4/query/names-that-php-rewrites": query(pairs=php_names),
    "aws4/query/values-stay-text": query(
        pairs=lambda q: [(n, numbers(v)) for n, v in split_pairs(q)]
    ),
}


# ---- Header values -------------------------------------------------------------------------------


def spare_quoted(text: bytes) -> bytes:
    if b'"' not in text and b"'" not in text:
        return ref.value_trim_collapse(text)
    try:
        shlex.split(text.decode("latin-1"))
    except ValueError:
        return b"raises"
    return ref.value_trim_collapse(text)


VALUES = {
    "aws4/headers/unbalanced-quotes": value(spare_quoted),
    "aws4/headers/format-directives": value(
        lambda v: ref.value_trim_collapse(ref.percent_decode(v))
    ),
    "aws4/headers/backslash-sequences": value(
        lambda v: ref.value_trim_collapse(re.sub(rb"\\[nt]", b" ", v))
    ),
    "aws4/headers/looks-like-a-number": value(lambda v: numbers(ref.value_trim_collapse(v))),
    "aws4/headers/utf8-with-a0": value(
        lambda v: ref.value_trim_collapse(v).rstrip(b"\xa0").replace(b"\xa0 ", b" ")
    ),
    "aws4/headers/empty-elements": value(
        lambda v: re.sub(rb",+", b",", ref.value_trim_collapse(v))
    ),
}


# ---- S3 and the raw row --------------------------------------------------------------------------

SUB_RESOURCES = (b"acl", b"versionId", b"partNumber", b"uploadId", b"lifecycle")


def url_path(text: bytes) -> bytes:
    """What is left of a path that begins with '//' when it is read as a URL."""
    return re.sub(b"^//[^/]+", b"", text)


def requoted(safe: str):
    """Decoded and encoded again, with a set of marks that stay bare."""
    return path(
        lambda t: (
            urllib.parse.quote(ref.percent_decode(t), safe="/" + safe).encode()
            if re.search(rb"%(2[1-9A-C]|3[A-F]|40|5B|5D)", t)
            and b"%2F" not in t
            and b"%25" not in t
            else t
        )
    )


def known_sub_resources(text: bytes):
    """The list of version 2, once one of its names is there."""
    pairs = split_pairs(text)
    names = {n for n, _ in pairs}
    return [p for p in pairs if p[0] in SUB_RESOURCES] if names & set(SUB_RESOURCES) else pairs


S3 = {
    "aws4-s3/sign/key-begins-with-slash": path(url_path),
    "aws4-s3/sign/key-of-dots": path(lambda t: b"/" if t in (b"/..", b"/.") else t),
    "aws4-s3/sign/escaped-reserved": requoted("!'()*"),
    "aws4-s3/sign/escaped-question-mark": path(lambda t: t.partition(b"%3F")[0]),
    "aws4-s3/sign/escaped-nul": path(lambda t: t.partition(b"%00")[0]),
    "aws4-s3/sign/escaped-backslash": path(lambda t: t.replace(b"%5C", b"/")),
    "aws4-s3/sign/escaped-url": path(lambda t: re.sub(b"^.*%3A//[^/]*", b"", t)),
    "aws4-s3/sign/longest-key": path(lambda t: t[:2048]),
    "aws4-s3/sign/unknown-parameter": query(pairs=known_sub_resources),
    "aws4-s3/sign/semicolon": {
        "canonical_query": lambda q: QUERY(b"&".join(p for p in q.split(b"&") if b";" not in p))
    },
    "aws4-s3/sign/case-sensitive": query(order=lambda p: [x.lower() for x in encoded(p)]),
    "aws4-s3/sign/prefix-key-first": query(order=lambda p: b"=".join(encoded(p))),
    "aws4-s3/sign/sorted-after-encoding": query(order=lambda p: p),
    "aws4-s3/sign/query-not-utf8": query(
        encode=lambda t: ref.uri_encode(t.decode("utf-8", "replace").encode())
    ),
    "aws4-s3/sign/percent-decoded-once": query(
        pairs=lambda q: [(n, ref.percent_decode(v)) for n, v in split_pairs(q)]
    ),
    "aws4-s3/sign/dots-in-prefix": query(
        pairs=lambda q: [(n, re.sub(rb"/\.(?=/)|/(?=/)", b"", v)) for n, v in split_pairs(q)]
    ),
    "aws4-s3/sign/query-unreserved": query(
        encode=lambda t: ref.uri_encode(t).replace(b"~", b"%7E")
    ),
    "aws4-s3/sign/metadata-encoded-words": value(
        lambda v: ref.value_trim_collapse(re.sub(rb"\?= =\?", b"?==?", v))
    ),
    "aws4-s3/sign/metadata-tabs": value(lambda v: re.sub(b" +", b" ", v).strip(b" ")),
    "aws4-s3/sign/tagging": value(
        lambda v: ref.value_trim_collapse(
            b"&".join(sorted(v.split(b"&"))) if re.match(b"[a-z]=", v) else v
        )
    ),
}
RAW = {
    "aws4-raw/path/parent": path(lambda t: ENCODE(t.replace(b"/a/../b", b"/b"))),
    "aws4-raw/path/here": path(lambda t: ENCODE(re.sub(rb"^/a/\.(?=/b)", b"/a", t))),
    "aws4-raw/path/slashes-leading": path(lambda t: ENCODE(re.sub(b"^//+(?=.)", b"/", t))),
    "aws4-raw/path/slashes-trailing": path(lambda t: ENCODE(re.sub(b"(?<=.)//+$", b"/", t))),
    "aws4-raw/path/final-slash": path(lambda t: ENCODE(re.sub(b"(?<=[^/])/$", b"", t))),
    "aws4-raw/path/only-slashes": path(lambda t: ENCODE(b"/" if not t.strip(b"/") else t)),
    "aws4-raw/path/ends-in-parent": path(lambda t: ENCODE(re.sub(rb"/b/\.\.$", b"", t))),
    "aws4-raw/path/ends-in-here": path(lambda t: ENCODE(re.sub(rb"/\.$", b"", t))),
    "aws4-raw/path/above-root": path(lambda t: ENCODE(re.sub(rb"^(/\.\.)+(?=/)", b"", t))),
    "aws4-raw/path/only-parent": path(lambda t: ENCODE(b"/" if t == b"/.." else t)),
    "aws4-raw/path/long": path(lambda t: ENCODE(t[:8192])),
    "aws4-raw/path/dots-before-query": path(lambda t: ENCODE(re.sub(rb"/\.//$", b"/", t))),
    "aws4-raw/path/escaped-plus": path(lambda t: ENCODE(t.replace(b"%2B", b"+"))),
    "aws4-raw/path/hex-case-kept": path(lambda t: ENCODE(t.replace(b"%2f", b"%2F"))),
    "aws4-raw/path/over-escaped": path(lambda t: ENCODE(t.replace(b"%7E", b"~"))),
    "aws4-raw/path/percent-sign": path(lambda t: ENCODE(t).replace(b"%2525", b"%25")),
    "aws4-raw/path/escaped-backslash": path(lambda t: ENCODE(t.replace(b"%5C", b"/"))),
    "aws4-raw/sign/sorted-pairs": query(order=lambda p: encoded(p)[0]),
    "aws4-raw/sign/sorted-after-encoding": query(order=lambda p: p),
    "aws4-raw/sign/shape": query(
        pairs=lambda q: split_pairs(b"&".join(p for p in q.split(b"&") if b"=" in p))
    ),
    "aws4-raw/sign/collapsed": value(lambda v: v.strip(b" \t")),
}

ROW_MUTANTS = {**PATHS, **QUERIES, **VALUES, **S3, **RAW}
