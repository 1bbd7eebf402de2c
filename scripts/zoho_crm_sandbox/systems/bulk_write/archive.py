"""Zip files: checks uploaded ones without trusting them, and packs results."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

MAX_FILE_SIZE = 25 * 1024 * 1024
"""The largest zip file, and the most that it may unpack to, in bytes."""
MAX_ENTRIES = 100
MAX_RATIO = 250
"""The highest compression ratio of a CSV file above ``FREE_OF_RATIO``; beyond it the file counts as a zip bomb."""
FREE_OF_RATIO = 1024 * 1024
CHUNK = 64 * 1024
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNSAFE_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z]:|[\x00-\x1f]")
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every packed file, so that the same content gives the same bytes."""


class FileError(Exception):
    """A zip file that Zoho does not accept."""


class FileTooLargeError(FileError):
    """A zip file that is larger than Zoho accepts, packed or unpacked."""


def csv_names(content: bytes) -> list[str]:
    """Return the names of the CSV files in a zip file, after unpacking each of them once."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _checked(archive)
    except ZIP_ERRORS as error:
        raise FileError("not a zip file") from error


def _checked(archive: zipfile.ZipFile) -> list[str]:
    entries = archive.infolist()
    # ZipFile cuts a file name at a zero byte: check the name as it is stored.
    names = [entry.orig_filename for entry in entries]
    if len(entries) > MAX_ENTRIES or len(set(names)) < len(names) or any(map(UNSAFE_NAME.search, names)):
        raise FileError("too many files, two of the same name, or an unsafe name")
    wanted = [entry for entry in entries if is_csv(entry.filename)]
    if not wanted:
        raise FileError("no CSV file")
    unpacked = 0
    for entry in wanted:
        if entry.flag_bits & 1 or entry.compress_type not in METHODS:
            raise FileError("encrypted, or an unknown compression method")
        size = 0
        # The sizes in the directory can lie, so unpack to measure.
        with archive.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if unpacked + size > MAX_FILE_SIZE:
                    raise FileTooLargeError("too large when unpacked")
                if size > FREE_OF_RATIO and size > MAX_RATIO * max(entry.compress_size, 1):
                    raise FileError("a zip bomb")
        unpacked += size
    return [entry.filename for entry in wanted]


def is_csv(name: str) -> bool:
    """Return whether a file is a CSV file, and not the metadata that macOS adds for one."""
    return name.lower().endswith(".csv") and not name.startswith("__MACOSX/")


def pack(files: dict[str, str]) -> bytes:
    """Return a zip file with these texts by file name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return packed.getvalue()
