"""The result of a bulk write: a zip file that says of each row what became of it."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zoho_crm_sandbox.systems.bulk_write.rows import Outcome

SHOWN_COLUMNS = 3
COLUMNS = ("STATUS", "RECORD_ID", "ERRORS")
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip file, so that the same result is the same bytes."""


def table(header: Sequence[str], rows: Iterable[tuple[Sequence[str], Outcome]]) -> str:
    """Returns one CSV file of a result.

    Args:
        header: The headers of the mapped columns, of which the first three are shown.
        rows: The cells of these columns, row by row, and what became of the row.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*header[:SHOWN_COLUMNS], *COLUMNS])
    for cells, outcome in rows:
        writer.writerow([*cells[:SHOWN_COLUMNS], outcome.status, outcome.record, _spell(outcome.errors)])
    return text.getvalue()


def _spell(errors: dict[str, list[str]]) -> str:
    return ":".join(f"{code}-{','.join(headers)}" for code, headers in errors.items())


def pack(files: dict[str, str]) -> bytes:
    """Returns a zip file.

    Args:
        files: What is in it, by the names.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return packed.getvalue()
