# SPDX-License-Identifier: Apache-2.0
"""The one table of what may differ between the reference library and a package, and why. Where a
row of it holds for a draw, the answers must differ as it says, unless both refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from . import predicates as its
from .compare import Effect
from .predicates import Predicate

BOTOCORE, AWSCRT = "botocore", "awscrt"
OLD, OLD_V1 = "python-dciauth-2.1.7", "python-dciauth-2.1.7-v1"
NEW_V2, NEW, NEW_URL = "python-dciauth-4-v2", "python-dciauth-4", "python-dciauth-4-url"
DCIAUTH = (OLD, OLD_V1, NEW_V2, NEW, NEW_URL)

AWS = ("aws4", "aws4-raw", "aws4-s3")
DCI = ("dci2-v2.1", "dci1", "dci2-v2", "dci2", "dci-aws4")

# The headers that a signer does not sign, because proxies change them.
LEFT_OUT_BY_BOTOCORE = (
    *(b"connection", b"expect", b"keep-alive", b"proxy-authorization", b"te", b"trailer"),
    *(b"traceparent", b"transfer-encoding", b"upgrade", b"user-agent", b"x-amzn-trace-id"),
)
LEFT_OUT_BY_AWSCRT = (
    *(b"expect", b"transfer-encoding", b"upgrade", b"user-agent", b"x-amzn-trace-id"),
)


@dataclass(frozen=True, kw_only=True)
class Difference:
    name: str
    packages: tuple[str, ...]
    rows: tuple[str, ...]
    matches: Predicate
    right: Literal["ours", "package", "either"]
    why: str
    vector: str
    shows: tuple[Effect, ...] = (Effect.OURS_REFUSES,)


DIFFERENCES = (
    # ---- Target ----------------------------------------------------------------------------------
    Difference(
        name="line-break-in-target",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.line_break_in_target,
        right="ours",
        why="A raw NUL, CR or LF is no part of a request target; signed, it makes a canonical"
        " request that can be read in two ways.",
        vector="aws4/path/raw-line-feed",
    ),
    Difference(
        name="line-break-in-dci-target",
        packages=DCIAUTH,
        rows=DCI,
        matches=its.line_break_in_target,
        right="ours",
        why="As above; the package signs what it could not send.",
        vector="dci2/path/raw-line-feed",
    ),
    Difference(
        name="fragment",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.fragment,
        right="ours",
        why="A request target has no fragment; awscrt signs '#' as data.",
        vector="aws4/path/fragment",
    ),
    Difference(
        name="no-leading-slash",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.no_leading_slash,
        right="ours",
        why="A target in origin-form begins with a slash; awscrt signs one that is not there.",
        vector="aws4/path/no-leading-slash",
    ),
    Difference(
        name="no-form-of-a-target",
        packages=(OLD, OLD_V1, NEW_V2, NEW),
        rows=DCI,
        matches=its.no_form,
        right="either",
        why="A target begins with a slash or is an absolute URL; the package takes any text.",
        vector="dci2/path/no-leading-slash",
    ),
    Difference(
        name="scheme-in-target",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.scheme_in_target,
        right="ours",
        why="awscrt takes what stands before the first ':/' of a target for the scheme of a URL: it"
        " signs what follows the authority, or refuses.",
        vector="aws4/path/url-inside",
        shows=(Effect.STAGES, Effect.THEIRS_REFUSES),
    ),
    Difference(
        name="tab-in-path",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.tab_in_path,
        right="ours",
        why="urlsplit() drops a raw TAB, and botocore signs a path without it.",
        vector="aws4/sweep-path/byte-09",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="malformed-escape-in-path",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.malformed_in_path,
        right="either",
        why="A '%' without two hex digits is refused here and taken for data there.",
        vector="aws4/path/malformed-escape",
    ),
    Difference(
        name="malformed-escape-in-query",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.malformed_in_query,
        right="either",
        why="As above; awscrt refuses it, too.",
        vector="aws4/query/malformed-escape",
    ),
    Difference(
        name="repeated-name-in-url",
        packages=(NEW_URL,),
        rows=DCI,
        matches=its.repeated_name,
        right="ours",
        why="HmacAuthBase signs the last value of a repeated key, the package's own server checks"
        " the first, so the request is refused here before it is refused there.",
        vector="dci2/query/repeated-key",
    ),
    Difference(
        name="blank-value-in-url",
        packages=(NEW_URL,),
        rows=DCI,
        matches=its.blank_value,
        right="ours",
        why="HmacAuthBase leaves out a key whose value is blank, and the package's own server does"
        " not.",
        vector="dci2/query/blank-value",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="parameters-in-url",
        packages=(NEW_URL,),
        rows=DCI,
        matches=its.path_parameters,
        right="ours",
        why="HmacAuthBase signs the path up to a ';' in its last segment and sends all of it.",
        vector="dci2/path/semicolon",
        shows=(Effect.STAGES,),
    ),
    # ---- Headers and method ----------------------------------------------------------------------
    Difference(
        name="line-break-in-header",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.line_break_in_value,
        right="ours",
        why="A raw NUL, CR or LF is no part of a header value.",
        vector="aws4/headers/line-feed",
    ),
    Difference(
        name="line-break-in-dci-header",
        packages=DCIAUTH,
        rows=DCI,
        matches=its.line_break_in_value,
        right="ours",
        why="As above.",
        vector="dci2/headers/host-line-feed",
    ),
    Difference(
        name="header-name-no-token",
        packages=(BOTOCORE, AWSCRT, OLD_V1),
        rows=(*AWS, "dci1"),
        matches=its.name_no_token,
        right="ours",
        why="A header name is a token of RFC 9110.",
        vector="aws4/headers/blank-in-name",
    ),
    Difference(
        name="header-of-the-signer",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.has_header(b"authorization", b"x-amz-date"),
        right="either",
        why="botocore replaces an Authorization or a date that is there already; here it is"
        " refused.",
        vector="aws4/headers/date-preset",
    ),
    Difference(
        name="header-of-the-dci-signer",
        packages=(OLD, NEW_V2),
        rows=DCI,
        matches=its.has_header(b"authorization", b"x-dci-date", b"x-amz-date"),
        right="ours",
        why="The package does not see an Authorization or a date that is there already, and its"
        " server would find two.",
        vector="dci2/headers/date-header-given",
    ),
    Difference(
        name="header-of-the-v1-signer",
        packages=(OLD_V1,),
        rows=DCI,
        matches=its.has_header(b"authorization", b"dci-datetime"),
        right="ours",
        why="Of an Authorization that is there, version 1 takes the choice of headers to sign; a"
        " date that is there it replaces.",
        vector="dci1/sign/date-header-given",
    ),
    Difference(
        name="two-hosts",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.two_hosts,
        right="ours",
        why="A request has one Host.",
        vector="aws4/headers/two-hosts",
    ),
    Difference(
        name="no-host",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.no_host,
        right="ours",
        why="Host must be signed; awscrt leaves it to the caller.",
        vector="aws4/headers/no-host",
    ),
    Difference(
        name="date-header",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.has_header(b"date"),
        right="ours",
        why="botocore sets a Date that is there to the time of signing, and sends no X-Amz-Date.",
        vector="aws4-s3/sign/documented-put",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="header-left-out-by-botocore",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.signs_header(*LEFT_OUT_BY_BOTOCORE),
        right="either",
        why="A header that proxies change is better not signed; which these are, nobody says.",
        vector="aws4/headers/user-agent",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="header-left-out-by-awscrt",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.signs_header(*LEFT_OUT_BY_AWSCRT),
        right="either",
        why="As above, with a shorter list.",
        vector="aws4/headers/user-agent",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="blanks-of-python",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.blank_in_value(its.PYTHON_BLANK),
        right="either",
        why="What str.split() takes for white space, U+00A0 among it, is a blank to botocore and"
        " data here.",
        vector="aws4/headers/no-break-space",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="vertical-blanks",
        packages=(AWSCRT,),
        rows=AWS,
        matches=its.blank_in_value(its.VERTICAL_BLANK),
        right="either",
        why="Vertical tab and form feed are blanks to awscrt and data here.",
        vector="aws4/headers/vertical-tab",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="method-in-lower-case",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.lower_method,
        right="ours",
        why="Methods are case-sensitive; botocore signs them in upper case.",
        vector="aws4/headers/method-verbatim",
        shows=(Effect.STAGES,),
    ),
    Difference(
        name="method-no-token",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.method_no_token,
        right="ours",
        why="A method is a token of RFC 9110.",
        vector="aws4/headers/method-with-blank",
    ),
    Difference(
        name="dci-method-no-token",
        packages=DCIAUTH,
        rows=DCI,
        matches=its.method_no_token,
        right="ours",
        why="As above.",
        vector="dci2/body/method-blank",
    ),
    # ---- Scope and keys --------------------------------------------------------------------------
    Difference(
        name="empty-region",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.empty_region,
        right="ours",
        why="A scope without a region is that of no service.",
        vector="aws4/scope/empty-region",
    ),
    Difference(
        name="mark-in-scope",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.mark_in_scope,
        right="ours",
        why="A slash, comma or blank in region or service lets the credential be read in two ways.",
        vector="aws4/scope/slash-in-region",
    ),
    Difference(
        name="mark-in-dci-scope",
        packages=(OLD, NEW_V2, NEW, NEW_URL),
        rows=DCI,
        matches=its.mark_in_scope,
        right="ours",
        why="As above.",
        vector="dci2/scope/region-slash",
    ),
    Difference(
        name="mark-in-access-key",
        packages=(BOTOCORE, AWSCRT),
        rows=AWS,
        matches=its.mark_in_access_key,
        right="ours",
        why="The same in the access key.",
        vector="aws4/scope/slash-in-access-key",
    ),
    Difference(
        name="mark-in-dci-access-key",
        packages=DCIAUTH,
        rows=DCI,
        matches=its.mark_in_access_key,
        right="ours",
        why="The same, but for slashes between parts.",
        vector="dci2/scope/access-key-comma",
    ),
    Difference(
        name="empty-secret",
        packages=(BOTOCORE,),
        rows=AWS,
        matches=its.empty_secret,
        right="ours",
        why="An empty secret is one that was not found.",
        vector="aws4/scope/empty-secret",
    ),
    Difference(
        name="empty-dci-secret",
        packages=(OLD_V1, NEW, NEW_URL),
        rows=DCI,
        matches=its.empty_secret,
        right="ours",
        why="As above; generate_headers of the package refuses it, too.",
        vector="dci2-v2/sign/empty-secret",
    ),
)
