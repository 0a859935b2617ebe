# SPDX-License-Identifier: Apache-2.0
"""Divides the requests among the signers, and each signer's into jobs, some of which run at a
time."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from differential import campaign
from differential.campaign import Missing, Setting
from differential.packages import Package

from .tally import Tally
from .work import DRAWS_A_REQUEST, Job, do

JOBS_OF_A_SIGNER = 2


@dataclass(frozen=True)
class Plan:
    seed: int
    first: int
    count: int
    flips: int


def share(total: int, among: int, index: int) -> int:
    """Of a total, what the one with this index gets."""
    return total // among + (index < total % among)


def jobs_of(plan: Plan, signers: list[Package]) -> list[Job]:
    """Those of one signer draw different numbers, those of several the same."""
    among = len(signers) * JOBS_OF_A_SIGNER
    out = []
    for index in range(among):
        count, flips = share(plan.count, among, index), share(plan.flips, among, index)
        turn, signer = divmod(index, len(signers))
        first = plan.first + turn * DRAWS_A_REQUEST * (plan.count // among + 1)
        if count:
            out.append(Job(signers[signer], first, count, flips))
    return out


def installed(setting: Setting, signers: list[Package]) -> tuple[list[Package], list[str]]:
    """The signers that are there, and of the others what is missing."""
    there, missing = [], []
    for signer in signers:
        try:
            language = replace(setting, shims=setting.shims / signer.language)
            campaign.start_package(language, signer).close()
            there.append(signer)
        except Missing as e:
            missing.append(str(e))
    return there, missing


def run(setting: Setting, signers: list[Package], plan: Plan, jobs: int) -> dict[str, Tally]:
    tallies = {signer.name: Tally() for signer in signers}
    pool = ProcessPoolExecutor(jobs, initializer=campaign.ignore_interrupt)
    try:
        futures = [
            (job.signer.name, pool.submit(do, setting, plan.seed, job))
            for job in jobs_of(plan, signers)
        ]
        for name, future in futures:
            tallies[name].add(future.result())
    finally:
        pool.shutdown(cancel_futures=True)  # waits for the jobs that run
    return tallies
