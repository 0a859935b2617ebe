# SPDX-License-Identifier: Apache-2.0
"""Requests as clients send them and as hops hand them on, of the dialects of AWS: a verifier that
is too strict locks them out. Beside some of them what must not pass for one."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec
from ..model import Json
from ..suite import Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "client": "As clients send them",
        "signed": "Headers that clients sign",
        "hop": "As hops hand them on",
        "place": "Other places",
        "not": "And what is none of these",
    }
)


def client(
    name: str, title: str, comment: str, request: Verify, rule: Json = spec.SIGNATURE
) -> None:
    def make() -> Verify:
        return request

    make.__name__, make.__doc__ = name, comment
    family.valid("client", title, flags=["over-strict"], spec=[rule])(make)


def changed(
    name: str, base: str, title: str, comment: str, recipe: Json, error: str, *any_of: str
) -> None:
    family.put(
        "invalid",
        "not",
        name,
        title,
        comment,
        recipe,
        base=base,
        error=error,
        any_of=list(any_of),
        severity="high",
        flags=["binding"],
        spec=[spec.SIGNATURE],
    )


# ---- Clients -------------------------------------------------------------------------------------

client("get", "GET of the root", "The twin of what follows.", Verify("/"))
client(
    "json_call",
    "a call of a service that speaks JSON",
    "The operation is in a header, the arguments in the body.",
    Verify(
        "/",
        method="POST",
        body='{"TableName":"reports"}',
        headers=[
            ("Content-Type", "application/x-amz-json-1.0"),
            ("X-Amz-Target", "Example_20150830.GetItem"),
        ],
    ),
)
changed(
    "json_call_other_operation",
    "json_call",
    "a call of another operation",
    "Reading becomes deleting.",
    after_sign("set-header", "X-Amz-Target", "Example_20150830.DeleteItem"),
    "signature-mismatch",
)
client(
    "form_call",
    "a call of a service that speaks forms",
    "Operation and arguments are in the body.",
    Verify(
        "/",
        method="POST",
        body="Action=ListUsers&Version=2010-05-08",
        headers=[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
    ),
)
changed(
    "form_call_other_action",
    "form_call",
    "a form with another action",
    "Parsed into arguments, a body is a body all the same.",
    after_sign("set-body", value="Action=DeleteUser&Version=2010-05-08"),
    "signature-mismatch",
    "payload-hash-mismatch",
)
changed(
    "form_call_action_in_query",
    "form_call",
    "an action in the query beside the form",
    "Frameworks merge the two, and one of them wins.",
    after_sign("set-target", value="/?Action=DeleteUser"),
    "signature-mismatch",
)
client(
    "query_call",
    "a call with its arguments in the query",
    "Values with everything that is escaped.",
    Verify("/?Action=ListUsers&Filter=a%20b%2Fc%3D%26%2B&Version=2010-05-08"),
    spec.QUERY_ENCODE,
)
client(
    "empty_values",
    "empty values, with '=' and without",
    "'acl' and 'acl=' are one.",
    Verify("/reports?acl&versions=&list-type=2"),
    spec.QUERY_EMPTY_VALUE,
)
client("bare_question_mark", "'?' and nothing behind it", "No query.", Verify("/reports?"))
client(
    "tildes",
    "unreserved marks, escaped and not",
    "'%7E' in a query is '~'.",
    Verify("/reports/~me?a=~&b=%7E-_."),
    spec.PATH_UNRESERVED,
)
client(
    "put_nothing",
    "PUT without a body",
    "Content-Length is 0, and nobody signs it.",
    Verify("/reports", method="PUT", unsigned=[("Content-Length", "0")]),
)
client(
    "get_with_body",
    "GET with a body",
    "Search engines want it, and it is hashed like any.",
    Verify("/reports/_search", body='{"query":{}}', headers=[("Content-Type", "application/json")]),
)
client(
    "patch",
    "PATCH",
    "A method like any.",
    Verify("/reports/1", method="PATCH", body="[]", headers=[("Content-Type", "application/json")]),
)
client(
    "host_ipv4",
    "Host is an IPv4 address",
    "With a port, as servers of one's own have it.",
    Verify("/reports", host="192.0.2.10:9000"),
    spec.HOST_PORT,
)
client(
    "host_short",
    "Host is a name without dots",
    "In a cluster names are short.",
    Verify("/reports", host="storage:9000"),
    spec.HOST_PORT,
)
changed(
    "host_other_port",
    "host_short",
    "another port of the same host",
    "Another server listens there.",
    after_sign("set-header", "Host", "storage:9001"),
    "signature-mismatch",
)
client(
    "leap_day",
    "signed on a leap day",
    "29 February 2016.",
    Verify("/reports", time="20160229T235959Z"),
    spec.DATE_FORMAT,
)
client(
    "first_second",
    "signed in the first second of a year",
    "At midnight.",
    Verify("/reports", time="20160101T000000Z"),
    spec.DATE_FORMAT,
)

# ---- Headers that clients sign -------------------------------------------------------------------


def signed(name: str, header: str, value: str, comment: str, other: str | None = None) -> None:
    """Signed beside the others, and then changed or taken away."""
    family.put(
        "valid",
        "signed",
        name,
        f"{header}, signed",
        comment,
        before_sign("add-signed-header", header, value),
        base="get",
        flags=["over-strict", "selection"],
        spec=[spec.SIGNED_LIST],
    )
    recipe = (
        after_sign("remove-header", header)
        if other is None
        else after_sign("set-header", header, other)
    )
    changed(
        name + ("_gone" if other is None else "_changed"),
        name,
        f"{header} {'taken away' if other is None else 'changed'}, where it was signed",
        "What was signed is there, and is that.",
        recipe,
        *(
            ("signed-header-missing", "signature-mismatch")
            if other is None
            else ("signature-mismatch",)
        ),
    )


signed("expect", "Expect", "100-continue", "A hop answers it, and hands it on or not.")
signed("te", "TE", "trailers", "A header for the next hop alone. Signed, it has come through.")
signed("transfer_encoding", "Transfer-Encoding", "chunked", "Of the way here, and signed.")
signed("content_length", "Content-Length", "0", "Some clients sign every header.", "1")
signed("user_agent", "User-Agent", "aws-cli/2.27.0 Python/3.13.1", "With blanks in it.", "curl/8")
signed(
    "accept_encoding", "Accept-Encoding", "identity", "SDKs sign it; a hop may change it.", "gzip"
)
signed("accept", "Accept", "*/*", "A '*' in a value.", "text/html")
signed(
    "invocation", "amz-sdk-invocation-id", "9a1b2c3d-0000-4000-8000-1234567890ab", "SDKs sign it."
)
signed(
    "attempt",
    "amz-sdk-request",
    "attempt=1; max=3",
    "SDKs sign it, with blanks.",
    "attempt=2; max=3",
)
signed("trace", "X-Amzn-Trace-Id", "Root=1-55e2f5a0-000000000000000000000000", "Signed by some.")
signed("range", "Range", "bytes=0-9", "A part of it was asked for.", "bytes=0-999")
signed("none_match", "If-None-Match", "*", "Only if there is none yet.")
signed("match", "If-Match", '"etag, with a comma"', "Quotes and a comma in a value.", '"etag"')
signed("cookie", "Cookie", "a=1; b=2", "Browsers send it.", "a=1; b=3")
signed("empty_value", "X-Note", "", "A value that is empty is a line all the same.", "x")
signed("colons", "X-Note", "a:b:c", "A value has colons.", "a:b")
signed("non_ascii", "X-Note", "Größe", "UTF-8 in a value, as it is.", "Grosse")
signed("one_letter", "X", "1", "A name of one letter.", "2")
signed("marks_in_name", "X-!#$%&'*+.^`|~", "1", "All marks that a name may have, but '_'.", "2")

# ---- Hops ----------------------------------------------------------------------------------------


def hop(name: str, title: str, comment: str, recipe: Json | Callable[[Base], Json], **more: object):
    options = {"base": "get", "flags": ["over-strict"], "spec": [spec.UNSIGNED_OK]} | more
    family.put("valid", "hop", name, title, comment, recipe, **options)


for header, value in (
    ("Via", "1.1 proxy.example"),
    ("X-Forwarded-For", "192.0.2.1, 192.0.2.2"),
    ("X-Forwarded-Proto", "https"),
    ("Forwarded", "for=192.0.2.1;proto=https"),
    ("X-Request-Id", "9a1b2c3d"),
    ("Traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
    ("Connection", "close"),
    ("Cache-Control", "no-cache"),
    ("Accept-Encoding", "gzip"),
    ("amz-sdk-request", "attempt=2; max=3"),
    ("X-Amazon-Note", "not of the family"),
    ("X-Amz", "not of the family, either"),
):
    hop(
        "added_" + header.lower().replace("-", "_"),
        f"{header} added on the way",
        "Nobody has signed it, it is no header of the dialect's own, and means nothing.",
        after_sign("add-header", header, value),
    )
hop(
    "date_in_lower_case",
    "the name of the date header in lower case",
    "As HTTP/2 has it.",
    after_sign("rename-header", "X-Amz-Date", "x-amz-date"),
    spec=[spec.HEADER_CASE],
)
hop(
    "host_in_upper_case",
    "the name of Host in upper case",
    "Names have no case.",
    after_sign("rename-header", "Host", "HOST"),
    spec=[spec.HEADER_CASE],
)
hop(
    "authorization_in_lower_case",
    "the name of Authorization in lower case",
    "As HTTP/2 has it.",
    after_sign("rename-header", "Authorization", "authorization"),
    spec=[spec.HEADER_CASE],
)
hop(
    "blanks_around_date",
    "blanks around the date",
    "White space around a value is no part of it.",
    lambda base: after_sign("set-header", base.row.date_header, f"  {base.time}\t"),
    spec=[spec.HEADER_OWS],
)
hop(
    "blanks_around_authorization",
    "blanks around Authorization",
    "White space around a value is no part of it.",
    lambda base: after_sign("set-header", "Authorization", f"\t{base.authorization}  "),
    spec=[spec.HEADER_OWS],
)
hop(
    "blanks_around_host",
    "blanks around Host",
    "White space around a value is no part of it.",
    after_sign("set-header", "Host", " example.amazonaws.com "),
    spec=[spec.HEADER_OWS],
)

# ---- Places --------------------------------------------------------------------------------------

for name, region, service, title in (
    ("china", "cn-north-1", "dynamodb", "a region of China"),
    ("government", "us-gov-west-1", "sts", "a region of a government"),
    ("gateway", "eu-central-1", "execute-api", "a service with a hyphen"),
    ("own_region", "garage", "service", "a region of one's own"),
    ("region_in_mixed_case", "RegionOne", "service", "a region in mixed case"),
    ("region_of_marks", "eu_west.1~a", "service", "marks in the name of a region"),
):

    def place(region: str = region, service: str = service) -> Verify:
        return Verify("/reports", expect={"region": region, "service": service})

    place.__name__, place.__doc__ = name, "It is what the verifier is, whatever it is called."
    family.valid("place", title, flags=["over-strict", "scope"], spec=[spec.SCOPE])(place)
family.put(
    "invalid",
    "not",
    "region_in_lower_case",
    "the same region in lower case",
    "Signed so. A name that has case is compared with it.",
    before_sign("set-claim", "region", "regionone"),
    base="region_in_mixed_case",
    error="scope-region",
    severity="low",
    flags=["scope"],
    spec=[spec.SCOPE],
)
