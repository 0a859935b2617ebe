# SPDX-License-Identifier: Apache-2.0
"""aws4, payload: the hash of the body."""

from ... import spec
from ...suite import EMPTY_HASH, Sign
from . import area


@area.valid("body", "an empty body", flags=["payload-hash", "baseline"], spec=[spec.PAYLOAD_EMPTY])
def empty():
    """e3b0c442…: the hash of nothing, not an empty line, for POST as for GET."""
    return Sign("/", method="POST")


@area.valid("body", "a form", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def form():
    """The body is hashed as it is sent. It is not part of the query, whatever its type says."""
    return Sign(
        "/",
        method="POST",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
        body="Action=ListUsers&Version=2010-05-08",
    )


@area.valid("body", "UTF-8", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH])
def utf8():
    """Bytes are hashed, not characters: the length in characters is of no use."""
    return Sign("/", method="PUT", body='{"name":"ሴ 😀"}')


@area.valid(
    "body", "bytes with NUL in them", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH]
)
def binary():
    """strlen() ends at the first one."""
    return Sign("/", method="PUT", body=bytes(range(256)))


@area.valid("body", "line ends stay", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH])
def line_ends():
    """A file opened as text has its CR LF changed before it is hashed."""
    return Sign("/", method="PUT", body="a\r\nb\nc\r")


@area.valid("body", "one MiB", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def one_mebibyte():
    """Longer than a usual read buffer: a loop that forgets the last piece shows."""
    return Sign("/", method="PUT", body=b"a" * (1 << 20))


@area.valid("body", "a body with GET", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def get_with_body():
    """Unusual and signed all the same."""
    return Sign("/", body="query")


@area.valid(
    "body", "a hash computed by the caller", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH]
)
def precomputed():
    """For bodies that are too large to be read twice."""
    return Sign(
        "/",
        method="PUT",
        body="hello",
        payload="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    )


@area.invalid(
    "body",
    "a literal that is neither hash nor word",
    error="payload-hash-invalid",
    any_of=["payload-mode-not-allowed", "argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def literal_unknown():
    """A typing error here fails on the server, long after."""
    return Sign("/", method="PUT", body="hello", payload="unsigned-payload")


@area.invalid(
    "body",
    "an upper-case hash computed by the caller",
    error="payload-hash-invalid",
    any_of=["argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def literal_upper_case():
    """The server compares it, or signs it, in lower case."""
    return Sign("/", method="PUT", payload=EMPTY_HASH.upper())


SIZES = {
    55: "The last size that fits into one block of SHA-256 with its padding.",
    56: "The length no longer fits behind the body: the padding takes a second block.",
    63: "One byte of room in the block: the 80 of the padding, and nothing else.",
    64: "A full block: all of the padding stands in the next one, and code that pads what is left "
    "over forgets it.",
    65: "A full block and one byte: the first size of which a part is kept between two updates.",
}


def sized_body(size: int, comment: str) -> None:
    def make() -> Sign:
        return Sign("/", method="PUT", body=("0123456789" * 7)[:size])

    make.__name__ = f"size_{size}"
    make.__doc__ = f"{comment} For SHA-256 written by hand, as small devices have it."
    area.valid(
        "body",
        f"a body of {size} bytes",
        flags=["payload-hash"],
        spec=[spec.PAYLOAD_HASH, spec.SHA],
    )(make)


for entry in SIZES.items():
    sized_body(*entry)


@area.valid("body", "the body '0'", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def zero():
    """empty() of PHP, and truth in Perl, say that there is no body."""
    return Sign("/", method="PUT", body="0")


@area.valid("body", "a body of blanks", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def blanks():
    """isBlank() and trimmed comparisons with '' say that there is no body; three bytes are sent."""
    return Sign("/", method="PUT", body="   ")


@area.valid(
    "body", "line feeds at the end", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH]
)
def final_line_feeds():
    """Command substitution of the shell takes all of them off, readline() and chomp one."""
    return Sign("/", method="PUT", body="hello\n\n")


@area.valid("body", "a byte order mark", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH])
def byte_order_mark():
    """A file read as text loses it, and is sent as bytes with it."""
    return Sign("/", method="PUT", body="\ufeff{}")


@area.valid("body", "JSON as it is sent", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def json_as_sent():
    """Clients that take an object write it out twice, once to hash and once to send, and not always
    alike: order of keys, blanks, '1.0', '\\/', escapes of letters."""
    return Sign(
        "/",
        method="POST",
        headers=[("Content-Type", "application/json")],
        body='{ "b": 1.0, "a":"\\u00e9\\/é", "A": [ ] }\n',
    )


@area.valid("body", "a form as it is sent", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def form_as_sent():
    """Neither sorted nor encoded anew: '+', lower-case hex and a bare '*' stay. A signer that moves
    a form into the query, as in version 2, signs it there."""
    return Sign(
        "/?c=3",
        method="POST",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
        body="b=2&a=x+y%2fz*&a=&&",
    )


@area.valid(
    "body",
    "a hash without the body",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def precomputed_without_body():
    """The body comes later, from a stream. A signer that hashes what it holds, nothing, overrides
    the caller's hash."""
    return Sign(
        "/",
        method="PUT",
        payload="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    )


@area.valid(
    "body",
    "a hash that begins with zeros",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def hash_leading_zeros():
    """'00…': printed as a number it loses them, and '%x' for each byte loses every leading zero."""
    return Sign("/", method="PUT", body="item 36")


@area.invalid(
    "body",
    "a hash in base64",
    error="payload-hash-invalid",
    any_of=["argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def literal_base64():
    """What x-amz-checksum-sha256 wants: the same 32 bytes, 44 characters. Signed, it fails on the
    server."""
    return Sign("/", method="PUT", payload="47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
