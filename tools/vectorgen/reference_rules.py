# SPDX-License-Identifier: Apache-2.0
"""What the dialects do to bytes: the canonical forms of a path, a query and a header value."""

from __future__ import annotations

import hashlib
import re
import urllib.parse

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
TCHAR = frozenset(b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
HEX64 = re.compile(r"[0-9a-f]{64}")


class Refused(Exception):
    """The signer must not sign this; `word` is the error class."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


# ---- Bytes and escapes ---------------------------------------------------------------------------


def sha256_hex(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_token(data: bytes) -> bool:
    return bool(data) and all(b in TCHAR for b in data)


def uri_encode(data: bytes, keep: bytes = b"") -> bytes:
    """Every byte but the unreserved ones of RFC 3986 becomes %XX with upper-case digits."""
    return b"".join(bytes([b]) if b in UNRESERVED or b in keep else b"%%%02X" % b for b in data)


def has_bad_escape(data: bytes) -> bool:
    """Is there a '%' that is not followed by two hex digits?"""
    return re.search(rb"%(?![0-9A-Fa-f]{2})", data) is not None


def percent_decode(data: bytes) -> bytes:
    """Decodes each escape once; '+' is a plus sign."""
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), data)


def split_target(target: bytes) -> tuple[bytes, bytes]:
    path, _, query = target.partition(b"?")
    return path, query


# ---- Path ----------------------------------------------------------------------------------------


def remove_dot_segments(path: bytes) -> bytes:
    """Empty and '.' segments vanish, '..' takes the one before with it, a final '/' stays;
    '/a/b/..' gives '/a'."""
    kept: list[bytes] = []
    for segment in path.split(b"/"):
        if segment == b"..":
            del kept[-1:]
        elif segment not in (b"", b"."):
            kept.append(segment)
    slash = b"/" if kept and path.endswith(b"/") else b""
    return b"/" + b"/".join(kept) + slash


def path_normalise_encode(path: bytes) -> bytes:
    """The IAM user guide: normalise by RFC 3986, then encode the path that is on the wire once
    more."""
    return uri_encode(remove_dot_segments(path), keep=b"/")


def path_encode(path: bytes) -> bytes:
    """Encoded once more without being normalised: what a client signs that is told to leave dots
    and slashes alone, but not that it speaks to S3."""
    return uri_encode(path, keep=b"/")


def path_verbatim(path: bytes) -> bytes:
    return path


def path_unquote(path: bytes) -> bytes:
    """python-dciauth 4: unquote() of the text. Raw bytes that are none become U+FFFD first, as in a
    query."""
    return urllib.parse.unquote(path.decode("utf-8", "replace")).encode()


# ---- Query ---------------------------------------------------------------------------------------


def query_encoded_pairs(query: bytes) -> bytes:
    """Decode each name and value once, encode them again, and only then sort by name and by
    value."""
    if has_bad_escape(query) or b"#" in query:
        raise Refused("malformed-query")
    pairs = []
    for part in query.split(b"&"):
        if part:
            name, _, value = part.partition(b"=")
            pairs.append((uri_encode(percent_decode(name)), uri_encode(percent_decode(value))))
    return b"&".join(name + b"=" + value for name, value in sorted(pairs))


def dci_params(query: bytes) -> list[tuple[str, str]]:
    """The pairs that a caller of python-dciauth would put into its `params` dictionary."""
    return urllib.parse.parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True)


def dictionary(pairs: list[tuple[str, str]]) -> dict[str, str]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise Refused("duplicate-query-param")
    return dict(pairs)


def urlencode_sorted(params: dict[str, str]) -> bytes:
    """python-dciauth 2.1.7, both versions: sorted by the raw keys, then urlencode."""
    return urllib.parse.urlencode(sorted(params.items())).encode("ascii")


def quote_sorted(params: dict[str, str]) -> bytes:
    """python-dciauth 4: each key and value through quote, and then sorted."""
    pairs = sorted(
        (urllib.parse.quote(k, safe="_.-~"), urllib.parse.quote(v, safe="_.-~"))
        for k, v in params.items()
    )
    return "&".join(f"{key}={value}" for key, value in pairs).encode("ascii")


def query_urlencode(query: bytes) -> bytes:
    return urlencode_sorted(dictionary(dci_params(query)))


def query_quote(query: bytes) -> bytes:
    return quote_sorted(dictionary(dci_params(query)))


# ---- Header values -------------------------------------------------------------------------------


def value_trim_collapse(value: bytes) -> bytes:
    """Blanks and tabs at both ends go, each run of them inside becomes one blank; nothing else
    is white space."""
    return re.sub(rb"[ \t]+", b" ", value).strip(b" ")


def value_verbatim(value: bytes) -> bytes:
    return value


def value_split_join(value: bytes) -> bytes:
    """python-dciauth 4, the class: " ".join(value.split()), so all that Python calls white space.
    A raw byte that is no text stays what it is."""
    text = value.decode("utf-8", "surrogateescape")
    return " ".join(text.split()).encode("utf-8", "surrogateescape")
