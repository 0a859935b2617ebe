# SPDX-License-Identifier: Apache-2.0
"""Targets that are no path and query: with an authority, a fragment, an asterisk, nothing; and
headers that name a path."""

from __future__ import annotations

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import changed, family

FORM = {
    "error": "malformed-uri",
    "severity": "high",
    "flags": ["binding"],
    "spec": [spec.TARGET_FORM],
}


def put(name: str, title: str, comment: str, recipe: object, **more: object) -> None:
    family.put("invalid", "form", name, title, comment, recipe, base="plain", **FORM | more)


def own_host(base: Base) -> str:
    return base.request.values(b"host")[0].decode()


put(
    "absolute_form_own_host",
    "absolute-form with the signed host",
    "What a proxy is sent. Made origin-form by one hop, and not by the next, it is verified as one "
    "text and used as another.",
    lambda base: after_sign("set-target", value=f"http://{own_host(base)}/reports/2015/q3"),
    any_of=["signature-mismatch"],
)
put(
    "absolute_form_other_host",
    "absolute-form with another host",
    "RFC 9112 (3.2.2): this host goes before Host. The signed one is not it.",
    after_sign("set-target", value="http://internal.example/reports/2015/q3"),
    any_of=["signature-mismatch", "duplicate-host"],
)
put(
    "absolute_form_signed",
    "absolute-form with another host, signed so",
    "Signed is one host, asked for is another one.",
    before_sign("set-target", value="http://internal.example/reports/2015/q3"),
    any_of=["duplicate-host", "signature-mismatch"],
)
put(
    "authority_form",
    "authority-form",
    "What CONNECT asks for.",
    after_sign("set-target", value="internal.example:443"),
    any_of=["signature-mismatch"],
)
put(
    "no_slash_signed",
    "a path without its slash, signed so",
    "Appended to a host it is another host.",
    before_sign("set-target", value="reports/2015/q3"),
)
put(
    "asterisk_signed",
    "'*' in the place of the path, signed so",
    "Signed as '/' by some: then it has the signature of the root.",
    before_sign("set-target", value="*"),
)
put(
    "target_empty_signed",
    "an empty target, signed so",
    "No request line holds it.",
    before_sign("set-target"),
)
put(
    "fragment_appended",
    "a fragment behind the path",
    "A verifier that cuts it off sees the signed path; the server's router may not.",
    after_sign("set-target", value="/reports/2015/q3#/../../secrets"),
    any_of=["signature-mismatch"],
    spec=[spec.TARGET_FRAGMENT],
)
put(
    "fragment_signed",
    "a fragment behind the path, signed so",
    "No client sends one: two parsers, two paths.",
    before_sign("set-target", value="/reports/2015/q3#top"),
    any_of=["signature-mismatch"],
    spec=[spec.TARGET_FRAGMENT],
)


@family.acceptable(
    "disputed",
    "absolute-form, signed so",
    base="plain",
    knob="target_form",
    flags=["binding"],
    spec=[spec.TARGET_FORM],
)
def absolute_form_as_text():
    """To this dialect the endpoint is text. A server that takes its host from it is told another
    one than Host is: refuse it there."""
    return before_sign("set-target", value="http://internal.example/reports/2015/q3")


# ---- Headers that name a path --------------------------------------------------------------------

changed(
    "original_url_names_the_path",
    "original_url",
    "X-Original-URL names the signed path",
    "Verified is what the header says, served is what the target says.",
    "/secrets/2015/q3",
    group="named",
    flags=["binding"],
)
changed(
    "forwarded_prefix_completes_the_path",
    "forwarded_prefix",
    "X-Forwarded-Prefix completes the path",
    "Put together again as a proxy would have cut it, both are the signed path; whoever sends the "
    "header decides where it is cut.",
    "/2015/q3",
    group="named",
    flags=["binding"],
)
