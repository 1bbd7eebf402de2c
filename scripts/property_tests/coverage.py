"""What the document promises, and what of it was seen in a run."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from property_tests import reading as answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case, Response

KEPT = ("code", "status", "Status", "error", "action", "owner_status")
"""The keys whose text an example is known by; of any other only the kind of value counts."""
NAMES = re.compile(r"'[^']*'|\S*_\S*|\d+|(?<=api_name )\S+")
"""What a message names, which is another thing for each request."""


class Record:
    """What was seen: statuses, error codes and examples, by operation.

    Attributes:
        cases: How many answers there were to each operation.
        tested: The operations that were tested, and not only called by a check of another one.
    """

    def __init__(self) -> None:
        self.cases: Counter[str] = Counter()
        self.tested: set[str] = set()
        self._statuses: set[tuple[str, int]] = set()
        self._codes: set[tuple[str, str]] = set()
        self._prints: set[tuple[str, int, Any]] = set()

    def add(self, case: Case[Any], response: Response) -> None:
        """Notes an answer.

        Args:
            case: The request.
            response: The answer.
        """
        name, status = answers.operation_id(case), response.status_code
        self.cases[name] += 1
        self._statuses.add((name, status))
        self._codes |= {(name, str(error.get("code"))) for error in answers.errors_of(response)}
        self._prints.add((name, status, fingerprint(answers.body_of(response))))

    def rows(self, document: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
        """Yields everything that the document promises of the operations that were tested, and whether it was seen.

        Args:
            document: The document.

        Yields:
            The operation, what is promised, and whether it was seen.
        """
        for item in document["paths"].values():
            for operation in item.values():
                if operation["operationId"] in self.tested:
                    yield from self._rows_of(document, operation)

    def _rows_of(self, document: dict[str, Any], operation: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
        name = operation["operationId"]
        codes: set[str] = set()
        for text, answer in operation["responses"].items():
            status, answer = int(text), answers.resolve(document, answer)
            yield name, text, (name, status) in self._statuses
            content = answer.get("content", {}).get("application/json", {})
            errors = answers.error_schemas(document, content.get("schema", {}))
            codes |= {code for code, schema in errors if "error" not in schema["properties"]}
            for example, described in content.get("examples", {}).items():
                value = answers.resolve(document, described)["value"]
                # The accounts server has one list of errors for all: only the examples say which are whose.
                codes |= {value["error"]} if "error" in value else set()
                yield name, f"{text} example {example}", (name, status, fingerprint(value)) in self._prints
        for code in sorted(codes):
            yield name, f"code {code}", (name, code) in self._codes

    def missing(self, document: dict[str, Any]) -> list[str]:
        """Returns what is promised and was not seen.

        Args:
            document: The document.
        """
        return [f"{name} {what}" for name, what, seen in self.rows(document) if not seen]

    def table(self, document: dict[str, Any]) -> str:
        """Returns how much of what is promised was seen, operation by operation, as a table in Markdown.

        Args:
            document: The document.
        """
        totals: dict[str, Counter[str]] = {}
        for name, what, seen in self.rows(document):
            kind = "examples" if " example " in what else "codes" if what.startswith("code") else "statuses"
            totals.setdefault(name, Counter())[f"{kind} of"] += 1
            totals[name][kind] += seen
        lines = ["| operation | answers | statuses | error codes | examples |", "|---|---|---|---|---|"]
        lines += [
            f"| {name} | {self.cases[name]} | "
            + " | ".join(f"{total[kind]} of {total[f'{kind} of']}" for kind in ("statuses", "codes", "examples"))
            + " |"
            for name, total in totals.items()
        ]
        return "\n".join(lines) + "\n"


def fingerprint(value: Any, key: str = "") -> Any:
    """Returns what an answer has in common with another of its kind: its keys, its codes and states, its wording.

    Args:
        value: The answer, or a part of it.
        key: The key that it stands at.
    """
    if isinstance(value, dict):
        # What the details of an error hold differs within one code: details_fit_the_code looks at them.
        left_out = {"details"} if value.get("status") == "error" else set()
        return frozenset((name, fingerprint(item, name)) for name, item in value.items() if name not in left_out)
    if isinstance(value, list):
        return frozenset(fingerprint(item) for item in value)
    if isinstance(value, str) and key in KEPT:
        return value
    if isinstance(value, str) and key == "message":
        return NAMES.sub("…", value)
    return type(value).__name__
