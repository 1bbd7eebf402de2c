"""The journal: the requests that have been made."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload
from urllib.parse import unquote_plus

from zoho_crm_sandbox.clock import iso
from zoho_crm_sandbox.validation import InputError, text, whole_number

if TYPE_CHECKING:
    from zoho_crm_sandbox.contract import Document

JOURNAL_LENGTH = 1000
"""How many requests it keeps. It counts all of them."""
SECRET_WORDS = ("token", "secret", "code")
MAY_HOLD_SECRETS = re.compile("|".join((*SECRET_WORDS, "%")), re.IGNORECASE)
"""Finds queries that may have a parameter whose name contains a secret word, perhaps encoded. Nearly no query has."""
REDACTED = "***"
MAX_SUBMISSIONS = 1_000_000_000


class JournalEntry(NamedTuple):
    """A request, without its headers and body, and so without its token. Secret values in ``query`` are redacted.

    ``operation_id`` is None if no operation has the path and method, and ``status`` if a fault lost the response.
    ``time`` is the time on the sandbox's clock, in seconds since 1970.
    """

    method: str
    path: str
    query: str
    operation_id: str | None
    status: int | None
    time: float


class Journal(Sequence[JournalEntry]):
    """The latest requests, the oldest first, and the number of requests to each operation."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._entries: deque[JournalEntry] = deque(maxlen=JOURNAL_LENGTH)
        self._counts: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> JournalEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[JournalEntry]: ...
    def __getitem__(self, index: int | slice) -> JournalEntry | list[JournalEntry]:
        return list(self._entries)[index] if isinstance(index, slice) else self._entries[index]

    def append(self, entry: JournalEntry) -> None:
        """Add a request."""
        self._entries.append(entry._replace(query=_without_secrets(entry.query)) if entry.query else entry)
        if entry.operation_id:
            self._counts[entry.operation_id] += 1

    def clear(self) -> None:
        """Delete all requests and counts."""
        self._entries.clear()
        self._counts.clear()

    def of(self, operation_id: str) -> list[JournalEntry]:
        """Return the latest requests to an operation, the oldest first; raise InputError if it does not exist."""
        self._check(operation_id)
        return [entry for entry in list(self._entries) if entry.operation_id == operation_id]

    def count(self, operation_id: str) -> int:
        """Return the number of requests to an operation, including failed ones and ones no longer in the journal."""
        self._check(operation_id)
        return self._counts[operation_id]

    def counts(self) -> dict[str, int]:
        """Return the number of requests to each operation of the document."""
        return {operation_id: self._counts[operation_id] for operation_id in self._document.operations}

    def assert_submissions(self, operation_id: str, expected: int) -> None:
        """Assert the number of requests to an operation; the AssertionError lists the latest ones."""
        expected = whole_number("expected", expected, minimum=0, maximum=MAX_SUBMISSIONS)
        count = self.count(operation_id)
        if count != expected:
            latest = "".join(f"\n  {_line(entry)}" for entry in self.of(operation_id)[-10:])
            raise AssertionError(f"{operation_id}: expected {expected} requests, the journal counts {count}{latest}")

    def _check(self, operation_id: str) -> None:
        if text("operation_id", operation_id) not in self._document.operations:
            raise InputError("operation_id", operation_id, f"one of {', '.join(self._document.operations)}")


def _line(entry: JournalEntry) -> str:
    target = f"{entry.path}?{entry.query}" if entry.query else entry.path
    status = "no response" if entry.status is None else entry.status
    return f"{iso(entry.time)} {entry.method} {target} -> {status}"


def _without_secrets(query: str) -> str:
    if not MAY_HOLD_SECRETS.search(query):
        return query
    parameters = (parameter.partition("=") for parameter in query.split("&"))
    return "&".join(
        f"{name}={REDACTED}"
        if any(word in unquote_plus(name).lower() for word in SECRET_WORDS)
        else f"{name}{eq}{value}"
        for name, eq, value in parameters
    )
