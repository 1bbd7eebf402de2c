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

    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="download_bulk_write_result",
    method="GET",
    path="/{version}/crm/{organization}/bulk-write/{job_id}/{file_name}",
    versions=["v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(binary=True)},
    errors=(400, 401, 403, 404, 429, 500),
    host="result_domain",
    patterns={
        "organization": ("^(org)?[0-9]+$", "text that matches ^(org)?[0-9]+$"),
        "job_id": ("[0-9]{1,19}", "1 to 19 digits"),
        "file_name": ("^[0-9]+[.]zip$", "text that matches ^[0-9]+[.]zip$"),
    },
)


def sync(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: BaseClient,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return the model of a success, and raise the error of any other response.

    The method ``download_result`` of ``Client.bulk_write`` describes the arguments and errors.

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
    client: BaseClient,
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
    client: BaseClient,
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
    client: BaseClient,
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
