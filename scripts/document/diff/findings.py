"""What a comparison found, and what all comparisons of parts of a document share."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from document.diff.rules import Change, Kind

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

Document = dict[str, Any]

COSMETIC = {"description", "summary", "title", "example", "examples", "externalDocs", "x-source", "$comment"}
"""The keys, at any place, that only people read."""


class Findings:
    """Collects what changed between two documents, with the operation at hand.

    Args:
        before: The earlier document.
        after: The later document.
    """

    def __init__(self, before: Document, after: Document) -> None:
        self.before = before
        self.after = after
        self.operation = ""
        self.found: dict[tuple[str, str, str], set[str]] = {}

    def add(self, rule: str, where: str, what: str) -> None:
        """Adds a change. The same one in several operations is one change."""
        self.found.setdefault((rule, where, what), set()).update([self.operation] if self.operation else [])

    def changes(self) -> list[Change]:
        """Returns the changes, breaking ones first."""
        changes = [Change(*key, tuple(sorted(operations))) for key, operations in self.found.items()]
        kinds = list(Kind)
        return sorted(changes, key=lambda change: (kinds.index(change.kind), change.where, change.rule, change.what))

    def rest(self, before: dict[str, Any], after: dict[str, Any], where: str, handled: set[str]) -> None:
        """Adds every key that differs and that nobody handled, so that no change goes unseen."""
        for key in sorted((before.keys() | after.keys()) - handled):
            if before.get(key) != after.get(key):
                self.add("text-changed" if key in COSMETIC else "other-changed", where, key)

    def texts(self, where: str, before: Any, after: Any) -> None:
        """Compares what only people read."""
        if before != after:
            self.add("text-changed", where, "text")

    def names(self, subject: str, where: str, before: AbstractSet[str], after: AbstractSet[str]) -> None:
        """Adds the names that only one side has."""
        for verb, names in (("removed", before - after), ("added", after - before)):
            for name in sorted(names):
                self.add(f"{subject}-{verb}", where, name)

    def required(self, subject: str, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Compares whether something must be there."""
        if before.get("required", False) != after.get("required", False):
            state = "required" if after.get("required") else "optional"
            self.add(f"{subject}-now-{state}", where, f"is {state}")


def show(value: Any) -> str:
    """Returns a value as it stands in JSON, or ``nothing``."""
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def resolve(document: Document, node: dict[str, Any]) -> dict[str, Any]:
    """Returns what a node is or refers to, with what stands beside the reference."""
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def component(document: Document, kind: str) -> dict[str, Any]:
    """Returns the components of a kind, by their names."""
    components: dict[str, dict[str, Any]] = document.get("components", {})
    return components.get(kind, {})
