# SPDX-License-Identifier: Apache-2.0
"""Tests of the manual pages' maker, on a small header and on what must be noticed."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from . import header, library, mdoc, program

HEADER = """/* SPDX-License-Identifier: Apache-2.0 */
/* dciauth.h - about it.
 *  - One thing.
 *  - Another, over
 *    two lines.
 */
#ifndef DCIAUTH_H

/* DCIAUTH_VERSION is that of dciauth_version(). */
#define DCIAUTH_VERSION "1"
DCIAUTH_API const char *dciauth_version(void);

/* ---- Sign ------------- */

/* dciauth_signed is a result. */
typedef struct {
  int a; /* in it */
} dciauth_signed;

/* dciauth_sign signs. .hidden and 'quoted' stay text; so does a\\b. Gives dciauth_signed. */
DCIAUTH_API DCIAUTH_MUST_USE int dciauth_sign(
    const char *request,
    dciauth_signed *out);
"""


class Header(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = Path(holder.name)
        (self.root / "lib/include").mkdir(parents=True)
        (self.root / "README.md").write_text("```c\n/* example: sign */\nint x;\n```\n")
        self.put(HEADER)

    def put(self, text: str) -> None:
        (self.root / "lib/include/dciauth.h").write_text(text)

    def test_families(self) -> None:
        families = header.read(self.root / "lib/include/dciauth.h")
        self.assertEqual([family.title for family in families], ["", "Sign"])
        sign = families[1].functions()[0]
        self.assertEqual((sign.returns, sign.name), ("int", "dciauth_sign"))
        self.assertEqual(sign.arguments, ["const char *request", "dciauth_signed *out"])
        self.assertEqual(header.types(families), {"dciauth_signed"})

    def test_pages(self) -> None:
        pages = library.pages(self.root)
        self.assertEqual(list(pages), ["libdciauth.3", "dciauth_sign.3"])
        page = pages["dciauth_sign.3"]
        self.assertIn(".Nm dciauth_sign\n.Nd sign a request\n", page)
        self.assertIn('.Fo dciauth_sign\n.Fa "const char *request"\n', page)
        self.assertIn("\n.Fn dciauth_sign\nsigns.\n\\&.hidden and", page)
        self.assertIn("a\\eb.\nGives\n.Vt dciauth_signed .\n", page)
        self.assertIn("  int a; /* in it */\n", page)
        first = pages["libdciauth.3"]
        self.assertIn(".Bl -bullet\n.It\nOne thing.\n.It\nAnother, over two lines.\n.El\n", first)
        self.assertIn("int x;\n", first)
        self.assertNotIn("SPDX", first)
        self.assertNotIn("ifndef", first)

    def test_a_family_without_a_page(self) -> None:
        self.put(HEADER + "\n/* ---- Other ---- */\n\n/* x */\nint x;\n")
        with self.assertRaisesRegex(library.UnknownFamily, "'Other' has no page"):
            library.pages(self.root)


class Lines(unittest.TestCase):
    def test_escape(self) -> None:
        self.assertEqual(mdoc.escape(".x"), "\\&.x")
        self.assertEqual(mdoc.escape("'x \\ …"), "\\&'x \\e ...")

    def test_arguments(self) -> None:
        self.assertEqual(program.argument("[TARGET…]"), " Op Ar TARGET ...")
        self.assertEqual(program.argument("targets"), " Cm targets")
        self.assertEqual(program.argument(""), "")

    def test_words(self) -> None:
        rows = [{"word": "exec:CMD", "help": "a `b`"}, {"word": "NAME", "help": "c"}]
        lines = [".It Cm exec:\\& Ns Ar CMD", "A 'b'.", ".It Ar NAME", "C."]
        self.assertEqual(program.words(rows), lines)

    def test_untold(self) -> None:
        self.assertEqual(program.untold(".It Fl -help\n", "--help, --more"), ["more"])

    def test_marks_must_be_there(self) -> None:
        program.lists, kept = (lambda conform: {"exit": [".It x"]}), program.lists
        self.addCleanup(setattr, program, "lists", kept)
        page = '.Bl\n.\\" Made by tools/manpages: exit\nold\n.\\" End.\n.El\n'
        self.assertEqual(program.page(page, Path()), page.replace("old", ".It x"))
        with self.assertRaisesRegex(ValueError, "the marks are"):
            program.page(".Bl\n.El\n", Path())


if __name__ == "__main__":
    unittest.main()
