"""The document as plain data, for tests that read it themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from document import model

DOCUMENT = json.loads((Path(__file__).parents[2] / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8"))
COMPONENTS = DOCUMENT["components"]
SCHEMAS = COMPONENTS["schemas"]
OPERATIONS: dict[str, tuple[str, Any]] = {
    operation["operationId"]: (path, operation)
    for path, item in DOCUMENT["paths"].items()
    for operation in item.values()
}
IDS = list(OPERATIONS)


def resolve(node: Any) -> Any:
    """Return a node, or the component that it refers to."""
    return model.resolve(DOCUMENT, node)


def responses(operation_id: str) -> dict[int, Any]:
    """Return the responses of an operation by status."""
    return {int(status): resolve(node) for status, node in OPERATIONS[operation_id][1]["responses"].items()}


def content(node: Any) -> Any:
    """Return the only media type object of a response or request body, empty if there is none."""
    return next(iter(node.get("content", {}).values()), {})
