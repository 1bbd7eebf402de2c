# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The API versions that have the operation."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class ApiVersionSinceV21(OpenEnum):
    """The API versions that have the operation. v2.1 is the first one described here."""

    V2_1 = "v2.1"
    V3 = "v3"
    V4 = "v4"
    V5 = "v5"
    V6 = "v6"
    V7 = "v7"
    V8 = "v8"
