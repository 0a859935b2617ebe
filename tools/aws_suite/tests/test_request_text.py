# SPDX-License-Identifier: Apache-2.0
"""Requests as the suite writes them down."""

import pytest
from aws_suite.problem import Problem
from aws_suite.request_text import is_folded, parse_request


@pytest.mark.parametrize(
    ("text", "target", "headers", "body"),
    [
        (b"GET / HTTP/1.1", b"/", [], b""),
        (b"GET / HTTP/1.1\n", b"/", [], b""),
        (b"GET / HTTP/1.1\n\nbody", b"/", [], b"body"),
        (b"GET /a b HTTP/1.1 HTTP/1.1\nA:1", b"/a b HTTP/1.1", [(b"A", b"1")], b""),
        (
            b"GET /\xff HTTP/1.1\nA: 1 \nA:\n\n\n\n",
            b"/\xff",
            [(b"A", b" 1 "), (b"A", b"")],
            b"\n\n",
        ),
        (
            b"GET / HTTP/1.1\nA:1:2\nB:\xc3\xa9\n\nx\n y",
            b"/",
            [(b"A", b"1:2"), (b"B", b"\xc3\xa9")],
            b"x\n y",
        ),
    ],
)
def test_reads(text, target, headers, body):
    got = parse_request(text, "x")
    assert (got.method, got.target, got.headers, got.body) == (b"GET", target, headers, body)
    assert not is_folded(text)


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (b"A:1\n 2", b"1  2"),
        (b"A:1 \t\n\t2\n   3\nB:4", b"1    2    3"),
        (b"A:\n 2", b"  2"),
        (b"A:1\n \n 2", b"1    2"),
    ],
)
def test_unfolds(lines, value):
    """Each octet of a fold is a blank: no line feed and no tab is left of it."""
    text = b"GET / HTTP/1.1\n" + lines
    assert parse_request(text, "x").headers[0] == (b"A", value)
    assert is_folded(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "no request line"),
        (b"GET /\nHost:a", "'GET /' is no request line"),
        (b"GET HTTP/1.1\nHost:a", "no request line"),
        (b"GET  HTTP/1.1", "no request line"),
        (b"G(T / HTTP/1.1", "no request line"),
        (b"GET / HTTP/1.1\nHost", "'Host' is no header"),
        (b"GET / HTTP/1.1\n:a", "is no header"),
        (b"GET / HTTP/1.1\nA b:a", "is no header"),
        (b"GET / HTTP/1.1\n folded\nA:1", "without a header before it"),
        (b"GET / HTTP/1.1\nA\x1b[2J", r"A\x1b[2J' is no header"),
    ],
)
def test_refuses(text, says):
    with pytest.raises(Problem) as e:
        parse_request(text, "v4/x/request.txt")
    assert str(e.value).startswith("v4/x/request.txt: ")
    assert says in str(e.value).replace("\\\\", "\\")
