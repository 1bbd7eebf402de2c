"""Limits of calls, off by default: credits in 24 hours, and calls in progress at the same time."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from zoho_crm_sandbox.call import ZohoError

if TYPE_CHECKING:
    from collections.abc import Mapping

PERIOD = 24 * 3600.0


class Limits:
    """Counts each organization's calls against its credits in 24 hours and its concurrency; None for no limit."""

    def __init__(self, costs: Mapping[str, int], *, credits: int | None = None, concurrency: int | None = None) -> None:  # noqa: A002  # what Zoho calls them
        self._costs = costs
        self._credits = credits
        self._concurrency = concurrency
        self._under_way: Counter[str] = Counter()
        self._spent: dict[str, deque[tuple[float, int]]] = {}

    def admit(self, organization: str, operation_id: str, now: float) -> None:
        """Count a call that begins, or raise TOO_MANY_REQUESTS. Call ``leave`` at the end of each admitted call."""
        cost = self._costs.get(operation_id, 1)
        if self._concurrency is not None and self._under_way[organization] >= self._concurrency:
            raise ZohoError("TOO_MANY_REQUESTS")
        if self._credits is not None:
            if self._spent_since(organization, now) + cost > self._credits:
                raise ZohoError("TOO_MANY_REQUESTS")
            self._spent.setdefault(organization, deque()).append((now, cost))
        self._under_way[organization] += 1

    def leave(self, organization: str) -> None:
        """Count a call that ends."""
        self._under_way[organization] -= 1

    def headers(self, organization: str, now: float) -> dict[bytes, bytes]:
        """Return the header that shows the remaining credits, once half of them are spent."""
        if self._credits is None:
            return {}
        spent = self._spent_since(organization, now)
        return {b"x-api-credits-remaining": b"%d" % (self._credits - spent)} if 2 * spent >= self._credits else {}

    def _spent_since(self, organization: str, now: float) -> int:
        calls = self._spent.get(organization, deque())
        while calls and calls[0][0] <= now - PERIOD:
            calls.popleft()
        return sum(cost for _, cost in calls)

    def clear(self) -> None:
        """Restore all credits."""
        self._spent.clear()
