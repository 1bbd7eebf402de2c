# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""SUCCESS according to the pages, SCHEDULED according to the newest vendor file."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassChangeOwnerScheduledJobCode(OpenEnum):
    """SUCCESS according to the pages, SCHEDULED according to the newest vendor file."""

    SUCCESS = "SUCCESS"
    SCHEDULED = "SCHEDULED"
