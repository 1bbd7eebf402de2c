"""The facts that a document states of an operation, comparable between documents written in different ways.

A fact is a tuple of steps, such as ``("200", "body", "data[]", "Status")`` for a key of a response,
``("400", "body", "INVALID_DATA", "details", "param_name")`` for a key of an error, and the same with ``":required
param_name"``, ``":type", "string"``, ``":enum", "COMPLETED"`` or ``":maxLength 19"`` for what is demanded there. A
missing fact whose parent is missing too is not a difference of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from document.drift.shapes import LIMITS, Part, Shape, shapes
from document.model import METHODS, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Way = tuple[str, ...]


@dataclass
class Facts:
    """The facts that one side states of an operation; ``silent`` are the places whose keys it does not list."""

    stated: set[Way] = field(default_factory=set)
    silent: set[Way] = field(default_factory=set)

    def beyond(self, other: Facts) -> list[str]:
        """Return the facts that ``other`` lacks, unless their parent is missing there, or does not list its keys."""
        return sorted(show(way) for way in self.stated - other.stated if other.speaks_of(way) and way[-1] != ":type")

    def speaks_of(self, way: Way) -> bool:
        """Tell whether a fact would be stated here if it held."""
        parent, is_key = way[:-1], not way[-1].startswith(":") or way[-1].startswith(":required ")
        return not parent or (parent in self.stated and not (is_key and parent in self.silent))

    def describe(self, way: Way, alternatives: list[Shape]) -> None:
        """Add what all alternatives at a place demand, and the codes and keys that one of them has."""
        values = list(_elements(alternatives))
        for keyword, lists in (
            (":type", [shape.types for shape in values]),
            (":enum", [shape.enum for shape in values]),
        ):
            if None not in lists:
                self.stated |= {(*way, keyword), *((*way, keyword, value) for found in lists for value in found or ())}
        self.stated |= {(*way, f":{limit}") for limit in _limits([*alternatives, *values])}
        if any(shape.silent for shape in values):
            self.silent.add(way)
        places: dict[Way, list[Shape]] = {}
        for shape in values:
            for code in _codes(shape):
                places.setdefault((*way, *code), []).append(shape)
        for place, group in places.items():
            self.stated.add(place)
            self.keys(place, [shape for shape in group if shape.may_be("object")])

    def keys(self, place: Way, group: list[Shape]) -> None:
        """Add the keys of an object, and which of them every alternative requires."""
        if group:
            self.stated |= {
                (*place, f":required {name}") for name in frozenset.intersection(*(shape.required for shape in group))
            }
        for name in dict.fromkeys(name for shape in group for name in shape.properties):
            below = [other for shape in group if name in shape.properties for other in shapes(shape.properties[name])]
            if name != "code" or not all(shape.enum for shape in below):
                inner = (*place, f"{name}{'[]' * any(shape.items for shape in below)}")
                self.stated.add(inner)
                self.describe(inner, below)


def show(way: Way) -> str:
    """Return a fact as text: ``200 data[].Status``, ``200 data[].Status enum FAILED``, ``400 INVALID_DATA.details``."""
    head, *steps = way
    demand = next((index for index, step in enumerate(steps) if step.startswith(":")), len(steps))
    steps, demands = steps[:demand], steps[demand:]
    below = ".".join(steps[1:] if steps[:1] == ["body"] and (steps[1:] or demands) else steps)
    return " ".join(filter(None, (head, below, *(step.removeprefix(":") for step in demands))))


def _elements(alternatives: Iterable[Shape]) -> Iterator[Shape]:
    """Yield the alternatives, and in place of an array those of its items."""
    for shape in alternatives:
        if shape.items:
            yield from _elements(shapes(shape.items))
            if shape.types and "null" in shape.types:
                yield Shape(frozenset(["null"]))
        else:
            yield shape


def _limits(alternatives: list[Shape]) -> Iterator[str]:
    for kind, names in LIMITS.items():
        for name in names:
            found = {shape.limit(kind, name) for shape in alternatives}
            if None not in found and (limits := [limit for limit in found if limit]):
                loosest = max if name.startswith("max") else min
                yield f"{name} {loosest(limits, key=float) if name != 'pattern' else ' or '.join(sorted(limits))}"


def _codes(shape: Shape) -> list[Way]:
    """Return the codes that a shape lists, each as a step; the empty way if it lists none."""
    below = shapes(shape.properties.get("code", ()))
    return [(code,) for other in below for code in other.enum or ()] or [()]


class Reader:
    """A reader of the facts in one document, which may refer to other files.

    ``version`` replaces ``{version}`` in paths. ``follow`` returns the reader and the target of a reference to another
    file, ``None`` if the reference is not to be followed.
    """

    def __init__(
        self, document: dict[str, Any], version: str, follow: Callable[[str], tuple[Reader, Any] | None] | None = None
    ) -> None:
        self.document = document
        self.version = version
        self.elsewhere = follow

    def operations(self) -> Iterator[tuple[tuple[str, str], Operation]]:
        """Yield each operation with its method and path, in which parameters have no names."""
        server = (self.document.get("servers") or [{}])[0]
        variables = {name: variable["default"] for name, variable in server.get("variables", {}).items()}
        prefix = urlsplit(fill(server.get("url", ""), variables)).path
        for path, item in self.document["paths"].items():
            full = fill(prefix + path, {"version": self.version})
            for method in METHODS:
                if method in item:
                    key = (method.upper(), re.sub(r"\{[^}]*\}", "{}", full))
                    yield key, Operation(self, item[method], re.findall(r"\{([^}]*)\}", full))

    def follow(self, reference: str) -> tuple[Reader, Any] | None:
        """Return the target of a reference, with the reader of its document; ``None`` if it is not to be followed."""
        if reference.startswith("#/"):
            return self, at(self.document, reference)
        return self.elsewhere(reference) if self.elsewhere else None

    def resolve(self, node: dict[str, Any]) -> tuple[Reader, dict[str, Any]]:
        """Return a parameter, request or response, or the component that it refers to, with its reader."""
        target = self.follow(node["$ref"]) if "$ref" in node else None
        return target[0].resolve(target[1]) if target else (self, node)


@dataclass
class Operation:
    """An operation of a document, with the names of the parameters in its path."""

    reader: Reader
    value: dict[str, Any]
    names: list[str]

    def parameters(self) -> Iterator[tuple[str, bool, list[Shape]]]:
        """Yield how a parameter is called, whether it is required, and its alternatives; of a path, by position."""
        for node in self.value.get("parameters", []):
            reader, parameter = self.reader.resolve(node)
            name, place = parameter["name"], parameter["in"]
            if place != "path":
                yield f"parameter {place} {name}", parameter.get("required", False), _schema(reader, parameter)
            elif name in self.names:
                yield f"parameter path {self.names.index(name) + 1}", True, _schema(reader, parameter)

    def bodies(self) -> Iterator[tuple[str, bool, list[Shape]]]:
        """Yield ``request`` or a status, whether a body is required, and the alternatives of the body."""
        nodes = {str(status): response for status, response in self.value["responses"].items()}
        if "requestBody" in self.value:
            nodes["request"] = self.value["requestBody"]
        for head, node in nodes.items():
            reader, holder = self.reader.resolve(node)
            content = holder.get("content", {}).values()
            yield head, holder.get("required", False), [shape for media in content for shape in _schema(reader, media)]

    def scopes(self, forms: list[str]) -> Iterator[str]:
        """Yield each sufficient set of scopes; ``forms`` are the scopes for each module, with ``{module}``."""
        for requirement in self.value.get("security", self.reader.document.get("security", [])):
            scopes = [scope_form(scope, forms) for scopes in requirement.values() for scope in scopes]
            yield " with ".join(sorted(scopes))


def facts(operations: list[Operation], forms: list[str]) -> Facts:
    """Return the facts of an operation that one side describes once or several times.

    What one description states counts as stated, what it demands only if the others demand it too.
    """
    found = Facts()
    found.stated |= {(f"scope {scopes}".strip(),) for each in operations for scopes in each.scopes(forms)}
    described: dict[str, list[tuple[bool, list[Shape]]]] = {}
    for operation in operations:
        for head, required, alternatives in [*operation.parameters(), *operation.bodies()]:
            described.setdefault(head, []).append((required, alternatives))
    for head, descriptions in described.items():
        found.stated.add((head,))
        if all(required for required, _ in descriptions) and not head.startswith("parameter path"):
            found.stated.add((head, ":required"))
        alternatives = [shape for _, each in descriptions for shape in each]
        way = (head,) if head.startswith("parameter") else (head, "body")
        if alternatives:
            found.stated.add(way)
            found.describe(way, alternatives)
    return found


def _schema(reader: Reader, holder: dict[str, Any]) -> list[Shape]:
    schema = holder.get("schema")
    return shapes([Part(reader, schema)]) if schema else []


def fill(template: str, values: dict[str, str]) -> str:
    """Return a template with the names in braces replaced by values."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def scope_form(scope: str, forms: list[str]) -> str:
    """Return the form that a scope has, or else the scope, in lower case."""
    scope = scope.strip().lower()
    for form in forms:
        if re.fullmatch(re.escape(form.lower()).replace(r"\{module\}", "[a-z_]+"), scope):
            return form.lower()
    return scope
