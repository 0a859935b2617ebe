# SPDX-License-Identifier: Apache-2.0
"""How a vector's request becomes the arguments of python-dciauth, whichever of its APIs is called.

All of them take the query as a dictionary, so it goes through `parse_qsl(keep_blank_values=True)`,
and none has a session token or a literal for the payload.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from shimlib import Json, Request, Unrepresentable, literal_of, need_header_placement, serve

HOMEPAGE = "https://github.com/redhat-cip/python-dciauth"


def pairs_of(req: Request) -> list[tuple[str, str]]:
    return parse_qsl(req.query.decode("utf-8", "replace"), keep_blank_values=True)


def params_of(req: Request) -> dict[str, str]:
    pairs = pairs_of(req)
    if len(dict(pairs)) != len(pairs):
        raise Unrepresentable("params is a dictionary, and a query key is given twice")
    return dict(pairs)


def headers_of(req: Request) -> dict[str, str]:
    if len(set(req.names)) != len(req.names):
        raise Unrepresentable("headers are a dictionary, and one is given twice")
    return dict(req.headers)


def need_plain(inp: Json) -> None:
    """What no API of the package has."""
    need_header_placement(inp)
    if literal_of(inp) is not None or "session_token" in inp["credentials"]:
        raise Unrepresentable("the API has neither payload literals nor session tokens")


def serve_dciauth(ops: dict, profiles: list[str], features: str) -> None:
    serve(
        package="dciauth",
        name="python-dciauth",
        ops=ops,
        profiles=profiles,
        features=features,
        stages="canonical_request string_to_sign signature",
        homepage=HOMEPAGE,
        issues=HOMEPAGE + "/issues",
    )
