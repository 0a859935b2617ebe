# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: choosing what is signed."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "select",
    "only the headers named are signed",
    flags=["selection"],
    spec=[spec.SIGNED_LIST, spec.UNSIGNED_OK],
)
def selected():
    """User-Agent and the like change on the way. What is signed is the caller's choice, beside
    host and x-amz-*."""
    return Sign(
        "/",
        headers=[("User-Agent", "curl/8"), ("Accept", "*/*")],
        params={"signed_headers": "accept;host;x-amz-date"},
    )


@area.valid(
    "select",
    "the choice is sorted and lower-cased",
    level="should",
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)
def selected_any_order():
    """The list in the request is sorted, in whatever order and case the caller names the
    headers."""
    return Sign(
        "/", headers=[("Accept", "*/*"), ("B", "1")], params={"signed_headers": "X-Amz-Date;Host;B"}
    )


@area.invalid(
    "select",
    "Host is not among the headers named",
    error="host-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.HOST_SIGNED],
)
def host_not_selected():
    """Without it the request is good on every host that knows the key."""
    return Sign("/", params={"signed_headers": "x-amz-date"})


@area.invalid(
    "select",
    "the date is not among the headers named",
    error="header-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.DATE_SIGNED],
)
def date_not_selected():
    """The signer adds x-amz-date, and every x-amz-* header has to be signed."""
    return Sign("/", params={"signed_headers": "host"})


@area.invalid(
    "select",
    "a header is named that is not there",
    error="signed-header-missing",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST],
)
def selected_missing():
    """Signing it as empty lets a hop add it later under a valid signature."""
    return Sign("/", params={"signed_headers": "accept;host;x-amz-date"})


@area.invalid(
    "select",
    "a header is named twice",
    error="signed-headers-malformed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST],
)
def selected_twice():
    """One name, one line: 'host;host' makes two parsers count differently."""
    return Sign("/", params={"signed_headers": "host;host;x-amz-date"})


@area.invalid(
    "select",
    "an empty name in the choice",
    error="signed-headers-malformed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST, spec.HEADER_TOKEN],
)
def selected_empty_name():
    """A trailing ';' from a loop that joins."""
    return Sign("/", params={"signed_headers": "host;x-amz-date;"})


@area.valid(
    "select",
    "the least that may be signed",
    flags=["selection"],
    spec=[spec.SIGNED_LIST, spec.UNSIGNED_OK],
)
def selected_least():
    """Host and the date alone, whatever else is there: a choice is not added to."""
    return Sign(
        "/",
        headers=[("Accept", "*/*"), ("Hostname", "x"), ("X-Tag", "1")],
        params={"signed_headers": "host;x-amz-date"},
    )


@area.valid(
    "select",
    "a chosen header that is repeated",
    flags=["selection", "repeated-header"],
    spec=[spec.SIGNED_LIST, spec.HEADER_JOIN],
)
def selected_repeated():
    """All its values are signed, also those that come behind a header that was not chosen. A
    look-up finds the first or the last."""
    return Sign(
        "/",
        headers=[("X-Tag", "b"), ("Accept", "*/*"), ("x-tag", "a")],
        params={"signed_headers": "host;x-amz-date;x-tag"},
    )


@area.valid(
    "select",
    "a choice whose names are prefixes",
    flags=["selection", "header-order"],
    spec=[spec.SIGNED_LIST, spec.HEADER_SORT],
)
def selected_prefixes():
    """The list is searched for whole names: strstr() finds 'x-a' in 'x-a-b' and signs what was not
    chosen."""
    return Sign(
        "/",
        headers=[("X-A", "1"), ("X-A-B", "2"), ("A-B", "3")],
        params={"signed_headers": "x-a-b;host;x-amz-date"},
    )


@area.invalid(
    "select",
    "a header is named twice, in two cases",
    error="signed-headers-malformed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST],
)
def selected_twice_in_two_cases():
    """Repeats are looked for in lower case, or 'host;Host' passes and comes out as 'host;host'."""
    return Sign("/", params={"signed_headers": "Host;host;x-amz-date"})


@area.invalid(
    "select",
    "a blank behind the semicolon",
    error="signed-headers-malformed",
    any_of=["argument", "signed-header-missing"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST, spec.HEADER_TOKEN],
)
def selected_with_blank():
    """A list for people. Trimmed by one side and not by the other, ' x-amz-date' is a header that
    is not there."""
    return Sign("/", params={"signed_headers": "host; x-amz-date"})


@area.invalid(
    "select",
    "commas instead of semicolons",
    error="signed-headers-malformed",
    any_of=["argument", "signed-header-missing", "host-not-signed"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST, spec.HEADER_TOKEN],
)
def selected_with_commas():
    """In the Authorization header a comma ends the list."""
    return Sign("/", params={"signed_headers": "host,x-amz-date"})
