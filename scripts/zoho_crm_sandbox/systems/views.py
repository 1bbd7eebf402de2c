"""The records of custom views, and jobs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.call import ZohoError
from zoho_crm_sandbox.plan import PARTLY_FAILS
from zoho_crm_sandbox.systems import jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from zoho_crm_sandbox.call import Call
    from zoho_crm_sandbox.state.organization import Organization, View

MAX_RECORDS = 50_000
"""The most records that a job can handle."""
EVERY_NTH = 5
"""In a job that partly fails, every fifth record fails."""


def _compared(compare: Callable[[Any, Any], bool]) -> Callable[[str, str], bool]:
    """Return a comparison of two texts: as numbers if both are numbers, else alphabetically."""

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
"""Comparators: does a field's value satisfy a criterion? A range is two values with a comma between them."""


class Selection(NamedTuple):
    """A custom view and its records, each with its id and fields, ordered by id."""

    view: View
    records: list[tuple[str, dict[str, Any]]]


class Errors(NamedTuple):
    """The errors of an operation on a view; ``too_many`` means more than ``MAX_RECORDS`` records."""

    unknown: ZohoError
    inaccessible: ZohoError
    no_territory: ZohoError
    too_many: ZohoError


def find(
    call: Call,
    requested: dict[str, Any],
    errors: Errors,
    check: Callable[[View], None],
    criteria: Iterable[tuple[str, str, str]] = (),
) -> Selection:
    """Return the view that a request names and its records, in the named territory, that meet further criteria.

    ``check`` may raise an error about a view that is otherwise usable.
    """
    organization = call.organization
    view = organization.view(requested["cvid"])
    if view is None or view.module != call.module:
        raise errors.unknown
    if not view.accessible:
        raise errors.inaccessible
    territories = None
    if "territory" in requested:
        named = requested["territory"]
        territories = organization.territories(named["id"], children=bool(named.get("include_child")))
        if not territories:
            raise errors.no_territory
    check(view)
    found = select(organization, view, territories=territories, criteria=criteria)
    if max(view.declared_count or 0, len(found)) > MAX_RECORDS:
        raise errors.too_many
    if not found:
        raise ZohoError("NO_RECORDS_FOUND")
    return Selection(view, found)


def select(
    organization: Organization,
    view: View,
    *,
    territories: frozenset[str] | None = None,
    criteria: Iterable[tuple[str, str, str]] = (),
) -> list[tuple[str, dict[str, Any]]]:
    """Return the view's records that meet the criteria too and are in a territory; None means any or no territory."""
    conditions = [*view.criteria, *criteria]
    return [
        (record, fields)
        for record, fields in organization.records(view.module)
        if (territories is None or territories.intersection(fields.get("$territories", ())))
        and all(_meets(fields.get(field), comparator, value) for field, comparator, value in conditions)
    ]


def _meets(found: Any, comparator: str, value: str) -> bool:
    return COMPARATORS[comparator]("" if found is None else str(found), value)


def start_job(call: Call, selection: Selection, bad: Collection[str], request: dict[str, Any]) -> str:
    """Start a job on a view's records and return its id. The ``bad`` ones fail, and others if the view says so."""
    view, found = selection
    records = [record for record, _ in found]
    failing = {*bad, *(records[EVERY_NTH - 1 :: EVERY_NTH] if view.outcome == PARTLY_FAILS else ())}
    return jobs.start(call, records, failing, view.outcome, request, view=view.id)
