# SPDX-License-Identifier: Apache-2.0
"""The tables of mutants and what the build makes of them: conformance/mutants/generate.py."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
MUTANTS = HERE.parent / "mutants"
SOURCE = """int age(int now, int then) {
  int skew = 900;
  if (now - then > skew ||
      then - now > skew) {
    return -1;
  }
  return 0;
}
"""
MUTANT = "mutant age-not-checked\nstory  Nobody looks at the age.\nin     age.c\n"


class Tables(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        (self.folder / "lib").mkdir()
        (self.folder / "lib" / "age.c").write_text(SOURCE)

    def generate(self, *tables: str) -> subprocess.CompletedProcess[str]:
        paths = []
        for number, text in enumerate(tables):
            paths.append(f"area-{number}.mutants")
            (self.folder / paths[-1]).write_text(text)
        return subprocess.run(
            [sys.executable, "-B", MUTANTS / "generate.py", "lib", "out", "list.json", *paths],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def made(self, *tables: str) -> str:
        done = self.generate(*tables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return (self.folder / "out" / "age.c").read_text()

    def refused(self, message: str, *tables: str) -> None:
        done = self.generate(*tables)
        self.assertEqual((done.returncode, done.stderr), (1, message + "\n"))
        self.assertFalse((self.folder / "list.json").exists())

    def test_an_expression(self) -> None:
        bent = self.made(MUTANT + "expr   now - then > skew || then - now > skew\nnew    false\n")
        wanted = "if ((mutant_is(M_age_not_checked) ? (false) : (now - then > skew ||\n"
        self.assertIn(wanted + "      then - now > skew))) {", bent)
        self.assertEqual(bent.count("mutant_is"), 1)

    def test_a_statement(self) -> None:
        bent = self.made(MUTANT + "stmt   return -1;\nnew    skew = 0;\nnew    return 0;\n")
        wanted = "if (mutant_is(M_age_not_checked)) { skew = 0;\nreturn 0; } else { return -1; }"
        self.assertIn(wanted, bent)

    def test_a_statement_may_go(self) -> None:
        self.assertIn("{  } else { return -1; }", self.made(MUTANT + "stmt   return -1;\nnew\n"))

    def test_two_mutants_at_one_place(self) -> None:
        other = (
            MUTANT.replace("not-checked", "of-one") + "expr   now - then > skew\nnew    now > 1\n"
        )
        bent = self.made(MUTANT + "expr   now - then > skew\nnew    false\n", other)
        self.assertIn(
            "(mutant_is(M_age_not_checked) ? (false) : mutant_is(M_age_of_one) ? (now > 1) "
            ": (now - then > skew))",
            bent,
        )

    def test_one_place_within_another(self) -> None:
        inner = (
            MUTANT.replace("not-checked", "of-one") + "expr   now - then > skew\nnew    now > 1\n"
        )
        outer = MUTANT + "expr   now - then > skew || then - now > skew\nnew    false\n"
        bent = self.made(inner, outer)
        self.assertIn(
            "(false) : ((mutant_is(M_age_of_one) ? (now > 1) : (now - then > skew)) ||", bent
        )

    def test_the_list(self) -> None:
        see = MUTANT.replace("in     ", "see    CVE-2015-8466\nin     ")
        self.made("# of time\n\n" + see + "expr   900\nnew    86400\n")
        told = json.loads((self.folder / "list.json").read_text())
        story = "Nobody looks at the age."
        wanted = {
            "name": "age-not-checked",
            "area": "area-0",
            "story": story,
            "see": "CVE-2015-8466",
        }
        self.assertEqual(told, [wanted])
        ids = (self.folder / "out" / "mutant_ids.h").read_text()
        self.assertIn("MUTANT_NONE,\n  M_age_not_checked,\n  NUM_MUTANTS", ids)

    def test_rows(self) -> None:
        self.made("mutant two-rows\nstory  Both.\nrow    aws4,aws4-s3 plus=blank\n")
        table = (self.folder / "out" / "mutant_table.c").read_text()
        self.assertIn('{"aws4", "plus", "blank"}, {"aws4-s3", "plus", "blank"}, {NULL', table)

    def test_what_has_not_changed_is_not_written(self) -> None:
        table = MUTANT + "expr   900\nnew    86400\n"
        self.made(table)
        before = {p: p.stat().st_mtime_ns for p in (self.folder / "out").iterdir()}
        self.made(table)
        self.assertEqual(before, {p: p.stat().st_mtime_ns for p in before})

    def test_a_place_that_is_nowhere(self) -> None:
        what = "this stands nowhere in lib/age.c: then > now"
        self.refused(f"area-0.mutants:4: {what}", MUTANT + "expr   then > now\nnew    true\n")

    def test_a_place_that_is_there_twice(self) -> None:
        what = "this stands 2 times in lib/age.c: > skew"
        self.refused(f"area-0.mutants:4: {what}", MUTANT + "expr   > skew\nnew    true\n")

    def test_places_that_overlap(self) -> None:
        other = MUTANT.replace("not-checked", "of-one")
        self.refused(
            "area-1.mutants:4: this overlaps with what area-0.mutants:4 changes",
            MUTANT + "expr   now - then > skew\nnew    true\n",
            other + "expr   skew || then\nnew    true\n",
        )

    def test_an_expression_that_is_a_statement_elsewhere(self) -> None:
        other = MUTANT.replace("not-checked", "of-one")
        self.refused(
            "area-1.mutants:4: an expression here and a statement in area-0.mutants:4, or "
            "vice versa",
            MUTANT + "stmt   return -1;\nnew    ;\n",
            other + "expr   return -1;\nnew    true\n",
        )

    def test_a_source_that_is_none(self) -> None:
        table = MUTANT.replace("age.c", "ages.c") + "expr   900\nnew    1\n"
        self.refused("area-0.mutants:4: lib/ages.c is no source of the library", table)

    def test_tables_that_are_wrong(self) -> None:
        keys = "mutant, story, see, in, expr, stmt, new, row"
        behind = "`new` belongs behind this, with what takes its place"
        before = "`in SOURCE` belongs before this, and the text as it is in SOURCE here"
        for table, line, what in (
            ("storey a", 1, f"'storey' is none of {keys}"),
            ("story  a", 1, "a line `mutant NAME` belongs before this one"),
            ("mutant Age", 1, "the name of a mutant is at least two words, joined by hyphens"),
            ("mutant a-b\nrow a b=c", 1, "a-b has no story"),
            ("mutant a-b\nstory c", 1, "a-b changes nothing"),
            (MUTANT + "expr 900", 4, behind),
            (MUTANT + "expr 900\nnew", 4, behind),
            ("mutant a-b\nstory c\nexpr 900\nnew 1", 3, before),
            (
                "mutant a-b\nnew 1",
                2,
                "`new` belongs behind the `expr` or `stmt` that it takes the place of",
            ),
            ("mutant a-b\nrow b", 2, "`row NAME[,NAME…] COLUMN=VALUE` is the form of this line"),
        ):
            with self.subTest(table):
                self.refused(f"area-0.mutants:{line}: {what}", table)

    def test_a_name_that_is_there_twice(self) -> None:
        table = MUTANT + "expr   900\nnew    1\n"
        what = "age-not-checked is there already: area-0.mutants:1"
        self.refused(f"area-1.mutants:1: {what}", table, table)


if __name__ == "__main__":
    unittest.main()
