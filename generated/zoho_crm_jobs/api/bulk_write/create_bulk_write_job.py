# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Create a bulk write job: POST /crm/bulk/{version}/write."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.bulk_write_created import BulkWriteCreated
    from ...models.bulk_write_job import BulkWriteJob
    from ...models.bulk_write_request import BulkWriteRequest
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="create_bulk_write_job",
    method="POST",
    path="/crm/bulk/{version}/write",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={201: Reply(success=("BulkWriteCreated",))},
    errors=(400, 401, 403, 404, 429, 500),
    status=Link(operation_id="get_bulk_write_job", parameters={"job_id": "$response.body#/details/id"}),
)


def sync(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteCreated:
    """Create a bulk write job.

    Creates a job that inserts, updates or upserts the rows of an uploaded file. When the job ends, Zoho posts its
    details to the callback, if the request has one.

    Args:
        client: The client, whose API version is one of v2.1, v3, v4, v5, v6, v7, v8.
        body: The files to write, and how to write them.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The job was created.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        MandatoryFieldsNotMappedError: A mandatory field of the module has no column. HTTP 400.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
        InvalidFieldError: The module does not have the field. HTTP 400.
        InvalidFormatError: The date format is invalid. HTTP 400.
        InvalidFileIdError: The uploaded file does not exist. HTTP 400.
        HeaderLimitExceededError: More than 200 columns are mapped. HTTP 400.
        ColumnIndexNotFoundError: A column's index is negative or missing. HTTP 400.
        ModuleNotAvailableError: The module does not exist or is not supported. HTTP 400.
        InvalidCallbackUrlError: The callback's URL is invalid. HTTP 400.
        InvalidCallbackMethodError: The callback's method is not "post". HTTP 400.
        CoexistenceNotAllowedError: Two keys cannot be used together. HTTP 400.
        MissingRequiredKeyError: A required key is missing. HTTP 400.
        FileNotSupportedError: The file is not suitable for a bulk write. HTTP 400.
        ZipFileNotFoundError: There is no uploaded file of this id. HTTP 400.
        RequestBodyNotSupportedError: The request's body is not supported. HTTP 400.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Bulk Write, Create Job, v7.
    """
    return cast(
        "BulkWriteCreated", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteCreated]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteCreated:
    """Like ``sync``, without blocking."""
    return cast(
        "BulkWriteCreated",
        raise_for_error(await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteCreated]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


def start(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[BulkWriteJob]:
    """Create a bulk write job, and return a ``JobHandle``. The arguments are those of ``sync``.

    Raises:
        CompletedImmediately: The request was carried out at once, so there is no job.
        ZohoCRMError: An error of ``sync``.
    """
    from ...runtime.jobs.handle import started

    return started(_OPERATION, client, {}, sync_detailed(client=client, body=body, timeout=timeout, headers=headers))


async def start_asyncio(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[BulkWriteJob]:
    """Like ``start``, without blocking."""
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION, client, {}, await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)
    )
