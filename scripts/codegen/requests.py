"""Python's view of request bodies: keyword arguments, ``TypedDict``s and ``Literal``s."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from document.model import DocumentError
from openapi_python_client.strings import PythonIdentifier

from codegen.names import class_name, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Operation

    Schema = dict[str, Any]

SIMPLE = {
    "boolean": "bool",
    "integer": "int",
    "null": "None",
    "number": "float",
    "object": "Mapping[str, Any]",
    "string": "str",
}
"""The Python type of each simple type."""
FORMATS = {"date": ("datetime.date", "str"), "date-time": ("datetime.datetime", "str")}
"""The Python types of texts with a format. Text is accepted too."""

CLIENT = {"version": "client._session.version", "X-CRM-ORG": "organization_of(client)"}
"""The parameters whose value is an option of the client, and the code for it."""


@dataclass(frozen=True)
class Argument:
    """A key of a request body, as a keyword argument."""

    name: str
    key: str
    annotation: str
    required: bool
    listed: bool
    """True if the key holds an array of at most one item, which can be given without the array."""
    description: str


class Limits(NamedTuple):
    """What is accepted in a request only as documented: every enumeration, and text that has a pattern."""

    pattern: tuple[str, str] | None
    """The pattern of the text, and the pattern in words."""


@dataclass(frozen=True)
class Form:
    """One of the forms that the body of an operation can have."""

    schema: str
    arguments: list[Argument]
    response: str | None
    """The model of the response to this form; None if the operation's responses do not depend on the form."""
    own: str
    """The name of an argument that only this form requires, empty if there is none."""

    @property
    def required(self) -> set[str]:
        """The keys that it requires."""
        return {argument.key for argument in self.arguments if argument.required}


class Requests:
    """The request bodies of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.schemas: dict[str, Schema] = document.value["components"]["schemas"]

    def forms(self, operation: Schema) -> list[Form]:
        """Return the forms of an operation's body, none if it has no body."""
        contents = operation.get("requestBody", {}).get("content", {})
        if not contents:
            return []
        schema = next(iter(contents.values()))["schema"]
        names = [branch["$ref"].rpartition("/")[2] for branch in schema.get("oneOf", [schema])]
        return [self._form(name, [other for other in names if other != name]) for name in names]

    def parameters(self, operation: Operation) -> Iterator[tuple[str, Argument]]:
        """Yield the place and argument of each parameter that a caller gives."""
        fixed = self.fixed(operation)
        for node in self.document.parameters(operation):
            parameter, key = node.value, node.value["name"]
            if key not in fixed:
                annotation = self.annotation(parameter["schema"])
                name = str(PythonIdentifier(key, "field_"))
                yield (
                    parameter["in"],
                    Argument(name, key, annotation, parameter["required"], False, parameter["description"]),
                )

    def fixed(self, operation: Operation) -> dict[str, str]:
        """Return the Python code for each parameter that callers do not give: a constant, an option of the client."""
        found = {}
        for node in self.document.parameters(operation):
            values = self._resolved(node.value["schema"]).get("enum", ())
            key = node.value["name"]
            if key in CLIENT:
                found[key] = CLIENT[key]
            elif len(values) == 1:
                found[key] = repr(values[0])
        return found

    def patterns(self, operation: Operation) -> dict[str, tuple[str, str]]:
        """Return the pattern of each path and query parameter that has one, and the pattern in words."""
        return {
            node.value["name"]: found
            for node in self.document.parameters(operation)
            if node.value["in"] != "header" and (found := self.pattern(node.value["schema"]))
        }

    def pattern(self, schema: Schema) -> tuple[str, str] | None:
        """Return the pattern of a text, its length included, and the pattern in words; None if it has none."""
        schema = self._resolved(schema)
        pattern = schema.get("pattern")
        if pattern is None:
            return None
        if pattern == "^[0-9]+$":
            shortest, longest = schema.get("minLength", 1), schema.get("maxLength", "")
            words = f"{shortest} to {longest} digits" if longest else "digits"
            return f"[0-9]{{{shortest},{longest}}}", words
        return pattern, f"text that matches {pattern}"

    def limits(self, model: str, key: str) -> Limits | None:
        """Return the limits on a key of a model that is only in requests; None if responses have it too."""
        if model not in self.only_sent:
            return None
        patterns = unique(self._patterns(self.used()[model]["properties"][key]))
        return Limits(patterns[0] if len(patterns) == 1 else None)

    def _patterns(self, schema: Schema) -> Iterator[tuple[str, str] | None]:
        """Yield the pattern of each text that a value can be or contain, None for one without a pattern."""
        schema = self._resolved(schema)
        branches = schema.get("anyOf", schema.get("oneOf", [schema["items"]] if "items" in schema else []))
        for branch in branches:
            yield from self._patterns(branch)
        if "string" in schema.get("type", ()) and "enum" not in schema:
            yield self.pattern(schema)

    @cached_property
    def only_sent(self) -> set[str]:
        """The classes of the schemas that are in requests and in no response."""
        received: dict[str, Schema] = {}
        for operation in self.document.operations():
            for content in self.document.contents(operation):
                if content.status:
                    self._collect(content.node["schema"].value, received)
        return set(self.used()) - set(map(class_name, received))

    def annotation(self, schema: Schema, package: str = "params.") -> str:
        """Return the Python type of a value to send; ``package`` comes before the names of ``params``."""
        return " | ".join(sorted(unique(self._types(schema, package)), key="None".__eq__))

    def _types(self, schema: Schema, package: str) -> Iterator[str]:
        if "$ref" in schema:
            yield from self._component(schema["$ref"].rpartition("/")[2], package)
        elif branches := schema.get("anyOf", schema.get("oneOf")):
            for branch in branches:
                yield from self._types(branch, package)
        elif "enum" in schema or "const" in schema:
            yield f"Literal[{', '.join(map(repr, schema.get('enum', [schema.get('const')])))}]"
        elif "type" not in schema:
            yield "Any"
        else:
            for kind in schema["type"] if isinstance(schema["type"], list) else [schema["type"]]:
                yield from self._simple(kind, schema, package)

    def _component(self, name: str, package: str) -> Iterator[str]:
        schema, cls = self.schemas[name], class_name(name)
        if "enum" in schema:
            yield f"{package}{cls}"
        elif schema.get("type") == "object":
            if schema.get("properties"):
                yield f"{package}{cls}Dict"
            if schema.get("additionalProperties") is not False:
                yield "Mapping[str, Any]"
        else:
            yield from self._types(schema, package)
            return
        yield f"models.{cls}"

    def _simple(self, kind: str, schema: Schema, package: str) -> Iterator[str]:
        if kind == "array":
            yield f"Sequence[{self.annotation(schema['items'], package)}]"
        elif kind == "string" and ("contentMediaType" in schema or schema.get("format") == "binary"):
            yield "File"
        else:
            yield from FORMATS.get(schema.get("format", ""), (SIMPLE[kind],)) if kind == "string" else (SIMPLE[kind],)

    def used(self) -> dict[str, Schema]:
        """Return the objects and enumerations below the bodies and parameters, by name."""
        found: dict[str, Schema] = {}
        for operation in self.document.operations():
            for parameter in self.document.parameters(operation):
                self._collect(parameter["schema"].value, found)
            for content in operation.node.value.get("requestBody", {}).get("content", {}).values():
                self._collect(content["schema"], found)
        return {class_name(name): schema for name, schema in sorted(found.items())}

    def arguments(self, schema: Schema, package: str = "params.") -> list[Argument]:
        """Return the keys of an object, the required ones first."""
        required = schema.get("required", [])
        arguments = [
            Argument(
                name=str(PythonIdentifier(key, "field_")),
                key=key,
                annotation=self.annotation(value, package),
                required=key in required,
                listed=self._resolved(value).get("maxItems") == 1,
                description=value.get("description") or self._resolved(value).get("description", ""),
            )
            for key, value in schema.get("properties", {}).items()
        ]
        return sorted(arguments, key=lambda argument: not argument.required)

    def _form(self, name: str, others: list[str]) -> Form:
        schema = self.schemas[name]
        response = schema.get("x-response")
        arguments = [
            replace(argument, annotation=f"{argument.annotation[len('Sequence[') : -1]} | {argument.annotation}")
            if argument.listed
            else argument
            for argument in self.arguments(schema)
        ]
        own = (
            argument.name
            for argument in arguments
            if argument.required and not any(self._has(other, argument.key) for other in others)
        )
        return Form(class_name(name), arguments, class_name(response) if response else None, next(own, ""))

    def _has(self, name: str, key: str) -> bool:
        return key in self.schemas[name]["properties"]

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self._target(schema["$ref"])
        return schema

    def _target(self, reference: str) -> Schema:
        name = reference.removeprefix("#/components/schemas/")
        if name not in self.schemas:
            raise DocumentError(f"{reference}: not supported: expected a schema in components")
        return self.schemas[name]

    def _collect(self, schema: Any, found: dict[str, Schema]) -> None:
        if isinstance(schema, list):
            for item in schema:
                self._collect(item, found)
        elif isinstance(schema, dict):
            if "$ref" in schema:
                name = schema["$ref"].rpartition("/")[2]
                target = self._target(schema["$ref"])
                if name not in found:
                    if target.get("properties") or "enum" in target:
                        found[name] = target
                    self._collect(target, found)
                return
            for key in ("anyOf", "oneOf", "items", "allOf"):
                self._collect(schema.get(key), found)
            for value in schema.get("properties", {}).values():
                self._collect(value, found)
