"""The changes that a comparison finds, and helpers for comparing parts of a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from document.diff.rules import Change, Kind
from document.model import at

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

COSMETIC = {"description", "summary", "title", "example", "examples", "externalDocs", "$comment"}
COSMETIC |= {"x-source", "x-sources"}
"""The keys that only people read, at any place."""


class Findings:
    """The changes between two bundled documents; ``operation`` is the one that is being compared, if any."""

    def __init__(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.before = before
        self.after = after
        self.operation = ""
        self.found: dict[tuple[str, str, str], set[str]] = {}

    def add(self, rule: str, where: str, what: str) -> None:
        """Add a change; the same change in several operations is one change."""
        self.found.setdefault((rule, where, what), set()).update([self.operation] if self.operation else [])

    def changes(self) -> list[Change]:
        """Return the changes, breaking ones first."""
        changes = [Change(*key, tuple(sorted(operations))) for key, operations in self.found.items()]
        kinds = list(Kind)
        return sorted(changes, key=lambda change: (kinds.index(change.kind), change.where, change.rule, change.what))

    def rest(self, before: dict[str, Any], after: dict[str, Any], where: str, handled: set[str]) -> None:
        """Add a change for every other key that differs, so that no change is overlooked."""
        for key in sorted((before.keys() | after.keys()) - handled):
            if before.get(key) != after.get(key):
                self.add("text-changed" if key in COSMETIC else "other-changed", where, key)

    def texts(self, where: str, before: Any, after: Any) -> None:
        """Compare texts that only people read."""
        if before != after:
            self.add("text-changed", where, "text")

    def names(self, subject: str, where: str, before: AbstractSet[str], after: AbstractSet[str]) -> None:
        """Add the names that only one side has."""
        for verb, names in (("removed", before - after), ("added", after - before)):
            for name in sorted(names):
                self.add(f"{subject}-{verb}", where, name)

    def required(self, subject: str, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Compare the ``required`` of two objects."""
        if before.get("required", False) != after.get("required", False):
            state = "required" if after.get("required") else "optional"
            self.add(f"{subject}-now-{state}", where, f"is {state}")


def show(value: Any) -> str:
    """Return a value as JSON, ``nothing`` for ``None``."""
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def resolve(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Return a node, or the component that it refers to with the keys beside the reference."""
    if "$ref" not in node:
        return node
    beside = {key: value for key, value in node.items() if key != "$ref"}
    return {**resolve(document, at(document, node["$ref"])), **beside}


def component(document: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the components of a kind by name."""
    components: dict[str, dict[str, Any]] = document.get("components", {})
    return components.get(kind, {})
