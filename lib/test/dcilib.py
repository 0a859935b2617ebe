# SPDX-License-Identifier: Apache-2.0
"""libdciauth's structures for ctypes: what the comparisons with python-dciauth share."""

from __future__ import annotations

import ctypes as c
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIM_DIR = Path(os.environ.get("DCIAUTH_SHIM_DIR", ROOT / "build/shims/python"))


def run_under(shim: str) -> None:
    """Goes on with the interpreter of an installed shim; exit status 77 if it is not installed."""
    python = SHIM_DIR / shim / "bin/python"
    if sys.executable.startswith(str(python.parent)):
        return
    if python.exists():
        os.execv(python, [str(python), "-B", *sys.argv])
    print(f"not installed; run: conformance/shims/python/install.sh {shim}")
    sys.exit(77)


class Span(c.Structure):
    _fields_ = [("ptr", c.c_void_p), ("len", c.c_size_t)]

    @staticmethod
    def of(value: str | bytes | None) -> Span:
        data = value.encode() if isinstance(value, str) else value or b""
        buffer = c.create_string_buffer(data, len(data) or 1)
        span = Span(c.addressof(buffer), len(data))
        span.owner = buffer
        return span

    def octets(self) -> bytes:
        return c.string_at(self.ptr, self.len) if self.len else b""

    def text(self) -> str:
        return self.octets().decode()


class Pair(c.Structure):
    _fields_ = [("name", Span), ("value", Span)]


class Work(c.Structure):
    _fields_ = [("ptr", c.c_void_p), ("len", c.c_size_t)]


class Where(c.Structure):
    _fields_ = [("field", c.c_int), ("index", c.c_size_t), ("offset", c.c_size_t)]


def pairs(items: dict[str, str] | list[tuple[str, str]] | list[tuple[bytes, bytes]]) -> tuple:
    listed = list(items.items() if isinstance(items, dict) else items)
    spans = [(Span.of(name), Span.of(value)) for name, value in listed]
    array = (Pair * max(1, len(listed)))(*[Pair(n, v) for n, v in spans])
    array.owners = spans
    return array, len(listed)


def work(size: int) -> Work:
    buffer = c.create_string_buffer(size)
    block = Work(c.addressof(buffer), size)
    block.owner = buffer
    return block
