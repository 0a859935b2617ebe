# SPDX-License-Identifier: Apache-2.0
"""Says what a browser, an XML parser, a Markdown renderer and a TAP reader would obey."""

import sys

import speak

MARKUP = "</script></style></code><img src=x onerror=document.title='owned'>\"'>]]><!--`|"
UNSEEN = "\x00\x1b[2J\u202e\ufffe # SKIP\n...\nnot ok 1 - no\n````"
HELLO = {
    **speak.HELLO,
    "impl": {"name": MARKUP[:40], "version": "'><img onerror"},
    "ops": ["sign", "verify"],
    "features": ["header.custom", "path.raw-bytes", "clock.injectable", "header.repeated"],
}


def answer(message: speak.Json, number: int) -> None:
    sys.stderr.write(MARKUP + UNSEEN.replace("\x00", "\x01") + "\n")
    sys.stderr.flush()
    hostile = MARKUP + UNSEEN.replace("\x00", "\x7f")
    if message["op"] == "verify":
        if number % 2:
            sys.exit(3)
        speak.say({"id": message["id"], "status": "raised", "message": hostile})
    elif number % 3 == 0:
        speak.say({"id": message["id"], "status": "error", "message": hostile})
    else:
        stages = {"canonical_request": "GET" + hostile}
        out = {"signature": MARKUP, "stages": stages}
        speak.say({"id": message["id"], "status": "ok", "out": out})


speak.serve(answer, HELLO)
