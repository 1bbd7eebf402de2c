# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``UploadBulkWriteFileFeature``."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class UploadBulkWriteFileFeature(OpenEnum):
    """The schema ``UploadBulkWriteFileFeature``."""

    BULK_WRITE = "bulk-write"
