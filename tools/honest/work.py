# SPDX-License-Identifier: Apache-2.0
"""A job: some requests of one signer, signed and verified by processes of their own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from differential import campaign
from differential.campaign import Missing, Setting, batches
from differential.child import ChildError
from differential.grammar import draw_number
from differential.packages import Package
from differential.wire import Draw
from vectorgen import reference as ref
from vectorgen import reference_verify
from vectorgen.model import Json

from .arrival import arrival, draw_skew
from .client_bugs import Bug, bugs_of
from .collisions import kind_of
from .flips import Part, label_of, parts
from .intent import intended
from .tally import Failure, Tally
from .verifier import ACCEPT, not_refused, question, verdict_of

# A job ends with a failure where its signer signs fewer than one draw in so many.
DRAWS_A_REQUEST = 4


@dataclass(frozen=True)
class Job:
    """`count` requests, signed from the draw `first` on; the first `flips` that are accepted are
    changed bit by bit."""

    signer: Package
    first: int
    count: int
    flips: int

    @property
    def numbers(self) -> range:
        return range(self.first, self.first + DRAWS_A_REQUEST * self.count)


@dataclass(frozen=True)
class Arrived:
    number: int
    draw: Draw
    bugs: list[Bug]
    input: Json


def second_opinion(inp: Json) -> str:
    return reference_verify.verify(inp).error or ACCEPT


def complaint(arrived: Arrived, answer: Json) -> str:
    """What is not as it should be with the verdict on an honest request."""
    verdict, second = verdict_of(answer), second_opinion(arrived.input)
    if verdict == ACCEPT:
        key, principal = arrived.draw.credentials["access_key"], answer["out"].get("principal")
        if principal != key:
            return f"it is accepted as one of {principal}, and is one of {key}"
        if arrived.bugs:
            names = ", ".join(bug.name for bug in arrived.bugs)
            return f"it is accepted, and by client_bugs.py it is not: {names}"
    elif not any(verdict in bug.errors for bug in arrived.bugs):
        return f"an honest request is refused: {verdict}; the reference: {second}"
    return "" if verdict == second else f"the verifier: {verdict}; the reference: {second}"


class Work:
    """A job being done."""

    def __init__(self, setting: Setting, seed: int, job: Job) -> None:
        self.job, self.seed, self.tally = job, seed, Tally()
        self.verifier = campaign.start_reference(setting, ())
        try:
            language = replace(setting, shims=setting.shims / job.signer.language)
            self.signer = campaign.start_package(language, job.signer)
        except Missing:
            self.verifier.close()
            raise

    def close(self) -> None:
        self.verifier.close()
        self.signer.close()

    def run(self) -> Tally:
        number = self.job.first
        try:
            for batch in batches(self.job.numbers):
                number = batch.start
                self.turn_all(self.judge_all(self.sign(batch)))
                if self.tally.signed == self.job.count:
                    return self.tally
            self.fail(number, "it signs too few of the draws", {})
        except ChildError as e:
            self.fail(number, f"a process is lost, in this draw or soon after: {e}", {})
        return self.tally

    def fail(self, number: int, text: str, asked: Json) -> None:
        self.tally.fail(Failure(self.job.signer.name, number, text, asked))

    # ---- Whole requests --------------------------------------------------------------------------

    def draws(self, numbers: range) -> Iterator[tuple[int, Draw, list[Bug]]]:
        for number in numbers:
            draw = intended(draw_number(self.seed, number, self.job.signer.mix))
            bugs = bugs_of(self.job.signer.name, draw)
            self.tally.drawn += 1
            if any(number % bug.one_in for bug in bugs):
                self.tally.passed_over += 1
            else:
                yield number, draw, bugs

    def sign(self, numbers: range) -> list[Arrived]:
        drawn = list(self.draws(numbers))
        for number, draw, _ in drawn:
            self.signer.send(campaign.question(number, draw))
        out = []
        for number, draw, bugs in drawn:
            answer = self.signer.read(number + 1)
            self.tally.statuses[answer["status"]] += 1
            if answer["status"] == "error":
                self.fail(number, "the signer's shim fails", campaign.question(number, draw))
            elif answer["status"] == "ok" and self.tally.signed < self.job.count:
                self.tally.signed += 1
                skew = draw_skew(random.Random(f"{self.seed}/{number}/skew"))
                out.append(Arrived(number, draw, bugs, arrival(draw, answer["out"], skew)))
        return out

    def judge_all(self, requests: list[Arrived]) -> list[Arrived]:
        """Those that are accepted."""
        for arrived in requests:
            self.verifier.send(question(arrived.number + 1, arrived.input))
        return [a for a in requests if self.judge(a, self.verifier.read(a.number + 1))]

    def judge(self, arrived: Arrived, answer: Json) -> bool:
        tally, verdict = self.tally, verdict_of(answer)
        if text := complaint(arrived, answer):
            self.fail(arrived.number, text, question(arrived.number + 1, arrived.input))
            return False
        if verdict != ACCEPT:
            tally.known += 1
            tally.bugs.update(bug.name for bug in arrived.bugs if verdict in bug.errors)
            return False
        tally.accepted += 1
        tally.rows[arrived.draw.row] += 1
        return True

    # ---- One bit changed -------------------------------------------------------------------------

    def turn_all(self, accepted: list[Arrived]) -> None:
        for arrived in accepted[: self.job.flips - self.tally.flipped]:
            self.tally.flipped += 1
            for part in parts(arrived.input):
                self.turn(arrived, part)

    def turn(self, arrived: Arrived, part: Part) -> None:
        """Turns each bit of the part."""
        self.tally.turned.update(label_of(part, bit) for bit in range(part.bits))
        for bit, answer in not_refused(self.verifier, arrived.input, part):
            changed = part.changed(arrived.input, bit)
            second = second_opinion(changed)
            kind = kind_of(ref.ROWS[arrived.draw.row], part, bit)
            if answer["status"] == "ok" and second == ACCEPT and kind:
                self.tally.collisions[kind] += 1
                continue
            at = f"{label_of(part, bit)}, byte {bit // 8}, bit {bit % 8} of {part.data!r} turned"
            text = f"{at}: {verdict_of(answer)}; the reference: {second}"
            if second == ACCEPT:
                text += f"; collision: {kind or 'none of those that are allowed'}"
            self.fail(arrived.number, text, question(1, changed))


def do(setting: Setting, seed: int, job: Job) -> Tally:
    work = Work(setting, seed, job)
    try:
        return work.run()
    finally:
        work.close()
