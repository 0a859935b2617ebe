# SPDX-License-Identifier: Apache-2.0
"""The host: whose request it is. It is what Host says, once, and nothing else says it."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign
from . import HOST, family, put

CHANGED = {"flags": ["binding", "host-port"], "spec": [spec.HOST_SIGNED]}
TWICE = {
    "error": "duplicate-host",
    "any_of": ["malformed-header", "signature-mismatch"],
    "flags": ["binding", "repeated-header"],
    "spec": [spec.HOST_ONCE],
}


def host(name: str, base: str, title: str, comment: str, value: str, **more: object) -> None:
    put(
        "host",
        name,
        base,
        title,
        comment,
        after_sign("set-header", "Host", value),
        **CHANGED | more,
    )


host(
    "host_changed",
    "host",
    "another host",
    "Replayed where the same key is known.",
    "staging.example",
)
host(
    "host_with_user",
    "host",
    "a host behind an '@'",
    "To a URL parser the signed name is a user's.",
    HOST + "@evil.example",
    any_of=["malformed-header"],
)
host(
    "host_dot_behind",
    "host",
    "a dot behind the host",
    "The same name in the DNS, another one to who routes by text.",
    HOST + ".",
    severity="low",
)
host("port_added", "host", "a port added", "Another server on the same machine.", HOST + ":8443")
host(
    "port_dropped",
    "host_with_port",
    "the port dropped",
    "Another server on the same machine.",
    HOST,
)
host(
    "brackets_taken_off",
    "host_ipv6",
    "the brackets of an address taken off",
    "Then the port is the last part of the address.",
    "2001:db8::1:8443",
)
host(
    "host_emptied",
    "host",
    "an empty Host",
    "Filled in from a configuration, it is the right one.",
    "",
)
put(
    "host",
    "host_removed",
    "host",
    "no Host",
    "Filled in from a configuration, it is the right one.",
    after_sign("remove-header", "Host"),
    error="signed-header-missing",
    any_of=["host-not-signed", "malformed-header", "signature-mismatch"],
    flags=["binding", "coverage"],
    spec=[spec.HOST_SIGNED],
)
put(
    "host",
    "host_renamed",
    "host",
    "X-Host in the place of Host",
    "A look-up that is content with the end of a name.",
    after_sign("rename-header", "Host", "X-Host"),
    error="signed-header-missing",
    any_of=["host-not-signed", "malformed-header", "signature-mismatch"],
    flags=["binding", "coverage"],
    spec=[spec.HOST_SIGNED],
)
put(
    "host",
    "second_host_behind",
    "host",
    "a second Host behind the signed one",
    "Verified by the first, routed by the last.",
    after_sign("add-header", "Host", "internal.example"),
    **TWICE,
)
put(
    "host",
    "second_host_in_front",
    "host",
    "a second Host in front of the signed one",
    "Verified by the last, routed by the first.",
    after_sign("prepend-header", "Host", "internal.example"),
    **TWICE,
)
put(
    "host",
    "second_host_equal",
    "host",
    "the signed Host twice",
    "Equal or not, HTTP has two of them refused: the next hop need not see that they are.",
    after_sign("add-header", "Host", HOST),
    **TWICE | {"severity": "low"},
)
for name, base, title, value in (
    (
        "forwarded_names_the_host",
        "forwarded",
        "Forwarded names the signed host",
        "internal.example",
    ),
    (
        "forwarded_port_names_the_port",
        "forwarded_port",
        "X-Forwarded-Port names the signed port",
        HOST,
    ),
):
    host(
        name,
        base,
        title,
        "Whoever sends the request sends the header. It counts where a proxy is known to write "
        "it, and nowhere else.",
        value,
        flags=["binding"],
    )

for name, knob, title, comment, value in (
    (
        "default_port_added",
        "default_port",
        "the default port added",
        "A hop that leaves it out, or puts it in, is right by HTTP. Signed is the text.",
        HOST + ":443",
    ),
    (
        "host_in_upper_case",
        "host_case",
        "the host in upper case",
        "Names of hosts have no case. Signed is the text.",
        HOST.upper(),
    ),
):
    family.put(
        "acceptable",
        "disputed",
        name,
        title,
        comment,
        after_sign("set-header", "Host", value),
        base="host",
        knob=knob,
        error="signature-mismatch",
        flags=["host-port"],
        spec=[spec.HOST_PORT],
    )
