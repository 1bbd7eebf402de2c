"""The facts that a document states of an operation, comparable between documents written in different ways.

A fact is a tuple of steps, such as ``("200", "body", "data[]", "Status")`` for a key of a response and
``("400", "body", "INVALID_DATA", "details", "param_name")`` for a key of an error. A missing fact whose parent is
missing too is not a difference of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from document.model import METHODS, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Way = tuple[str, ...]


@dataclass
class Facts:
    """The facts that one document states of an operation; ``silent`` are the places whose keys it does not list."""

    stated: set[Way] = field(default_factory=set)
    silent: set[Way] = field(default_factory=set)

    def beyond(self, other: Facts) -> list[str]:
        """Return the facts that ``other`` lacks, unless their parent is missing or silent there."""
        return sorted(
            show(way)
            for way in self.stated - other.stated
            if (len(way) == 1 or way[:-1] in other.stated) and way[:-1] not in other.silent
        )


def show(way: Way) -> str:
    """Return a fact as text: ``200 data[].Status`` or ``400 INVALID_DATA.details.param_name``."""
    head, *steps = way
    below = ".".join(steps[1:] if steps[:1] == ["body"] and steps[1:] else steps)
    return f"{head} {below}".strip()


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

    def operations(self) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
        """Yield each operation with its method and path, in which parameters have no names."""
        server = (self.document.get("servers") or [{}])[0]
        variables = {name: variable["default"] for name, variable in server.get("variables", {}).items()}
        prefix = urlsplit(fill(server.get("url", ""), variables)).path
        for path, item in self.document["paths"].items():
            full = re.sub(r"\{[^}]*\}", "{}", fill(prefix + path, {"version": self.version}))
            for method in METHODS:
                if method in item:
                    yield (method.upper(), full), item[method]

    def facts(self, operation: dict[str, Any], forms: list[str]) -> Facts:
        """Return the facts of an operation; ``forms`` are its scopes for each module, with ``{module}``."""
        facts = Facts()
        for node in operation.get("parameters", []):
            parameter = self.resolve(node)
            if parameter["in"] != "path":
                name = f"parameter {parameter['in']} {parameter['name']}"
                facts.stated.add((name,))
                if parameter.get("required"):
                    facts.stated.add((name, "required"))
        for requirement in operation.get("security", self.document.get("security", [])):
            scopes = [scope_form(scope, forms) for scopes in requirement.values() for scope in scopes]
            facts.stated.add((f"scope {' with '.join(sorted(scopes))}",))
        if "requestBody" in operation:
            self.body(("request",), self.resolve(operation["requestBody"]), facts)
        for status, response in operation["responses"].items():
            self.body((str(status),), self.resolve(response), facts)
        return facts

    def body(self, way: Way, node: dict[str, Any], facts: Facts) -> None:
        """Add the facts of a request or response body."""
        facts.stated.add(way)
        for media_type in node.get("content", {}).values():
            if media_type.get("schema"):
                facts.stated.add((*way, "body"))
                self.schema((*way, "body"), media_type["schema"], facts, frozenset())

    def schema(self, way: Way, node: dict[str, Any], facts: Facts, within: frozenset[str]) -> None:
        """Add the keys and codes of a schema; ``within`` are the references followed so far."""
        if "$ref" in node:
            target = self.follow(node["$ref"])
            if target is None or node["$ref"] in within:
                facts.silent.add(way)
            else:
                reader, schema = target
                reader.schema(way, schema, facts, within | {node["$ref"]})
            return
        for keyword in ("oneOf", "anyOf", "allOf"):
            for branch in node.get(keyword, []):
                self.schema(way, branch, facts, within)
        if "items" in node:
            self.schema(way, node["items"], facts, within)
        properties: dict[str, Any] = node.get("properties", {})
        if node.get("type") == "object" and not properties:
            facts.silent.add(way)
        ways = [way]
        if codes := values(properties.get("code", {})):
            ways = [(*way, code) for code in codes]
            facts.stated.update(ways)
            properties = {name: schema for name, schema in properties.items() if name != "code"}
        for place in ways:
            for name, schema in properties.items():
                inner = (*place, f"{name}{'[]' * self.is_array(schema)}")
                facts.stated.add(inner)
                self.schema(inner, schema, facts, within)

    def is_array(self, node: dict[str, Any]) -> bool:
        """Tell whether a schema, or a branch of it, is an array."""
        if "$ref" in node:
            target = self.follow(node["$ref"])
            return target is not None and target[0].is_array(target[1])
        return "items" in node or any(self.is_array(branch) for branch in node.get("oneOf", node.get("anyOf", [])))

    def follow(self, reference: str) -> tuple[Reader, Any] | None:
        """Return the target of a reference, with the reader of its document; ``None`` if it is not to be followed."""
        if reference.startswith("#/"):
            return self, at(self.document, reference)
        return self.elsewhere(reference) if self.elsewhere else None

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return a parameter, request or response, or the component that it refers to."""
        target = self.follow(node["$ref"]) if "$ref" in node else None
        return target[0].resolve(target[1]) if target else node


def fill(template: str, values: dict[str, str]) -> str:
    """Return a template with the names in braces replaced by values."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def values(schema: dict[str, Any]) -> list[str]:
    """Return the values that a schema lists; empty if it lists none."""
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))


def scope_form(scope: str, forms: list[str]) -> str:
    """Return the form that a scope has, or else the scope, in lower case."""
    scope = scope.strip().lower()
    for form in forms:
        if re.fullmatch(re.escape(form.lower()).replace(r"\{module\}", "[a-z_]+"), scope):
            return form.lower()
    return scope
