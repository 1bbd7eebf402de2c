"""Comparison of ``x-waiter``, by which programs wait for a job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from document.diff.findings import show

if TYPE_CHECKING:
    from document.diff.findings import Findings


def waiter(diff: Findings, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    """Compare the ``x-waiter`` of a response."""
    where = "x-waiter"
    if before is None or after is None:
        for rule, one in (("waiter-removed", before), ("waiter-added", after)):
            if one is not None:
                diff.add(rule, where, one["name"])
        return
    if before["name"] != after["name"]:
        diff.add("waiter-renamed", where, f"{before['name']} became {after['name']}")
    _states(diff, before, after)
    old, new = (
        {**waiter["counts"], **{key: waiter[key] for key in ("state", "result") if key in waiter}}
        for waiter in (before, after)
    )
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            diff.add("waiter-place-added", where, name)
        elif old[name] != new.get(name):
            diff.add("waiter-place-changed", where, f"{name}: {show(old[name])} became {show(new.get(name))}")
    for key, rule in (("absent", "waiter-absent-changed"), ("delay", "waiter-delay-changed")):
        if before[key] != after[key]:
            diff.add(rule, where, f"{show(before[key])} became {show(after[key])}")
    if before.get("total_at_end") != after.get("total_at_end"):
        when = "only at the end" if after.get("total_at_end") else "from the beginning"
        diff.add("waiter-total-changed", where, f"the total is known {when}")
    _retention(diff, before.get("retention"), after.get("retention"))
    known = {
        *("name", "state", "pending", "success", "failure", "counts", "total_at_end"),
        *("absent", "delay", "retention", "result"),
    }
    diff.rest(before, after, where, known)


def _states(diff: Findings, before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = (
        {state: meaning for meaning in ("pending", "success", "failure") for state in waiter[meaning]}
        for waiter in (before, after)
    )
    for state in sorted(old.keys() | new.keys()):
        meaning, now = old.get(state, "pending"), new.get(state, "pending")
        if meaning != now:
            diff.add("waiter-state-reclassified", "x-waiter", f"{state}: {meaning} became {now}")
        elif (state in old) != (state in new):
            diff.add("waiter-state-listed", "x-waiter", f"{state} is {'' if state in new else 'not '}listed")


def _retention(diff: Findings, before: str | None, after: str | None) -> None:
    if before != after:
        shorter = after is None or (before is not None and _days(after) < _days(before))
        what = f"{show(before)} became {show(after)}"
        diff.add(f"waiter-retention-{'shortened' if shorter else 'lengthened'}", "x-waiter", what)


def _days(duration: str) -> float:
    """Return an ISO 8601 duration in days."""
    parts = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", duration)
    if parts is None:
        raise ValueError(f"retention: {duration!r} is not a duration of days, hours, minutes and seconds")
    days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    return days + hours / 24 + minutes / 1440 + seconds / 86400
