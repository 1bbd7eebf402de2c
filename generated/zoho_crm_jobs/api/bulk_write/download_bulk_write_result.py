# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Download the result of a bulk write job: GET /{version}/crm/{organization}/bulk-write/{job_id}/{file_name}."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...runtime.client import Client
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="download_bulk_write_result",
    method="GET",
    path="/{version}/crm/{organization}/bulk-write/{job_id}/{file_name}",
    versions=["v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(binary=True)},
    errors=(400, 401, 403, 404, 429, 500),
    host="result_domain",
)


def sync(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Download the result of a bulk write job.

    Downloads the zip file at `result.download_url` of a completed job. The file is available for 7 days.

    Args:
        organization: The id of the organization (zgid), after "org" in the URLs of newer versions.
        job_id: The id of the bulk write job.
        file_name: The file name of the result, which is the job id and ".zip".
        client: The client, whose API version is one of v2, v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The result, a zip file. It has one CSV file for each file that was written, named `<module>-<file>`, with
            the first three mapped columns and STATUS (added, skipped, updated or unprocessed), RECORD_ID and ERRORS.
            ERRORS is a list of `CODE-Header,Header` joined by `:`, such as `MANDATORY_NOT_FOUND-
            Company,Last_Name:DUPLICATE_DATA-Email`. The codes are MANDATORY_NOT_FOUND, INVALID_DATA, DUPLICATE_DATA,
            NOT_APPROVED, BLOCKED_RECORD, CANNOT_PROCESS, LIMIT_EXCEEDED and RESOURCE_NOT_FOUND.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        UnexpectedResponse: The document does not describe the response.
        ResourceNotFoundError: The job does not exist. HTTP 404.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Bulk Write, Download Result, v7.
    """
    return cast(
        "bytes",
        raise_for_error(
            sync_detailed(organization, job_id, file_name, client=client, timeout=timeout, headers=headers)
        ),
    )


def sync_detailed(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={"organization": organization, "job_id": job_id, "file_name": file_name},
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Like ``sync``, without blocking."""
    return cast(
        "bytes",
        raise_for_error(
            await asyncio_detailed(organization, job_id, file_name, client=client, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={"organization": organization, "job_id": job_id, "file_name": file_name},
        timeout=timeout,
        extra=headers,
    )
