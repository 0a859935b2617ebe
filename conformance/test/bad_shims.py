# SPDX-License-Identifier: Apache-2.0
"""Runs dciauth-conform against one bad shim and checks exit status, output and report.

    bad_shims.py BIN_DIR KIND NAME

KIND is how it is run: exec or exec-once. Whatever a process does that is started anew for each
request, is told in the same words as of one that stays.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERIFY = "aws4/verify/*"


@dataclass
class Case:
    """What a run against the shim must give. `counts` are the statuses in the report."""

    status: int
    says: list[str]
    counts: dict[str, int]
    select: str = VERIFY
    arguments: list[str] = field(default_factory=list)
    leaves: bool = False  # it starts a process that must not be running afterwards
    asked: int = 0  # how often the shim noted that it was there


CASES = {
    "echo": Case(
        3, ["no hello: the answer has no `status` that the protocol knows"], {"not_run": 4}
    ),
    "slow": Case(
        1,
        ["FAIL aws4/verify/other-target at timeout", "no answer in time, in the middle of: { "],
        {"pass": 3, "timeout": 1},
        arguments=["--timeout", "3"],
    ),
    "ignores_sigterm": Case(
        1,
        ["it did not end well after bye: did not end after bye"],
        {"pass": 4},
    ),
    "accept_all": Case(
        1,
        ["FAIL aws4/verify/other-target at decision", "severity critical", "lets anybody read"]
        + ["decision (accept, not reject)", "expected  reject", "actual    accept"],
        {"pass": 1, "fail": 3},
    ),
    "reject_all": Case(
        1, ["refused, but so is the valid twin", "(reject, not accept)"], {"fail": 1, "vacuous": 3}
    ),
    "crash": Case(
        1,
        ["FAIL aws4/verify/other-target at crash", "signal 11 (Segmentation fault)"],
        {"pass": 1, "crash": 1, "fail": 2},
        asked=2,
    ),
    "crash_once": Case(
        1,
        ["at crash(flaky)", "exit status 7", "| the disk is on fire"],
        {"crash": 1, "fail": 3},
    ),
    "hang": Case(
        1,
        ["FAIL aws4/verify/other-target at timeout", "no answer in time"],
        {"pass": 1, "timeout": 1, "fail": 2},
        arguments=["--timeout", "2"],
        leaves=True,
    ),
    "dumps": Case(
        1,
        ["no answer in time", "| Current thread", "dumps.py"],
        {"timeout": 1},
        select="aws4/verify/good",
        arguments=["--timeout", "2"],
    ),
    "chatter": Case(
        1,
        ["standard output carries the protocol alone", r"DEBUG: about to verify \x1b[31m"],
        {"protocol_error": 4},
    ),
    "chatter_at_start": Case(
        3,
        ["no hello: standard output", "Welcome to the shim"],
        {"not_run": 4},
        asked=3,
    ),
    "half_line": Case(
        1, ['exit status 0, in the middle of: {"id": 1, "status": "ok"'], {"crash": 4}
    ),
    "half_line_waits": Case(
        1,
        ['no answer in time, in the middle of: {"id": 1,'],
        {"timeout": 1},
        select="aws4/verify/good",
        arguments=["--timeout", "2"],
    ),
    "wrong_id": Case(1, ["the answer has id 2, the request had 1"], {"protocol_error": 4}),
    "liar": Case(
        1,
        ["declared in the hello, then unsupported: not today"]
        + ["declared in the hello, but absent from the answer"],
        {"fail": 9, "disputed": 1},
        select="*",
        arguments=["--no-sweeps"],
    ),
    "fickle": Case(
        3, ["the hello is not the same after a restart"], {"crash": 1, "not_run": 3}
    ),
    "two_answers": Case(1, ["two answers to one request"], {"protocol_error": 4}),
    "not_utf8": Case(1, ["invalid UTF-8", r'"message":"\xff"'], {"protocol_error": 4}),
    "long_line": Case(
        1, ["a line of more than 8388608 bytes"], {"protocol_error": 1}, select="aws4/verify/good"
    ),
    "flood": Case(0, [], {"pass": 4}),
    "sanitizer": Case(
        1,
        [r"sanitizer report: runtime error: signed integer overflow \x1b[2J\x7f\u{9b}"],
        {"crash": 4},
    ),
    "leaks": Case(
        1,
        ["it did not end well after bye: exit status 23"]
        + [r", ERROR: LeakSanitizer: 8 bytes \x1b[2J\x7f\u{9b}"],
        {"pass": 4},
    ),
    "escapes": Case(
        3, [r"the answer to hello is error go away \x1b[2J\x7f\u{9b}"], {"not_run": 4}
    ),
    "orphan": Case(1, ["exit status 0"], {"crash": 4}, leaves=True),
    "skip_all": Case(4, ["unrepresentable", "too much work"], {"unrepresentable": 4}),
    "declares_nothing": Case(4, ["it does not declare the profile aws4"], {"n/a": 4}),
    "raises": Case(
        1,
        ["an undeclared error escaped the library", "KeyError: 'host'"],
        {"fail": 2, "error": 2},
    ),
    "nobody": Case(
        1,
        ["a request was accepted without saying whose it is"],
        {"fail": 4},
    ),
    "somebody_else": Case(
        1,
        ["FAIL aws4/verify/good at principal, byte 1", "a good request (severity high)"]
        + ["expected  AKIDEXAMPLE", "actual    root"]
        + ["1 high: a request is taken for somebody else's (aws4/verify/good)"],
        {"fail": 1, "vacuous": 3},
    ),
    "other_view": Case(
        1,
        ["FAIL aws4/verify/good at view", "a good request (severity high)"]
        + ["the view has the header x-forwarded-host, which the signature does not cover"]
        + ["1 high: what is used is not what was signed (aws4/verify/good)"],
        {"fail": 1, "vacuous": 3},
    ),
    "wrong_reason": Case(
        1,
        ["FAIL aws4/verify/other-target at reason", "expected  signature-mismatch"]
        + ["actual    unknown-key", "3  reason:"],
        {"pass": 1, "fail": 3},
        arguments=["--errors", "strict"],
    ),
}  # fmt: skip

# What only a shim of exec-once can do wrong, or does otherwise.
ONCE = {
    "half_line_waits": Case(
        1, ['exit status 0, in the middle of: {"id": 1,'], {"crash": 1}, select="aws4/verify/good"
    ),
    "once_silent": Case(1, ["FAIL aws4/verify/good at crash", "exit status 0"], {"crash": 4}),
    "once_stays": Case(
        1,
        ["it answered, but did not end in time"],
        {"timeout": 1},
        select="aws4/verify/good",
        arguments=["--timeout", "1"],
        leaves=True,
    ),
    "once_bad_end": Case(1, ["exit status 3 after its answer"], {"crash": 4}),
    "once_leaves_child": Case(0, [], {"pass": 4}, leaves=True),
    "once_last_words": Case(
        1, ["two answers to one request; after the first came: done"], {"protocol_error": 4}
    ),
    "once_deaf": Case(1, ["the answer has id 0, the request had 1"], {"protocol_error": 4}),
    "raises": Case(1, ["an undeclared error escaped the library"], {"fail": 4}),
}


def case_of(kind: str, name: str) -> Case:
    return ONCE[name] if kind == "exec-once" and name in ONCE else CASES[name]


def seconds() -> str:
    """How long the child of a bad shim sleeps: a number by which it is found again."""
    return str(9_000_000 + os.getpid())


def is_sleeping() -> bool:
    command = f"sleep {seconds()}"
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes().replace(b"\0", b" ").decode(errors="replace").strip() == command:
                return True
        except OSError:
            continue
    return False


def wait_until(holds: Callable[[], bool], most: float) -> bool:
    """Whether it comes to hold within so many seconds: what was killed takes a moment to go."""
    end = time.monotonic() + most
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def is_gone() -> bool:
    return wait_until(lambda: not is_sleeping(), 3)


def run(bin_dir: Path, shim: str, case: Case, folder: Path) -> tuple[int, str, list[dict]]:
    report = folder / "report.jsonl"
    command = [
        str(bin_dir / "dciauth-conform"), "run", shim,
        "--vectors", str(HERE / "vectors"), "--select", case.select, "--json", str(report),
        *case.arguments,
    ]  # fmt: skip
    env = {**os.environ, "BAD_SHIM_DIR": str(folder), "BAD_SHIM_SLEEP": seconds()}
    done = subprocess.run(command, env=env, capture_output=True, timeout=120, check=False)
    events = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    return done.returncode, (done.stdout + done.stderr).decode("utf-8"), events


def faults(case: Case, status: int, output: str, events: list[dict]) -> list[str]:
    out = []
    if status != case.status:
        out.append(f"exit status {status}, not {case.status}")
    flat = " ".join(output.split())
    out += [f"does not say: {text}" for text in case.says if " ".join(text.split()) not in flat]
    if any(c in output for c in "\x1b\x7f\x9b"):
        out.append("an escape sequence in the output")
    counts = dict(Counter(e["status"] for e in events if e["event"] == "vector"))
    if counts != case.counts:
        out.append(f"the report counts {counts}, not {case.counts}")
    if [e["event"] for e in events].count("summary") != 1 or events[-1]["event"] != "summary":
        out.append("the report does not end in one summary")
    elif events[-1]["total"] != sum(case.counts.values()):
        out.append(f"the summary's total is {events[-1]['total']}")
    if case.leaves and not is_gone():
        out.append("a child of the shim is still running")
    return out


def was_not_asked(case: Case, folder: str) -> bool:
    """A crash is tried once more, and then left alone."""
    note = Path(folder) / "asked"
    return (note.stat().st_size if note.exists() else 0) != case.asked


def main() -> int:
    bin_dir, kind, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    case, shim = case_of(kind, name), f"{kind}:{sys.executable} {HERE}/shims/{name}.py"
    with tempfile.TemporaryDirectory() as folder:
        status, output, events = run(bin_dir, shim, case, Path(folder))
        found = faults(case, status, output, events)
        if was_not_asked(case, folder):
            found.append(f"{name} was not asked {case.asked} times")
    if found:
        print(output, *found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
