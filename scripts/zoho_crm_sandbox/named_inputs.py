"""The named inputs: values that choose the outcome of a request, as payment test cards do."""

from __future__ import annotations

import functools
from pathlib import Path

HEADING = "## Named inputs"
COLUMNS = ("system", "place", "value", "outcome")


@functools.cache
def named_inputs() -> tuple[dict[str, str], ...]:
    """Return the rows of the table in the README: system, place in the request, value and outcome."""
    readme = Path(__file__).with_name("README.md").read_text("utf-8")
    _, _, section = readme.partition(f"\n{HEADING}\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("|")]
    rows: list[dict[str, str]] = []
    for line in lines[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        # An empty cell repeats the one above it.
        above = rows[-1].values() if rows else cells
        rows.append(dict(zip(COLUMNS, (cell or last for cell, last in zip(cells, above, strict=True)), strict=True)))
    return tuple(rows)
