# SPDX-License-Identifier: Apache-2.0
"""Pairs of paths that some server takes for one: under the signature of the one, the other; and the
one, signed in the form of the other."""

from __future__ import annotations

from . import changed, signed

NAMES = {"flags": ["binding"]}
DOTS = {"flags": ["binding", "dot-segments"]}
BYTES = {"flags": ["binding", "bytes"]}
PLUS = {"flags": ["binding", "plus-sign"]}

# ---- Names ---------------------------------------------------------------------------------------

changed(
    "name_changed",
    "plain",
    "another name of the same length",
    "The plainest repurposing of a captured request.",
    "/reports/2015/q4",
    **NAMES,
)
changed(
    "name_in_upper_case",
    "plain",
    "a name in upper case",
    "A router or a file system without case serves it as the same, or serves another.",
    "/reports/2015/Q3",
    **NAMES | {"severity": "low"},
)
changed(
    "slash_appended",
    "plain",
    "a slash appended",
    "Frameworks redirect to the one of the two they like; a verifier in front of them does not.",
    "/reports/2015/q3/",
    **DOTS,
)
changed(
    "parameter_changed",
    "parameter",
    "a parameter of a segment changed",
    "Servlet containers take ';…' away before they route, so verifier and application may see two "
    "requests as one.",
    "/reports/2015;v=2",
    **NAMES,
)
changed(
    "parameter_added",
    "plain",
    "a parameter of a segment added",
    "'..;' is a name to a proxy and a step up to a container behind it.",
    "/reports/..;/2015/q3",
    **DOTS,
)

# ---- Segments ------------------------------------------------------------------------------------

changed(
    "dot_segment_added",
    "plain",
    "'/./' put in",
    "Where dots are names it is another resource; a file system below finds the same.",
    "/reports/./2015/q3",
    **DOTS,
)
changed(
    "step_up_added",
    "plain",
    "'/x/../' put in",
    "Where dots are names it is another resource; a file system below finds the same.",
    "/reports/x/../2015/q3",
    **DOTS,
)
changed(
    "slash_doubled",
    "plain",
    "a slash doubled",
    "Merged by a proxy on the way, two resources become one.",
    "/reports//2015/q3",
    **DOTS,
)
changed(
    "slashes_in_front",
    "plain",
    "two slashes at the beginning",
    "A parser of URIs reads '//reports' as a host.",
    "//reports/2015/q3",
    **DOTS,
)
changed(
    "segments_merged",
    "dots_and_slashes",
    "dot and empty segments taken out",
    "Another resource, if they were names. A hop that normalises must not have the last word.",
    "/reports/2015/q3",
    **DOTS,
)
changed(
    "above_root_added",
    "plain",
    "'/..' put in front",
    "Where dots are names it is another resource; a file system below cannot climb above its root.",
    "/../reports/2015/q3",
    **DOTS,
)
changed(
    "climbs_to_another",
    "plain",
    "'..' leads to another folder",
    "Normalised it is '/secrets/q3', not normalised it is nothing that was signed.",
    "/reports/2015/../../secrets/q3",
    **DOTS,
)
signed(
    "signed_with_segments_merged",
    "dots_and_slashes",
    "signed without its dot and empty segments",
    "Normalised by the client: where dots are names, that is another resource's signature.",
    "/reports/2015/q3",
    flags=["dot-segments"],
)
signed(
    "signed_with_segments_kept",
    "dots_and_slashes",
    "signed with its dot and empty segments",
    "Not normalised: a verifier that tries both forms accepts two readings of one path.",
    "/reports//2014/./../2015/q3",
    flags=["dot-segments"],
)

# ---- Escapes -------------------------------------------------------------------------------------

changed(
    "slash_unescaped",
    "escaped_slash",
    "'%2F' becomes '/'",
    "One name becomes two. A router that decodes before it splits finds them in both.",
    "/reports/a/b",
)
changed(
    "slash_escaped",
    "plain",
    "'/' becomes '%2F'",
    "Two names become one.",
    "/reports/2015%2Fq3",
    any_of=["malformed-uri"],
)
changed(
    "backslash_unescaped",
    "escaped_backslash",
    "'%5C' becomes a backslash",
    "Raw, it is a slash to some: URL parsers of browsers, and one family of file systems.",
    "/reports/a\\b",
    any_of=["malformed-uri"],
)
changed(
    "backslash_for_slash",
    "plain",
    "a backslash for a slash",
    "A URL parser of browsers gives both one path.",
    "/reports\\2015/q3",
    any_of=["malformed-uri"],
)
changed(
    "decoded_once",
    "escaped_percent",
    "'%2541' becomes '%41'",
    "Decoded once by a hop. A verifier that decodes until nothing changes finds 'A' in both.",
    "/reports/%41",
)
changed(
    "decoded_twice",
    "escaped_percent",
    "'%2541' becomes 'A'",
    "Decoded twice: once by a hop, and once where the path is used.",
    "/reports/A",
)
changed(
    "letter_unescaped",
    "escaped_letter",
    "'%41' becomes 'A'",
    "Equal by RFC 3986 (6.2.2.2). Signed is the text, so a hop that normalises breaks it, and a "
    "verifier that normalises takes two texts for one.",
    "/reports/A",
    severity="low",
)
changed(
    "hex_in_upper_case",
    "lower_case_hex",
    "'%c3%a9' becomes '%C3%A9'",
    "Equal by RFC 3986 (6.2.2.1). Signed is the text.",
    "/reports/caf%C3%A9",
    severity="low",
    flags=["binding", "hex-case"],
)
changed(
    "dots_resolved",
    "escaped_dots",
    "'%2e%2e%2f' resolved",
    "A hop that decodes and normalises; a verifier that does the same agrees with it, and the "
    "signed path is another.",
    "/secrets",
)
changed(
    "dots_unescaped",
    "escaped_dots",
    "'%2e%2e%2f' becomes '../'",
    "Decoded on the way, resolved behind it.",
    "/reports/../secrets",
)
changed(
    "escaped_dots_added",
    "plain",
    "'%2e%2e/' put in",
    "Not seen by who looks for '..'; decoded, the path leads elsewhere.",
    "/reports/2015/%2e%2e/q3",
)
changed(
    "question_unescaped",
    "escaped_question",
    "'%3F' becomes '?'",
    "The end of a name becomes an argument.",
    "/reports/a?page=1",
)
changed(
    "query_escaped_into_name",
    "plain",
    "a query put into the name",
    "'%3F' and an argument: a server that decodes before it splits finds the signed path, and a "
    "query that nobody signed.",
    "/reports/2015/q3%3Fadmin=1",
)
changed(
    "nul_appended_escaped",
    "plain",
    "'%00' and more appended",
    "Decoded and taken for a C string it is the signed path.",
    "/reports/2015/q3%00.html",
    any_of=["malformed-uri"],
)
changed(
    "blank_as_plus",
    "escaped_blank",
    "'%20' becomes '+'",
    "A decoder of forms makes them equal; a path is no form.",
    "/reports/a+b",
    **PLUS,
)
changed(
    "plus_as_blank", "plus", "'+' becomes '%20'", "The other way round.", "/reports/a%20b", **PLUS
)
changed(
    "decomposed",
    "composed",
    "a composed letter decomposed",
    "File systems that normalise Unicode make one file of two names.",
    "/reports/cafe%CC%81",
    **BYTES | {"severity": "low"},
)
changed(
    "overlong_slash",
    "plain",
    "'%C0%AF' for a slash",
    "An overlong form: lenient decoders of UTF-8 find '/' in it.",
    "/reports%C0%AF2015/q3",
    **BYTES | {"any_of": ["malformed-uri"]},
)

changed(
    "letter_escaped_twice",
    "letter",
    "'A' becomes '%2541'",
    "Decoded by the server, and once more by the verifier, both are 'A'.",
    "/reports/%2541",
)

# ---- The right secret, another form --------------------------------------------------------------

signed(
    "signed_with_slash_unescaped",
    "escaped_slash",
    "signed decoded: '/' for '%2F'",
    "The client has signed what its library decoded. Tried beside the right form, both names have "
    "one signature.",
    "/reports/a/b",
)
signed(
    "signed_as_sent",
    "escaped_percent",
    "signed as sent",
    "The dialect of an object store, and right there. Tried beside the right form, two texts have "
    "one signature.",
    "/reports/%2541",
    flags=["single-encoding", "double-encoding"],
)
signed(
    "signed_encoded_again",
    "escaped_percent",
    "signed encoded once more",
    "The dialect of most services, and right there.",
    "/reports/%252541",
    flags=["single-encoding", "double-encoding"],
)
signed(
    "signed_with_letter_escaped",
    "escaped_letter_is_a_letter",
    "signed as sent",
    "Where a path is signed decoded, this is another path's signature.",
    "/reports/%41",
)
signed(
    "signed_with_letter_escaped_twice",
    "escaped_letter_is_a_letter",
    "signed encoded once more",
    "Where a path is signed decoded, this is another path's signature.",
    "/reports/%2541",
)
signed(
    "signed_decoded_twice",
    "escaped_percent",
    "signed decoded to the end: 'A' for '%2541'",
    "Decoded until nothing changes.",
    "/reports/A",
)
signed(
    "signed_with_dots_resolved",
    "escaped_dots",
    "signed decoded and resolved",
    "As if the dots were not escaped: the signature of another resource.",
    "/secrets",
)
