# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""SUCCESS on the pages, SCHEDULED in the newest vendor file."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassChangeOwnerScheduledJobCode(OpenEnum):
    """SUCCESS on the pages, SCHEDULED in the newest vendor file."""

    SUCCESS = "SUCCESS"
    SCHEDULED = "SCHEDULED"
