# SPDX-License-Identifier: Apache-2.0
"""dci1: what a verifier of version 1 must accept and refuse."""

from .. import spec, spec_dci
from ..families import algorithm, date, fields, key, signature, source, window
from ..suite import Area, Base, Verify, after_sign, before_sign

area = Area(
    "dci1",
    "verify",
    "verify",
    "What a verifier of version 1 must accept and refuse",
    [
        "There is no scope, no host is needed, and a comma ends Authorization. The package looks",
        "at the time only where its caller asks, and signs no body that is not a dictionary.",
    ],
    {
        "accept": "Honest requests",
        "binding": "Changed after signing",
        "coverage": "What is signed, and what is not",
        "text": "The text of Authorization",
    },
)
PATH = "/api/v1/jobs"
JSON = '{"name": "a"}'


@area.valid("accept", "GET", flags=["baseline"], spec=[spec_dci.V1_AUTH])
def get():
    """The twin of most of the others."""
    return Verify(PATH + "?limit=10&where=a")


@area.valid("accept", "POST of a dictionary", flags=["baseline"], spec=[spec_dci.V1_BODY])
def post():
    """As json.dumps writes it."""
    return Verify(PATH, method="POST", body=JSON)


@area.valid("accept", "a header that is signed", flags=["baseline"], spec=[spec_dci.V1_HEADERS])
def header_signed():
    """Every header of the client's dictionary is."""
    return Verify(PATH, headers=[("X-Team", "example")])


@area.valid("accept", "a blank in the query", flags=["over-strict"], spec=[spec_dci.V1_QUERY])
def query_with_blank():
    """Signed as '+', whatever came."""
    return Verify(PATH + "?where=a%20b")


@area.valid("accept", "a path with escapes", flags=["over-strict"], spec=[spec_dci.V1_PATH])
def path_with_escapes():
    """Signed verbatim."""
    return Verify("/files/a%2Fb%20c")


@area.valid("accept", "a day old: the edge is inside", flags=["freshness"], spec=[spec_dci.V1_TEXT])
def day_old():
    """Version 1 has a window of a day."""
    return Verify(PATH, time="20240918T132539Z", now="20240919T132539Z", max_skew_s=86400)


@area.valid(
    "accept",
    "a Host beside the signature",
    flags=["over-strict"],
    base="get",
    kind="conformance",
    spec=[spec_dci.V1_HEADERS],
)
def host_unsigned():
    """HTTP's own header, which the client's dictionary did not have."""
    return after_sign("add-header", "Host", "api.distributed-ci.io")


@area.valid(
    "accept",
    "the method in lower case",
    flags=["method-case"],
    base="get",
    kind="conformance",
    spec=[spec_dci.V1_METHOD],
)
def method_in_lower_case():
    """It is signed in upper case."""
    return after_sign("set-method", value="get")


RULES = [spec_dci.V1_TEXT, spec.STRICT]


def bound(
    name: str,
    title: str,
    comment: str,
    recipe: object,
    error: str = "signature-mismatch",
    base: str = "get",
    any_of: tuple[str, ...] = (),
    group: str = "binding",
    severity: str = "high",
) -> None:
    def make():
        return recipe

    def make_of(base: Base):
        return recipe(base)

    one = make_of if callable(recipe) else make
    one.__name__, one.__doc__ = name, comment
    area.invalid(
        group,
        title,
        base=base,
        error=error,
        any_of=list(any_of),
        severity=severity,
        flags=["binding" if group == "binding" else "dci-lenient"],
        spec=RULES,
    )(one)


bound(
    "method_changed",
    "another method",
    "A GET becomes a DELETE.",
    after_sign("set-method", value="DELETE"),
)
bound(
    "path_changed",
    "another path",
    "Signed verbatim.",
    after_sign("set-target", value="/api/v1/teams?limit=10&where=a"),
)
bound(
    "path_unescaped",
    "the path decoded",
    "'%2F' is no slash.",
    after_sign("set-target", value="/files/a/b%20c"),
    base="path-with-escapes",
)
bound(
    "argument_added",
    "an argument more",
    "Sorted among the others.",
    after_sign("set-target", value=PATH + "?limit=10&where=a&x=1"),
)
bound(
    "key_repeated",
    "a second value of an argument",
    "A dictionary has one of them.",
    after_sign("set-target", value=PATH + "?limit=10&where=a&where=b"),
    "duplicate-query-param",
    any_of=("signature-mismatch",),
)
bound(
    "key_repeated_signed",
    "a name twice, the first one signed",
    "Signed again, as the client's dictionary had it: with one of them.",
    before_sign("set-target", value=PATH + "?limit=10&where=b&where=a"),
    "duplicate-query-param",
    any_of=("signature-mismatch",),
)
bound(
    "body_added",
    "a body added",
    "The package hashes nothing where there is no dictionary.",
    after_sign("set-body", value=JSON),
)
bound(
    "body_list",
    "a list for the dictionary",
    "The package signs no lists: any would do.",
    after_sign("set-body", value='["a"]'),
    base="post",
)
bound(
    "body_text",
    "a text for the dictionary",
    "The package signs no texts: any would do.",
    after_sign("set-body", value='"a"'),
    base="post",
)
bound("body_gone", "no body", "Nothing is not the dictionary.", after_sign("set-body"), base="post")
bound(
    "header_changed",
    "a signed header changed",
    "It is a line.",
    after_sign("set-header", "X-Team", "admin"),
    base="header-signed",
)
bound(
    "header_gone",
    "a signed header taken away",
    "The package passes over names that are not there.",
    after_sign("remove-header", "X-Team"),
    "signed-header-missing",
    "header-signed",
    ("signature-mismatch",),
)
bound(
    "two_years_old",
    "two years old",
    "The package asks for the time where its caller does.",
    after_sign("set-clock", "now", "20260919T132539Z"),
    "skewed-past",
)
bound(
    "day_and_second_old",
    "a day and a second old",
    "One second beyond.",
    after_sign("set-clock", "now", "20240919T132540Z"),
    "skewed-past",
    "day-old",
)
bound(
    "date_not_listed",
    "the date header is not signed",
    "Signed so.",
    before_sign("set-claim", "signed-headers", "x-team"),
    "header-not-signed",
    "header-signed",
    ("signature-mismatch",),
    "coverage",
)
bound(
    "no_date",
    "no date header, signed so",
    "The string to sign has an empty line for the time, and the request is good for ever.",
    before_sign("drop-date"),
    "missing-date",
    "header-signed",
    ("signature-mismatch",),
    "coverage",
)
bound(
    "own_header_added",
    "a header of the dialect's own, added",
    "It begins like the date header, and is a command.",
    after_sign("add-header", "DCI-Team", "admin"),
    "header-not-signed",
    any_of=("signature-mismatch",),
    group="coverage",
)
bound(
    "names_reversed",
    "names in reverse, signed so",
    "Version 1 sorts them.",
    before_sign("set-claim", "signed-headers", "x-team;dci-datetime"),
    "signed-headers-malformed",
    "header-signed",
    ("signature-mismatch",),
    "coverage",
    "low",
)
bound(
    "name_twice",
    "a name twice, signed so",
    "In a dictionary it is there once.",
    before_sign("set-claim", "signed-headers", "dci-datetime;dci-datetime"),
    "signed-headers-malformed",
    "get",
    ("signature-mismatch",),
    "coverage",
    "low",
)


OTHER_REASONS = (
    "malformed-auth-header",
    "missing-auth-param",
    "malformed-credential",
    "signature-malformed",
    "bad-algorithm",
)


def text(name: str, title: str, comment: str, edit, error: str = "malformed-auth-header") -> None:
    bound(
        name,
        title,
        comment,
        lambda base: after_sign("set-header", "Authorization", edit(base.authorization)),
        error,
        any_of=tuple(word for word in OTHER_REASONS if word != error),
        group="text",
        severity="low",
    )


text(
    "text_in_front",
    "words before the fields",
    "The package finds fields wherever they are.",
    lambda t: t.replace(" ", " more ", 1),
)
text(
    "text_behind",
    "words behind the last comma",
    "The package reads up to it.",
    lambda t: t + " more",
)
text("two_commas", "two commas at the end", "There is one.", lambda t: t + ",")
text(
    "scope_in_credential",
    "a scope behind the key",
    "Version 1 has none.",
    lambda t: t.replace("client_id", "client_id/20240919"),
    "malformed-credential",
)
text(
    "key_alone",
    "a key of one part",
    "It is type and id.",
    lambda t: t.replace("remoteci/", ""),
    "malformed-credential",
)


@area.acceptable(
    "text",
    "no comma at the end",
    base="get",
    knob="auth_header_ws",
    error="malformed-auth-header",
    flags=["auth-syntax"],
    spec=[spec_dci.V1_AUTH],
)
def no_comma(base: Base):
    """The package finds no signature then; other readers would not miss it."""
    return after_sign("set-header", "Authorization", base.authorization.removesuffix(","))


algorithm.family.into(
    area,
    only={
        "word_longer",
        "word_longer_signed",
        "word_of_the_other_dialect",
        "word_of_the_other_dialect_signed",
        "word_none",
        "word_lower_case",
    },
    spec=RULES,
)
fields.family.into(
    area,
    only={
        "no_credential",
        "no_signed_headers",
        "no_signature",
        "credential_empty",
        "signature_empty",
    },
    spec=RULES,
)
signature.family.into(
    area,
    only={
        "first_8_digits_alone",
        "digit_more",
        "last_digit_is_g",
        "right_up_to_digit_32",
        "right_up_to_digit_63",
        "signature_is_hash_of_nothing",
        "empty_secret",
        "signature_upper_case",
    },
    spec=RULES,
)
source.family.into(area, only={"authorization_empty", "bearer_with_fields"}, spec=RULES)
key.family.into(
    area,
    only={
        "unknown_key_empty_secret",
        "unknown_key_null_secret",
        "key_deleted",
        "secret_changed",
        "wrong_secret",
        "key_prefix",
    },
    spec=RULES,
)
window.family.into(area, only={"letter_for_a_digit", "second_sixty", "at_epoch"}, spec=RULES)
date.family.into(
    area,
    only={"date_without_zone", "date_empty", "two_dates_equal", "dated_later"},
    spec=RULES,
)
