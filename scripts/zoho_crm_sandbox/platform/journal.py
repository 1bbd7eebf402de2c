"""The journal: which requests have been made."""

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
"""How many requests it remembers. It counts all of them."""
SECRET_WORDS = ("token", "secret", "code")
MAY_HOLD_SECRETS = re.compile("|".join((*SECRET_WORDS, "%")), re.IGNORECASE)
"""Finds the words, and what may stand for a letter of them. Nearly no query needs a closer look."""
"""What the names of those query parameters contain whose values are not remembered."""
REDACTED = "***"
MAX_SUBMISSIONS = 1_000_000_000


class JournalEntry(NamedTuple):
    """One request. Its headers and body, and with them its token, are not remembered.

    Attributes:
        method: The HTTP method.
        path: The path.
        query: The query as it was sent, without the values that are secret.
        operation_id: The operation that was called; None if there is none at the path with this method.
        status: The status of the answer; None if a planted fault kept it back.
        time: When it was, by the sandbox's clock, in seconds since 1970.
    """

    method: str
    path: str
    query: str
    operation_id: str | None
    status: int | None
    time: float


class Journal(Sequence[JournalEntry]):
    """The latest requests, the oldest first, and how often each operation was called.

    Args:
        document: Says which operations there are.
    """

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
        """Remembers a request.

        Args:
            entry: The request.
        """
        self._entries.append(entry._replace(query=_without_secrets(entry.query)) if entry.query else entry)
        if entry.operation_id:
            self._counts[entry.operation_id] += 1

    def clear(self) -> None:
        """Forgets everything."""
        self._entries.clear()
        self._counts.clear()

    def of(self, operation_id: str) -> list[JournalEntry]:
        """Returns the latest requests to an operation, the oldest first.

        Args:
            operation_id: The operation.

        Raises:
            InputError: There is no such operation.
        """
        self._check(operation_id)
        return [entry for entry in list(self._entries) if entry.operation_id == operation_id]

    def count(self, operation_id: str) -> int:
        """Returns how many requests were made to an operation, also those that are forgotten and those that failed.

        Args:
            operation_id: The operation.

        Raises:
            InputError: There is no such operation.
        """
        self._check(operation_id)
        return self._counts[operation_id]

    def counts(self) -> dict[str, int]:
        """Returns how many requests were made to each operation of the document."""
        return {operation_id: self._counts[operation_id] for operation_id in self._document.operations}

    def assert_submissions(self, operation_id: str, expected: int) -> None:
        """Checks how many requests were made to an operation, as in "the job was submitted exactly once".

        Args:
            operation_id: The operation.
            expected: How many there should be.

        Raises:
            AssertionError: There are more, or fewer. The message lists the latest.
            InputError: There is no such operation, or the number is none.
        """
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
    answer = "no answer" if entry.status is None else entry.status
    return f"{iso(entry.time)} {entry.method} {target} -> {answer}"


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
