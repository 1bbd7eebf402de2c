# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The state of a bulk write job, of one of its resources, or of a resource's file."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteJobStatus(OpenEnum):
    """The state of a bulk write job, of one of its resources, or of a resource's file. Zoho writes both "IN
    PROGRESS" (its prose) and "INPROGRESS" (its samples)."""

    ADDED = "ADDED"
    IN_PROGRESS = "IN PROGRESS"
    INPROGRESS = "INPROGRESS"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"
