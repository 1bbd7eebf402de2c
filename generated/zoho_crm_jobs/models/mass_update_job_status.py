# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The state of a mass update job."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassUpdateJobStatus(OpenEnum):
    """The state of a mass update job. Only the newest vendor file has QUEUED and SUSPENDED."""

    COMPLETED = "COMPLETED"
    SCHEDULED = "SCHEDULED"
    RUNNING = "RUNNING"
    FAILED = "FAILED"
    QUEUED = "QUEUED"
    SUSPENDED = "SUSPENDED"
