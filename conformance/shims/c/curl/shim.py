# SPDX-License-Identifier: Apache-2.0
"""curl's --aws-sigv4 behind the shim protocol, of the kind exec-once: a request on standard input,
an answer on standard output.

curl has no call that signs alone, so it sends the request to a listener here, on the loopback, and
the Authorization that arrives is the answer: there are no stages to be seen. The time goes in as
the header X-Amz-Date, and so do a session token and a payload hash in theirs. Whether it signs as
S3 wants it is decided by the service's name; before 8.0 the hash for S3 was left to the caller, so
there the shim adds it. What arrives is looked at: a target or a header that curl does not send as
the vector has it is `unrepresentable`.
"""

import binascii
import json
import os
import select
import socket
import subprocess
import sys
import traceback
from hashlib import sha256

FEATURES = """
    payload.unsigned payload.literal header.custom header.repeated header.content-sha256-optional
    header.raw-bytes path.raw-bytes query.raw-bytes query.duplicate-keys token.session
    clock.injectable
"""
PROFILES = ["aws4", "aws4-raw", "aws4-s3"]
# Of the exit statuses that curl documents: a URL or an argument is malformed; and what would be the
# shim's fault, its usage and the connection.
REFUSED, OURS = {3, 43}, {2, 7}
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Told(Exception):
    """An answer other than `ok`: its status and its message."""


def unrepresentable(why):
    return Told("unrepresentable", why)


def octets(obj, field):
    """The bytes of `field`: a plain string, `field_b64`, or {"repeat_b64", "times"} in either."""
    if field + "_b64" in obj:
        return binascii.a2b_base64(obj[field + "_b64"])
    value = obj.get(field, "")
    if isinstance(value, dict):
        return binascii.a2b_base64(value["repeat_b64"]) * value["times"]
    return value.encode()


def version():
    done = subprocess.run(["curl", "-q", "--version"], capture_output=True, check=True)
    return done.stdout.split()[1].decode()


def hash_header(inp, headers):
    """The payload hash as a header, if it has to go in as one."""
    payload = inp.get("payload", {"mode": "body"})
    given = [value for name, value in headers if name.lower() == b"x-amz-content-sha256"]
    if payload["mode"] == "body":
        theirs = inp["profile"] == "aws4-s3" and not given and version().startswith("7.")
        body = octets(inp["request"], "body")
        return [(b"X-Amz-Content-Sha256", sha256(body).hexdigest().encode())] if theirs else []
    if given == [octets(payload, "hash")]:
        return []
    if given or inp["profile"] != "aws4-s3":
        raise unrepresentable("curl takes a payload hash as X-Amz-Content-Sha256 alone")
    return [(b"X-Amz-Content-Sha256", octets(payload, "hash"))]


def headers_of(inp):
    """The headers to give to curl: the vector's, and what goes in as a header."""
    request, params, credentials = inp["request"], inp["params"], inp["credentials"]
    headers = [(octets(h, "n"), octets(h, "v")) for h in request.get("headers", [])]
    given = [name.lower() for name, _ in headers]
    if b"authorization" in given:
        raise unrepresentable("curl does not sign a request that has an Authorization")
    if b"host" not in given:
        raise unrepresentable("curl sends a Host in any case")
    own = [(b"X-Amz-Date", octets(params, "timestamp"))]
    if {"session_token", "session_token_b64"} & set(credentials):
        own.append((b"X-Amz-Security-Token", octets(credentials, "session_token")))
    if any(name.lower() in given for name, _ in own):
        raise unrepresentable("the time and the token go in as these headers themselves")
    return headers + own + hash_header(inp, headers)


def arguments(inp, headers):
    """The command line but for the authority of the URL, and the target."""
    request, params = inp["request"], inp["params"]
    target, method = octets(request, "target"), octets(request, "method")
    region, service = octets(params, "region"), octets(params, "service")
    access, secret = (octets(inp["credentials"], key) for key in ("access_key", "secret_key"))
    if params.get("placement", "header") != "header" or "signed_headers" in params:
        raise unrepresentable("curl signs in the header, and all headers")
    if not region or not service or b":" in region + service + access:
        raise unrepresentable("of aws:amz:REGION:SERVICE and KEY:SECRET, which none may be empty")
    if (inp["profile"] == "aws4-s3") != (service.lower() == b"s3"):
        raise unrepresentable("curl signs as S3 wants it for the service s3, and for no other")
    if not target.startswith(b"/") or not method:
        raise unrepresentable("a URL has a path, and a method is never empty")
    words = [b"curl", b"-q", b"-sS", b"--globoff", b"--noproxy", b"*", b"--request", method]
    words += [b"--aws-sigv4", b"aws:amz:%s:%s" % (region, service)]
    words += [b"--user", access + b":" + secret]
    words += [b"--path-as-is"] if b"/." in target.partition(b"?")[0] else []
    words += [b"--data-binary", b"@-"] if octets(request, "body") else []
    for name, value in headers:
        words += [b"--header", name + (b": " + value if value else b";")]
    if any(b"\0" in word for word in [*words, target]):
        raise unrepresentable("an argument of a command holds no NUL")
    return words, target


def head_of(connection):
    """The request line and the headers that arrive; nothing, if curl thinks better of it."""
    data = more = b""
    while b"\r\n\r\n" not in data and (more := connection.recv(1 << 16)):
        data += more
    if more:
        connection.sendall(RESPONSE)
    return data.partition(b"\r\n\r\n")[0] + b"\r\n" if more else b""


def send(words, target, body):
    """What curl sends, or the answer if it does not."""
    content = os.memfd_create("body")
    os.write(content, body)
    os.lseek(content, 0, os.SEEK_SET)
    head = b""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = b"http://127.0.0.1:%d%s" % (listener.getsockname()[1], target)
        pipes = {"stdin": content, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        try:
            child = subprocess.Popen([*words, "--", url], **pipes)
        except OSError as exc:  # the kernel takes 128 KiB an argument
            raise unrepresentable(f"a command line does not hold it: {exc.strerror}") from exc
        if listener in select.select([listener, child.stderr], [], [])[0]:
            with listener.accept()[0] as connection:
                head = head_of(connection)
    os.close(content)
    message = child.communicate()[1].decode(errors="replace").strip()
    if not head:
        raise failure(child.returncode, message)
    return head


def failure(status, message):
    """The answer for a curl that ended without sending the request."""
    if status < 0:
        return Told("raised", f"curl was ended by signal {-status}")
    if "path-as-is" in message:
        return unrepresentable("this curl removes dot segments, or does not sign")
    kind = "refused" if status in REFUSED else "error" if status in OURS else "raised"
    return Told(kind, message)


def sign(inp):
    headers = headers_of(inp)
    words, target = arguments(inp, headers)
    head = send(words, target, octets(inp["request"], "body"))
    if head.split(b" ")[1] != target:
        raise unrepresentable(f"curl sends another target: {head.split(b' ')[1][:200]!r}")
    for name, value in headers:
        if b"\r\n" + name + (b": " + value if value else b":") + b"\r\n" not in head:
            raise unrepresentable(f"curl does not send the header {name[:200]!r} as it is")
    lines = [line for line in head.split(b"\r\n") if line.lower().startswith(b"authorization:")]
    if not lines:
        raise Told("error", "curl sent the request without an Authorization")
    authorization = lines[0].partition(b":")[2].strip().decode(errors="replace")
    return {"authorization": authorization, "signature": authorization.rpartition("=")[2]}


def hello():
    return {
        "status": "ok", "protocol": 1, "ops": ["sign"], "profiles": PROFILES,
        "features": FEATURES.split(), "stages": ["signature"],
        "impl": {
            "name": "curl", "version": version(), "language": "c",
            "homepage": "https://curl.se", "issues": "https://github.com/curl/curl/issues",
        },
    }  # fmt: skip


def answer(message):
    if message["op"] == "hello":
        return hello()
    if message["op"] != "sign":
        return {"status": "unsupported", "message": f"no operation {message['op']!r}"}
    try:
        return {"status": "ok", "out": sign(message["input"])}
    except Told as exc:
        return {"status": exc.args[0], "message": exc.args[1]}
    except Exception as exc:
        traceback.print_exc()
        return {"status": "error", "message": f"{type(exc).__name__}: {exc}"}


# One line, as an exec-once; a caller that keeps the process may send more.
for line in sys.stdin.buffer:
    request = json.loads(line)
    if request["op"] == "bye":
        break
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)
