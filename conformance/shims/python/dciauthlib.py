# SPDX-License-Identifier: Apache-2.0
"""How a vector's request becomes the arguments of python-dciauth, whichever of its APIs is called.

All of them take the query as a dictionary, so it goes through `parse_qsl(keep_blank_values=True)`,
and none has a session token or a literal for the payload.
"""

from __future__ import annotations

import datetime
from urllib.parse import parse_qsl

from shimlib import Json, Request, Unrepresentable, datetime_of, literal_of
from shimlib import need_header_placement, rejected, serve, text

HOMEPAGE = "https://github.com/redhat-cip/python-dciauth"


def pairs_of(req: Request) -> list[tuple[str, str]]:
    return parse_qsl(req.query.decode("utf-8", "replace"), keep_blank_values=True)


def params_of(req: Request) -> dict[str, str]:
    pairs = pairs_of(req)
    if len(dict(pairs)) != len(pairs):
        raise Unrepresentable("params is a dictionary, and a query key is given twice")
    return dict(pairs)


def first_args_of(req: Request) -> dict[str, str]:
    """Of a repeated key the first value stays."""
    return dict(reversed(pairs_of(req)))


def last_headers_of(req: Request) -> dict[str, str]:
    """Of lines of one name the last stays, as in a dictionary that is made of them."""
    return {name.lower(): value for name, value in req.headers}


def headers_of(req: Request) -> dict[str, str]:
    if len(set(req.names)) != len(req.names):
        raise Unrepresentable("headers are a dictionary, and one is given twice")
    return dict(req.headers)


def need_plain(inp: Json) -> None:
    """What no API of the package has."""
    need_header_placement(inp)
    if literal_of(inp) is not None or "session_token" in inp["credentials"]:
        raise Unrepresentable("the API has neither payload literals nor session tokens")


def secret_of(inp: Json, access_key: str) -> str | None:
    """The secret of an access key, or None if the verifier does not know it."""
    secrets = {text(key, "access_key"): text(key, "secret_key") for key in inp["keyring"]}
    return secrets.get(access_key)


def is_wsgi(inp: Json, default: bool) -> bool:
    """Whether the package is asked in a view of Flask: as policy.view says, if it says so."""
    return inp.get("policy", {}).get("view", "wsgi" if default else "wire") == "wsgi"


def now_of(inp: Json, allowed: int, words: str) -> datetime.datetime:
    """The vector's time, aware, if it allows the clock skew that the package does."""
    if inp["clock"].get("max_skew_s", allowed) != allowed:
        raise Unrepresentable(f"the package allows {words}")
    return datetime_of(text(inp["clock"], "now"))


def unknown(stages: dict[str, str]) -> Json:
    """The application's word, before the package is asked: it has no secret to hand over."""
    return rejected("lookup", "no such client", stages)


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
        under=("flask", "werkzeug"),
    )
