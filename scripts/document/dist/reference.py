"""The reference for people: one HTML page with the whole document, which loads nothing."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from document.dist.citations import citations, title
from document.errors import codes_of, error_in, errors_in, is_error, kinds_of
from document.model import Document, DocumentError, Node, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.dist.citations import Citation
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
"""The words for each limit of a schema."""


def reference(document: dict[str, Any], errata: dict[str, list[Erratum]]) -> str:
    """Return the page for a bundled document and its errata by section; the same input gives the same bytes."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(markdown=_markdown, inline=_inline, anchor=_anchor, json=_json)
    rows = {erratum.id for section in errata.values() for erratum in section}
    content = _Content(Document(document), rows)
    return pages.get_template(TEMPLATE).render(document=document, content=content, errata=errata)


class _Content:
    """The document as the template needs it."""

    def __init__(self, document: Document, decisions: set[str]) -> None:
        self._document = document
        self._decisions = decisions
        self.schemas: dict[str, Any] = document.value["components"]["schemas"]
        self.errors = {
            codes_of(schema)[0]: (name, schema) for name, schema in self.schemas.items() if is_error(schema)
        }

    def resolve(self, node: Any) -> Any:
        """Return a node, or the component that it refers to."""
        return resolve(self._document.value, node)

    def operations(self, tag: str) -> list[tuple[str, str, dict[str, Any]]]:
        """Return the method, path and operation object of each operation of a tag."""
        operations = self._document.operations(tag)
        return [(operation.method.upper(), operation.path, operation.node.value) for operation in operations]

    def scopes(self, operation: dict[str, Any]) -> list[list[str]]:
        """Return the lists of scopes; a token needs one scope of each list."""
        alternatives = [next(iter(requirement.values())) for requirement in operation["security"]]
        needed = [list(dict.fromkeys(places)) for places in zip(*alternatives, strict=False)]
        if alternatives and sorted(product(*needed)) != sorted(map(tuple, alternatives)):
            raise DocumentError(f"{operation['operationId']}: security: expected every choice of one scope a list")
        return needed

    def operations_of_scope(self, scope: str) -> list[str]:
        """Return the ids of the operations that accept a scope."""
        operations = self._document.operations()
        return [
            operation.id
            for operation in operations
            if any(scope in needed for needed in self.scopes(operation.node.value))
        ]

    def samples(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return the examples of a response or request body by name."""
        media_types = node.get("content", {}).values()
        return {
            name: self.resolve(sample) for media in media_types for name, sample in media.get("examples", {}).items()
        }

    def headers(self) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
        """Yield each header with its name and the kinds of responses, or else the operations, that have it."""
        kinds = self._document.value["x-headers"]
        senders: dict[str, dict[str, Any]] = {}
        for kind, family in kinds.items():
            for name, header in {**family["headers"], **family.get("optional", {})}.items():
                senders.setdefault(name, {"header": header, "by": []})["by"].append(kind)
        for operation in self._document.operations():
            for status, response in self._document.responses(operation).items():
                for name, node in response.children("headers"):
                    sender = senders.setdefault(name, {"header": node.value, "by": []})
                    if not kinds.keys() & set(sender["by"]):
                        sender["by"].append(f"{operation.id} {status}")
        for name, sender in sorted(senders.items(), key=lambda item: item[0].lower()):
            yield name, self.resolve(sender["header"]), sender["by"]

    def shown_errors(self, operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], Any]]:
        """Yield status and example of each error of the API, and the error itself, which may be in ``data``."""
        for status, response in operation["responses"].items():
            for sample in self.samples(self.resolve(response)).values():
                yield from ((status, sample, error) for error in errors_in(sample["value"]) if "message" in error)

    @staticmethod
    def resolution(operation: dict[str, Any], status: str, error: dict[str, Any]) -> dict[str, Any] | None:
        """Return the resolution of an error of an operation."""
        for entry in operation.get("x-resolutions", []):
            same = (str(entry["status"]), entry["code"]) == (status, error["code"])
            if same and entry.get("message", error["message"]) == error["message"]:
                return dict(entry)
        return None

    def kinds(self, schema: dict[str, Any]) -> str:
        """Return the kind of an error."""
        retryable = schema.get("x-retryable")
        kinds = self._document.value.get("x-error-kinds", {})
        names = dict.fromkeys(kinds_of(schema).values())
        return ", ".join(f"{name}{' (retryable)' * bool(retryable or kinds[name].get('retryable'))}" for name in names)

    def successes(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return the examples of a response that are not only errors of the API, by name."""
        return {
            name: sample
            for name, sample in self.samples(node).items()
            if "message" not in (error_in(sample["value"]) or {})
        }

    def command(self, method: str, path: str, operation: dict[str, Any]) -> str:
        """Return a curl command with the first example of each parameter and of the body."""
        url = operation.get("servers", self._document.value["servers"])[0]["url"] + path
        for server in operation.get("servers", self._document.value["servers"]):
            url = url.replace("{%s}" % next(iter(server["variables"])), next(iter(server["variables"].values()))["default"])
        words = ["--header", "Authorization: Zoho-oauthtoken <access token>"] if operation["security"] else []
        for parameter in map(self.resolve, operation.get("parameters", [])):
            shown = list(parameter.get("examples", {}).items())
            own = [each for each in shown if each[0].startswith(operation["operationId"] + "-")] or shown
            value = own[0][1]["value"] if own else parameter["example"]
            if parameter["in"] == "path":
                url = url.replace(f"{{{parameter['name']}}}", str(value))
            elif parameter["in"] == "query":
                url += f"?{parameter['name']}={value}"
            else:
                words += ["--header", f"{parameter['name']}: {value}"]
        for media_type in operation.get("requestBody", {}).get("content", {}):
            example = next(iter(self.samples(operation["requestBody"]).values()), {"value": {"file": "@leads.zip"}})["value"]
            if media_type == "application/json":
                words += ["--header", f"Content-Type: {media_type}", "--data", json.dumps(example, ensure_ascii=False)]
            else:
                option = "--form" if media_type == "multipart/form-data" else "--data-urlencode"
                words += [word for key, text in example.items() for word in (option, f"{key}={text}")]
        pairs = [f"{option} {quote(value)}" for option, value in zip(words[::2], words[1::2], strict=True)]
        return " \\\n  ".join([f"curl --request {method} {quote(url)}", *pairs])

    def source(self, node: dict[str, Any]) -> Markup:
        """Return where the facts of a node come from, each source as a link to its row on the page."""
        return Markup("; ").join(map(self._citation, citations(Node("", node))))

    def _citation(self, citation: Citation) -> Markup:
        link = Markup('<a href="#source-{}">{}</a>').format(citation.source, title(self._document, citation.source))
        words = [citation.at] if citation.at else []
        words += ["captured"] if citation.basis == "captured" else []
        words += [f"for {', '.join(citation.gives)}"] if citation.gives and citation.basis != "inferred" else []
        words += [f"inferred: {', '.join(citation.guesses)}"] if citation.guesses else []
        notes = [escape(word) for word in words]
        if citation.decision:
            row = '<a href="#{0}">{0}</a>' if citation.decision in self._decisions else "{0}"
            notes.append(Markup(row).format(citation.decision))
        return Markup("{} ({})").format(link, Markup(", ").join(notes)) if notes else link

    def type(self, schema: dict[str, Any]) -> Markup:
        """Return the values that a schema allows, in words."""
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
        """Return the limits of a schema, without those of schemas within it."""
        return [words.format(_code(schema[key])) for key, words in LIMITS.items() if key in schema]

    def link(self, ref: str) -> Markup:
        """Return a link to a schema."""
        name = ref.rpartition("/")[2]
        return Markup('<a href="#{}">{}</a>').format(_anchor(name), name)

    def limited(self) -> Iterator[tuple[str, str, list[Markup]]]:
        """Yield schema, key and limits of every property and parameter that has limits."""
        for name, schema in self.schemas.items():
            if limits := self.limits(schema):
                yield name, "", limits
            for key, node in schema.get("properties", {}).items():
                if limits := self.limits(node):
                    yield name, key, limits
        for name, parameter in self._document.components("parameters"):
            if limits := self.limits(parameter.value["schema"]):
                yield name, parameter.value["name"], limits


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
