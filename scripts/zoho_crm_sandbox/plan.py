"""How far a job is: a pure function of its plan and of the seconds since it was submitted.

Nothing happens while time passes. Whoever asks late, after ten skipped intervals, gets the state that is right then.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEDULED = "SCHEDULED"
QUEUED = "QUEUED"
RUNNING = "RUNNING"
SUSPENDED = "SUSPENDED"
COMPLETED = "COMPLETED"
FAILED = "FAILED"
SKIPPED = "SKIPPED"


FAILS = "fails"
PARTLY_FAILS = "partly_fails"
STAYS_RUNNING = "stays_running"
VANISHES = "vanishes"
PAUSED = "paused"
ACCEPTED = "accepted"
OUTCOMES = (FAILS, PARTLY_FAILS, STAYS_RUNNING, VANISHES, PAUSED, ACCEPTED)
"""What a named input can make of a job: all its records fail; every fifth fails; it runs on and on; it cannot be found
any more as soon as it runs; it is in a state that is nowhere documented; its submission is answered with 202."""

WAIT = 10.0
"""For how many seconds a job is scheduled."""
DURATION = 25.0
"""How many seconds it runs at least."""
PACE = 40
"""How many records a second it handles at most."""
FOR_EVER = 100 * 365 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What will become of a job, fixed when it is submitted.

    Attributes:
        total: How many records it has.
        failed: How many of them will fail.
        steps: The states on the way to the end, each with its seconds. Records are worked on in the steps that are
            RUNNING, evenly over their time.
        end: The state that the job ends in.
        lasts: For how many seconds the job can be found; None for as long as its system keeps jobs.
    """

    total: int
    failed: int = 0
    steps: tuple[tuple[str, float], ...] = ()
    end: str = COMPLETED
    lasts: float | None = None

    @property
    def length(self) -> float:
        """After how many seconds the job ends."""
        return sum(seconds for _, seconds in self.steps)

    @classmethod
    def for_outcome(cls, total: int, failed: int, outcome: str) -> Plan:
        """Returns the plan of a job that has just been submitted.

        Args:
            total: How many records it has.
            failed: How many of them will fail.
            outcome: One of ``OUTCOMES``; empty for the usual.
        """
        wait, work = (SCHEDULED, WAIT), (RUNNING, max(DURATION, total / PACE))
        if outcome == FAILS:
            return cls(total, failed, (wait, work), FAILED)
        if outcome == STAYS_RUNNING:
            return cls(total, failed, (wait, (RUNNING, FOR_EVER)))
        if outcome == VANISHES:
            return cls(total, failed, (wait, work), lasts=WAIT)
        if outcome == PAUSED:
            return cls(total, failed, (wait, ("PAUSED", FOR_EVER), work))
        return cls(total, failed, (wait, work))

    @classmethod
    def of(cls, total: int, *, wait: float = 10, duration: float = 25, failed: int = 0, end: str = COMPLETED) -> Plan:
        """Returns the plan of a job that is scheduled, then runs, then ends.

        Args:
            total: How many records it has.
            wait: How many seconds it is scheduled.
            duration: How many seconds it runs.
            failed: How many of the records will fail.
            end: The state that it ends in.
        """
        return cls(total, failed, ((SCHEDULED, wait), (RUNNING, duration)), end)

    @classmethod
    @functools.lru_cache(maxsize=1024)  # a job is asked for often, and its plan never changes
    def from_json(cls, text: str) -> Plan:
        """Returns the plan that ``to_json`` wrote.

        Args:
            text: What it wrote.
        """
        total, failed, steps, end, lasts = json.loads(text)
        return cls(total, failed, tuple((state, seconds) for state, seconds in steps), end, lasts)

    def to_json(self) -> str:
        """Returns the plan as JSON, for the database."""
        return json.dumps([self.total, self.failed, self.steps, self.end, self.lasts])

    def fails(self, position: int) -> bool:
        """Returns whether the record at a position fails, as the counts tell when it is handled.

        Args:
            position: The position, from 0.
        """
        return (position + 1) * self.failed // self.total > position * self.failed // self.total

    def arrange(self, good: Iterable[str], bad: Iterable[str]) -> Iterator[str]:
        """Yields records in the order in which they are handled, in which each fails when the counts say so.

        Args:
            good: Those that will succeed.
            bad: Those that will fail, as many as the plan has.
        """
        good, bad = iter(good), iter(bad)
        for position in range(self.total):
            yield next(bad if self.fails(position) else good)

    def moment(self, position: int) -> float:
        """Returns how many seconds after its submission the job has handled the record at a position.

        Args:
            position: The position, from 0.
        """
        working = sum(seconds for state, seconds in self.steps if state == RUNNING)
        needed = round(working * (position + 1) / self.total, 6)  # as progress does
        passed = 0.0
        for state, seconds in self.steps:
            if needed > 0:
                passed += min(seconds, needed) if state == RUNNING else seconds
                needed -= seconds if state == RUNNING else 0
        return passed


class Progress(NamedTuple):
    """How far a job is. The three counts add up to the plan's total.

    Attributes:
        state: One of the states above.
        succeeded: How many records are done.
        failed: How many records have failed.
        remaining: How many records are still to do; 0 at the end.
    """

    state: str
    succeeded: int
    failed: int
    remaining: int


def progress(plan: Plan, elapsed: float) -> Progress:
    """Returns how far a job is.

    Args:
        plan: The job's plan.
        elapsed: The seconds since it was submitted.
    """
    working = sum(seconds for state, seconds in plan.steps if state == RUNNING)
    worked = 0.0
    for state, seconds in plan.steps:
        if state == RUNNING:
            worked += min(max(elapsed, 0), seconds)
        if elapsed < seconds:
            # Rounded first, so that 29.9999999 (an advance in many small steps) is 30 records and not 29.
            return _counted(plan, state, int(round(plan.total * worked / working, 6)) if worked else 0)
        elapsed -= seconds
    return _counted(plan, plan.end, plan.total)


def _counted(plan: Plan, state: str, handled: int) -> Progress:
    # Failures come evenly among the successes. Neither count ever shrinks as more records are handled.
    failed = handled * plan.failed // plan.total if plan.total else 0
    return Progress(state, handled - failed, failed, plan.total - handled)
