# SPDX-License-Identifier: Apache-2.0
"""What is the dialects' of DCI alone: queries that are dictionaries, paths that are decoded, bodies
that a framework has parsed, two kinds of date headers, keys with a slash. Much of it the packages
let pass; the strict policy does not."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec
from ..model import Json
from ..suite import DCI_SECRET, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "dictionary": "A query that becomes a dictionary",
        "decoded": "A path that is decoded",
        "form": "A body that a framework has parsed",
        "headers": "Headers of the dialect, and of the other one",
        "fields": "Fields of Authorization as the packages read them",
    }
)
PATH = "/api/v1/topics"
Recipe = Json | Callable[[Base], Json]


def honest(name: str, title: str, comment: str, request: Verify, *flags: str) -> None:
    def make() -> Verify:
        return request

    make.__name__, make.__doc__ = name, comment
    family.valid("accept", title, flags=list(flags) or ["over-strict"], spec=[spec.STRICT])(make)


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Recipe,
    error: str,
    *any_of: str,
    base: str = "get",
    severity: str = "high",
    flags: tuple[str, ...] = ("dci-lenient",),
) -> None:
    family.put(
        "invalid",
        group,
        name,
        title,
        comment,
        recipe,
        base=base,
        error=error,
        any_of=list(any_of),
        severity=severity,
        flags=list(flags),
        spec=[spec.STRICT],
    )


honest("get", "GET", "The twin of most of the others.", Verify(PATH + "?limit=10&where=a"), "baseline")

# ---- A dictionary --------------------------------------------------------------------------------

for name, title, comment, query in (
    ("value_empty", "an empty value", "parse_qsl drops it where it is not told to keep it.", "limit=&where=a"),
    ("no_equals_sign", "a name without '='", "Its value is empty.", "limit&where=a"),
    ("blank_escaped", "a blank as '%20'", "Decoded it is a blank.", "where=a%20b"),
    ("blank_as_plus", "a blank as '+'", "Decoded it is a blank, too.", "where=a+b"),
    ("plus_escaped", "a plus sign as '%2B'", "Decoded it is a plus sign.", "where=a%2Bb"),
    ("names_in_two_cases", "two names that differ in case", "Names of a dictionary have case.", "tag=a&Tag=b"),
    ("sorted_otherwise", "names in no order", "Sorted before they are signed.", "where=a&limit=10&embed=x"),
    ("utf8", "letters beyond ASCII", "In UTF-8.", "where=%C3%A9t%C3%A9"),
    ("colon_and_comma", "marks in a value", "As filters of the API have them.", "where=name:a,state:b"),
    ("empty_pairs", "'&&' between the pairs", "parse_qsl passes over what is empty.", "limit=10&&where=a&"),
):
    honest(
        "query_" + name,
        "a query with " + title,
        comment,
        Verify(f"{PATH}?{query}"),
        "over-strict",
        "query-shape",
    )


def repeated(name: str, title: str, comment: str, query: str, step: Callable = after_sign) -> None:
    negative(
        "dictionary",
        name,
        title,
        comment,
        step("set-target", value=f"{PATH}?{query}"),
        "duplicate-query-param",
        "signature-mismatch",
        flags=("dci-lenient", "repeated-key"),
    )


repeated(
    "key_appended",
    "a second value appended",
    "The server's dictionary keeps the first one, which was signed.",
    "limit=10&where=a&where=b",
)
repeated(
    "key_put_before",
    "a second value before the signed one",
    "A dictionary that is made of pairs keeps the last one.",
    "where=b&limit=10&where=a",
)
repeated("key_equal", "the same pair twice", "Equal today.", "limit=10&where=a&where=a")
repeated(
    "key_escaped",
    "a second value, its name escaped",
    "Names are compared when they are decoded.",
    "limit=10&where=a&%77here=b",
)
repeated(
    "key_without_value",
    "the name once more, without a value",
    "An empty value is one.",
    "limit=10&where=a&where",
)
repeated(
    "key_twice_signed",
    "a name twice, the first one signed",
    "Signed again, as the client's dictionary had it: with one of them.",
    "limit=10&where=b&where=a",
    before_sign,
)
for name, title, comment, query in (
    ("value_dropped", "an empty pair more", "'embed=' is an argument, if an empty one.", "limit=10&where=a&embed="),
    ("nameless", "a value without a name", "The empty name is one.", "limit=10&where=a&=b"),
    ("semicolon", "';' and another pair", "Parsers of old separate there.", "limit=10&where=a;where=b"),
    ("value_cut", "the value before its comma", "A filter that is wider.", "limit=10&where="),
):
    negative(
        "dictionary",
        "query_" + name + "_added",
        title,
        f"The signature kept. {comment}",
        after_sign("set-target", value=f"{PATH}?{query}"),
        "signature-mismatch",
        flags=("binding", "query-shape"),
    )

# ---- A path --------------------------------------------------------------------------------------

honest("letters", "a path with capitals", "It is signed decoded.", Verify(PATH + "/aA"), "path-decoding")
honest(
    "escaped_letter",
    "a path with an escape that need not be",
    "'%41' is 'A', and is signed as that.",
    Verify(PATH + "/a%41"),
    "path-decoding",
)
honest(
    "escaped_utf8",
    "a path with letters beyond ASCII",
    "Signed as they are when they are decoded.",
    Verify(PATH + "/%C3%A9t%C3%A9"),
    "path-decoding",
)
honest(
    "escaped_blank",
    "a path with a blank",
    "'%20', signed as a blank.",
    Verify(PATH + "/a%20b"),
    "path-decoding",
)
honest(
    "escaped_percent",
    "a path with a percent sign",
    "'%25', signed as '%': decoded once and no further.",
    Verify(PATH + "/100%25"),
    "path-decoding",
)


def path(name: str, title: str, comment: str, to: str, base: str = "letters") -> None:
    negative(
        "decoded",
        name,
        title,
        f"The signature kept. {comment}",
        after_sign("set-target", value=PATH + to),
        "signature-mismatch",
        "malformed-uri",
        base=base,
        flags=("path-decoding", "binding"),
    )


path("path_decoded_twice", "'%2541' for 'A'", "Decoded by the server, and once more to be signed.", "/a%2541")
path("path_slash_in_front", "a slash more in front", "Frameworks strip them before they route.", "//aA")
path("path_slash_behind", "a slash more behind", "Frameworks redirect, or do not.", "/aA/")
path("path_other_case", "the path in another case", "A path has case.", "/aa")
path("path_dot", "a dot segment", "Normalised, it is gone.", "/./aA")
path("path_parameter", "';' behind the path", "A parameter of the path.", "/aA;a=1")
path("path_blank_as_plus", "'+' for a blank", "In a path it is a plus sign.", "/a+b", "escaped_blank")
path("path_percent_decoded", "'%2525' for '%25'", "Decoded twice both are one.", "/100%2525", "escaped_percent")
path("path_recoded", "a letter in Latin-1", "Replaced by U+FFFD, or read as it.", "/%E9t%C3%A9", "escaped_utf8")


def no_path(name: str, title: str, comment: str, to: str) -> None:
    negative(
        "decoded",
        name,
        title,
        f"Signed so. {comment}",
        before_sign("set-target", value=PATH + to),
        "malformed-uri",
        "signature-mismatch",
        flags=("path-decoding", "injection"),
    )


no_path("path_line_feed", "'%0A' in the path", "Decoded, it makes two lines of one.", "/a%0Ab")
no_path("path_lines", "'%0A' and more lines in the path", "A line of a query, and one of a header.", "/a%0Ax=1%0Ahost:b")
no_path("path_nul", "'%00' in the path", "Decoded, it ends a C string.", "/a%00b")
no_path("path_escaped_slash", "'%2F' in the path", "Decoded, it is another path.", "/a%2Fb")
no_path("path_no_utf8", "'%FF' in the path", "Decoded, it is U+FFFD, as much else is.", "/a%FF")
no_path("path_overlong", "an overlong '/'", "'%C0%AF' is no UTF-8.", "/a%C0%AFb")
no_path("path_malformed", "'%zz' in the path", "It stays, or it goes, or it raises.", "/a%zz")
no_path("path_cut_escape", "'%4' at the end of the path", "It stays, or it is read on.", "/a%4")

# ---- Forms ---------------------------------------------------------------------------------------

for name, kind in (
    ("form", "application/x-www-form-urlencoded"),
    ("multipart", "multipart/form-data; boundary=example"),
    ("json", "application/json"),
    ("text", "text/plain"),
):
    honest(
        f"{name}_empty",
        f"POST of {kind.partition(';')[0]}, without a body",
        "The type is not signed.",
        Verify(PATH, method="POST", unsigned=[("Content-Type", kind)]),
        "payload-hash",
    )
    negative(
        "form",
        f"{name}_added",
        f"a body of {kind.partition(';')[0]}, added",
        "A framework that has parsed the body hands an empty one to the verifier.",
        after_sign("set-body", value='a=1&name="admin"'),
        "signature-mismatch",
        "payload-hash-mismatch",
        base=f"{name}_empty",
        flags=("dci-lenient", "payload-hash"),
    )
honest(
    "json_signed",
    "POST of JSON",
    "As json.dumps writes it.",
    Verify(
        PATH,
        method="POST",
        body='{"name": "a", "tags": ["x"]}',
        unsigned=[("Content-Type", "application/json")],
    ),
    "payload-hash",
)
for name, title, body in (
    ("spaces", "JSON without blanks", '{"name":"a","tags":["x"]}'),
    ("order", "JSON in another order", '{"tags": ["x"], "name": "a"}'),
    ("list", "another list in the JSON", '{"name": "a", "tags": ["x", "y"]}'),
    ("null", "'null' for the JSON", "null"),
):
    negative(
        "form",
        f"json_{name}_changed",
        title,
        "The signature kept: bytes are hashed, and not what they say.",
        after_sign("set-body", value=body),
        "signature-mismatch",
        "payload-hash-mismatch",
        base="json_signed",
        flags=("payload-hash", "binding"),
    )
honest(
    "hash_header_of_aws",
    "an X-Amz-Content-Sha256 of the other dialect",
    "It is no header of this one, and says nothing.",
    Verify(
        PATH,
        method="POST",
        body="hello",
        unsigned=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")],
    ),
    "payload-hash",
)
negative(
    "form",
    "hash_header_of_aws_body",
    "another body beside UNSIGNED-PAYLOAD",
    "A word of the other dialect, which frees no body here.",
    after_sign("set-body", value="hullo"),
    "signature-mismatch",
    "unsigned-payload-forbidden",
    "header-not-signed",
    base="hash_header_of_aws",
    flags=("unsigned-payload", "payload-hash"),
)

# ---- Headers -------------------------------------------------------------------------------------


def listed(
    name: str, title: str, comment: str, names: str, error: str, *any_of: str, severity: str = "high"
) -> None:
    """Signed so. `{date}` is the row's own date header."""
    negative(
        "headers",
        name,
        title,
        f"Signed so. {comment}",
        lambda base: before_sign(
            "set-claim", "signed-headers", names.format(date=base.row.date_header.lower())
        ),
        error,
        "signature-mismatch",
        *any_of,
        severity=severity,
        flags=("dci-lenient", "coverage" if severity == "high" else "selection"),
    )


listed("host_not_listed", "host is not signed", "Good on every server that knows the secret.", "{date}", "host-not-signed")
listed("date_not_listed", "the date header is not signed", "Nothing else says that it must be.", "host", "header-not-signed")
listed("names_reversed", "names in reverse", "Sorted again, they are in order.", "{date};host", "signed-headers-malformed", severity="low")
listed("name_twice", "a name twice", "A set of names holds it once.", "host;host;{date}", "signed-headers-malformed", severity="low")
listed("name_in_upper_case", "a name in upper case", "Put into lower case, it is in order.", "Host;{date}", "signed-headers-malformed", "host-not-signed", severity="low")
listed("name_empty", "an empty name", "Dropped, it is in order.", "host;;{date}", "signed-headers-malformed", severity="low")


def own(base: Base) -> str:
    return base.row.date_header.rpartition("-")[0]


for name, word, title in (
    ("own_header_added", "{own}-Team", "a header of the dialect's own"),
    ("own_header_in_capitals", "{OWN}-TEAM", "the same in capitals"),
    ("own_header_underscore", "{own_}_Team", "the same, with '_'"),
):
    negative(
        "headers",
        name,
        f"added after signing: {title}",
        "It is a command to a server of this dialect, and nobody has signed it.",
        lambda base, word=word: after_sign(
            "add-header",
            word.format(own=own(base), OWN=own(base).upper(), own_=own(base).replace("-", "_")),
            "admin",
        ),
        "header-not-signed",
        "signature-mismatch",
        "malformed-header",
        flags=("dci-lenient", "coverage"),
    )
for name, title, comment, op, time in (
    ("other_date_equal", "the other dialect's date header, equal", "Two clocks.", "add-header", ""),
    ("other_date_stale", "the other dialect's date header, stale", "One of them is looked at.", "add-header", "20100101T000000Z"),
    ("other_date_first", "the other dialect's date header, before it", "The other order.", "prepend-header", "20300101T000000Z"),
    ("other_date_malformed", "the other dialect's date header, no date", "It is there.", "add-header", "now"),
):
    negative(
        "headers",
        name,
        title,
        f"Added after signing. {comment}",
        lambda base, op=op, time=time: after_sign(
            op, base.row.other_date_header, time or base.time
        ),
        "duplicate-date",
        "header-not-signed",
        "signature-mismatch",
        "malformed-date",
        flags=("dci-lenient", "freshness"),
    )
negative(
    "headers",
    "other_date_signed",
    "both date headers, signed",
    "Both are under the signature, and there are two all the same.",
    lambda base: before_sign("add-signed-header", base.row.other_date_header, base.time),
    "duplicate-date",
    "signature-mismatch",
    flags=("dci-lenient", "freshness"),
)
negative(
    "headers",
    "other_date_alone",
    "the other dialect's date header in its place",
    "The signature kept. It has the right time, and another name.",
    lambda base: after_sign("rename-header", base.row.date_header, base.row.other_date_header),
    "signed-header-missing",
    "missing-date",
    "duplicate-date",
    "signature-mismatch",
)

# ---- Fields --------------------------------------------------------------------------------------


def edited(name: str, title: str, comment: str, edit: Callable[[str, Base], str], *any_of: str):
    negative(
        "fields",
        name,
        title,
        comment,
        lambda base: after_sign(
            "set-header", "Authorization", edit(base.authorization, base)
        ),
        "malformed-auth-header",
        "missing-auth-param",
        "malformed-credential",
        *any_of,
        severity="low",
        flags=("dci-lenient", "auth-syntax"),
    )


edited(
    "comma_in_key",
    "a comma in the key",
    "'remo,teci/client_id' is 'remoteci/client_id' where commas are taken out.",
    lambda text, base: text.replace("remoteci", "remo,teci"),
)
edited(
    "comma_and_blank_in_key",
    "a comma and a blank in the key",
    "Split there, the rest of it has no name.",
    lambda text, base: text.replace("remoteci", "remo, teci"),
)
edited(
    "fourth_word",
    "a word more at the end",
    "Split at blanks there are five words.",
    lambda text, base: text + " more",
    "signature-malformed",
)
edited(
    "three_words",
    "no blank behind the first comma",
    "Split at blanks there are three words.",
    lambda text, base: text.replace(", ", ",", 1),
)
edited(
    "blank_in_front",
    "two blanks behind the algorithm",
    "Split at blanks there is an empty word.",
    lambda text, base: text.replace(" ", "  ", 1),
)
negative(
    "fields",
    "signature_named_twice",
    "'Signature=Signature='",
    "Taken out wherever it stands, more than one text is the same signature.",
    lambda base: after_sign("set-auth-param", "Signature", "Signature=" + base.signature),
    "signature-malformed",
    "malformed-auth-header",
    "signature-mismatch",
    severity="low",
    flags=("dci-lenient", "auth-syntax"),
)


@family.valid("accept", "two clients in the ring", flags=["baseline"], spec=[spec.STRICT])
def two_clients():
    """With one secret."""
    return Verify(PATH, keys=[{"access_key": "feeder/client_id", "secret_key": DCI_SECRET}])


@family.acceptable(
    "fields",
    "another type of client with the same secret",
    base="two-clients",
    knob="identity_swap",
    flags=["auth-source"],
    spec=[spec.STRICT],
)
def client_type_swapped(base: Base):
    """The key is not in the string to sign: the verifier must report the client presented."""
    text = base.credential.replace("remoteci/", "feeder/", 1)
    return after_sign("set-auth-param", "Credential", text)
