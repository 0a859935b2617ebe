# SPDX-License-Identifier: Apache-2.0
"""test_checks.py - each check passes on a small sound project and fails on each flaw in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLANG_FORMAT = shutil.which("clang-format-14")
SPDX = "/* SPDX-License-Identifier: Apache-2.0 */\n"
SOUND = {
    "lib/layers.txt": "api\nspan\npath\ncrypto\n",
    "lib/include/api.h": SPDX,
    "lib/span.h": SPDX + '#include "api.h"\n',
    "lib/span.c": SPDX + "/* memcmp */\nint c = memcmp(a, b, 1); /* not strcmp(a, b) */\n",
    "lib/path.c": SPDX + '#include "span.h"\n/* spec: rfc1 2.3, vector: p/path/one */\n',
    "lib/crypto.c": SPDX + "#include <openssl/sha.h>\nint f(int x) {\n  return x;\n}\n",
    "conformance/base/json.c": SPDX + "#include <cjson/cJSON.h>\n",
    "conformance/shims/shim.go": SPDX + "var (\n\ta int\n)\n",
    "vectors/sources.json": '[{"id": "rfc1"}]',
    "vectors/p/path.json": '{"groups": [{"tests": [{"id": "p/path/one"}]}]}',
    "README.md": '```c\n/* example: a */\n#include <stdio.h>\nint main(void) { puts("a"); }\n```\n',
}
LONG_FUNCTION = "int g(int x,\n      int y) {\n" + "  x += y;\n" * 60 + "  return x;\n}\n"
LONGISH_FUNCTIONS = ("int h(int x) {\n" + "  x++;\n" * 15 + "}\n") * 9
# (check, file, what is put at its end, what the check must say)
FLAWS = [
    ("layers", "lib/span.h", '#include "path.h"\n', "lies higher"),
    ("layers", "lib/path.c", '#include "other.h"\n', "not in lib/layers.txt"),
    ("layers", "lib/path.c", "#include <openssl/evp.h>\n", "only crypto"),
    ("layers", "lib/path.c", "#  include <cjson/cJSON.h>\n", "no place here"),
    ("layers", "conformance/base/two.c", '#include "cJSON.h"\n', "one file"),
    ("layers", "lib/path.c", "#include <libxml/tree.h>\n", "libxml2 has no place here"),
    ("layers", "lib/extra.c", SPDX, "is missing"),
    ("layers", "lib/layers.txt", "ghost\n", "no file ghost"),
    ("layers", "lib/layers.txt", "span\n", "named twice"),
    ("compares", "lib/path.c", "int c = memcmp(a, b, 3);\n", "lib/path.c:4: memcmp has no place"),
    ("compares", "lib/path.c", "int c = (strcmp)(a, b);\n", "strcmp has no place"),
    ("compares", "lib/span.h", "#define same !__builtin_strncasecmp\n", "strncasecmp has no"),
    ("compares", "lib/include/api.h", "int (*f)() = bcmp;\n", "lib/api.h:2: bcmp has no place"),
    ("compares", "lib/crypto.c", "int c = memcmp(a, b, 3);\n", "memcmp has no place"),
    ("compares", "lib/path.c", "int c = CRYPTO_memcmp(a, b, 3);\n", "CRYPTO_memcmp has no"),
    ("tags", "lib/path.c", "/* spec: rfc2 2.3 */\n", "no source 'rfc2'"),
    ("tags", "lib/path.c", "/* spec: rfc1 */\n", "without a section"),
    ("tags", "lib/path.c", "/* see vector:\n * p/path/two */\n", "no vector 'p/path/two'"),
    ("tags", "lib/path.c", "/* vector: p/path/one, p/path/3 */\n", "no vector 'p/path/3'"),
    ("tags", "lib/path.c", "/* vector: one */\n", "without an id"),
    ("style", "lib/path.c", "/* " + "x" * 100 + " */\n", "columns"),
    ("style", "lib/path.c", "int a; \n", "a blank at the end"),
    ("style", "lib/path.c", "\tint a;\n", "a tab"),
    ("style", "lib/path.c", "/* TODO */\n", "unfinished"),
    ("style", "lib/path.c", "\n" * 250, "fewer than 250"),
    ("style", "lib/new.h", "int a;\n", "no SPDX line"),
    ("style", "lib/new.js", "let a;\n", "no SPDX line"),
    ("style", "lib/new.go", "package a \n", "a blank at the end"),
    ("style", "lib/new.rs", "mod a;\n", "no SPDX line"),
    ("style", "lib/path.c", LONG_FUNCTION, "a function of 64 lines"),
    ("style", "lib/path.c", LONGISH_FUNCTIONS, "the median function"),
    ("readme", "README.md", "```c\nint x;\n```\n", "does not begin with"),
    ("readme", "README.md", "```c\n/* example: b */\nint\n```\n", "b does not compile"),
    ("readme", "README.md", "```c\n/* example: b */\nint main(void) { return 3; }\n```\n", "3"),
    ("readme", "README.md", "```c\n/* example: b */\nint main(void) { }\n```\n", "prints nothing"),
]


class Checks(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name, text in SOUND.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a") as file:
            file.write(text)

    def run_check(self, name: str) -> tuple[int, str]:
        arguments: list[str | Path] = [self.root]
        if name == "format":
            shutil.copy(HERE.parent.parent / ".clang-format", self.root)
            arguments.append(CLANG_FORMAT)
        if name == "readme":
            self.put("empty.c", "")
            library = self.root / "empty.o"
            subprocess.run(["cc", "-c", "-o", library, self.root / "empty.c"], check=True)
            arguments = [self.root / "README.md", self.root, library, self.root / "work", "cc"]
        command = [sys.executable, "-B", HERE / f"{name}.py", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_sound_project(self) -> None:
        names = ("layers", "tags", "compares", "style", "readme")
        for name in (*names, *(["format"] if CLANG_FORMAT else [])):
            with self.subTest(name):
                self.assertEqual(self.run_check(name)[0], 0, self.run_check(name)[1])

    def test_nothing_to_check(self) -> None:
        for name, pattern in (("tags", "*.c"), ("style", "*.[cgh]*"), ("readme", "README.md")):
            for path in self.root.rglob(pattern):
                path.write_text("")
                if name == "style":
                    path.unlink()
            with self.subTest(name):
                status, output = self.run_check(name)
                self.assertEqual(status, 1)
                self.assertIn("nothing was checked", output)


def flaw_test(check: str, name: str, text: str, message: str):
    def test(self: Checks) -> None:
        self.put(name, text)
        status, output = self.run_check(check)
        self.assertEqual(status, 1, output)
        self.assertIn(message, output)

    return test


if CLANG_FORMAT:
    FLAWS.append(("format", "lib/path.c", "int  z;\n", "lib/path.c: not formatted"))
for index, flaw in enumerate(FLAWS):
    setattr(Checks, f"test_{flaw[0]}_{index}", flaw_test(*flaw))


class Symbols(unittest.TestCase):
    """symbols.py and header.py need a library and a header; both are made here."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "lib/include").mkdir(parents=True)

    def symbols(self, wanted: str, versions: str = "V { *; };\n") -> str:
        (self.root / "x.c").write_text("int a(void);\nint a(void) { return 0; }\nint b = 1;\n")
        (self.root / "x.map").write_text(versions)
        (self.root / "list").write_text(wanted)
        script = f"-Wl,--version-script={self.root / 'x.map'}" if versions else "-O"
        for options, name in (["-shared", script], "x.so"), (["-c"], "x.a"):
            command = ["cc", *options, "-o", self.root / name, self.root / "x.c"]
            subprocess.run(command, check=True)
        names = [self.root / name for name in ("list", "x.so", "x.a")]
        command = [sys.executable, HERE / "symbols.py", *names]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def test_symbols(self) -> None:
        self.assertIn("2 symbols: ok", self.symbols("a\nb\n"))
        self.assertIn("x.so: there, but not in the list: b", self.symbols("a\n"))
        self.assertIn("x.so: not there: c", self.symbols("a\nb\nc\n"))
        self.assertIn("not sorted", self.symbols("b\na\n"))
        self.assertIn("without a version: b", self.symbols("a\nb\n", versions=""))
        self.assertEqual(
            self.symbols("a\n", "V { global: a; local: *; };\n"),
            "x.a: there, but not in the list: b\n",
        )

    def header(self, extra: str) -> str:
        text = "#pragma once\n#include <string.h>\ntypedef struct { size_t len; } dciauth_span;\n"
        text += "static inline dciauth_span dciauth_str(const char *s) "
        text += "{ dciauth_span x = {strlen(s)}; return x; }\n" + extra
        (self.root / "lib/include/dciauth.h").write_text(text)
        arguments = [self.root, "cc", "--", "-Wall", "-Wconversion", "--", "-Wstrict-prototypes"]
        command = [sys.executable, HERE / "header.py", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def test_header(self) -> None:
        self.assertEqual(self.header(""), "c11: ok\nc++17: ok\n")
        self.assertEqual(self.header("void f(int new);\n"), "c11: ok\nc++17: FAILED\n")
        self.assertEqual(self.header("void f();\n"), "c11: FAILED\nc++17: ok\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
