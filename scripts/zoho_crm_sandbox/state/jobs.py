"""The jobs of an organization, and the records that they still have to handle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.plan import Plan
from zoho_crm_sandbox.state.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterable


class Job(NamedTuple):
    """A job as submitted, in seconds since 1970. Its progress follows from its plan and the time."""

    id: str
    module: str
    submitted_at: float
    plan: Plan
    request_json: str = "{}"

    @property
    def request(self) -> dict[str, Any]:
        """The body of the request that submitted the job."""
        request: dict[str, Any] = json.loads(self.request_json)
        return request


class Jobs(Records):
    """The part of ``Organization`` that holds its jobs."""

    def job(self, system: str, job_id: str) -> Job | None:
        """Return a job of a system, such as "mass_update"."""
        row = self._db.execute(
            "SELECT module, submitted_at, plan, request FROM jobs WHERE organization = ? AND id = ? AND system = ?",
            (self.id, job_id, system),
        ).fetchone()
        if row is None:
            return None
        module, submitted_at, plan, request = row
        return Job(job_id, module, submitted_at, Plan.from_json(plan), request)

    def stored_jobs(self, limit: int) -> list[tuple[str, Job]]:
        """Return up to ``limit`` jobs with their systems, the latest first."""
        rows = self._db.execute(
            "SELECT system, id, module, submitted_at, plan, request FROM jobs WHERE organization = ?"
            " ORDER BY submitted_at DESC, id LIMIT ?",
            (self.id, limit),
        )
        return [
            (system, Job(job, module, at, Plan.from_json(plan), request))
            for system, job, module, at, plan, request in rows
        ]

    def count_jobs(self) -> int:
        """Return the number of jobs."""
        query = "SELECT count(*) FROM jobs WHERE organization = ?"
        count: int = self._db.execute(query, (self.id,)).fetchone()[0]
        return count

    def busy(self, system: str, view: str) -> bool:
        """Return whether a job of a system still works on a view."""
        found = self._db.execute(
            "SELECT 1 FROM pending WHERE organization = ? AND system = ? AND view = ?", (self.id, system, view)
        )
        return found.fetchone() is not None

    def work(self, job: str, start: int, end: int) -> list[tuple[int, str]]:
        """Return the positions and ids of a job's records from position ``start`` to before ``end``."""
        return self._db.execute(
            "SELECT position, record FROM work WHERE organization = ? AND job = ? AND position >= ? AND position < ?"
            " ORDER BY position",
            (self.id, job, start, end),
        ).fetchall()

    def add_job(self, system: str, job: Job) -> None:
        """Add a job that changes nothing."""
        self._db.execute(
            "INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.id, job.id, system, job.module, job.submitted_at, job.plan.to_json(), job.request_json),
        )

    def submit_job(self, system: str, job: Job, records: Iterable[str] = (), *, view: str = "") -> None:
        """Add a job with the ids of the records that it will handle, in order, and the view that it works on."""
        self.add_job(system, job)
        self._db.execute("INSERT INTO pending VALUES (?, ?, ?, ?, 0)", (self.id, job.id, system, view))
        self._db.executemany(
            "INSERT INTO work VALUES (?, ?, ?, ?)",
            ((self.id, job.id, position, record) for position, record in enumerate(records)),
        )

    def note_handled(self, job: str, handled: int) -> None:
        """Store how many records a job has handled."""
        self._db.execute("UPDATE pending SET handled = ? WHERE organization = ? AND job = ?", (handled, self.id, job))

    def finish_job(self, job: str) -> None:
        """Remove a job from the pending ones, and its remaining work."""
        for table in ("pending", "work"):
            self._db.execute(f"DELETE FROM {table} WHERE organization = ? AND job = ?", (self.id, job))  # noqa: S608  # a constant
