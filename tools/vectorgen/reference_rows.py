# SPDX-License-Identifier: Apache-2.0
"""The table of dialects: one row each, its rules as functions where a rule does something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import reference_rules as rules

DCI_HOST = b"api.distributed-ci.io"
TOKEN_HEADER = "X-Amz-Security-Token"
HASH_HEADER = "X-Amz-Content-Sha256"

Rule = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Row:
    """The rules of one dialect. `is_aws` is its family: targets in origin-form without bad
    escapes, repeated query keys and headers, session tokens, payload literals are AWS's alone."""

    name: str
    is_aws: bool
    algorithm: str
    terminator: str
    date_header: str
    canonical_path: Rule
    canonical_query: Rule
    canonical_value: Rule
    # What `seal` puts in the place of canonical_query where that refuses a repeated key.
    write_params: Callable[[dict[str, str]], bytes] | None = None
    canonical_method: Rule = rules.path_verbatim
    # What the path was before it was encoded once more: what a verifier may hand on.
    kept_path: Rule = rules.path_verbatim
    hash_header_always: bool = False
    other_date_header: str = ""
    default_region: str = ""
    default_service: str = ""
    default_host: bytes = b""
    default_signed: str = ""  # empty: every header
    names_as_given: bool = False  # neither sorted nor each once
    must_sign_host: bool = True
    must_sign_added: bool = True
    own_constants: bool = False  # algorithm, terminator and scope date are the caller's
    has_scope: bool = True  # else the date stands alone, and one HMAC makes the key
    key_parts: int = 1  # of the access key, between slashes; 0: any number
    end_of_authorization: str = ""

    @property
    def added_names(self) -> set[bytes]:
        """The headers, in lower case, that a signer of this row adds."""
        names = {"authorization", self.date_header}
        if self.is_aws:
            names.add(TOKEN_HEADER)
        if self.hash_header_always:
            names.add(HASH_HEADER)
        return {name.lower().encode() for name in names}


AWS4 = Row(
    name="aws4",
    is_aws=True,
    algorithm="AWS4-HMAC-SHA256",
    terminator="aws4_request",
    date_header="X-Amz-Date",
    canonical_path=rules.path_normalise_encode,
    kept_path=rules.remove_dot_segments,
    canonical_query=rules.query_encoded_pairs,
    canonical_value=rules.value_trim_collapse,
)
# The class HmacSignature of python-dciauth 4.
DCI2 = Row(
    name="dci2",
    is_aws=False,
    algorithm="DCI2-HMAC-SHA256",
    terminator="dci2_request",
    date_header="X-DCI-Date",
    other_date_header="X-Amz-Date",
    canonical_path=rules.path_unquote,
    canonical_query=rules.query_quote,
    canonical_value=rules.value_split_join,
    write_params=rules.quote_sorted,
    default_signed="host;x-dci-date",
    key_parts=0,
)
# The functions of dciauth.v2: every constant is an argument with a default.
DCI2_V2 = replace(
    DCI2,
    name="dci2-v2",
    canonical_value=rules.value_verbatim,
    default_region="BHS3",
    default_service="api",
    default_host=DCI_HOST,
    names_as_given=True,
    must_sign_host=False,
    must_sign_added=False,
    own_constants=True,
    key_parts=2,
)

ROWS = {
    row.name: row
    for row in (
        AWS4,
        replace(
            AWS4,
            name="aws4-raw",
            canonical_path=rules.path_encode,
            kept_path=rules.path_verbatim,
        ),
        replace(
            AWS4,
            name="aws4-s3",
            canonical_path=rules.path_verbatim,
            kept_path=rules.path_verbatim,
            hash_header_always=True,
        ),
        DCI2,
        DCI2_V2,
        replace(
            DCI2_V2,
            name="dci2-v2.1",
            canonical_path=rules.path_verbatim,
            canonical_query=rules.query_urlencode,
            write_params=rules.urlencode_sorted,
        ),
        replace(
            DCI2,
            name="dci-aws4",
            algorithm="AWS4-HMAC-SHA256",
            terminator="aws4_request",
            date_header="X-Amz-Date",
            other_date_header="X-DCI-Date",
            default_signed="host;x-amz-date",
        ),
        # Signature over AuthRequest of python-dciauth 2.1.7, called version 1.
        Row(
            name="dci1",
            is_aws=False,
            algorithm="DCI-HMAC-SHA256",
            terminator="",
            date_header="dci-datetime",
            canonical_method=bytes.upper,
            canonical_path=rules.path_verbatim,
            canonical_query=rules.query_urlencode,
            canonical_value=rules.value_verbatim,
            write_params=rules.urlencode_sorted,
            must_sign_host=False,
            has_scope=False,
            key_parts=2,
            end_of_authorization=",",
        ),
    )
}
