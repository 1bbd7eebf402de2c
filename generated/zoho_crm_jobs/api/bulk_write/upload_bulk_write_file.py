# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Upload a file for a bulk write: POST /crm/{version}/upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.bulk_write_upload import BulkWriteUpload
    from ...models.bulk_write_upload_request import BulkWriteUploadRequest
    from ...models.upload_bulk_write_file_feature import UploadBulkWriteFileFeature
    from ...runtime.client import Client
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
)


def sync(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Upload a file for a bulk write.

    Stores a zip file with CSV files for a bulk write job. A CSV file has at most 25,000 rows and 200 columns.

    Args:
        client: The client, whose API version is one of v2.1, v3, v4, v5, v6, v7, v8.
        body: The zip file.
        feature: What the file is for.
        x_crm_org: The id of the organization (zgid).
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The file was stored; or, as captured, it was not stored, although the HTTP status is 200.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        InvalidFileFormatError: The file is not a zip file. HTTP 200 or 400.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400.
        NotSupportedFeatureError: The header names an unknown feature. HTTP 400.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
        FileTooLargeError: The file is larger than 25 MB. HTTP 413.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Bulk Write, Upload File, v7.
    """
    return cast(
        "BulkWriteUpload",
        raise_for_error(
            sync_detailed(
                client=client, body=body, feature=feature, x_crm_org=x_crm_org, timeout=timeout, headers=headers
            )
        ),
    )


def sync_detailed(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteUpload]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={},
        headers={"feature": feature, "X-CRM-ORG": x_crm_org},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Like ``sync``, without blocking."""
    return cast(
        "BulkWriteUpload",
        raise_for_error(
            await asyncio_detailed(
                client=client, body=body, feature=feature, x_crm_org=x_crm_org, timeout=timeout, headers=headers
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteUpload]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={},
        headers={"feature": feature, "X-CRM-ORG": x_crm_org},
        body=body,
        timeout=timeout,
        extra=headers,
    )
