"""Starts jobs that handle records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.plan import FAILS, Plan
from zoho_crm_sandbox.state.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Collection

    from zoho_crm_sandbox.call import Call


def start(
    call: Call, records: list[str], failing: Collection[str], outcome: str, request: dict[str, Any], *, view: str = ""
) -> str:
    """Start a job for these records and return its id. ``failing`` ones fail; all do if the outcome is FAILS."""
    organization = call.organization
    bad = set(records if outcome == FAILS else failing)
    plan = Plan.for_outcome(len(records), len(bad), outcome)
    order = plan.interleave((record for record in records if record not in bad), (one for one in records if one in bad))
    with call.state.transaction():
        job = Job(organization.next_id(), call.module, call.now, plan, json.dumps(request))
        organization.submit_job(call.operation.system, job, order, view=view)
    return job.id
