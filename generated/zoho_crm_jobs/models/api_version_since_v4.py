# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The API versions that have the operation, from v4 on."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class ApiVersionSinceV4(OpenEnum):
    """The API versions that have the operation, from v4 on."""

    V4 = "v4"
    V5 = "v5"
    V6 = "v6"
    V7 = "v7"
    V8 = "v8"
