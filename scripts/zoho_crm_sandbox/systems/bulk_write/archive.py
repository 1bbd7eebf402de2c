"""Uploaded files: takes them out of a form, and looks into zip files without trusting them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from email.message import Message
from typing import NamedTuple

MAX_FILE_SIZE = 25 * 1024 * 1024
"""Of a zip file, and of all that is in it, in bytes."""
MAX_ENTRIES = 100
MAX_RATIO = 250
"""How many times smaller a CSV may have become, if it is a large one. Beyond that it is a zip bomb."""
FREE_OF_RATIO = 1024 * 1024
CHUNK = 64 * 1024
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNSAFE_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z]:|[\x00-\x1f]")
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


class FileError(Exception):
    """A file that cannot be taken."""


class FileTooLargeError(FileError):
    """A file that is larger than Zoho takes, or would be if it were unpacked."""


class Part(NamedTuple):
    """One part of a form.

    Attributes:
        file_name: The name of the file; empty if it is none.
        content: What it holds.
    """

    file_name: str
    content: bytes


def read_form(content_type: str, body: bytes) -> dict[str, Part]:
    """Returns the parts of a multipart form by their names.

    A part without a name is left out, and so are parts that share one, since nobody could say which is meant.

    Args:
        content_type: The header.
        body: The body.

    Raises:
        FileError: It is no such form.
    """
    header = Message()
    header["content-type"] = content_type
    boundary = header.get_param("boundary")
    if header.get_content_type() != "multipart/form-data" or not isinstance(boundary, str) or not boundary:
        raise FileError("no form")
    _, *parts, last = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1", "replace"))
    if not parts or not last.startswith(b"--"):
        raise FileError("the form does not end")
    form: dict[str, Part] = {}
    shared: set[str] = set()
    for part in parts:
        head, separator, content = part.partition(b"\r\n\r\n")
        described = Message()
        for line in head.decode("utf-8", "replace").split("\r\n"):
            key, _, value = line.partition(":")
            if key.strip().lower() == "content-disposition":
                described["content-disposition"] = value.strip()
        name = described.get_param("name", header="content-disposition")
        if not separator:
            raise FileError("a part of the form")
        if isinstance(name, str):
            shared |= {name} & form.keys()
            form[name] = Part(described.get_filename() or "", content)
    return {name: part for name, part in form.items() if name not in shared}


def csv_names(content: bytes) -> list[str]:
    """Returns the names of the CSV files in a zip file, all of which can be unpacked.

    Args:
        content: The zip file.

    Raises:
        FileError: It is no zip file, it has no CSV file, or something in it is not to be trusted.
        FileTooLargeError: It would be too large if it were unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _checked(archive)
    except ZIP_ERRORS as error:
        raise FileError("no zip file") from error


def _checked(archive: zipfile.ZipFile) -> list[str]:
    entries = archive.infolist()
    # The name as it is in the file: what ZipFile shows may have been cut at a zero.
    names = [entry.orig_filename for entry in entries]
    if len(entries) > MAX_ENTRIES or len(set(names)) < len(names) or any(map(UNSAFE_NAME.search, names)):
        raise FileError("the names")
    wanted = [entry for entry in entries if is_csv(entry.filename)]
    if not wanted:
        raise FileError("no CSV file")
    unpacked = 0
    for entry in wanted:
        if entry.flag_bits & 1 or entry.compress_type not in METHODS:
            raise FileError("the way of packing")
        size = 0
        # What the zip file says of its sizes is not to be trusted either: it is unpacked to see.
        with archive.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if unpacked + size > MAX_FILE_SIZE:
                    raise FileTooLargeError("unpacked")
                if size > FREE_OF_RATIO and size > MAX_RATIO * max(entry.compress_size, 1):
                    raise FileError("the ratio")
        unpacked += size
    return [entry.filename for entry in wanted]


def is_csv(name: str) -> bool:
    """Returns whether a file in a zip file is one to write, and not what a Mac adds to it.

    Args:
        name: The name of the file.
    """
    return name.lower().endswith(".csv") and not name.startswith("__MACOSX/")
