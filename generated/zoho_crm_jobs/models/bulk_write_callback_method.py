# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The HTTP method of the call."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class BulkWriteCallbackMethod(OpenEnum):
    """The HTTP method of the call."""

    POST = "post"
