# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``BulkWriteCallbackMethod``."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteCallbackMethod(OpenEnum):
    """The HTTP method of the call."""

    POST = "post"
