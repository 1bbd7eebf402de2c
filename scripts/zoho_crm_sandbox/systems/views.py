"""Which records a custom view shows, and jobs on them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.plan import FAILS, PARTLY_FAILS, Plan
from zoho_crm_sandbox.state.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zoho_crm_sandbox.call import Call
    from zoho_crm_sandbox.state.organization import Organization, View

MAX_RECORDS = 50_000
"""On how many records a job can be started."""
EVERY_NTH = 5
"""Which of the records fail in a job that partly fails."""


def _compared(compare: Callable[[Any, Any], bool]) -> Callable[[str, str], bool]:
    """Returns a comparison of two texts: as numbers where both are, else letter by letter."""

    def holds(found: str, value: str) -> bool:
        try:
            return compare(float(found), float(value))
        except ValueError:
            return compare(found, value)

    return holds


def _between(found: str, value: str) -> bool:
    lowest, _, highest = value.partition(",")
    return COMPARATORS["greater_equal"](found, lowest) and COMPARATORS["less_equal"](found, highest)


COMPARATORS: dict[str, Callable[[str, str], bool]] = {
    "equal": _compared(lambda found, value: found == value),
    "not_equal": _compared(lambda found, value: found != value),
    "starts_with": str.startswith,
    "ends_with": str.endswith,
    "greater_than": _compared(lambda found, value: found > value),
    "less_than": _compared(lambda found, value: found < value),
    "greater_equal": _compared(lambda found, value: found >= value),
    "less_equal": _compared(lambda found, value: found <= value),
    "between": _between,
    "not_between": lambda found, value: not _between(found, value),
}
"""Whether what a field holds and the value of a condition go together. A range is two values with a comma between."""


def select(
    organization: Organization,
    view: View,
    *,
    territories: frozenset[str] | None = None,
    criteria: Iterable[tuple[str, str, str]] = (),
) -> list[tuple[str, dict[str, Any]]]:
    """Returns the records of a view with their ids, in the order of these.

    Args:
        organization: The organization.
        view: The view.
        territories: The ids of the territories that they have to be in, one of them at least; None for anywhere.
        criteria: Conditions that they have to meet besides those of the view.
    """
    conditions = [*view.criteria, *criteria]
    return [
        (record, fields)
        for record, fields in organization.records(view.module)
        if (territories is None or territories.intersection(fields.get("$territories", ())))
        and all(_meets(fields.get(field), comparator, value) for field, comparator, value in conditions)
    ]


def _meets(found: Any, comparator: str, value: str) -> bool:
    return COMPARATORS[comparator]("" if found is None else str(found), value)


def start_job(call: Call, view: View, found: list[str], bad: list[str], request: dict[str, Any]) -> str:
    """Starts a job on the records of a view.

    Args:
        call: The call.
        view: The view.
        found: The ids of the records.
        bad: The ids of those among them that will fail.
        request: What the job is asked for.

    Returns:
        The id of the job.
    """
    organization = call.organization
    failing = set(found if view.outcome == FAILS else bad)
    if view.outcome == PARTLY_FAILS:
        failing.update(found[EVERY_NTH - 1 :: EVERY_NTH])
    plan = Plan.for_outcome(len(found), len(failing), view.outcome)
    order = plan.interleave(
        (record for record in found if record not in failing), (record for record in found if record in failing)
    )
    with call.state.transaction():
        job = Job(organization.next_id(), call.module, call.now, plan, json.dumps(request))
        organization.submit_job(call.operation.system, job, order, view=view.id)
    return job.id
