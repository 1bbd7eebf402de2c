"""The progress of a job, read from a status by the document's runtime expressions."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..operation import Sum, Waiter

__all__ = ("Progress",)


class Progress(NamedTuple):
    """The progress of a job, in the same form for every system.

    Attributes:
        state: The state, as Zoho spells it.
        succeeded: The number of records processed successfully (bulk write: added or updated, in all files); None if
            unknown.
        failed: The number of records that failed (bulk write: skipped, in all files); None if unknown.
        total: The number of records in the job; None if unknown, as it is until a bulk write has ended.
        ended: True if the state is a final one.
    """

    state: str
    succeeded: int | None = None
    failed: int | None = None
    total: int | None = None
    ended: bool = False

    def __str__(self) -> str:
        if self.done is None:
            return self.state
        of = "so far" if self.total is None else f"of {self.total}"
        failed = f" ({self.failed} failed)" if self.failed else ""
        return f"{self.state} {self.done} {of}{failed}"

    @property
    def done(self) -> int | None:
        """The number of records processed, successfully or not; None if unknown."""
        return None if self.succeeded is None else self.succeeded + (self.failed or 0)

    @property
    def partly_failed(self) -> bool:
        """True if the job has ended and some records failed."""
        return self.ended and bool(self.failed)


def progress_of(waiter: Waiter, body: Any) -> Progress:
    """Return the progress that a status reports. Raise LookupError if the status has no state."""
    counts: dict[str, int] = {}
    for name, place in waiter.counts.items():
        with contextlib.suppress(LookupError):
            counts[name] = value_of(place, body) if isinstance(place, str) else _sum_of(place, body)
    state = str(value_of(waiter.state, body))
    ended = state in waiter.success or state in waiter.failure
    if waiter.total_at_end and not ended:
        counts.pop("total", None)
    # A bulk write counts added and updated records, the other systems count successes.
    parts = [counts[name] for name in ("succeeded", "added", "updated") if name in counts]
    return Progress(
        state,
        sum(parts) if parts else None,
        counts.get("failed", counts.get("skipped")),
        counts.get("total"),
        ended,
    )


def _sum_of(place: Sum, body: Any) -> int:
    """Return the sum of a count over entries. Raise LookupError if none of the entries has it."""
    found = []
    for entry in value_of(place.each, body):
        with contextlib.suppress(LookupError):
            found.append(value_of(f"$response.body#{place.pointer}", entry))
    if not found:
        raise LookupError(place.pointer)
    return sum(found)


def value_of(expression: str, body: Any, arguments: Mapping[str, Any] | None = None) -> Any:
    """Return the value of a runtime expression. Raise LookupError if there is none.

    ``body`` is the JSON of the response, ``arguments`` the parameters of the request.
    """
    place, _, pointer = expression.partition("#/")
    if place != "$response.body":
        return (arguments or {})[place.rpartition(".")[2]]
    for step in pointer.split("/"):
        try:
            body = body[int(step)] if isinstance(body, list) else body[step]
        except (TypeError, ValueError):
            raise LookupError(expression) from None
    return body
