"""The download of results: fetches an archive and keeps it only if it is sound."""

from __future__ import annotations

import lzma
import os
import re
import stat
import tempfile
import zipfile
import zlib
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import httpx

from ..call import build, call_flow
from ..errors import InvalidResult
from ..flow import Work
from ..hosts import DESTINATION, may_see_token
from ..loader import load_operation
from ..responses import raise_for_error

if TYPE_CHECKING:
    from ..client import Session
    from ..flow import Flow
    from ..operation import Operation

# The errors of zipfile for archives that are damaged or packed in an unknown way.
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError, OverflowError)
_LARGEST = 2**31
"""The largest result that is read to its end, in bytes, unpacked."""
_RATIO = 1100
"""The most that a sound archive unpacks to, as a multiple of its size. More means that its files overlap."""
_CHUNK = 2**20
_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)


def download(
    operation_id: str,
    job_id: str,
    address: str,
    to: str | os.PathLike[str],
    session: Session,
    http: httpx.Client | httpx.AsyncClient,
    timeout: float | None,
) -> Flow[Path]:
    """Download the result of a job at an address to a file, or to a folder, and return the path of the file.

    Raise InvalidResult if the address is not one of Zoho's, or if the archive is not sound.
    """
    operation = load_operation(operation_id)
    request, name = _result_request(operation, address, session, http, timeout)
    target = Path(to)
    if target.is_dir():
        target /= name if name.endswith(".zip") else f"{job_id}.zip"
    return (yield from _store(operation, request, session, target))


def _result_request(
    operation: Operation,
    address: str,
    session: Session,
    http: httpx.Client | httpx.AsyncClient,
    timeout: float | None,
) -> tuple[httpx.Request, str]:
    """Return the request for a result, and the last part of its path.

    The host alone decides whether the address may get the token: Zoho's sources show several paths.
    """
    try:
        url = httpx.URL(address)
        path = url.raw_path.decode()
    except (httpx.InvalidURL, ValueError, TypeError):
        raise InvalidResult(operation.operation_id, f"address: {address!r}: expected a URL") from None
    name = PurePosixPath(url.path).name
    if not re.fullmatch(r"\w[\w.-]{0,250}", name, re.ASCII):
        raise InvalidResult(operation.operation_id, f"address: {name!r}: expected the name of a file")
    # The path is complete: braces in it are no parameters.
    operation = operation._replace(path="/" + path.lstrip("/").replace("{", "{{").replace("}", "}}"))
    if not url.netloc:
        return build(operation._replace(host="api_domain"), session, http, path={}, timeout=timeout), name
    if url.scheme != "https" or url.userinfo or not may_see_token(url.host):
        raise InvalidResult(operation.operation_id, f"address: {address!r}: expected https:// and a domain of Zoho")
    request = build(operation, session, http, path={}, timeout=timeout)
    if not session.is_fixed:
        request.url = request.url.copy_with(host=url.host)
        request.headers["Host"] = url.host
        request.extensions[DESTINATION] = request.extensions[DESTINATION]._replace(fixed=True)
    return request, name


def _store(operation: Operation, request: httpx.Request, session: Session, target: Path) -> Flow[Path]:
    """Write the response to a file. The file is replaced only by a complete and sound archive."""
    try:
        draft, draft_name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        error.filename = str(target)  # the name that the caller knows
        raise
    try:
        with os.fdopen(draft, "w+b") as file:
            raise_for_error((yield from call_flow(operation, session, request, file)))
        if defect := (yield Work(partial(_defect_of, draft_name))):
            raise InvalidResult(operation.operation_id, defect)
        Path(draft_name).replace(target)
    finally:
        Path(draft_name).unlink(missing_ok=True)
    return target


def _defect_of(archive: str) -> str | None:
    """Return the defect of an archive; None if it is sound."""
    left = min(_LARGEST, _RATIO * Path(archive).stat().st_size)
    try:
        with zipfile.ZipFile(archive) as file:
            for entry in file.infolist():
                if not _is_below(entry.filename) or stat.S_IFMT(entry.external_attr >> 16) not in _KINDS:
                    return f"{entry.filename!r} in the archive would be extracted outside of its folder, or is no file"
            for entry in file.infolist():
                try:
                    left = _unpack(file, entry, left)
                except zipfile.BadZipFile:
                    return f"{entry.filename!r} in the archive is damaged"
                if left < 0:
                    return f"{entry.filename!r} in the archive is too large to be a result"
    except _DAMAGED as error:
        return f"expected a zip file ({error})"
    return None


def _unpack(file: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    """Read a file in an archive, which checks it, and return how many of the bytes allowed are left; -1 if none are."""
    with file.open(entry) as content:
        while chunk := content.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                return -1
    return left


def _is_below(name: str) -> bool:
    """Return whether a name in an archive stays in the folder it is extracted to, on every operating system."""
    parts = re.split(r"[/\\]", name)
    return bool(name) and ".." not in parts and parts[0] not in ("", ".") and ":" not in parts[0] and "\0" not in name
