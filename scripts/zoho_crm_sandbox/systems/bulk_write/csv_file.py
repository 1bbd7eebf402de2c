"""CSV files: detects encoding and delimiter, and reads the rows out of the zip file."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from typing import IO, NamedTuple

MAX_ROWS = 25_000
MAX_COLUMNS = 200
MAX_HEADER = 128 * 1024
"""The most characters of the first line; the most that the module csv takes for one cell."""
DELIMITERS = ",;:|"
CHUNK = 64 * 1024
ENCODINGS = ("utf", "iso8859", "cp", "ascii", "shift_jis", "euc", "gb", "big5", "koi8")
"""The prefixes of the names of the encodings that a request may name."""


class CsvError(Exception):
    """A CSV file that cannot be read."""


class HeaderLimitError(CsvError):
    """A CSV file with too many columns."""


class Table(NamedTuple):
    """The content of a CSV file: the first row is the ``header``, and each of the ``rows`` is as long."""

    name: str
    encoding: str
    header: list[str]
    rows: list[list[str]]


def is_encoding(name: str) -> bool:
    """Return whether a request may name this encoding."""
    try:
        return codecs.lookup(name).name.startswith(ENCODINGS)
    except (LookupError, ValueError):
        return False


def read(content: bytes, name: str, encoding: str | None) -> Table:
    """Read a CSV file out of a zip file; an encoding of None is detected."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if encoding is None:
            with archive.open(name) as stream:
                encoding = _detect(stream)
        decoder = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding
        try:
            with archive.open(name) as stream, io.TextIOWrapper(stream, decoder, newline="") as text:
                return Table(name, encoding, *_parse(text))
        except (UnicodeError, csv.Error) as error:
            raise CsvError(str(error)) from error


def _detect(stream: IO[bytes]) -> str:
    start = stream.read(CHUNK)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(start)
        while chunk := stream.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "ISO-8859-1"  # decodes any bytes
    return "UTF-8"


def _parse(text: io.TextIOWrapper) -> tuple[list[str], list[list[str]]]:
    # All limits are checked before the work that they limit: a small zip file can have a very long line.
    first = text.readline(MAX_HEADER + 1)
    if "\0" in first:
        raise CsvError("not a text file")
    if len(first) > MAX_HEADER:
        raise HeaderLimitError(f"a header of more than {MAX_HEADER} characters")
    unquoted = "".join(first.split('"')[::2])
    delimiter = max(DELIMITERS, key=unquoted.count)
    header = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter), [])]
    if not any(header):
        raise CsvError("no header")
    if len(header) > MAX_COLUMNS:
        raise HeaderLimitError(f"more than {MAX_COLUMNS} columns")
    rows: list[list[str]] = []
    for row in csv.reader(text, delimiter=delimiter):
        if not row:  # an empty line
            continue
        if len(rows) == MAX_ROWS:
            raise CsvError(f"more than {MAX_ROWS} rows")
        cells = [cell.strip() for cell in row[: len(header)]]
        rows.append(cells + [""] * (len(header) - len(cells)))
    return header, rows
