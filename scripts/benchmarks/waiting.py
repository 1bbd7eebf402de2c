"""Simulates waiting for jobs in virtual time: the number of polls, and how late the end is noticed.

The mix of jobs is made up, and printed with the result. The poll policies are the client's.
"""

from __future__ import annotations

import math
import random
import statistics
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from zoho_crm_jobs import Exponential, Fixed, PollContext, PollSample, ProgressAware

from benchmarks.processes import whole

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from zoho_crm_jobs import PollPolicy

FIRST, LONGEST = 2.0, 120.0  # the delays that the document suggests for every kind of job
KEPT = 4  # the number of latest samples that a policy sees
LENGTHS = (1.0, 7200.0)
RECORDS = (50, 50_000)
QUEUED = 0.3
PACES = 20
NOISE = 0.5

Counts = Literal["total", "so far", "nothing"]

MIX = (
    f"A job takes {LENGTHS[0]:.0f} s to {LENGTHS[1] / 3600:.0f} h, the logarithm being uniform. "
    f"It is queued for up to {QUEUED:.0%} of that, uniform,\n"
    f"then does its {RECORDS[0]} to {RECORDS[1]} records in {PACES} equal parts, "
    f"each at its own pace, log-normal, sigma {NOISE}.\n"
    f"Of three jobs, one reports its counts and the total; one only the count so far, as a bulk write does\n"
    f"unless the rows of its file are given to the wait (rows known); one nothing. "
    f"The suggested delays are {FIRST:.0f} s at first and {LONGEST:.0f} s at most."
)


class MadeUpJob:
    """A random job that is queued, runs at a changing pace, and ends after ``length`` seconds.

    ``counts`` is what it reports: the processed records of a ``total``, those ``so far``, or ``nothing``.
    """

    def __init__(self, rng: random.Random, *, counts: Counts) -> None:
        self.length = math.exp(rng.uniform(*map(math.log, LENGTHS)))
        queued = self.length * rng.uniform(0, QUEUED)
        paces = [rng.lognormvariate(0, NOISE) for _ in range(PACES)]
        self._marks = [queued]  # the start of each part, and the end of the last one
        for pace in paces:
            self._marks.append(self._marks[-1] + (self.length - queued) * pace / sum(paces))
        self._total = round(math.exp(rng.uniform(*map(math.log, RECORDS))))
        self._counts = counts

    def sample(self, elapsed: float) -> PollSample:
        """Return the result of a poll after some seconds, before the end of the job."""
        if self._counts == "nothing":
            return PollSample(elapsed, None, None)
        parts = 0.0
        for begins, ends in zip(self._marks, self._marks[1:], strict=False):
            parts += min(max((elapsed - begins) / (ends - begins), 0), 1)
        return PollSample(elapsed, int(self._total * parts / PACES), self._total if self._counts == "total" else None)


class Outcome(NamedTuple):
    """The number of polls for one job, and the seconds from its end to the last poll."""

    polls: int
    lateness: float


def wait(job: MadeUpJob, policy: PollPolicy, rng: random.Random) -> Outcome:
    """Poll a job until it has ended; ``rng`` is for the policy."""
    elapsed, number = 0.0, 0
    samples: list[PollSample] = []
    while True:
        elapsed += policy.delay(PollContext(number, elapsed, samples[-KEPT:], FIRST, LONGEST, rng.random()))
        number += 1
        if elapsed >= job.length:
            return Outcome(number, elapsed - job.length)
        samples.append(job.sample(elapsed))


class Summary(NamedTuple):
    """The mean number of polls for a job, and mean, median and 95th percentile of the lateness in seconds."""

    polls: float
    mean: float
    median: float
    late: float


def summary(outcomes: Sequence[Outcome]) -> Summary:
    """Summarize two or more outcomes."""
    lateness = [outcome.lateness for outcome in outcomes]
    return Summary(
        statistics.mean(outcome.polls for outcome in outcomes),
        statistics.mean(lateness),
        statistics.median(lateness),
        statistics.quantiles(lateness, n=20, method="inclusive")[-1],
    )


def simulate(policy: PollPolicy, count: int, seed: int, *, counts: Counts) -> list[Outcome]:
    """Wait for made-up jobs, the same ones for the same seed."""
    jobs, chance = random.Random(seed), random.Random(seed)  # noqa: S311  # not for secrets
    return [wait(MadeUpJob(jobs, counts=counts), policy, chance) for _ in range(count)]


POLICIES: tuple[PollPolicy, ...] = (ProgressAware(), Fixed(5), Exponential())


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--jobs",
        type=whole(6),
        default=6000,
        metavar="N",
        help="the number of jobs, a third of each kind (%(default)s)",
    )
    parser.add_argument(
        "--seed", type=whole(0), default=1, metavar="N", help="the seed of the made-up jobs (%(default)s)"
    )


def report(options: argparse.Namespace) -> str:
    """Simulate, and return the table."""
    third = options.jobs // 3
    lines = [f"{3 * third} jobs, seed {options.seed}.", MIX, "", *map(repr, POLICIES), ""]
    lines.append(f"{'':12}{'':16}{'polls':>8}{'lateness in seconds':>27}")
    lines.append(f"{'counts':12}{'policy':16}{'a job':>8}{'mean':>9}{'median':>9}{'95 %':>9}")
    groups: dict[str, list[list[Outcome]]] = {
        counts: [simulate(policy, third, options.seed, counts=counts) for policy in POLICIES]
        for counts in get_args(Counts)
    }
    # With the rows of its file, a bulk write is predicted like a job that reports its total.
    mixes = {"all": list(groups.values()), "rows known": [groups["total"], groups["total"], groups["nothing"]]}
    groups = {
        **{name: [list(chain(*of_policy)) for of_policy in zip(*mix, strict=True)] for name, mix in mixes.items()},
        **groups,
    }
    ratios = []
    for name, outcomes in groups.items():
        summaries = [summary(each) for each in outcomes]
        for policy, (polls, mean, median, late) in zip(POLICIES, summaries, strict=True):
            lines.append(f"{name:12}{type(policy).__name__:16}{polls:8.1f}{mean:9.1f}{median:9.1f}{late:9.1f}")
        own, other = summaries[0], summaries[-1]
        ratios.append(
            f"{name:12}{own.polls / other.polls:.2f} of the polls, {own.mean / other.mean:.2f} of the mean lateness, "
            f"{own.late / other.late:.2f} of its 95th percentile"
        )
    aim = "ProgressAware against Exponential; the aim is half the polls at no more lateness, for all jobs together."
    aim += "\nAn oracle, which knows the end of each job, needs 1 poll and is not late:"
    return "\n".join([*lines, "", aim, *ratios])
