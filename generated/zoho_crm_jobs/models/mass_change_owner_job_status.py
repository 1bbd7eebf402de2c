# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The state of a mass change owner job."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassChangeOwnerJobStatus(OpenEnum):
    """The state of a mass change owner job. COMPLETED: the job is finished successfully. SCHEDULED: the job is
    queued and awaiting execution. RUNNING: the job is currently in progress. FAILED: the job could not be
    completed due to errors."""

    COMPLETED = "COMPLETED"
    SCHEDULED = "SCHEDULED"
    RUNNING = "RUNNING"
    FAILED = "FAILED"
