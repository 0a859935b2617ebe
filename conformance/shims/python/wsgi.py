# SPDX-License-Identifier: Apache-2.0
"""A vector's request on its way through a server in Python: what the wire carries, Werkzeug's
server makes an environ of, and a Flask application sees as its `request`.

The bytes are read by the handler of `werkzeug.serving`, without a socket, and the application is
called as WSGI says. Its `check` runs before any route is looked for, as that of an application
which authenticates all it serves. On the way the path is decoded, repeated headers are joined, and
names with '_' are lost: all that is Werkzeug's doing. A refusal of its own, such as 431 for more
than a hundred headers, is an `HttpRefusal`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, TypeVar

import flask
from shimlib import Json, Unrepresentable, octets, rejected
from werkzeug.serving import WSGIRequestHandler
from werkzeug.test import run_wsgi_app

T = TypeVar("T")
NEW_LINE = re.compile(rb"[\r\n]")
APPLICATION = flask.Flask("shim")
APPLICATION.config["PROPAGATE_EXCEPTIONS"] = True


def server_of(given: dict[str, Any]) -> Any:
    """What the handler wants to know of its server, and what the application is given beside."""
    return SimpleNamespace(
        ssl_context=None,
        multithread=False,
        multiprocess=False,
        server_address=("127.0.0.1", 80),
        _server_version="Werkzeug",
        given=given,
    )


class HttpRefusal(Exception):
    """The server or the framework answers without asking the application; the status line."""


class Connection:
    """Stands for the socket: the request can be read, and what is sent is lost."""

    def __init__(self, wire: bytes) -> None:
        self.wire = wire

    def makefile(self, *_: Any) -> io.BytesIO:
        return io.BytesIO(self.wire)

    def sendall(self, data: bytes) -> None:
        pass


class Handler(WSGIRequestHandler):
    """Handles one request; `status` is the line that answers it."""

    status = "no request"

    def handle(self) -> None:
        self.handle_one_request()

    def run_wsgi(self) -> None:
        given = self.server.given  # type: ignore[attr-defined]
        self.status = run_wsgi_app(APPLICATION, self.make_environ() | given)[1]

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.status = f"{int(code)} {message or self.responses[code][0]}"

    def log(self, *_: Any) -> None:
        pass


def wire_of(inp: Json) -> bytes:
    """The request in HTTP/1.1; its body has a length, since without one it would not be read."""
    given = inp["request"]
    lines = [octets(given, "method") + b" " + octets(given, "target") + b" HTTP/1.1"]
    names = []
    for header in given.get("headers", []):
        name, value = octets(header, "n"), octets(header, "v")
        if b":" in name or name[:1].isspace():
            raise Unrepresentable("on the wire that is another header's name or value")
        names.append(name.strip().lower())
        lines.append(name + b": " + value)
    if any(NEW_LINE.search(line) for line in lines):
        raise Unrepresentable("on the wire a line ends at CR or LF")
    if b"transfer-encoding" in names:
        raise Unrepresentable("the vector's body is not in chunks")
    body = octets(given, "body")
    if body and b"content-length" not in names:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join([*lines, b"", b""]) + body


@APPLICATION.before_request
def before_request() -> str:
    """Tells the server the result, and answers: there is nothing else to be served."""
    environ = flask.request.environ
    environ["shim.results"].append(environ["shim.check"](flask.request))
    return ""


def through_flask(inp: Json, check: Callable[[flask.Request], T]) -> T:
    """What `check` returns or raises, given the request that the application sees."""
    results: list[T] = []
    server = server_of({"shim.check": check, "shim.results": results})
    handler = Handler(Connection(wire_of(inp)), ("127.0.0.1", 1), server)  # type: ignore[arg-type]
    if not results:
        raise HttpRefusal(handler.status)
    return results[0]


def refuses(verify: Callable[[Json], Json]) -> Callable[[Json], Json]:
    """`verify`, for which an `HttpRefusal` is a rejection like any other."""

    def answer(inp: Json) -> Json:
        try:
            return verify(inp)
        except HttpRefusal as refusal:
            return rejected(f"HTTP {refusal}", str(refusal), {})

    return answer
