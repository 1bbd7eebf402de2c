"""The journal: which requests have been made."""

from __future__ import annotations

from typing import NamedTuple

JOURNAL_LENGTH = 1000
"""How many requests it remembers."""


class JournalEntry(NamedTuple):
    """One request. Its headers, and with them its token, are not remembered.

    Attributes:
        method: The HTTP method.
        path: The path.
        query: The query as it was sent.
        operation_id: The operation that was called; None if there is none at the path with this method.
        status: The status of the answer.
        time: When it was, by the sandbox's clock, in seconds since 1970.
    """

    method: str
    path: str
    query: str
    operation_id: str | None
    status: int
    time: float
