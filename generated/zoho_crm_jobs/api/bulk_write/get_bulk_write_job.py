# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the details of a bulk write job: GET /crm/bulk/{version}/write/{job_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Sum, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.bulk_write_job import BulkWriteJob
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_bulk_write_job",
    method="GET",
    path="/crm/bulk/{version}/write/{job_id}",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("BulkWriteJob",))},
    errors=(400, 401, 403, 404, 429, 500),
    waiter=Waiter(
        job=["job_id"],
        state="$response.body#/status",
        pending=["ADDED", "IN PROGRESS", "INPROGRESS"],
        success=["COMPLETED"],
        failure=["FAILED", "SKIPPED"],
        counts={
            "total": Sum(each="$response.body#/resource", pointer="/file/total_count"),
            "added": Sum(each="$response.body#/resource", pointer="/file/added_count"),
            "updated": Sum(each="$response.body#/resource", pointer="/file/updated_count"),
            "skipped": Sum(each="$response.body#/resource", pointer="/file/skipped_count"),
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(400, "RESOURCE_NOT_FOUND"), (404, "RESOURCE_NOT_FOUND")],
        result=("$response.body#/result/download_url", "download_bulk_write_result"),
        total_at_end=True,
    ),
    patterns={"job_id": ("[0-9]{1,19}", "1 to 19 digits")},
)


def sync(
    job_id: str,
    *,
    client: BaseClient,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Return the model of a success, and raise the error of any other response.

    The method ``get_job`` of ``Client.bulk_write`` describes the arguments and errors.

    Source: Postman collection, Job Details, v2.1.
    """
    return cast("BulkWriteJob", raise_for_error(sync_detailed(job_id, client=client, timeout=timeout, headers=headers)))


def sync_detailed(
    job_id: str,
    *,
    client: BaseClient,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteJob]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"job_id": job_id}, timeout=timeout, extra=headers)


async def asyncio(
    job_id: str,
    *,
    client: BaseClient,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Like ``sync``, without blocking."""
    return cast(
        "BulkWriteJob", raise_for_error(await asyncio_detailed(job_id, client=client, timeout=timeout, headers=headers))
    )


async def asyncio_detailed(
    job_id: str,
    *,
    client: BaseClient,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteJob]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"job_id": job_id}, timeout=timeout, extra=headers)
