"""The download of results: fetches an archive and keeps it only if it is sound."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..call import build, call_flow
from ..errors import InvalidResult
from ..hosts import DESTINATION, may_see_token
from ..loader import load_operation
from ..responses import raise_for_error

if TYPE_CHECKING:
    import httpx

    from ..client import Session
    from ..flow import Flow
    from ..operation import Operation

# The errors of zipfile for archives that are damaged or packed in an unknown way.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def download(
    operation_id: str,
    address: str,
    to: str | os.PathLike[str],
    session: Session,
    http: httpx.Client | httpx.AsyncClient,
) -> Flow[Path]:
    """Download the result at an address to a file, or to a folder, and return the path of the file.

    Raise InvalidResult if the address is not one of the operation, or if the archive is not sound.
    """
    operation = load_operation(operation_id)
    request, name = _result_request(operation, address, session, http)
    target = Path(to)
    return (yield from _store(operation, request, session, target / name if target.is_dir() else target))


def _result_request(
    operation: Operation, address: str, session: Session, http: httpx.Client | httpx.AsyncClient
) -> tuple[httpx.Request, str]:
    """Return the request for a result, and the name of its file."""
    url = urlsplit(address)
    found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", operation.path), url.path)
    if found is None:
        raise InvalidResult(operation.operation_id, f"address: {url.path!r}: expected {operation.path}")
    path = {name: unquote(text) for name, text in found.groupdict().items()}
    name = PurePosixPath(unquote(url.path)).name
    if not _is_below(name) or "/" in name:
        raise InvalidResult(operation.operation_id, f"address: {name!r}: expected the name of a file")
    if not url.netloc:
        return build(operation._replace(host="api_domain"), session, http, path=path, query={}, headers={}), name
    host = url.hostname or ""
    if url.scheme != "https" or not may_see_token(host):
        raise InvalidResult(operation.operation_id, f"address: {address!r}: expected https:// and a domain of Zoho")
    request = build(operation, session, http, path=path, query={}, headers={})
    if not session.is_fixed:
        request.url = request.url.copy_with(host=host)
        request.headers["Host"] = host
        request.extensions[DESTINATION] = request.extensions[DESTINATION]._replace(fixed=True)
    return request, name


def _store(operation: Operation, request: httpx.Request, session: Session, target: Path) -> Flow[Path]:
    """Write the response to a file. The file is replaced only by a complete and sound archive."""
    draft, draft_name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(draft, "w+b") as file:
            raise_for_error((yield from call_flow(operation, session, request, file)))
        if defect := _defect_of(draft_name):
            raise InvalidResult(operation.operation_id, defect)
        Path(draft_name).replace(target)
    finally:
        Path(draft_name).unlink(missing_ok=True)
    return target


def _defect_of(archive: str) -> str | None:
    """Return the defect of an archive; None if it is sound."""
    try:
        with zipfile.ZipFile(archive) as file:
            for entry in file.infolist():
                if not _is_below(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
                    return f"{entry.filename!r} in the archive would be extracted outside of its folder"
            damaged = file.testzip()
    except _DAMAGED as error:
        return f"expected a zip file ({error})"
    return f"{damaged!r} in the archive is damaged" if damaged else None


def _is_below(name: str) -> bool:
    """Return whether a name in an archive stays in the folder it is extracted to, on every operating system."""
    parts = re.split(r"[/\\]", name)
    return bool(name) and ".." not in parts and parts[0] not in ("", ".") and ":" not in parts[0] and "\0" not in name
