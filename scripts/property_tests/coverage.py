"""The statuses, error codes and examples of the document that a run has seen."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from document.errors import error_schemas, errors_in, is_oauth_error

from property_tests import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Operation
    from schemathesis import Case, Response

KEPT = ("code", "status", "Status", "error", "action", "owner_status")
"""The keys whose text identifies an example; of other keys only the type of the value counts."""
NAMES = re.compile(r"'[^']*'|\S*_\S*|\d+|(?<=api_name )\S+")
"""The names and numbers in a message, which differ from request to request."""


class Coverage:
    """The statuses, error codes and examples that were seen, by operation.

    ``cases`` counts the responses of each operation. ``tested`` holds the operations under test, without those that
    only a check of another operation calls.
    """

    def __init__(self) -> None:
        self.cases: Counter[str] = Counter()
        self.tested: set[str] = set()
        self._statuses: set[tuple[str, int]] = set()
        self._codes: set[tuple[str, str]] = set()
        self._fingerprints: set[tuple[str, int, Any]] = set()

    def add(self, case: Case[Any], response: Response) -> None:
        """Add a response."""
        name, status = reading.operation_id(case), response.status_code
        self.cases[name] += 1
        self._statuses.add((name, status))
        self._codes |= {(name, str(error.get("code"))) for error in reading.errors_of(response)}
        self._fingerprints.add((name, status, fingerprint(reading.body_of(response))))

    def rows(self, document: Document) -> Iterator[tuple[str, str, bool]]:
        """Yield operation, documented item, and whether it was seen, for the operations under test."""
        for operation in document.operations():
            if operation.id in self.tested:
                yield from self._rows_of(document, operation)

    def _rows_of(self, document: Document, operation: Operation) -> Iterator[tuple[str, str, bool]]:
        name = operation.id
        codes: set[str] = set()
        for text, response in document.responses(operation).items():
            status = int(text)
            yield name, text, (name, status) in self._statuses
            content = dict(response.children("content")).get("application/json")
            if content is None:
                continue
            declared = error_schemas(document, content["schema"])
            codes |= {error.code for error in declared if not is_oauth_error(error.schema.value)}
            for example, described in document.examples(content):
                value = described["value"].value
                # The accounts server has one list of errors for all operations: only the examples assign them.
                codes |= {error["code"] for error in errors_in(value) if "message" not in error}
                yield name, f"{text} example {example}", (name, status, fingerprint(value)) in self._fingerprints
        for code in sorted(codes):
            yield name, f"code {code}", (name, code) in self._codes

    def missing(self, document: Document) -> list[str]:
        """Return the documented items that were not seen."""
        return [f"{name} {item}" for name, item, seen in self.rows(document) if not seen]

    def table(self, document: Document) -> str:
        """Return the coverage of each operation as a table in Markdown."""
        totals: dict[str, Counter[str]] = {}
        for name, item, seen in self.rows(document):
            kind = "examples" if " example " in item else "codes" if item.startswith("code") else "statuses"
            totals.setdefault(name, Counter())[f"{kind} of"] += 1
            totals[name][kind] += seen
        lines = ["| operation | responses | statuses | error codes | examples |", "|---|---|---|---|---|"]
        lines += [
            f"| {name} | {self.cases[name]} | "
            + " | ".join(f"{total[kind]} of {total[f'{kind} of']}" for kind in ("statuses", "codes", "examples"))
            + " |"
            for name, total in totals.items()
        ]
        return "\n".join(lines) + "\n"


def fingerprint(value: Any, key: str = "") -> Any:
    """Return the keys, codes, states and wording of a response, which are equal for two responses of one kind."""
    if isinstance(value, dict):
        # The details of an error differ within one code: details_fit_the_code checks them.
        omitted = {"details"} if value.get("status") == "error" else set()
        return frozenset((name, fingerprint(item, name)) for name, item in value.items() if name not in omitted)
    if isinstance(value, list):
        return frozenset(fingerprint(item) for item in value)
    if isinstance(value, str) and key in KEPT:
        return value
    if isinstance(value, str) and key == "message":
        return NAMES.sub("…", value)
    return type(value).__name__
