# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The operation on each row."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteOperation(OpenEnum):
    """The operation on each row."""

    INSERT = "insert"
    UPDATE = "update"
    UPSERT = "upsert"
