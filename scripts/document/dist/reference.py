"""Makes the reference for people: one page that holds all of the document and needs nothing from elsewhere."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from document.model import resolve
from codegen.context import GenerateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.dist.errata import Erratum

TEMPLATE = "reference.html.jinja"
MARKDOWN = MarkdownIt("commonmark", {"html": False})
LIMITS = {
    "minLength": Markup("at least {} characters"),
    "maxLength": Markup("at most {} characters"),
    "minItems": Markup("at least {} items"),
    "maxItems": Markup("at most {} items"),
    "minimum": Markup("at least {}"),
    "maximum": Markup("at most {}"),
    "pattern": Markup("matches {}"),
}
"""How each limit of a schema is worded."""


def reference(document: dict[str, Any], errata: dict[str, list[Erratum]]) -> str:
    """Makes the page.

    Args:
        document: The bundled document.
        errata: Where the sources disagree, by section.

    Returns:
        The page, in HTML, the same text for the same document and errata.
    """
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(markdown=_markdown, inline=_inline, anchor=_anchor, json=_json)
    content = _Content(document)
    return pages.get_template(TEMPLATE).render(document=document, content=content, errata=errata)


class _Content:
    """What the template asks for that the document does not say in so many words."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self.schemas: dict[str, Any] = document["components"]["schemas"]
        self.errors = {
            schema["properties"]["code"]["const"]: (name, schema)
            for name, schema in self.schemas.items()
            if schema.get("properties", {}).get("status", {}).get("const") == "error"
        }

    def resolve(self, node: Any) -> Any:
        """Returns what a node is, or refers to."""
        return resolve(self._document, node)

    def operations(self, tag: str) -> list[tuple[str, str, dict[str, Any]]]:
        """Returns the method, path and description of each operation of a tag."""
        return [
            (method.upper(), path, operation)
            for path, item in self._document["paths"].items()
            for method, operation in item.items()
            if operation["tags"] == [tag]
        ]

    def scopes(self, operation: dict[str, Any]) -> list[list[str]]:
        """Returns what an operation's token needs: of each list one scope."""
        alternatives = [next(iter(requirement.values())) for requirement in operation["security"]]
        needed = [list(dict.fromkeys(places)) for places in zip(*alternatives, strict=False)]
        if alternatives and sorted(product(*needed)) != sorted(map(tuple, alternatives)):
            raise GenerateError(f"{operation['operationId']}: the scopes should be one each of some lists")
        return needed

    def operations_of_scope(self, scope: str) -> list[str]:
        """Returns the operations for which a scope is of use."""
        operations = [operation for item in self._document["paths"].values() for operation in item.values()]
        return [
            operation["operationId"]
            for operation in operations
            if any(scope in needed for needed in self.scopes(operation))
        ]

    def samples(self, node: dict[str, Any]) -> dict[str, Any]:
        """Returns the named examples of a response or request body."""
        media_types = node.get("content", {}).values()
        return {
            name: self.resolve(sample) for media in media_types for name, sample in media.get("examples", {}).items()
        }

    def answers(self, operation: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any], Any]]:
        """Yields status, name and example of each error, and the error itself, which may be in ``data``."""
        for status, response in operation["responses"].items():
            for name, sample in self.samples(self.resolve(response)).items():
                for item in sample["value"].get("data", [sample["value"]]):
                    if isinstance(item, dict) and item.get("status") == "error":
                        yield status, name, sample, item

    def successes(self, node: dict[str, Any]) -> dict[str, Any]:
        """Returns the named examples of a response of which some part is no error of the API."""
        return {
            name: sample
            for name, sample in self.samples(node).items()
            if any(
                not isinstance(item, dict) or item.get("status") != "error"
                for item in sample["value"].get("data", [sample["value"]])
            )
        }

    def type(self, schema: dict[str, Any]) -> Markup:
        """Returns what a schema allows, in words."""
        if "$ref" in schema:
            return self.link(schema["$ref"])
        if "const" in schema:
            return Markup("always <code>{}</code>").format(json.dumps(schema["const"]))
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return Markup(" or ").join(self.type(branch) for branch in schema[key])
        types = schema.get("type", "anything")
        words = Markup(" or ").join(escape(name) for name in ([types] if isinstance(types, str) else types))
        if "items" in schema:
            words = Markup("{} of {}").format(words, self.type(schema["items"]))
        if "format" in schema:
            words = Markup("{} ({})").format(words, schema["format"])
        if "enum" in schema:
            words = Markup("{}: {}").format(words, Markup(", ").join(map(_code, schema["enum"])))
        words = Markup(", ").join([words, *self.limits(schema)])
        if "examples" in schema:
            words = Markup("{}, such as {}").format(words, Markup(", ").join(map(_code, schema["examples"])))
        return words

    @staticmethod
    def limits(schema: dict[str, Any]) -> list[Markup]:
        """Returns the limits that a schema itself sets."""
        return [words.format(_code(schema[key])) for key, words in LIMITS.items() if key in schema]

    def link(self, ref: str) -> Markup:
        """Returns a link to a schema."""
        name = ref.rpartition("/")[2]
        return Markup('<a href="#{}">{}</a>').format(_anchor(name), name)

    def limited(self) -> Iterator[tuple[str, str, list[Markup]]]:
        """Yields schema, key and limits of every place that has some."""
        for name, schema in self.schemas.items():
            if limits := self.limits(schema):
                yield name, "", limits
            for key, node in schema.get("properties", {}).items():
                if limits := self.limits(node):
                    yield name, key, limits
        for name, parameter in self._document["components"]["parameters"].items():
            if limits := self.limits(parameter["schema"]):
                yield name, parameter["name"], limits


def _code(value: Any) -> Markup:
    return Markup("<code>{}</code>").format(value)


def _markdown(text: str) -> Markup:
    return Markup(MARKDOWN.render(text))  # noqa: S704  # the renderer escapes HTML


def _inline(text: str) -> Markup:
    return Markup(MARKDOWN.renderInline(text))  # noqa: S704  # the renderer escapes HTML


def _anchor(name: str) -> str:
    return "schema-" + name


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
