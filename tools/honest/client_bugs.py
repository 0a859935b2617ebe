# SPDX-License-Identifier: Apache-2.0
"""The one table of what packages sign although the strict policy of the row refuses it, and why.
Where a row of it holds for a request, the verifier must refuse it with one of these errors."""

from __future__ import annotations

from dataclasses import dataclass, replace

from differential import predicates as its
from differential.differences import AWS, AWSCRT, BOTOCORE, DCI, NEW, NEW_URL, NEW_V2, OLD, OLD_V1
from differential.differences import LEFT_OUT_BY_AWSCRT, LEFT_OUT_BY_BOTOCORE
from differential.predicates import Predicate
from differential.wire import Draw
from vectorgen import reference as ref
from vectorgen import reference_verify
from vectorgen.reference_rules import path_unquote

SMITHY = "smithy"
EVERY = (BOTOCORE, AWSCRT, SMITHY, OLD, OLD_V1, NEW_V2, NEW, NEW_URL)
# The releases in which this was found; a test holds them to the shims.
VERSIONS = {
    **{BOTOCORE: "1.44.5", AWSCRT: "0.38.1", SMITHY: "5.7.5", OLD: "2.1.7", OLD_V1: "2.1.7"},
    **dict.fromkeys((NEW_V2, NEW, NEW_URL), "4.0.1.post202603121510"),
}
TARGET = ("malformed-uri", "malformed-query")
SCOPE = ("malformed-credential", "malformed-auth-header")


@dataclass(frozen=True, kw_only=True)
class Bug:
    """`vector` is one for whose request `matches` holds, in one of the rows. Of what the draws are
    full of, one draw in `one_in` is taken, and the others are passed over."""

    name: str
    signers: tuple[str, ...]
    rows: tuple[str, ...] = (*AWS, *DCI)
    matches: Predicate
    errors: tuple[str, ...]
    story: str
    vector: str
    one_in: int = 1

    def concerns(self, signer: str, draw: Draw) -> bool:
        return signer in self.signers and draw.row in self.rows and self.matches(draw)


# ---- What is not looked for in the comparison, where both sides sign -----------------------------


def raw_in_target(draw: Draw) -> bool:
    """A blank or a control in the target, raw."""
    return any(byte <= 0x20 or byte == 0x7F for byte in draw.target)


def path_that_decodes_badly(draw: Draw) -> bool:
    """Decoded, the path is that of other requests, too."""
    if ref.ROWS[draw.row].canonical_path is not path_unquote:
        return False
    try:
        reference_verify.check_decoded(draw.path)
    except ref.Refused:
        return True
    return False


def own_header_unsigned(draw: Draw) -> bool:
    """A header of the dialect's own is sent, and is not among those that are signed."""
    prefix = reference_verify.guarded_prefix(ref.ROWS[draw.row])
    unsigned = set(draw.names) - set(draw.signed)
    return any(name.replace(b"_", b"-").startswith(prefix) for name in unsigned)


def without(predicate: Predicate, left_out: tuple[bytes, ...]) -> Predicate:
    """Of the headers that are not left out of the signature."""

    def matches(draw: Draw) -> bool:
        kept = [header for header in draw.headers if header[0].lower() not in left_out]
        return predicate(replace(draw, headers=kept))

    return matches


CLIENT_BUGS = (
    # ---- Target ----------------------------------------------------------------------------------
    Bug(
        name="raw-in-target",
        signers=EVERY,
        matches=raw_in_target,
        errors=TARGET,
        story="A blank or a control character, raw in the target, is signed as if it could be sent."
        " With a line break in it the canonical request can be read in two ways.",
        vector="aws4/path/raw-blank",
    ),
    Bug(
        name="malformed-escape",
        signers=(BOTOCORE, AWSCRT, SMITHY),
        rows=AWS,
        matches=lambda draw: its.malformed_in_path(draw) or its.malformed_in_query(draw),
        errors=TARGET,
        story="A '%' without two hex digits is taken for data.",
        vector="aws4/verify/malformed-escape-in-path",
    ),
    Bug(
        name="fragment",
        signers=(AWSCRT, SMITHY),
        rows=AWS,
        matches=its.fragment,
        errors=TARGET,
        story="A request target has no fragment; '#' is signed as data.",
        vector="aws4/verify/fragment",
    ),
    Bug(
        name="no-leading-slash",
        signers=(AWSCRT,),
        rows=AWS,
        matches=its.no_leading_slash,
        errors=TARGET,
        story="A target in origin-form begins with a slash; one is signed that is not there.",
        vector="aws4/path/no-leading-slash",
    ),
    Bug(
        name="no-form-of-a-target",
        signers=(OLD, OLD_V1, NEW_V2, NEW),
        rows=DCI,
        matches=its.no_form,
        errors=TARGET,
        story="Any text is taken for an endpoint, also what is neither a path nor a URL.",
        vector="dci2/path/no-leading-slash",
    ),
    Bug(
        name="scheme-in-target",
        signers=(AWSCRT,),
        rows=AWS,
        matches=its.scheme_in_target,
        errors=("signature-mismatch",),
        story="What stands before the first ':/' is taken for the scheme of a URL, and only what"
        " follows the authority is signed.",
        vector="aws4/path/url-inside",
    ),
    Bug(
        name="path-signed-decoded",
        signers=(NEW_V2, NEW, NEW_URL),
        rows=DCI,
        matches=path_that_decodes_badly,
        errors=TARGET,
        story="The path is signed decoded, so /a%2Fb has the signature of /a/b. Strict refuses"
        " escaped slashes and controls, escapes that are none, and what is no UTF-8.",
        vector="dci2/path/escaped-slash",
        one_in=8,
    ),
    Bug(
        name="repeated-name-in-url",
        signers=(NEW_URL,),
        rows=DCI,
        matches=its.repeated_name,
        errors=("duplicate-query-param",),
        story="HmacAuthBase signs the last value of a repeated key.",
        vector="dci2/query/repeated-key",
    ),
    Bug(
        name="blank-value-in-url",
        signers=(NEW_URL,),
        rows=DCI,
        matches=its.blank_value,
        errors=("signature-mismatch",),
        story="HmacAuthBase leaves out a key whose value is blank.",
        vector="dci2/query/blank-value",
    ),
    Bug(
        name="parameters-in-url",
        signers=(NEW_URL,),
        rows=DCI,
        matches=its.path_parameters,
        errors=("signature-mismatch",),
        story="HmacAuthBase signs the path up to a ';' in its last segment and sends all of it.",
        vector="dci2/path/semicolon",
    ),
    # ---- Headers and method ----------------------------------------------------------------------
    Bug(
        name="own-header-unsigned",
        signers=(OLD, NEW_V2, NEW, NEW_URL),
        rows=DCI,
        matches=own_header_unsigned,
        errors=("header-not-signed",),
        story="Host and the date alone are signed; a header of the dialect's own that goes along,"
        " x-dci- or x-amz-, can be changed on the way.",
        vector="dci2-v2.1/verify/dci-header-added",
        one_in=2,
    ),
    Bug(
        name="line-break-in-header",
        signers=EVERY,
        matches=its.line_break_in_value,
        errors=("malformed-header",),
        story="A raw NUL, CR or LF is signed as a part of a header value.",
        vector="aws4/headers/line-feed",
    ),
    Bug(
        name="header-name-no-token",
        signers=(BOTOCORE, AWSCRT, SMITHY, OLD_V1),
        rows=(*AWS, "dci1"),
        matches=its.name_no_token,
        errors=("malformed-header",),
        story="A header name that is no token is signed.",
        vector="aws4/headers/blank-in-name",
    ),
    Bug(
        name="two-hosts",
        signers=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.two_hosts,
        errors=("duplicate-host",),
        story="Two Host headers are signed; a request has one.",
        vector="aws4/headers/two-hosts",
    ),
    Bug(
        name="no-host",
        signers=(AWSCRT, SMITHY),
        rows=AWS,
        matches=its.no_host,
        errors=("host-not-signed",),
        story="A request without Host is signed without it.",
        vector="aws4/headers/no-host",
    ),
    Bug(
        name="date-header",
        signers=(BOTOCORE,),
        rows=AWS,
        matches=its.has_header(b"date"),
        errors=("missing-date",),
        story="A Date that is there is set to the time of signing, and no X-Amz-Date is sent.",
        vector="aws4/verify-date/date-instead",
    ),
    Bug(
        name="blanks-of-python",
        signers=(BOTOCORE,),
        rows=AWS,
        matches=without(its.blank_in_value(its.PYTHON_BLANK), LEFT_OUT_BY_BOTOCORE),
        errors=("signature-mismatch",),
        story="What str.split() takes for white space, U+00A0 among it, is signed as a blank.",
        vector="aws4/headers/no-break-space",
    ),
    Bug(
        name="vertical-blanks",
        signers=(AWSCRT,),
        rows=AWS,
        matches=without(its.blank_in_value(its.VERTICAL_BLANK), LEFT_OUT_BY_AWSCRT),
        errors=("signature-mismatch",),
        story="Vertical tab and form feed are signed as blanks.",
        vector="aws4/headers/vertical-tab",
    ),
    Bug(
        name="method-in-lower-case",
        signers=(BOTOCORE,),
        rows=AWS,
        matches=its.lower_method,
        errors=("signature-mismatch",),
        story="Methods are case-sensitive; they are signed in upper case.",
        vector="aws4/headers/method-verbatim",
    ),
    Bug(
        name="method-no-token",
        signers=EVERY,
        matches=its.method_no_token,
        errors=("malformed-method",),
        story="A method that is no token is signed.",
        vector="aws4/headers/method-with-blank",
    ),
    # ---- Scope and keys --------------------------------------------------------------------------
    Bug(
        name="empty-region",
        signers=(BOTOCORE, SMITHY),
        rows=AWS,
        matches=its.empty_region,
        errors=SCOPE,
        story="A scope without a region is that of no service.",
        vector="aws4/scope/empty-region",
    ),
    Bug(
        name="mark-in-scope",
        signers=(BOTOCORE, AWSCRT, SMITHY, OLD, NEW_V2, NEW, NEW_URL),
        matches=its.mark_in_scope,
        errors=SCOPE,
        story="A slash, comma or blank in region or service lets the credential be read in two"
        " ways.",
        vector="aws4/scope/slash-in-region",
    ),
    Bug(
        name="mark-in-access-key",
        signers=EVERY,
        matches=its.mark_in_access_key,
        errors=SCOPE,
        story="The same in the access key, but for the slashes between its parts in DCI's.",
        vector="aws4/scope/slash-in-access-key",
    ),
    Bug(
        name="empty-secret",
        signers=(BOTOCORE, SMITHY, OLD_V1, NEW, NEW_URL),
        matches=its.empty_secret,
        errors=("unknown-key",),
        story="An empty secret is one that was not found; it is signed with.",
        vector="aws4/scope/empty-secret",
    ),
)


def bugs_of(signer: str, draw: Draw) -> list[Bug]:
    return [bug for bug in CLIENT_BUGS if bug.concerns(signer, draw)]
