# SPDX-License-Identifier: Apache-2.0
"""A draw: a request as on the wire and what it is signed with. The grammar fills it, the table of
differences looks at it, and it is sent as the `input` of a signing vector."""

from __future__ import annotations

from dataclasses import dataclass, field

from vectorgen import model
from vectorgen import reference as ref
from vectorgen.model import Json

Header = tuple[bytes, bytes]


@dataclass
class Draw:
    row: str
    method: bytes = b"GET"
    target: bytes = b"/"
    headers: list[Header] = field(default_factory=list)
    body: bytes = b""
    credentials: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    literal: str = ""

    @property
    def path(self) -> bytes:
        return self.target.partition(b"?")[0]

    @property
    def query(self) -> bytes:
        return self.target.partition(b"?")[2]

    @property
    def pairs(self) -> list[tuple[bytes, bytes]]:
        """The name and the value of each argument, as spelled on the wire; no empty pairs."""
        cuts = [pair.partition(b"=") for pair in self.query.split(b"&") if pair]
        return [(name, value) for name, _, value in cuts]

    @property
    def names(self) -> list[bytes]:
        """The names of the headers in order, in lower case."""
        return [name.lower() for name, _ in self.headers]

    @property
    def signed(self) -> list[bytes]:
        """The names that are signed, but for those that the signer adds itself."""
        if "signed_headers" in self.params:
            return self.params["signed_headers"].encode().split(b";")
        every = self.row.startswith("aws4") or self.row == "dci1"
        return self.names if every else [b"host"]

    @property
    def signed_values(self) -> list[bytes]:
        signed = {name.lower() for name in self.signed}
        return [value for name, value in self.headers if name.lower() in signed]

    def put_path(self, path: bytes) -> None:
        self.target = path + self.target[len(self.path) :]

    def put_query(self, query: bytes) -> None:
        self.target = self.path + b"?" + query

    def input(self) -> Json:
        request = ref.Request(self.method, self.target, self.headers, self.body)
        out: Json = {
            "profile": self.row,
            "request": model.put_request(request),
            "credentials": self.credentials,
            "params": self.params,
        }
        if self.literal:
            out["payload"] = {"mode": "literal", "hash": self.literal}
        return out
