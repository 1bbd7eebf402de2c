"""Comparison of two schemas in one direction: of requests or of responses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from document.diff.findings import resolve, show
from document.errors import codes_of, is_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from document.diff.findings import Findings

MINIMA = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
MAXIMA = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
_HANDLED = {
    *("type", "enum", "const", "properties", "required", "additionalProperties", "items"),
    *("oneOf", "anyOf", "format", "contentEncoding", "contentMediaType", "pattern", "uniqueItems", "default"),
    *MINIMA,
    *MAXIMA,
}


class SchemaComparison:
    """The comparison of schemas of two documents; ``direction`` tells whether a client sends or gets their values."""

    def __init__(self, findings: Findings, direction: Literal["request", "response"]) -> None:
        self.findings = findings
        self.before = findings.before
        self.after = findings.after
        self.direction = direction
        self.seen: set[tuple[str, str]] = set()

    def report(self, rule: str, place: str, what: str) -> None:
        """Add a change under the rule of this direction."""
        self.findings.add(f"{self.direction}-{rule}", place, what)

    def content(self, where: str, before: dict[str, Any], after: dict[str, Any], rule: str) -> None:
        """Compare the bodies of a request or a response; ``rule`` without its verb is for an added or removed type."""
        old, new = before.get("content", {}), after.get("content", {})
        self.findings.names(rule, where, old.keys(), new.keys())
        for media_type in sorted(old.keys() & new.keys()):
            self.compare(old[media_type].get("schema", {}), new[media_type].get("schema", {}), where)
            self.findings.rest(old[media_type], new[media_type], where, {"schema"})

    def compare(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare two schemas, or references to them; the place of a component is its name."""
        references = before.get("$ref", ""), after.get("$ref", "")
        if all(references):
            if references in self.seen:
                return
            self.seen.add(references)
        if any(references):
            place = max(references, key=bool).rpartition("/")[2]
        old, new = resolve(self.before, before), resolve(self.after, after)
        if _is_nullable(new) and not _is_nullable(old):
            self.report("now-nullable", place, "may be null")
        if _is_nullable(old) and not _is_nullable(new):
            self.report("no-longer-nullable", place, "may not be null")
        if _is_choice(old) or _is_choice(new):
            self.variants(before, after, place)
            self.plain(_beside_choice(old), _beside_choice(new), place)
        else:
            self.plain(old, new, place)

    def variants(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare two schemas of which at least one has branches; the other is taken as its only branch."""
        old, new = _branches(self.before, before), _branches(self.after, after)
        if len(old) == len(new) == 1:
            self.compare(next(iter(old.values())), next(iter(new.values())), place)
            return
        pairs = [(key, key) for key in old if key in new]
        pairs += zip(_inline(old.keys() - new.keys()), _inline(new.keys() - old.keys()), strict=False)
        for left, right in pairs:
            self.compare(old[left], new[right], place)
        for key in old.keys() - {left for left, _ in pairs}:
            self.variant("removed", key, resolve(self.before, old[key]), place)
        for key in new.keys() - {right for _, right in pairs}:
            self.variant("added", key, resolve(self.after, new[key]), place)

    def variant(self, verb: str, key: str, schema: dict[str, Any], place: str) -> None:
        """Report a branch that only one side has; an error by its code."""
        if is_error(schema):
            self.findings.add(f"error-code-{verb}", place, codes_of(schema)[0])
        else:
            self.report(f"variant-{verb}", place, key)

    def plain(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare two schemas apart from their branches."""
        self.types(before, after, place)
        self.values(before, after, place)
        self.bounds(before, after, place)
        for key in ("format", "contentEncoding", "contentMediaType"):
            if before.get(key) != after.get(key):
                self.report("format-changed", place, f"{key} {show(before.get(key))} became {show(after.get(key))}")
        if before.get("default") != after.get("default"):
            self.report("default-changed", place, f"{show(before.get('default'))} became {show(after.get('default'))}")
        self.properties(before, after, place)
        if "items" in before or "items" in after:
            self.compare(before.get("items", {}), after.get("items", {}), f"{place}[]")
        self.findings.rest(before, after, place, _HANDLED)

    def types(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare the types, apart from null."""
        old, new = _types(before), _types(after)
        if old == new:
            return
        what = f"{_show_types(old)} became {_show_types(new)}"
        if _allows(new, old):
            self.report("type-widened", place, what)
        elif _allows(old, new):
            self.report("type-narrowed", place, what)
        else:
            self.report("type-changed", place, what)

    def values(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare the values of an enum or a const."""
        old, new = _values(before), _values(after)
        if old is None or new is None:
            if old is not None:
                self.report("values-opened", place, f"any value, before {', '.join(old)}")
            if new is not None:
                self.report("values-closed", place, f"only {', '.join(new)}")
        elif len(old) == len(new) == 1 and old != new:
            self.report("const-changed", place, f"{old[0]} became {new[0]}")
        else:
            for verb, values in (("removed", set(old) - set(new)), ("added", set(new) - set(old))):
                if values:
                    self.report(f"values-{verb}", place, ", ".join(sorted(values)))

    def bounds(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare lengths, limits and patterns."""
        for key in sorted(MINIMA | MAXIMA | {"pattern", "uniqueItems"}):
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            what = f"{key} {show(old)} became {show(new)}"
            if old is not None and new is not None and key == "pattern":
                self.report("pattern-changed", place, what)
            elif old is None or (new is not None and (new > old) == (key not in MAXIMA)):
                self.report("tightened", place, what)
            else:
                self.report("loosened", place, what)

    def properties(self, before: dict[str, Any], after: dict[str, Any], place: str) -> None:
        """Compare the keys of an object."""
        old, new = before.get("properties", {}), after.get("properties", {})
        must, must_now = set(before.get("required", [])), set(after.get("required", []))
        for name in old.keys() | new.keys() | must | must_now:
            inner = f"{place}.{name}"
            if name in old and name not in new:
                self.report("property-removed", inner, "removed")
            elif name in new and name not in old:
                self.report(f"{'required-' * (name in must_now)}property-added", inner, "added")
            elif name in must - must_now:
                self.report("property-now-optional", inner, "may be left out")
            elif name in must_now - must:
                self.report("property-now-required", inner, "must be there")
            if name in old and name in new:
                self.compare(old[name], new[name], inner)
        self.other_keys(before.get("additionalProperties", True), after.get("additionalProperties", True), place)

    def other_keys(self, before: Any, after: Any, place: str) -> None:
        """Compare the ``additionalProperties`` of an object."""
        if isinstance(before, dict) and isinstance(after, dict):
            self.compare(before, after, f"{place}.*")
        elif before != after and (after is False or before is True):
            self.report("keys-closed", place, "fewer other keys are allowed")
        elif before != after:
            self.report("keys-opened", place, "more other keys are allowed")


def _types(schema: dict[str, Any]) -> frozenset[str] | None:
    types = schema.get("type")
    if types is None:
        return None
    return frozenset([types] if isinstance(types, str) else types) - {"null"}


def _show_types(types: frozenset[str] | None) -> str:
    return "any type" if types is None else " or ".join(sorted(types))


def _allows(wide: frozenset[str] | None, narrow: frozenset[str] | None) -> bool:
    if wide is None or narrow is None:
        return wide is None
    return narrow <= (wide | {"integer"} if "number" in wide else wide)


def _values(schema: dict[str, Any]) -> list[str] | None:
    if "const" in schema:
        return [show(schema["const"])]
    return [show(value) for value in schema["enum"] if value is not None] if "enum" in schema else None


def _is_nullable(schema: dict[str, Any]) -> bool:
    branches = schema.get("oneOf", schema.get("anyOf", [schema]))
    return any("null" in branch.get("type", []) for branch in branches)


def _branches(document: dict[str, Any], node: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the branches of a choice, without null, by their names or else by their JSON."""
    schema = resolve(document, node)
    branches = schema.get("oneOf", schema.get("anyOf", [node]))
    return {
        branch.get("$ref", "").rpartition("/")[2] or json.dumps(branch, sort_keys=True): branch
        for branch in branches
        if branch != {"type": "null"}
    }


def _inline(keys: Iterable[str]) -> list[str]:
    """Return the keys of branches without a name, sorted."""
    return sorted(key for key in keys if key.startswith("{"))


def _beside_choice(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in ("oneOf", "anyOf")} if _is_choice(schema) else {}


def _is_choice(schema: dict[str, Any]) -> bool:
    return "oneOf" in schema or "anyOf" in schema
