"""What ``x-source`` says: which source gives which part of a fact, and which parts no source gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from document.errors import codes_of, error_schemas
from document.model import Document, at, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Node

ABOUT_RESPONSES = ("envelope", "http_status")
"""The parts of an example that are not in its value: whether an error stands in ``data``, and the HTTP status."""


class Citation(NamedTuple):
    """A source of a fact. Without ``gives`` the source gives everything that no other one gives."""

    source: str
    basis: str
    at: str | None = None
    decision: str | None = None
    gives: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()

    @property
    def guesses(self) -> list[str]:
        """The inferred parts. A fact that is inferred as a whole is one part."""
        whole = [*self.gives] or ["everything"]
        return [*(whole if self.basis == "inferred" else ()), *self.inferred]


def citations(node: Node) -> list[Citation]:
    """Return the sources of an operation or component."""
    value = node.value["x-source"]
    return [
        Citation(
            entry["source"],
            entry["basis"],
            entry.get("at"),
            entry.get("decision"),
            tuple(entry.get("gives", ())),
            tuple(entry.get("inferred", ())),
        )
        for entry in (value if isinstance(value, list) else [value])
    ]


def title(document: Document, source: str) -> str:
    """Return the title of a source, with the version of the API that it describes."""
    entry = document.value["x-sources"][source]
    return ", ".join(entry[key] for key in ("title", "version") if key in entry)


def holders(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield everything that has sources, by a short name: operations, their resolutions, and components."""
    for operation in document.operations():
        yield operation.id, operation.node
        for index, entry in operation.node.children("x-resolutions"):
            yield f"{operation.id}/x-resolutions/{index}", entry
    for kind, components in document.root["components"].children():
        for name, node in components.children():
            yield f"{kind}/{name}", node
    for kind, node in document.root.children("x-headers"):
        yield f"x-headers/{kind}", node


def has_part(document: Document, node: Node, part: str) -> bool:
    """Tell whether an operation or component has a part: a place in an example's value, a key, or an error code."""
    if "value" in node.value:
        value = node.value["value"]
        roots = [value, *(value["data"] if isinstance(value, dict) and isinstance(value.get("data"), list) else [])]
        if part in ABOUT_RESPONSES:
            return True
    else:
        roots = [node.value, node.value.get("properties")]
    pointer = step("#", *part.split("."))
    return any(_leads_somewhere(root, pointer) for root in roots) or part in _codes(document, node)


def _leads_somewhere(root: Any, pointer: str) -> bool:
    try:
        at(root, pointer)
    except (LookupError, TypeError):
        return False
    return True


def _codes(document: Document, node: Node) -> list[str]:
    schemas = [media["schema"] for _, media in node.children("content") if "schema" in media.value]
    return [*codes_of(node.value), *node.value.get("codes", ()), *(error.code for schema in schemas for error in error_schemas(document, schema))]
