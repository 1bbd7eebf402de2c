"""How far a job is: a pure function of its plan and of the seconds since it was submitted.

Nothing happens while time passes. Whoever asks late, after ten skipped intervals, gets the state that is right then.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import NamedTuple

SCHEDULED = "SCHEDULED"
QUEUED = "QUEUED"
RUNNING = "RUNNING"
SUSPENDED = "SUSPENDED"
COMPLETED = "COMPLETED"
FAILED = "FAILED"
SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class Plan:
    """What will become of a job, fixed when it is submitted.

    Attributes:
        total: How many records it has.
        failed: How many of them will fail.
        steps: The states on the way to the end, each with its seconds. Records are worked on in the steps that are
            RUNNING, evenly over their time.
        end: The state that the job ends in.
    """

    total: int
    failed: int = 0
    steps: tuple[tuple[str, float], ...] = ()
    end: str = COMPLETED

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
        total, failed, steps, end = json.loads(text)
        return cls(total, failed, tuple((state, seconds) for state, seconds in steps), end)

    def to_json(self) -> str:
        """Returns the plan as JSON, for the database."""
        return json.dumps([self.total, self.failed, self.steps, self.end])


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
