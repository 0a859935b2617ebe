# SPDX-License-Identifier: Apache-2.0
"""aws4, scope: secrets and scopes of unusual length."""

from ... import spec
from ...suite import ONE_BYTE_SECRET, Sign
from . import area


@area.valid("key", "another region and service", flags=["scope"], spec=[spec.SCOPE, spec.KEY_CHAIN])
def region_and_service():
    """Both stand in the scope and in the key."""
    return Sign("/", params={"region": "eu-central-1", "service": "execute-api"})


@area.valid("key", "the example of the documents", flags=["key-derivation"], spec=[spec.KEY_CHAIN])
def documented():
    """ListUsers of the IAM guide, with its own host, content type and query; its signature,
    5d672d79…, is printed there."""
    return Sign(
        "/?Action=ListUsers&Version=2010-05-08",
        host="iam.amazonaws.com",
        params={"service": "iam"},
        headers=[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
    )


@area.valid(
    "key",
    "a secret of 60 bytes: 'AWS4' fills the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_60():
    """64 bytes are the block of HMAC-SHA-256: no padding, no hashing."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:60])


@area.valid(
    "key",
    "a secret of 61 bytes: 'AWS4' crosses the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_61():
    """65 bytes: the key is hashed first. A key block that is cut at 64 bytes signs with another
    key."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:61])


@area.valid(
    "key", "a secret of 128 bytes", flags=["key-derivation"], spec=[spec.KEY_CHAIN, spec.HMAC_KEY]
)
def secret_128():
    """Longer than two blocks."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 10)[:128])


@area.valid(
    "key",
    "a secret of one byte, near enough",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_short():
    """Seven bytes: padded with zeros, not repeated."""
    return Sign("/", secret_key="EXAMPLE")


@area.valid("key", "a secret with marks", flags=["key-derivation"], spec=[spec.KEY_CHAIN])
def secret_marks():
    """'+', '/', '=' and '%' are bytes of the key: nothing is decoded."""
    return Sign("/", secret_key="EXAMPLE+/=%41&secret KEY ")


@area.valid("key", "an access key of 20 characters", flags=["scope"], spec=[spec.AUTH_FORM])
def access_key_usual():
    """As long as the example keys of AWS's documents."""
    return Sign("/", access_key="ASIAIOSFODNN7EXAMPLE")


@area.valid(
    "key", "an access key with marks", level="should", flags=["scope"], spec=[spec.AUTH_FORM]
)
def access_key_marks():
    """Servers other than AWS give names to keys. In the header nothing is escaped."""
    return Sign("/", access_key="test(user)+AKIDEXAMPLE=x")


@area.valid(
    "key",
    "a secret of one byte",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_1():
    """'AWS4s': 59 zeros behind it. The least that is a secret at all."""
    return Sign("/", secret_key=ONE_BYTE_SECRET)


@area.valid(
    "key",
    "a secret of 59 bytes: one short of the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_59():
    """'AWS4' and 59 bytes leave one zero of padding; a limit taken one too low hashes the key
    here."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:59])


@area.valid(
    "key",
    "a secret of 64 bytes",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_64():
    """The block without the prefix: code that compares the secret's own length with 64 does not
    hash these 68 bytes."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:64])


@area.valid(
    "key",
    "a secret of 65 bytes",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_65():
    """The first secret that is longer than the block by itself: hashed before 'AWS4' is put before
    it, it is another key."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:65])


@area.valid(
    "key",
    "a secret of a thousand bytes",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_1000():
    """Other services hand out certificates and tokens as secrets. 'AWS4' + secret in a buffer of
    128, 256 or 512 bytes is cut, or overruns."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 77)[:1000])


@area.valid(
    "key",
    "a secret that is not ASCII",
    level="should",
    flags=["key-derivation", "bytes"],
    spec=[spec.KEY_CHAIN],
)
def secret_utf8():
    """Its bytes are those of UTF-8. A platform's own charset, 'binary' strings of JavaScript and
    encodings that write '?' for what they lack give another key."""
    return Sign("/", secret_key="EXAMPLE-sécret-ключ-😀")


@area.valid(
    "key",
    "a secret that begins with 'AWS4'",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN],
)
def secret_with_prefix():
    """The prefix is put before it all the same: a test whether it is there already is too
    clever."""
    return Sign("/", secret_key="AWS4EXAMPLESECRET")


@area.valid(
    "key",
    "a key of the day that begins with a NUL",
    flags=["key-derivation", "bytes"],
    spec=[spec.KEY_CHAIN],
)
def day_key_nul():
    """The first HMAC of this day is 00 69 20 09 …: as a C string it is the empty key, and as a big
    number its first byte is gone. One day in 256."""
    return Sign("/", time="20150823T123600Z")


@area.valid(
    "key",
    "a key of the service that begins with a NUL",
    flags=["key-derivation", "bytes"],
    spec=[spec.KEY_CHAIN],
)
def service_key_nul():
    """As with the key of the day, two steps further: where each step is a call of its own, each can
    take its key for text."""
    return Sign("/", params={"service": "service394"})


@area.valid(
    "key",
    "a signing key that begins with a NUL",
    flags=["key-derivation", "bytes"],
    spec=[spec.KEY_CHAIN],
)
def signing_key_nul():
    """The last key of the chain, which some programs keep: in a text column it is empty."""
    return Sign("/", params={"service": "service332"})


@area.valid(
    "key",
    "a signature that begins with zeros",
    flags=["key-derivation"],
    spec=[spec.SIGNATURE],
)
def signature_leading_zeros():
    """A byte of zeros: the number that a signature is has 31 bytes, and one printed as such 61
    digits."""
    return Sign("/item/17")


@area.valid(
    "key",
    "a canonical request whose hash begins with zeros",
    flags=["key-derivation"],
    spec=[spec.SCOPE, spec.KEY_CHAIN],
)
def request_hash_leading_zeros():
    """The same in the last line of the string to sign: 64 digits, whatever the first are."""
    return Sign("/item/344")


@area.valid("key", "a region in upper case", flags=["scope"], spec=[spec.SCOPE, spec.KEY_CHAIN])
def region_upper_case():
    """The scope is text: lower-cased in one of its two places, it is two scopes."""
    return Sign("/", params={"region": "EU-WEST-1"})


@area.valid(
    "key",
    "a region with marks",
    level="should",
    flags=["scope", "escape-set"],
    spec=[spec.SCOPE, spec.AUTH_FORM],
)
def region_marks():
    """Servers other than AWS take any word. In the header nothing is escaped and nothing decoded,
    '%41' neither."""
    return Sign("/", params={"region": "r~1!$&'()*+;=:@%41"})


@area.valid(
    "key",
    "the service 's3' under the rules of all others",
    level="should",
    flags=["scope", "double-encoding"],
    spec=[spec.SCOPE, spec.PATH_TWICE],
)
def service_s3():
    """What is signed follows from the dialect that the caller chose. A signer that turns to S3's
    rules by the name cannot be told otherwise."""
    return Sign("/a//%20b", params={"service": "s3"})


@area.valid(
    "key",
    "region and service of 64 bytes",
    level="should",
    flags=["scope", "key-derivation"],
    spec=[spec.SCOPE, spec.KEY_CHAIN],
)
def scope_long():
    """Each fills a block of the hash, and the scope no longer fits into the hundred bytes that it
    is given here and there."""
    return Sign("/", params={"region": "region-" * 9 + "x", "service": "service" * 9 + "x"})


@area.valid("key", "an access key of 128 characters", flags=["scope"], spec=[spec.AUTH_FORM])
def access_key_128():
    """The longest that AWS allows. Twenty is what is usual, and what buffers are made for."""
    return Sign("/", access_key="AKIDEXAMPLE" + "K" * 117)


@area.valid("key", "an access key in lower case", flags=["scope"], spec=[spec.AUTH_FORM])
def access_key_lower_case():
    """Credential is not changed: an id is compared byte by byte."""
    return Sign("/", access_key="exampleKey0")


@area.valid(
    "key",
    "a region that stands for no region",
    flags=["scope"],
    spec=[spec.SCOPE, spec.KEY_CHAIN],
)
def region_global():
    """Tables of endpoints call it 'aws-global' and say in another column what is to be signed. To
    the signer it is a word, and not another name of us-east-1."""
    return Sign("/", params={"region": "aws-global", "service": "iam"})
