"""How far a job is: a pure function of its plan and of the seconds since it was submitted.

Nothing runs while time passes: after ten skipped intervals, the state is still the right one for that moment.
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
"""The outcomes that a named input can choose for a job: all records fail; every fifth record fails; it never ends; it
cannot be found once it runs; it gets the state PAUSED, which is undocumented; its submission gets a 202."""

WAIT = 10.0
"""Seconds that a job is scheduled."""
DURATION = 25.0
"""Seconds that a job runs at least."""
PACE = 40
"""Records that a job handles per second at most."""
FOR_EVER = 100 * 365 * 24 * 3600.0


class Progress(NamedTuple):
    """How far a job is: its state, and three counts of records that add up to the plan's total."""

    state: str
    succeeded: int
    failed: int
    remaining: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The course of a job, fixed when it is submitted.

    Attributes:
        total: The number of records.
        failed: How many of them will fail.
        steps: The states before the end, each with its seconds. Records are handled in the RUNNING steps, evenly.
        end: The final state.
        visible_for: For how many seconds the job can be found; None for as long as its system keeps jobs.
    """

    total: int
    failed: int = 0
    steps: tuple[tuple[str, float], ...] = ()
    end: str = COMPLETED
    visible_for: float | None = None

    @property
    def length(self) -> float:
        """Seconds until the job ends."""
        return sum(seconds for _, seconds in self.steps)

    @classmethod
    def for_outcome(cls, total: int, failed: int, outcome: str) -> Plan:
        """Return the plan of a job that has just been submitted.

        Args:
            total: The number of records.
            failed: How many of them will fail.
            outcome: One of ``OUTCOMES``; empty for success.
        """
        wait, work = (SCHEDULED, WAIT), (RUNNING, max(DURATION, total / PACE))
        if outcome == FAILS:
            return cls(total, failed, (wait, work), FAILED)
        if outcome == STAYS_RUNNING:
            return cls(total, failed, (wait, (RUNNING, FOR_EVER)))
        if outcome == VANISHES:
            return cls(total, failed, (wait, work), visible_for=WAIT)
        if outcome == PAUSED:
            return cls(total, failed, (wait, ("PAUSED", FOR_EVER), work))
        return cls(total, failed, (wait, work))

    @classmethod
    def of(cls, total: int, *, wait: float = 10, duration: float = 25, failed: int = 0, end: str = COMPLETED) -> Plan:
        """Return the plan of a job that is scheduled, then runs, then ends.

        Args:
            total: The number of records.
            wait: Seconds that it is scheduled.
            duration: Seconds that it runs.
            failed: How many records will fail.
            end: The final state.
        """
        return cls(total, failed, ((SCHEDULED, wait), (RUNNING, duration)), end)

    @classmethod
    @functools.lru_cache(maxsize=1024)  # jobs are read often, and their plans never change
    def from_json(cls, text: str) -> Plan:
        """Return the plan written by ``to_json``.

        Args:
            text: The JSON.
        """
        total, failed, steps, end, visible_for = json.loads(text)
        return cls(total, failed, tuple((state, seconds) for state, seconds in steps), end, visible_for)

    def to_json(self) -> str:
        """Return the plan as JSON, for the database."""
        return json.dumps([self.total, self.failed, self.steps, self.end, self.visible_for])

    def fails(self, position: int) -> bool:
        """Return whether the record at a position fails.

        Args:
            position: The position in the order of handling, from 0.
        """
        return (position + 1) * self.failed // self.total > position * self.failed // self.total

    def interleave(self, good: Iterable[str], bad: Iterable[str]) -> Iterator[str]:
        """Yield records in the order of handling, with a bad one at each position that fails."""
        good, bad = iter(good), iter(bad)
        for position in range(self.total):
            yield next(bad if self.fails(position) else good)

    def progress_at(self, elapsed: float) -> Progress:
        """Return how far the job is.

        Args:
            elapsed: Seconds since it was submitted.
        """
        for state, start, end, worked in self._phases():
            if elapsed < end:
                if state == RUNNING:
                    worked += max(elapsed - start, 0)
                return self._counted(state, int(_scale(worked, self._working, self.total)) if worked else 0)
        return self._counted(self.end, self.total)

    def time_of(self, position: int) -> float:
        """Return the seconds from submission until the record at a position is handled, as ``progress_at`` counts it.

        Args:
            position: The position in the order of handling, from 0.
        """
        needed = _scale(position + 1, self.total, self._working)
        running = (phase[1:] for phase in self._phases() if phase[0] == RUNNING)
        return next(
            (start + needed - worked for start, end, worked in running if needed <= worked + end - start), self.length
        )

    @property
    def _working(self) -> float:
        return sum(seconds for state, seconds in self.steps if state == RUNNING)

    def _phases(self) -> Iterator[tuple[str, float, float, float]]:
        """Yield each step's state, start, end and the working time before it, in seconds since submission."""
        start = worked = 0.0
        for state, seconds in self.steps:
            yield state, start, start + seconds, worked
            start += seconds
            worked += seconds if state == RUNNING else 0

    def _counted(self, state: str, handled: int) -> Progress:
        # Failures are spread evenly among the successes. Neither count shrinks as more records are handled.
        failed = handled * self.failed // self.total if self.total else 0
        return Progress(state, handled - failed, failed, self.total - handled)


def _scale(part: float, whole: float, to: float) -> float:
    # Rounded so that 29.9999999, after an advance in many small steps, counts as 30 records and not as 29.
    return round(to * part / whole, 6)
