"""When to ask next how far a job is: pure functions of what the earlier answers said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ("PollPolicy", "Polls", "ProgressAware", "Sample")


class Sample(NamedTuple):
    """What one poll said.

    Attributes:
        elapsed: When, in seconds since the job was submitted, or since the wait began if that is not known.
        done: How many records were processed; None if the answer had no such count.
        total: How many there are; None if the answer had no such count.
    """

    elapsed: float
    done: int | None
    total: int | None


class Polls(NamedTuple):
    """What a policy decides by.

    Attributes:
        number: How many polls there were.
        elapsed: The present, in seconds since the job was submitted, or since the wait began if that is not known.
        samples: The latest polls, at most four, oldest first.
        first: How long the document suggests to wait before the first poll, in seconds.
        longest: How long the document suggests to wait at most, in seconds, where nothing says when the job will end.
        random: A random number from 0 to 1, drawn anew each time.
    """

    number: int
    elapsed: float
    samples: Sequence[Sample]
    first: float
    longest: float
    random: float


class PollPolicy(Protocol):
    """Says how long to wait before the next poll.

    A policy keeps no state, so that one object serves any number of jobs. The wait itself sees to the rest: it ends
    at its deadline, with a last poll there, and never asks earlier than a ``Retry-After`` allows.
    """

    def delay(self, polls: Polls) -> float:
        """Returns how long to wait before the next poll.

        Args:
            polls: What is known.

        Returns:
            Seconds, 0 or more.
        """
        ...


class ProgressAware:
    """Stands in for the policy until it is there."""

    def delay(self, polls: Polls) -> float:
        """Returns how long to wait."""
        return polls.first
