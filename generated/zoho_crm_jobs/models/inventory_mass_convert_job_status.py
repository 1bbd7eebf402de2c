# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The state of a conversion job."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class InventoryMassConvertJobStatus(OpenEnum):
    """The state of a conversion job. The space in "IN PROGRESS" is Zoho's."""

    COMPLETED = "COMPLETED"
    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN PROGRESS"
    FAILED = "FAILED"
