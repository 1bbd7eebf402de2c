"""Validation of values against the document's schemas."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

import jsonschema_rs

if TYPE_CHECKING:
    from document.model import Document, Node

URI = "urn:document"


def validator(document: Document, schema: Node) -> jsonschema_rs.Draft202012Validator:
    """Return a validator of a schema in the document, including formats."""
    return _compiled(document, schema.pointer)


@lru_cache(maxsize=1)
def _registry(document: Document) -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(URI, document.root.value)])


@lru_cache(maxsize=1024)
def _compiled(document: Document, pointer: str) -> jsonschema_rs.Draft202012Validator:
    reference = {"$ref": f"{URI}{quote(pointer, safe='#/~')}"}
    return jsonschema_rs.Draft202012Validator(reference, registry=_registry(document), validate_formats=True)
