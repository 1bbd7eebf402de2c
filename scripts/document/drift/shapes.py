"""What a schema demands of a value: one shape for each alternative that it allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LIMITS = {
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
"""The limits that are compared, by the type of the values that they apply to."""
T = TypeVar("T")
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
_IMPLIED = {"properties": "object", "items": "array"}


class Resolver(Protocol):
    """A document that follows references."""

    def follow(self, reference: str) -> tuple[Resolver, Any] | None:
        """Return the target of a reference and its document; ``None`` if it is not to be followed."""


@dataclass(frozen=True)
class Part:
    """A schema in its document; ``within`` are the references that led to it."""

    document: Resolver
    schema: dict[str, Any]
    within: frozenset[tuple[int, str]] = frozenset()

    def to(self, schema: dict[str, Any]) -> Part:
        """Return a schema below this one."""
        return Part(self.document, schema, self.within)


@dataclass(frozen=True)
class Shape:
    """One alternative. All parts of a key, or of the items, apply at once. A silent shape does not list its keys."""

    types: frozenset[str] | None = None
    enum: tuple[str, ...] | None = None
    required: frozenset[str] = frozenset()
    limits: dict[str, str] = field(default_factory=dict)
    properties: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    items: tuple[Part, ...] = ()
    silent: bool = False

    def __and__(self, other: Shape) -> Shape:
        return Shape(
            _both(self.types, other.types, frozenset.intersection),
            _both(self.enum, other.enum, lambda ours, theirs: tuple(value for value in ours if value in theirs)),
            self.required | other.required,
            self.limits | other.limits,
            {
                name: self.properties.get(name, ()) + other.properties.get(name, ())
                for name in [*self.properties, *other.properties]
            },
            self.items + other.items,
            (self.silent or other.silent) and not (self.properties or other.properties),
        )

    def may_be(self, kind: str) -> bool:
        """Tell whether a value of this shape can be of a type."""
        return self.types is None or kind in self.types or (kind == "number" and "integer" in self.types)

    def limit(self, kind: str, name: str) -> str | None:
        """Return a limit; a shape with listed values, or of another type, has all limits: an empty one."""
        return "" if self.enum is not None or not self.may_be(kind) else self.limits.get(name)


def shapes(parts: Iterable[Part]) -> list[Shape]:
    """Return the alternatives that fulfil all the schemas."""
    found = [Shape()]
    for part in parts:
        found = [shape & other for shape in found for other in _alternatives(part)]
    return found


def _alternatives(part: Part) -> list[Shape]:
    schema = part.schema
    if "$ref" in schema:
        target, step = part.document.follow(schema["$ref"]), (id(part.document), schema["$ref"])
        if target is None or step in part.within:
            return [Shape(silent=True)]
        return _alternatives(Part(*target, part.within | {step}))
    found = shapes(part.to(branch) for branch in schema.get("allOf", []))
    for keyword in ("oneOf", "anyOf"):
        branches = [other for branch in schema.get(keyword, []) for other in _alternatives(part.to(branch))]
        found = [shape & other for shape in found for other in branches or [Shape()]]
    own = _own(part)
    return [own & shape for shape in found]


def _own(part: Part) -> Shape:
    schema = part.schema
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    types = schema.get("type") or [_TYPES[type(value)] for value in values or ()]
    types = types or [kind for keyword, kind in _IMPLIED.items() if keyword in schema]
    types = frozenset([types] if isinstance(types, str) else types) or None
    if schema.get("nullable") and types:
        types |= {"null"}
    properties = schema.get("properties", {})
    return Shape(
        types,
        None if values is None else tuple("null" if value is None else str(value) for value in values),
        frozenset(schema.get("required", [])),
        {name: str(schema[name]) for names in LIMITS.values() for name in names if name in schema},
        {name: (part.to(child),) for name, child in properties.items() if isinstance(child, dict)},
        (part.to(schema["items"]),) if "items" in schema else (),
        schema.get("type") == "object" and not properties and schema.get("additionalProperties") is not False,
    )


def _both(first: T | None, second: T | None, meet: Callable[[T, T], T]) -> T | None:
    if first is None or second is None:
        return second if first is None else first
    return meet(first, second)
