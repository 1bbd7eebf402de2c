# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The kind of content."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteResourceType(OpenEnum):
    """The kind of content."""

    DATA = "data"
