# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""What the job does with each row."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteOperation(OpenEnum):
    """What the job does with each row."""

    INSERT = "insert"
    UPDATE = "update"
    UPSERT = "upsert"
