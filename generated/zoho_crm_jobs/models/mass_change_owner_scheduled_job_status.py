# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""success according to the pages; an SDK of the vendor has scheduled too."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassChangeOwnerScheduledJobStatus(OpenEnum):
    """success according to the pages; an SDK of the vendor has scheduled too."""

    SUCCESS = "success"
    SCHEDULED = "scheduled"
