# SPDX-License-Identifier: Apache-2.0
"""The view that a verify vector expects beside an accept, as JSON, and the rule that it is the one
that follows from the request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import model
from . import reference as ref
from .model import Json

if TYPE_CHECKING:
    from .tree import Tree


def put_pairs(pairs: ref.Headers) -> list[Json]:
    out: list[Json] = []
    for name, value in pairs:
        out.append({})
        model.put_bytes(out[-1], "n", name)
        model.put_bytes(out[-1], "v", value)
    return out


def first_values(pairs: ref.Headers) -> ref.Headers:
    kept: dict[bytes, bytes] = {}
    for name, value in pairs:
        kept.setdefault(name, value)
    return list(kept.items())


def signed_headers_of(request: ref.Request) -> str | None:
    """The list of the one Authorization header; None if there is not one list."""
    found = [
        names
        for value in request.values(b"authorization")
        for names in re.findall(r"SignedHeaders=([^,\s]*)", value.decode("latin-1"))
    ]
    return found[0] if len(found) == 1 else None


def view_of(inp: Json) -> Json | None:
    """What an application may see of the request of `inp`, if it is accepted. None where the
    policy is that of a package: what its own application sees is not what was signed."""
    request, policy = model.get_request(inp["request"]), inp.get("policy", {})
    names = signed_headers_of(request)
    if names is None or policy.get("preset", "strict") != "strict":
        return None
    view = ref.view(ref.ROWS[inp["profile"]], request, names)
    args = first_values(view.args) if policy.get("repeat") == "first" else view.args
    out: Json = {}
    model.put_bytes(out, "method", view.method)
    model.put_bytes(out, "path", view.path)
    out["args"] = put_pairs(args)
    out["headers"] = put_pairs(view.headers)
    out["body_covered"] = view.body_covered
    return out


def put_view(verdict: Json, inp: Json) -> Json:
    """An accepting verdict with its view, where there is one."""
    view = view_of(inp)
    return verdict if view is None else {**verdict, "view": view}


def lint_views(tree: Tree) -> Iterator[str]:
    """reference.py derives the view of every accept again."""
    for path, op, test in tree.tests():
        verdict = test["expected"].get("verify", {})
        if op == "verify" and verdict["decision"] == "accept":
            if verdict.get("view") != view_of(test["input"]):
                yield f"{path}: {test['id']}: reference.py gives another view"
