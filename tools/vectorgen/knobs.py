# SPDX-License-Identifier: Apache-2.0
"""Knobs: where implementations legitimately differ. An `acceptable` vector names one; absent
policy means strict."""

from __future__ import annotations

KNOBS: dict[str, dict[str, str]] = {
    "dot_segment_end": {
        "no-slash": "'/a/b/..' is signed as '/a', without the slash",
        "slash": "'/a/b/..' is signed as '/a/', as RFC 3986 section 5.2.4 reads",
    },
    "query_plus": {
        "literal": "'+' in a query is a plus sign, signed as '%2B'",
        "space": "'+' in a query is a space, signed as '%20'",
    },
    "header_white_space": {
        "sp-tab": "blank and tab are white space, as RFC 9110 has it; every other byte is data",
        "sp": "only the blank is white space",
        "isspace": "vertical tab and form feed too",
        "unicode": "every Unicode white space",
    },
    "malformed_pct": {
        "refuse": "a '%' without two hex digits is refused",
        "data": "such a '%' is a percent sign, signed as '%25'",
    },
    "raw_path": {
        "once": "a byte that no URI holds is encoded once",
        "wire": "it is encoded for the wire first, and then once more",
    },
    "default_port": {
        "kept": "Host is signed as given, ':443' included",
        "stripped": "the default port of the scheme is left out",
    },
    "path_reencode": {
        "as-sent": "an S3 path is copied as it stands on the wire",
        "re-encode": "it is decoded and encoded again, so that reserved characters are escaped",
    },
    "empty_pair": {
        "named": "'=v' is the empty name with the value 'v'",
        "dropped": "a pair without name is left out",
    },
    "hex_case": {
        "refuse": "only lower-case hex is a signature",
        "accept": "hex digits are decoded before they are compared",
    },
    "auth_header_ws": {
        "strict": "fields are separated by a comma and blanks or tabs",
        "lenient": "a trailing comma, or blanks before the comma, are passed over",
    },
    "auth_header_order": {
        "named": "fields are found by their names, behind a comma and any blanks or tabs",
        "fixed": "they stand in the order of the documents, behind a comma and one blank",
    },
    "duplicate_auth_param": {
        "refuse": "a field that is there twice is refused",
        "last": "the last one counts",
    },
    "scope_date": {
        "strict": "the scope date is the day of x-amz-date",
        "signed": "an older scope date is accepted if it is signed so",
    },
    "signed_headers_form": {
        "refuse": "names that are unsorted or in upper case are refused",
        "canonicalise": "they are sorted and lower-cased before use",
    },
    "value_collapse": {
        "collapse": "runs of blanks are equal to one blank",
        "verbatim": "the value is compared as it came",
    },
    "payload_hash_case": {
        "refuse": "only lower-case hex is a payload hash",
        "accept": "upper-case hex is one too",
    },
    "token_unexpected": {
        "refuse": "a permanent key takes no session token",
        "ignore": "a token beside a permanent key is ignored",
    },
    "unknown_auth_param": {
        "refuse": "a field that nobody defined is refused",
        "ignore": "it is passed over",
    },
    "identity_swap": {
        "presented": "another key with the same secret verifies: its id is not in what is signed",
        "refuse": "secrets are unique, so such a key does not exist",
    },
    "reserved_header": {
        "refuse": "a request that already holds a header which the signer adds is refused",
        "replace": "the header is taken out, and the signer's own put in",
    },
    "proxied_header": {
        "signed": "every header that is given is signed, if the caller makes no choice",
        "left-out": "those that proxies change are left out of the signature",
    },
    "line_folding": {
        "refuse": "a value with a line break in it is refused",
        "unfold": "a line break and the white space after it become one blank, as before RFC 7230",
    },
    "target_form": {
        "refuse": "a target is in origin-form, in absolute-form or empty; all else is refused",
        "verbatim": "the endpoint is text, and is signed as it is",
    },
    "decoded_control": {
        "signed": "an escaped control is decoded and stands in the canonical request as it is",
        "refuse": "a path is refused that would hold a control after decoding",
    },
    "path_bytes": {
        "replace": "raw bytes of a path that are no UTF-8 are read as U+FFFD",
        "octets": "they are signed as they are",
        "refuse": "a path that is no text is refused",
    },
    "asterisk_form": {
        "refuse": "the target '*' is refused: it has no path to sign",
        "root": "'*' is signed as the root",
        "empty": "'*' is signed as an empty path",
    },
    "absolute_form": {
        "refuse": "a target in absolute-form is refused",
        "path": "its path and query are signed",
    },
    "preset_hash": {
        "checked": "a payload hash header that is not the body's is refused",
        "believed": "the header's value becomes the payload line",
    },
    "credential_slash": {
        "refuse": "a credential has five parts, so a key holds no slash",
        "accept": "the scope is its last four parts, and all before them is the key",
    },
    "region_alias": {
        "exact": "the region of the scope is the verifier's own, byte for byte",
        "alias": "an old or general name of it, such as 'US' or 'aws-global', is accepted too",
    },
    "date_form": {
        "basic": "the time is YYYYMMDDTHHMMSSZ, in numbers that a clock shows",
        "lenient": "another spelling of the same instant is read, or a leap second",
    },
    "scope_region": {
        "expected": "the region of the scope is the verifier's",
        "any": "another region is accepted if it is signed so",
    },
    "scope_service": {
        "expected": "the service of the scope is the verifier's",
        "any": "another service is accepted if it is signed so",
    },
    "date_source": {
        "dialect": "the time of a request is that of the dialect's own header",
        "http": "where that is absent, a signed Date header counts",
    },
    "payload_absent": {
        "refuse": "a request to S3 without a payload hash header is refused",
        "hash": "the body is hashed, as for other services",
    },
    "coverage": {
        "required": "host, date and the dialect's own headers must be signed",
        "free": "whatever is listed is signed, and no more is asked for",
    },
    "query_semicolon": {
        "data": "';' in a query is a character like others",
        "refuse": "a query with a ';' is refused, because some parsers split at it",
    },
    "target_bytes": {
        "octets": "a byte that no URI holds, such as a raw backslash, is signed as any other",
        "refuse": "a target with such a byte is refused",
    },
    "above_root": {
        "taken": "a '..' above the root is the root (RFC 3986, 5.2.4), or a name where dots are",
        "refuse": "a path that climbs above the root is refused",
    },
    "host_case": {
        "exact": "Host is compared as it came",
        "folded": "a host name has no case",
    },
    "content_md5": {
        "ignored": "what is not signed says nothing: the body is bound by its own hash",
        "checked": "a digest that is not the body's is refused, signed or not",
    },
}
