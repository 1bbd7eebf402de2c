"""The effects of pending jobs on records.

Nothing runs in the background: before the state is read, ``apply_due`` changes each record that jobs have reached by
now, exactly once and as of its moment.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from zoho_crm_sandbox.call import Work
from zoho_crm_sandbox.systems import SYSTEMS

if TYPE_CHECKING:
    from zoho_crm_sandbox.state.database import Pending, State
    from zoho_crm_sandbox.state.jobs import Job

log = logging.getLogger("zoho_crm_sandbox")

EFFECTS = {system.name: system.effect for system in SYSTEMS if system.effect}


def apply_due(state: State, now: float) -> None:
    """Apply the effects of all pending jobs that are due, at ``now`` in seconds since 1970."""
    with state.lock:
        ready = [pending for pending in state.pending() if _has_news(pending, now)]
        if ready:
            with state.transaction():
                _apply(state, ready, now)


def _handled(job: Job, now: float) -> int:
    done = job.plan.progress_at(now - job.submitted_at)
    return done.succeeded + done.failed


def _has_ended(job: Job, now: float) -> bool:
    return now - job.submitted_at >= job.plan.length


def _has_news(pending: Pending, now: float) -> bool:
    """Return whether a job has handled records, or ended, since its effects were last applied."""
    return _has_ended(pending.job, now) or _handled(pending.job, now) > pending.handled


def _apply(state: State, ready: list[Pending], now: float) -> None:
    due: list[tuple[float, int, int, str]] = []
    for index, (organization, _, job, before) in enumerate(ready):
        handled = _handled(job, now)
        due += (
            (job.submitted_at + job.plan.time_of(position), index, position, record)
            for position, record in organization.work(job.id, before, handled)
            if not job.plan.fails(position)
        )
        if _has_ended(job, now):
            organization.finish_job(job.id)
        else:
            organization.note_handled(job.id, handled)
    # Several jobs may change one record: apply them in the order of time.
    for moment, index, _, record in sorted(due):
        organization, system, job, _ = ready[index]
        try:
            with state.savepoint():
                EFFECTS[system](organization, Work(job, record, moment))
        except sqlite3.OperationalError:  # the disk is full, for example: none of the effects may count as applied
            raise
        except Exception:  # one record that cannot be changed must not stop the others
            log.exception("%s: job %s cannot change the record %s", system, job.id, record)
