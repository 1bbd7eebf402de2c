"""The values of CSV cells: dates, numbers and the like."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.systems.fields import BOOLEAN, DATE, DATE_TIME, EMAIL, INTEGER, NUMBER

if TYPE_CHECKING:
    from datetime import tzinfo

USUAL_FORMATS = {DATE: "MM/dd/yyyy", DATE_TIME: "MM/dd/yyyy HH:mm:ss"}
# The directive of strptime for each run of letters in a format.
DIRECTIVES = {
    "yyyy": "%Y", "yy": "%y", "MMMM": "%B", "MMM": "%b", "MM": "%m", "M": "%m", "dd": "%d", "d": "%d", "EEE": "%a",
    "EEEE": "%A", "HH": "%H", "H": "%H", "hh": "%I", "h": "%I", "mm": "%M", "m": "%M", "ss": "%S", "s": "%S",
    "a": "%p", "XXX": "%z", "Z": "%z",
}  # fmt: skip
RUNS = re.compile(r"([A-Za-z])\1*|'([^']*)'|[^A-Za-z']+")
ADDRESS = re.compile(r"[^@\s]+@[^@\s][^@\s.]*\.[^@\s]+")  # matches in linear time: only one dot can be the literal one
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
PLAIN = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def strptime_format(kind: str, written: str | None) -> str | None:
    """Return a format of dates for ``strptime``, None if it is invalid; ``written`` defaults to Zoho's format."""
    written = USUAL_FORMATS[kind] if written is None else written
    found, position = [], 0
    while position < len(written):
        match = RUNS.match(written, position)
        if match is None or (match[1] and match[0] not in DIRECTIVES):
            return None
        literal = match[2] if match[2] is not None else match[0]
        found.append(DIRECTIVES[match[0]] if match[1] else literal.replace("%", "%%"))
        position = match.end()
    directives = [part for part in found if part in DIRECTIVES.values()]
    needed = [("%Y", "%y"), ("%m", "%B", "%b"), ("%d",)]
    complete = all(any(part in directives for part in parts) for parts in needed)
    return "".join(found) if complete and len(set(directives)) == len(directives) else None


def value_of(kind: str, cell: str, form: str | None, zone: tzinfo) -> Any:
    """Return the value of a cell that is not empty; raise a ValueError if it is not of the kind.

    A date is read by its ``strptime`` format, in the zone unless it names one.
    """
    if form is not None:
        moment = datetime.strptime(cell, form)
        if kind == DATE:
            return moment.date().isoformat()
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).isoformat(timespec="seconds")
    if kind in (INTEGER, NUMBER):
        return _number(kind, cell)
    if kind == BOOLEAN and cell.lower() in WORDS:
        return WORDS[cell.lower()]
    if kind == BOOLEAN or (kind == EMAIL and not ADDRESS.fullmatch(cell)):
        raise ValueError(cell)
    return cell


def _number(kind: str, cell: str) -> int | float:
    if GROUPED.fullmatch(cell):
        cell = cell.replace(",", "")
    if not PLAIN.fullmatch(cell) or (kind == INTEGER and "." in cell):
        raise ValueError(cell)
    return float(cell) if "." in cell else int(cell)
