# SPDX-License-Identifier: Apache-2.0
"""What words may become: `dciauth-conform complete`, and the completions of the shells that ask it.

BIN_DIR is the folder of the programs, COMPLETIONS that of the completions (default: the sources').
Each shell runs on a terminal; the keys are typed, and the line that became of them is read back.
"""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"]).resolve()
CONFORM = str(BIN / "dciauth-conform")
VECTORS = HERE / "vectors"
SHELL_FILES = Path(os.environ.get("COMPLETIONS", HERE.parent / "completions"))
SHOW = "\x07"  # Ctrl-G, in bash and zsh bound to showing the line
# (what is typed, what becomes of it); the folder has the files below.
FILES = ("reports/old.jsonl", "my-shim", "my notes")
TYPED = {
    "doc": "doctor ",
    "run --js": "run --json ",
    "doctor --timeo": "doctor --timeout ",
    "run exec-": "run exec-once:",
    "run exec:./my-s": "run exec:./my-shim ",
    "run smi": "run smithy ",
    "list mis": "list mistakes ",
    "run mutant:age-not-c": "run mutant:age-not-checked ",
    "run --json my-s": "run --json my-shim ",
    "run --json=my-s": "run --json=my-shim ",
    "run --json my": "run --json my",
    "run --json my\\ n": "run --json my\\ notes ",
    "run --replay rep": "run --replay reports/",
    "run --vectors=rep": "run --vectors=reports/",
    "show --vectors V aws4/si": "show --vectors V aws4/sign/",
    "show --vectors V aws4/sign/roo": "show --vectors V aws4/sign/root ",
    "run --vectors V --select 'aws4/ver": "run --vectors V --select 'aws4/verify/",
    "nothing x": "nothing x",
}
AREAS = ["aws4/sign/", "aws4/sweep-path/", "aws4/sweep-query/", "aws4/verify/"]


def complete(*words: str) -> list[str]:
    command = [CONFORM, "complete", "--vectors", VECTORS, "--", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=20, check=True)
    assert not done.stderr, done.stderr
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


class Program(unittest.TestCase):
    def test_commands(self) -> None:
        cli = json.loads(subprocess.check_output([CONFORM, "export", "cli"]))
        names = list(dict.fromkeys(command["name"] for command in cli["commands"]))
        self.assertIn("doctor", names)
        self.assertEqual(complete(""), names)
        self.assertEqual(complete("do"), ["doctor"])
        self.assertEqual(complete("no-such"), [])
        for name in names:
            done = subprocess.run([CONFORM, name, "--more"], capture_output=True, check=False)
            self.assertNotIn(b"no such command", done.stderr, "it is in the table, and works")

    def test_options_are_those_of_the_command(self) -> None:
        cli = json.loads(subprocess.check_output([CONFORM, "export", "cli"]))
        for command in ("run", "list", "doctor", "show"):
            wanted = [
                f"--{option['name']}"
                for option in cli["options"]
                if command in option.get("commands", command).split()
            ]
            self.assertEqual(complete(command, "--"), wanted)
        self.assertNotIn("--json", complete("--"))
        self.assertEqual(complete("--timeout", "5", "run", "--js"), ["--json"])

    def test_arguments(self) -> None:
        self.assertEqual(complete("list", ""), ["targets", "mistakes", "mutants"])
        self.assertEqual(complete("list", "targets", ""), [])
        self.assertEqual(complete("export", ""), ["profiles", "errors", "cli"])
        targets = complete("run", "")
        self.assertEqual(targets[0], "ref")
        self.assertIn("exec:", targets)
        self.assertIn("botocore", targets)
        self.assertEqual(complete("run", "ref", "--no-sweeps", ""), targets)
        self.assertEqual(complete("doctor", "ref", ""), [])

    def test_mutants(self) -> None:
        names = complete("mutants", "")
        self.assertIn("age-not-checked", names)
        self.assertEqual(complete("mutants", "age-not-checked", "age-not-c"), ["age-not-checked"])
        self.assertEqual(complete("run", "mutant:"), [f"mutant:{name}" for name in names])
        self.assertIn("mutant:", complete("run", ""))

    def test_values(self) -> None:
        self.assertEqual(complete("run", "--json", ""), [":file "])
        self.assertEqual(complete("run", "--json=a/b"), [":file --json="])
        self.assertEqual(complete("run", "--vectors", "a"), [":folder "])
        self.assertEqual(complete("run", "--baseline", ""), [":file "])
        self.assertEqual(complete("run", "--require", "token"), ["token.session"])
        self.assertEqual(complete("run", "--errors", "s"), ["strict"])
        self.assertEqual(complete("run", "--errors="), ["--errors=lenient", "--errors=strict"])
        self.assertEqual(complete("run", "--timeout", ""), [])
        self.assertEqual(complete("run", "exec:./a"), [":file exec:"])
        self.assertEqual(complete("run", "--no-sweeps", "sm"), ["smithy"])

    def test_ids_go_from_slash_to_slash(self) -> None:
        self.assertEqual(complete("show", ""), AREAS)
        within = complete("run", "--select", "aws4/v")
        self.assertEqual({name.rpartition("/")[0] for name in within}, {"aws4/verify"})
        kept = complete("run", "--select=aws4/v")
        self.assertEqual(kept, [f"--select={name}" for name in within])
        self.assertIn("aws4/sign/root", complete("show", "aws4/sign/"))
        self.assertEqual(complete("show", "aws4/sign/root"), ["aws4/sign/root"])

    def test_folders_of_the_line_count(self) -> None:
        self.assertEqual(complete("run", "--shims", str(VECTORS), "sm"), [])
        self.assertEqual(complete("run", f"--shims={VECTORS}", "sm"), [])
        command = [CONFORM, "complete", "--", "show", "--vectors", "/nowhere/at/all", ""]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(done.stdout, "")
        self.assertIn("/nowhere/at/all: no such folder", done.stderr)

    def test_profiles_of_the_line_count(self) -> None:
        command = [CONFORM, "complete", "--", "show", "--profiles=/nowhere/at/all", ""]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(done.stdout, "")
        self.assertIn("/nowhere/at/all", done.stderr)
        self.assertEqual(complete("validate", "x"), [":folder "])


class InFolder(unittest.TestCase):
    """A folder with files, in which a shell finds the programs."""

    shell = ""

    @classmethod
    def setUpClass(cls) -> None:
        if not shutil.which(cls.shell):
            raise unittest.SkipTest(f"there is no {cls.shell}")

    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        for name in FILES:
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).touch()
        (self.folder / "V").symlink_to(VECTORS)
        path = f"{BIN}:{os.environ['PATH']}"
        self.env = {"PATH": path, "TERM": "xterm", "HOME": holder.name, "LC_ALL": "C.UTF-8"}
        self.env["COMPLETIONS"] = str(SHELL_FILES)


class OnTerminal(InFolder):
    """A shell that is typed at."""

    start: list[str] = []
    set_up = ""

    def setUp(self) -> None:
        super().setUp()
        self.terminal, other = pty.openpty()
        self.addCleanup(os.close, self.terminal)
        ends = {"stdin": other, "stdout": other, "stderr": other}
        self.process = subprocess.Popen(
            self.start, cwd=self.folder, env=self.env, start_new_session=True, **ends
        )
        os.close(other)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        self.type(self.set_up + "; printf '<%s>' ready\n")
        self.read_until("<ready>")

    def type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def read_until(self, pattern: str) -> re.Match[str]:
        seen, end = "", time.monotonic() + 20
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                seen += os.read(self.terminal, 65536).decode(errors="replace")
            if found := re.search(pattern, seen):
                return found
        self.fail(f"no {pattern!r} in {seen!r}")

    def line_of(self, typed: str) -> str:
        """What becomes of the line when TAB is pressed behind it."""
        self.type(typed + "\t" + SHOW)
        line = self.read_until(r"LINE<([^>]*)>")[1]
        self.type("\x15\x0b")  # nothing is left of it
        return line


    def try_all(self) -> None:
        for typed, becomes in TYPED.items():
            with self.subTest(typed):
                line = self.line_of(f"dciauth-conform {typed}")
                self.assertEqual(line, f"dciauth-conform {becomes}")


class Bash(OnTerminal):
    shell, start = "bash", ["bash", "--norc", "-i"]
    set_up = (
        'source "$COMPLETIONS/dciauth-conform.bash"; bind "set bell-style none"; '
        "shown() { printf 'LINE<%s>' \"$READLINE_LINE\"; }; bind -x '\"\\C-g\": shown'"
    )

    def test_lines(self) -> None:
        self.try_all()

    def test_list(self) -> None:
        self.type("dciauth-conform list \t\t")
        self.read_until(r"mistakes +mutants +targets")


class Zsh(OnTerminal):
    shell, start = "zsh", ["zsh", "-f", "-i"]
    set_up = (
        "fpath=($COMPLETIONS $fpath); autoload -Uz compinit; compinit -u -D; unsetopt beep; PS1=; "
        "shown() { print -rn \"LINE<$BUFFER>\" }; zle -N shown; bindkey '^G' shown; "
        "bindkey '^U' kill-whole-line"
    )

    def test_lines(self) -> None:
        self.try_all()

    def test_list(self) -> None:
        self.type("dciauth-conform list \t")
        self.read_until(r"mistakes +-- list the mistakes that are known by name")


class Fish(InFolder):
    """Fish says itself what it would offer for a line."""

    shell = "fish"

    def offered(self, typed: str) -> list[str]:
        script = 'source "$COMPLETIONS/dciauth-conform.fish"; complete -C $argv[1]'
        command = ["fish", "--no-config", "-c", script, f"dciauth-conform {typed}"]
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, check=True
        )
        return [line.partition("\t")[0] for line in done.stdout.splitlines()]

    def test_lines(self) -> None:
        for typed, becomes in TYPED.items():
            if becomes.endswith((" ", ":")) and "\\" not in typed:
                with self.subTest(typed):
                    self.assertEqual(self.offered(typed), [becomes.strip().rpartition(" ")[2]])

    def test_several(self) -> None:
        self.assertEqual(sorted(self.offered("run --json my")), ["my notes", "my-shim"])
        self.assertEqual(self.offered("run --replay rep"), ["reports/"])
        self.assertEqual(self.offered("run --vectors=rep"), ["--vectors=reports/"])
        self.assertIn("aws4/sign/root", self.offered("show --vectors V aws4/si"))
        self.assertEqual(self.offered("nothing x"), [])

    def test_quoted(self) -> None:
        self.assertIn("aws4/verify/good", self.offered("run --vectors V --select 'aws4/ver"))
        self.assertEqual(self.offered("run --json my\\ n"), ["my notes"])

    def test_list(self) -> None:
        self.assertEqual(sorted(self.offered("list ")), ["mistakes", "mutants", "targets"])


if __name__ == "__main__":
    unittest.main()
