# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The state of a mass update job."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassUpdateJobStatus(OpenEnum):
    """The state of a mass update job. QUEUED and SUSPENDED are named by the newest vendor file only."""

    COMPLETED = "COMPLETED"
    SCHEDULED = "SCHEDULED"
    RUNNING = "RUNNING"
    FAILED = "FAILED"
    QUEUED = "QUEUED"
    SUSPENDED = "SUSPENDED"
