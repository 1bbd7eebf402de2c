"""Validation of values against the document's schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema_rs

if TYPE_CHECKING:
    from codegen.document import Document, Node


def validator(document: Document, schema: Node) -> jsonschema_rs.Draft202012Validator:
    """Returns a validator of a schema of the document, formats included."""
    components = document.root.value.get("components", {})
    return jsonschema_rs.Draft202012Validator({**schema.value, "components": components}, validate_formats=True)
