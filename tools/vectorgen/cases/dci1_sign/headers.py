# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: every header, sorted by name."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid("headers", "all of them are signed", flags=["selection"], spec=[spec_dci.V1_HEADERS])
def all_signed():
    """User-Agent, Connection and what else is there, which other signers leave out."""
    return Sign(
        "/api",
        headers=[
            ("User-Agent", "dciclient/1"),
            ("Connection", "keep-alive"),
            ("Accept", "*/*"),
            ("Transfer-Encoding", "chunked"),
        ],
    )


@area.valid("headers", "Host is a header like any", flags=["selection"], spec=[spec_dci.V1_HEADERS])
def host():
    """Signed if it is there, with its port; it need not be."""
    return Sign("/api", host="api.distributed-ci.io:5000")


@area.valid(
    "headers",
    "sorted after they are lower case",
    flags=["header-order"],
    spec=[spec_dci.V1_HEADERS],
)
def sorted_lower_case():
    """'X-B' behind 'x-a': as they came it would be before."""
    return Sign("/api", headers=[("x-a", "1"), ("X-B", "2"), ("Accept", "3"), ("x_c", "4")])


@area.valid("headers", "prefixes of names", flags=["header-order"], spec=[spec_dci.V1_HEADERS])
def prefix_names():
    """Names are compared, not lines: 'x-a' before 'x-a-b' although ':' is behind '-'."""
    return Sign("/api", headers=[("X-A-B", "1"), ("X-A", "2"), ("X-A1", "3")])


@area.valid(
    "headers", "before and behind the date", flags=["header-order"], spec=[spec_dci.V1_HEADERS]
)
def around_the_date():
    """dci-datetime takes its place among them: it is not appended."""
    return Sign(
        "/api",
        headers=[("dci-datetime2", "1"), ("dci-date", "2"), ("zz", "3"), ("a", "4")],
    )


@area.valid("headers", "values are verbatim", flags=["white-space"], spec=[spec_dci.V1_HEADERS])
def verbatim():
    """No trimming, no collapsing."""
    return Sign("/api", headers=[("X-Note", "  two  words\t")])


@area.valid("headers", "an empty value", flags=["white-space"], spec=[spec_dci.V1_HEADERS])
def empty_value():
    """'x-note:' and nothing behind it."""
    return Sign("/api", headers=[("X-Note", "")])


@area.valid("headers", "UTF-8 in a value", flags=["bytes"], spec=[spec_dci.V1_HEADERS])
def utf8_value():
    """A Python string, signed as UTF-8."""
    return Sign("/api", headers=[("X-Name", "\u00a0équipe 😀")])


@area.valid("headers", "a colon and a comma", flags=["repeated-header"], spec=[spec_dci.V1_HEADERS])
def delimiters_in_value():
    """One value: nothing is split."""
    return Sign("/api", headers=[("X-Note", "a:b, c;d,e")])


@area.valid("headers", "the date headers of the others", flags=["date"], spec=[spec_dci.V1_HEADERS])
def other_date_headers():
    """X-DCI-Date and X-Amz-Date mean nothing here, and are signed as they are."""
    return Sign(
        "/api",
        headers=[("X-DCI-Date", "20200101T000000Z"), ("X-Amz-Date", "20200101T000000Z")],
    )
