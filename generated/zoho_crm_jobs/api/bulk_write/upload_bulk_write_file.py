# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Upload a file for a bulk write: POST /crm/{version}/upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio, organization_of
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.bulk_write_upload import BulkWriteUpload
    from ...models.bulk_write_upload_request import BulkWriteUploadRequest
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="upload_bulk_write_file",
    method="POST",
    path="/crm/{version}/upload",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("BulkWriteUpload",))},
    errors=(400, 401, 403, 404, 413, 429, 500),
    host="upload_domain",
    content="files",
    bodies=("BulkWriteUploadRequest",),
)


def sync(
    *,
    client: BaseClient,
    body: BulkWriteUploadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Return the model of a success, and raise the error of any other response.

    The method ``upload_file`` of ``Client.bulk_write`` describes the arguments and errors.

    Source: Bulk Write, Upload File, v7; Bulk Write, Limitations; OpenAPI 2026, upload, v8.
    """
    return cast(
        "BulkWriteUpload", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: BaseClient,
    body: BulkWriteUploadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteUpload]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={},
        headers={"feature": "bulk-write", "X-CRM-ORG": organization_of(client)},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    *,
    client: BaseClient,
    body: BulkWriteUploadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Like ``sync``, without blocking."""
    return cast(
        "BulkWriteUpload",
        raise_for_error(await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    *,
    client: BaseClient,
    body: BulkWriteUploadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteUpload]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={},
        headers={"feature": "bulk-write", "X-CRM-ORG": organization_of(client)},
        body=body,
        timeout=timeout,
        extra=headers,
    )
