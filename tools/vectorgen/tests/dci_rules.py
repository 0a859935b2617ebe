# SPDX-License-Identifier: Apache-2.0
"""Wrong rules for the newer rows, to be put into reference.py: mistakes that are near at hand for
whoever ports python-dciauth, or turns a signer of AWS into one of DCI."""

import re
from urllib.parse import parse_qsl, quote, quote_plus, unquote, unquote_plus

from vectorgen import reference as ref


def path(rule):
    return {"canonical_path": rule}


def text_path(rule):
    """A path rule over text."""
    return path(lambda t: rule(t.decode("utf-8", "replace")).encode())


def value(rule):
    return {"canonical_value": rule}


def text_value(rule):
    return value(lambda v: rule(v.decode("utf-8", "replace")).encode())


def query(pairs=ref.dci_params, encode=lambda t: quote(t, safe="_.-~"), order=None):
    """A canonical query with another reading, encoding or order of the pairs."""

    def rule(text: bytes) -> bytes:
        found = pairs(text)
        found = sorted(found, key=order) if order else found
        lines = [(encode(k), encode(v)) for k, v in found]
        return "&".join(f"{k}={v}" for k, v in (lines if order else sorted(lines))).encode()

    return {"canonical_query": rule}


def one_mark_a_byte(text: bytes) -> bytes:
    decoded = ref.percent_decode(text).decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", "\ufffd", decoded).encode()


def as_literal_plus(text: bytes):
    return parse_qsl(text.replace(b"+", b"%2B").decode("utf-8", "replace"), True)


DECODED = {
    "path kept as sent": path(lambda t: t),
    "path decoded as a form": text_path(unquote_plus),
    "path decoded twice": text_path(lambda t: unquote(unquote(t))),
    "path decoded as Latin-1": text_path(lambda t: unquote(t, encoding="latin-1")),
    "path decoded and encoded again": text_path(lambda t: quote(unquote(t), safe="/")),
    "path decoded to bytes": path(ref.percent_decode),
    "bad UTF-8 of a path dropped": text_path(lambda t: unquote(t, errors="ignore")),
    "one U+FFFD a byte": path(one_mark_a_byte),
    "lower-case escapes kept": text_path(
        lambda t: re.sub(r"(?:%[0-9A-F]{2})+", lambda m: unquote(m[0]), t)
    ),
    "bad escapes dropped": text_path(lambda t: unquote(re.sub(r"%(?![0-9A-Fa-f]{2})", "", t))),
    "path normalised": path(lambda t: ref.remove_dot_segments(ref.path_unquote(t))),
    "empty path made '/'": path(lambda t: ref.path_unquote(t) or b"/"),
    "path cut at ';'": path(lambda t: ref.path_unquote(t.partition(b";")[0])),
    "path cut at '#'": path(lambda t: ref.path_unquote(t.partition(b"#")[0])),
    "path as AWS has it": path(ref.path_normalise_encode),
    "query as in 2.1.7": {"canonical_query": ref.query_urlencode},
    "query as AWS has it": {"canonical_query": ref.query_encoded_pairs},
    "query sorted before encoding": query(order=lambda p: p),
    "query kept in order": query(order=lambda p: 0),
    "query sorted as lines": query(order=lambda p: f"{quote(p[0], safe='')}={quote(p[1])}"),
    "query sorted without case": query(order=lambda p: quote(p[0], safe="").lower()),
    "query sorted as UTF-16": query(order=lambda p: p[0].encode("utf-16-be")),
    "blank written as '+'": query(encode=lambda t: quote_plus(t, safe="_.-~")),
    "'/' left bare": query(encode=quote),
    "'~' escaped": query(encode=lambda t: quote(t, safe="").replace("~", "%7E")),
    "'+' read as a plus sign": query(pairs=as_literal_plus),
    "blank values dropped": query(pairs=lambda q: parse_qsl(q.decode("utf-8", "replace"))),
    "';' divides": query(
        pairs=lambda q: parse_qsl(q.replace(b";", b"&").decode("utf-8", "replace"), True)
    ),
    "bad UTF-8 as Latin-1": query(
        pairs=lambda q: parse_qsl(q.decode("latin-1"), True, encoding="latin-1")
    ),
    "method in upper case": {"canonical_method": bytes.upper},
}

CLASS = {
    **DECODED,
    "values verbatim": value(lambda v: v),
    "values trimmed alone": text_value(str.strip),
    "white space as AWS has it": value(ref.value_trim_collapse),
    "white space as C has it": value(lambda v: b" ".join(v.split())),
    "white space as a pattern has it": text_value(lambda v: re.sub(r"[\s\u200b]+", " ", v).strip()),
    "a blank between words alone": text_value(lambda v: " ".join(w for w in v.split(" ") if w)),
}

SCOPED = {
    "another algorithm": {"algorithm": "AWS4-HMAC-SHA256"},
    "another terminator": {"terminator": "aws4_request"},
    "another date header": {"date_header": "X-Amz-Date", "default_signed": "host;x-amz-date"},
    "no scope": {"has_scope": False},
}

RULES = {
    "aws4-raw": {
        "path normalised": path(ref.path_normalise_encode),
        "path as sent": path(lambda t: t),
        "path decoded first": path(lambda t: ref.path_encode(ref.percent_decode(t))),
        "slashes encoded": path(ref.uri_encode),
    },
    "dci2": {**CLASS, **SCOPED},
    "dci2-v2": {
        **DECODED,
        **SCOPED,
        "values trimmed": value(ref.value_trim_collapse),
        "values as the class has them": value(ref.value_split_join),
        "names sorted": {"names_as_given": False},
        "another default host": {"default_host": b"localhost"},
        "another default region": {"default_region": "us-east-1"},
        "another default service": {"default_service": "s3"},
    },
    "dci-aws4": {
        "path as AWS has it": path(ref.path_normalise_encode),
        "path as S3 has it": path(lambda t: t),
        "path decoded to bytes": path(ref.percent_decode),
        "query as AWS has it": {"canonical_query": ref.query_encoded_pairs},
        "query sorted before encoding": query(order=lambda p: p),
        "blank values dropped": query(pairs=lambda q: parse_qsl(q.decode("utf-8", "replace"))),
        "white space as AWS has it": value(ref.value_trim_collapse),
        "every header signed": {"default_signed": ""},
        "the date header of DCI": {
            "date_header": "X-DCI-Date",
            "default_signed": "host;x-dci-date",
        },
        "the algorithm of DCI": {"algorithm": "DCI2-HMAC-SHA256"},
        "the terminator of DCI": {"terminator": "dci2_request"},
    },
    "dci1": {
        "method as it is": {"canonical_method": lambda m: m},
        "path decoded": path(ref.path_unquote),
        "path normalised": path(ref.remove_dot_segments),
        "path encoded": path(lambda t: ref.uri_encode(t, keep=b"/")),
        "empty path made '/'": path(lambda t: t or b"/"),
        "query as in release 4": {"canonical_query": ref.query_quote},
        "query as AWS has it": {"canonical_query": ref.query_encoded_pairs},
        "query sorted as UTF-16": query(
            order=lambda p: p[0].encode("utf-16-be"), encode=quote_plus
        ),
        "blank values dropped": query(
            pairs=lambda q: parse_qsl(q.decode("utf-8", "replace")),
            encode=quote_plus,
            order=lambda p: p,
        ),
        "values trimmed": value(ref.value_trim_collapse),
        "the date header of version 2": {"date_header": "X-DCI-Date"},
        "two headers signed": {"default_signed": "dci-datetime"},
        "another algorithm": {"algorithm": "DCI2-HMAC-SHA256"},
    },
}
