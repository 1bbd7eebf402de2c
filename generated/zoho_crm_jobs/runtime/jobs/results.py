"""Fetches the results of jobs, and keeps only what is sound."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from ..._document import API_DOMAINS, DOMAINS
from .. import call as _call
from ..client import DESTINATION
from ..errors import InvalidResult, NoResult

if TYPE_CHECKING:
    import httpx

    from ..call import Steps
    from .handle import JobHandle

# What zipfile raises for archives that are damaged, or packed in a way that it does not know.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def download(job: JobHandle[Any], http: httpx.Client | httpx.AsyncClient, to: str | os.PathLike[str]) -> Steps[Path]:
    """Fetches the result of a job.

    Args:
        job: The job.
        http: What it is fetched with.
        to: The file to write, or a folder.

    Returns:
        The file.

    Raises:
        NoResult: The job has no result, or not yet.
        InvalidResult: It is not sound.
        ZohoCRMError: It cannot be fetched.
    """
    from .handle import operation_of, value_of

    waiter = job.waiter
    if waiter.result is None:
        raise NoResult(job.operation_id, "there are no results of such jobs")
    expression, operation_id = waiter.result
    response = yield from job.polling(http)
    try:
        address = urlsplit(value_of(expression, _call.body_of(response.content)))
    except LookupError:
        raise NoResult(job.operation_id, f"the job {job.job_id} has no result yet") from None
    operation = operation_of(operation_id)
    form = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", operation.path)
    found = re.fullmatch(form, address.path)
    if found is None:
        raise InvalidResult(job.operation_id, f"the address {address.path!r}: expected {operation.path}")
    path = {name: unquote(text) for name, text in found.groupdict().items()}
    name = PurePosixPath(unquote(address.path)).name
    if not _is_below(name) or "/" in name:
        raise InvalidResult(job.operation_id, f"the name {name!r}: expected that of a file")
    if not address.netloc:
        operation = operation._replace(host="api_domain")
    elif address.scheme != "https" or not _is_known(address.hostname or ""):
        raise InvalidResult(job.operation_id, f"the address {address.geturl()!r}: expected one of Zoho's")
    request = _call.build(operation, job.client, http, path=path, query={}, headers={})
    if address.netloc and not job.client.is_fixed:
        request.url = request.url.copy_with(host=address.hostname)
        request.headers["Host"] = address.hostname or ""
        request.extensions[DESTINATION] = request.extensions[DESTINATION]._replace(fixed=True)
    target = Path(to)
    if target.is_dir():
        target /= name
    draft, draft_name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(draft, "w+b") as file:
            _call.unwrap((yield from _call.steps(operation, job.client, request, file)))
        if problem := _problem_of(draft_name):
            raise InvalidResult(operation_id, problem)
        Path(draft_name).replace(target)
    finally:
        Path(draft_name).unlink(missing_ok=True)
    return target


def _problem_of(archive: str) -> str | None:
    """Returns what is wrong with an archive; None if it is sound."""
    try:
        with zipfile.ZipFile(archive) as file:
            for entry in file.infolist():
                if not _is_below(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
                    return f"{entry.filename!r} in the archive would be unpacked outside of its folder"
            damaged = file.testzip()
    except _DAMAGED as error:
        return f"expected a zip file ({error})"
    return f"{damaged!r} in the archive is damaged" if damaged else None


def _is_below(name: str) -> bool:
    """Returns whether a name in an archive stays in the folder that it is unpacked in, on every system."""
    parts = re.split(r"[/\\]", name)
    return bool(name) and ".." not in parts and parts[0] not in ("", ".") and ":" not in parts[0] and "\0" not in name


def _is_known(host: str) -> bool:
    """Returns whether a host is in a domain in which the document has one, so that it may see the token."""
    documented = {*API_DOMAINS.values(), *(name for names in DOMAINS.values() for name in names.values())}
    return any(host.endswith(f".{name.partition('.')[2]}") for name in documented)
