"""The CSV files of a result, which show the outcome of each row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zoho_crm_sandbox.systems.bulk_write.rows import Outcome

SHOWN_COLUMNS = 3
COLUMNS = ("STATUS", "RECORD_ID", "ERRORS")


def table(header: Sequence[str], rows: Iterable[tuple[Sequence[str], Outcome]]) -> str:
    """Return a CSV file with the first three mapped columns and the outcome of each row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*header[:SHOWN_COLUMNS], *COLUMNS])
    for cells, outcome in rows:
        errors = ":".join(f"{code}-{','.join(headers)}" for code, headers in outcome.errors.items())
        writer.writerow([*cells[:SHOWN_COLUMNS], outcome.status, outcome.record, errors])
    return text.getvalue()
