# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Create a bulk write job: POST /crm/bulk/{version}/write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.bulk_write_created import BulkWriteCreated
    from ...models.bulk_write_request import BulkWriteRequest
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="create_bulk_write_job",
    method="POST",
    path="/crm/bulk/{version}/write",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={201: Reply(success=("BulkWriteCreated",))},
    errors=(400, 401, 403, 404, 429, 500),
    status=Link(operation_id="get_bulk_write_job", parameters={"job_id": "$response.body#/details/id"}),
    bodies=("BulkWriteRequest",),
)


def sync(
    *,
    client: BaseClient,
    body: BulkWriteRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteCreated:
    """Return the model of a success, and raise the error of any other response.

    The method ``create_job`` of ``Client.bulk_write`` describes the arguments and errors.

    Source: Bulk Write, Create Job, v7.
    """
    return cast(
        "BulkWriteCreated", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: BaseClient,
    body: BulkWriteRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteCreated]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    *,
    client: BaseClient,
    body: BulkWriteRequest | Mapping[str, Any],
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
    client: BaseClient,
    body: BulkWriteRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteCreated]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={}, body=body, timeout=timeout, extra=headers)
