# SPDX-License-Identifier: Apache-2.0
"""Random requests to a server with python-dciauth: most are nearly right, in every way that its
readings of Authorization, the date, headers, path and query leave open.

A `Draft` has "SIGNATURE" where its signature belongs: put there, it makes a request that is
genuine. `mutated` changes a request after that.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

Lines = list[tuple[bytes, bytes]]
MARK = b"SIGNATURE"
DATES = {"dci2-v2.1": b"X-DCI-Date", "dci2-v2": b"X-DCI-Date", "dci2": b"X-DCI-Date"}
DATES |= {"dci-aws4": b"X-Amz-Date", "dci1": b"dci-datetime"}
OTHER_DATES = {"dci-aws4": b"X-DCI-Date", "dci1": b"X-DCI-Date"}

# NOW of dcigenerations is 20240919T132539Z.
FRESH = [b"20240919T132539Z", b"20240919T132500Z", b"2024919T132539Z", b"202409 9T132539Z"]
FRESH += [b"20240919t132539z", b"20240919T13250Z", b"20240919T134039Z", b"20240919T131039Z"]
STALE = [b"20240919T134040Z", b"20240919T131038Z", b"20220919T132539Z", b"00000919T132539Z"]
STALE += [b"20240920T132540Z", b"20240918T132539Z", b"20240918T132538Z"]
BROKEN = [b"", b" ", b"2024-09-19", b"20240919T132539", b"20240231T000000Z", b"20240919T132560Z"]
BROKEN += [b"20240919T132539Z ", b"20240919T132539+00", b"\xc2\xa020240919T132539Z"]
SEGMENTS = [b"jobs", b"a%2Fb", b"a%252Fb", b"%2541", b"", b".", b"..", b"%0A", b"%FF"]
SEGMENTS += [b"%ef%bf%bd", b"%C3%A9", b"%zz", b"%", b"a+b", b"a:b", b"%3F", b"%00", b"%25"]
SEGMENTS += [b"%e2%82", b"\xc3\xa9", b"~x_", b"%C3", b"=&;"]
TOKENS = [b"a", b"b", b"", b"%61", b"a%20b", b"a+b", b"%2B", b"%FF", b"%C3%A9", b"\xc3\xa9", b"="]
TOKENS += [b"%", b"%zz", b"%26", b"%e2%82", b"%f0%9f%8d", b"A", b"a;b", b"%7e~", b"%01"]
TOKENS += [b"*'(:@,/?"]
VALUES = [b"*/*", b"a  b", b" a", b"a ", b"a\tb", b"", b"\xc3\xa9", b"\xc2\xa0a", b"a,b"]
VALUES += [b"a\x1cb"]
TYPES = [b"application/json", b"application/x-www-form-urlencoded", b"text/plain", b""]
TYPES += [b"Application/X-WWW-Form-URLencoded;charset=x", b"multipart/form-data"]
TYPES += [b"multipart/form-data; boundary=x"]
BODIES = [b"", b"", b'{"a": 1}', b"a=b", b"[1]", b'"x"', b"{}", b"--x\r\n\r\n--x--", b"\xff\x00"]
RAW = [b"\xe9", b"\xa0x", b"\x85", b"\xff\xfe"]
# What the library refuses whatever the policy is, or reads otherwise: rare, so that it is counted.
ODD_VALUES = [b"a\0b", b"a\nb"]
ODD_NAMES = [b"X(Y", b"X\xc3\xa9"]
ODD_METHODS = [b"G(T", b"\xc3\xa9"]
ODD_PATHS = [b"/a\0b", b"/a\nb"]
ODD_QUERIES = [b"a=\0", b"a\n=1"]
ODD_DATES = ["20\u0662\u06640919T132539Z".encode()]
ODD_BODIES = [b'{"b":1,"a":2}', b'{"a":"\xc3\xa9"}', b' {"a": 1}', b"{}  "]
ODD_LIST = b"host;" * 6 + b"host"
TARGETS = [b"http://other.example.org/jobs", b"https://h", b"urn:jobs", b"http:///jobs"]
TARGETS += [b"*", b"jobs"]


@dataclass
class Draft:
    method: bytes
    path: bytes
    query: bytes | None
    headers: Lines
    body: bytes

    @property
    def target(self) -> bytes:
        return self.path + (b"" if self.query is None else b"?" + self.query)

    def with_signature(self, signature: bytes) -> Draft:
        headers = [(n, v.replace(MARK, signature)) for n, v in self.headers]
        return replace(self, headers=headers)


def mostly(rng: random.Random, usual: bytes, others: list[bytes], share: float = 0.12) -> bytes:
    return rng.choice(others) if rng.random() < share else usual


def path_of(rng: random.Random) -> bytes:
    some = SEGMENTS + RAW if rng.random() < 0.05 else SEGMENTS
    path = b"/" + b"/".join(rng.choice(some) for _ in range(rng.choice([0, 1, 1, 2, 3])))
    if rng.random() < 0.02:
        return rng.choice(TARGETS)
    path = mostly(rng, path, ODD_PATHS, 0.004)
    return mostly(rng, path, [b"/" + path, b"//" + path, path + b"#x", path + b"/"], 0.06)


def query_of(rng: random.Random) -> bytes | None:
    if rng.random() < 0.3:
        return None
    some = TOKENS + RAW if rng.random() < 0.05 else TOKENS
    names, out = rng.sample(some, 4), []
    for _ in range(rng.choice([0, 1, 2, 3, 4])):
        value = rng.choice([b"", b"=" + rng.choice(some), b"=" + rng.choice(some)])
        out.append(rng.choice(names) + value)
    out += rng.choices(ODD_QUERIES, k=1) if rng.random() < 0.004 else []
    return b"&".join(out) + mostly(rng, b"", [b"&", b"&&", b"#", b"#a?b"], 0.05)


def date_of(rng: random.Random) -> bytes:
    kind = rng.random()
    if kind < 0.01:
        return rng.choice(ODD_DATES)
    return rng.choice(FRESH if kind < 0.85 else STALE if kind < 0.95 else BROKEN)


def list_of(rng: random.Random, names: list[bytes], row: str) -> bytes:
    """The list of signed headers: mostly host and the date, and then anything."""
    chosen = [b"host", DATES[row].lower()]
    chosen += [name for name in dict.fromkeys(names) if rng.random() < 0.3]
    if rng.random() < 0.15:
        chosen = [name for name in chosen if rng.random() < 0.6]
    if rng.random() < 0.1:
        others = [b"host", b"nope", b"", b"Host", b" host", b"x-y", b"authorization"]
        chosen.append(rng.choice(others))
    if rng.random() < 0.3:
        rng.shuffle(chosen)
    if rng.random() < 0.006:
        return ODD_LIST
    return mostly(rng, b";", [b";;", b"; ", b",", b";\t"], 0.03).join(chosen)


def credential_of(rng: random.Random, row: str) -> bytes:
    key = mostly(rng, b"remoteci/client_id", [b"feeder", b"a/b/c", b"/", b"who/what", b"", b"x"])
    if row == "dci1":
        return key + mostly(rng, b"", [b"/20240919", b"/", b"/BHS3/api"])
    terminator = b"aws4_request" if row == "dci-aws4" else b"dci2_request"
    parts = [key, mostly(rng, b"20240919", [b"20100101", b"", b"2024919T", b"x,y"])]
    parts += [mostly(rng, b"BHS3", [b"EVIL", b"", b"\xc3\xa9"]), mostly(rng, b"api", [b"feeder"])]
    parts += [mostly(rng, terminator, [b"aws4_request", b"dci2_request", b"other", b""])]
    return b"/".join(parts[: len(parts) - (rng.random() < 0.05)])


def authorization_of(rng: random.Random, row: str, names: list[bytes]) -> bytes:
    usual = b"AWS4-HMAC-SHA256" if row == "dci-aws4" else b"DCI2-HMAC-SHA256"
    usual = b"DCI-HMAC-SHA256" if row == "dci1" else usual
    words = [b"AWS4-HMAC-SHA256", b"X-HMAC-SHA256-HMAC-SHA256", b"", b"Basic"]
    algorithm = mostly(rng, usual, words)
    names_of_it = [b"", b"xCredential=", b"Credential=Credential="]
    credential = mostly(rng, b"Credential=", names_of_it, 0.05)
    signed = mostly(rng, b"SignedHeaders=", [b"", b"xySignedHeaders="], 0.04)
    name = mostly(rng, b"Signature=", [b"", b"Signature=Signature=", b"xSignature="], 0.06)
    comma = mostly(rng, b", ", [b",", b",  ", b" ", b" ,"], 0.04)
    params = [credential + credential_of(rng, row), signed + list_of(rng, names, row)]
    value = algorithm + b" " + comma.join([*params, name + MARK])
    end = b"," if row == "dci1" else b""
    return value + mostly(rng, end, [b"", b",", b" ", b" x", b"\t"], 0.06)


def draft(rng: random.Random, row: str) -> Draft:
    host = mostly(rng, b"api.example.org", [b"API.example.org:443", b"h  i"])
    date = mostly(rng, DATES[row], [DATES[row].lower(), DATES[row].upper()])
    headers: Lines = [(b"Host", host), (date, date_of(rng))]
    for _ in range(rng.choice([0, 0, 1, 2, 3])):
        name = rng.choice([b"Accept", b"X-Y", b"x-y", b"X-DCI-Team", b"X_Y", b"X-Z"])
        name = mostly(rng, name, ODD_NAMES, 0.004)
        headers.append((name, rng.choice(VALUES + RAW if rng.random() < 0.05 else VALUES)))
    if rng.random() < 0.006:
        headers.append((b"X-Odd", rng.choice(ODD_VALUES)))
    if rng.random() < 0.4:
        headers.append((b"Content-Type", rng.choice(TYPES)))
    if rng.random() < 0.08:
        headers.append((OTHER_DATES.get(row, b"X-Amz-Date"), date_of(rng)))
    if rng.random() < 0.03:
        headers.append((b"HOST", b"other.example.org"))
    names = [name.lower() for name, _ in headers]
    if rng.random() < 0.98:
        headers.append((b"Authorization", authorization_of(rng, row, names)))
    if rng.random() < 0.04:
        headers.pop(rng.randrange(len(headers)))
    rng.shuffle(headers)
    method = mostly(rng, b"GET", [b"POST", b"get", b"Put", b"PATCH"], 0.3)
    method = mostly(rng, method, ODD_METHODS, 0.004)
    body = mostly(rng, rng.choice(BODIES), ODD_BODIES, 0.03)
    return Draft(method, path_of(rng), query_of(rng), headers, body)


def mutated_line(rng: random.Random, line: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    name, value = line
    at = rng.randrange(len(value) + 1)
    byte = rng.choice([b" ", b",", b"/", b"=", b";", b"A", b"0", b"\t", b"\xc2\xa0"])
    values = [value[:at] + value[at + 1 :], value[:at] + byte + value[at:], value.upper()]
    values += [value + b" ", value[:at] + byte + value[at + 1 :], value.replace(b", ", b","), b""]
    return name, rng.choice(values)


def mutated(rng: random.Random, request: Draft) -> Draft:
    """The request with one thing changed after it was signed."""
    what, at = rng.randrange(7), rng.randrange(max(1, len(request.headers)))
    headers = list(request.headers)
    if what == 0 and headers:
        headers[at] = mutated_line(rng, headers[at])
    elif what == 1 and headers:
        headers.insert(rng.randrange(len(headers)), mutated_line(rng, headers[at]))
    elif what == 2 and headers:
        headers.pop(at)
    elif what == 3:
        added = rng.choice([b"a=9", b"%61=1", b"z", b"&", b"#"])
        query = added if request.query is None else request.query + b"&" + added
        return replace(request, query=query)
    elif what == 4:
        changes = [(b"/", b"//"), (b"%", b"%25"), (b"/", b"%2F"), (b"a", b"%61"), (b"", b"/")]
        old, new = rng.choice(changes)
        return replace(request, path=b"/" + request.path[1:].replace(old, new, 1))
    elif what == 5:
        headers.append((b"Content-Type", rng.choice(TYPES)))
        return replace(request, body=rng.choice(BODIES), headers=headers)
    else:
        return replace(request, method=rng.choice([request.method.lower(), request.method.upper()]))
    return replace(request, headers=headers)
