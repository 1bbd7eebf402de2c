# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Update many records of a module: POST /crm/{version}/{module_api_name}/actions/mass_update."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.mass_update_by_ids import MassUpdateByIds
    from ...models.mass_update_by_view import MassUpdateByView
    from ...models.mass_update_outcomes import MassUpdateOutcomes
    from ...models.mass_update_rejections import MassUpdateRejections
    from ...models.mass_update_scheduled import MassUpdateScheduled
    from ...models.mass_update_status import MassUpdateStatus
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="schedule_mass_update",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_update",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(
            success=("MassUpdateScheduled", "MassUpdateOutcomes"),
            item_codes=(
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "NOT_SUPPORTED",
                "INVALID_MODULE",
            ),
        ),
        207: Reply(
            success=("MassUpdateOutcomes",),
            item_codes=(
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "NOT_SUPPORTED",
                "INVALID_MODULE",
            ),
        ),
        400: Reply(
            item_codes=(
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "NOT_SUPPORTED",
                "INVALID_MODULE",
            ),
            error_list_model="MassUpdateRejections",
        ),
    },
    errors=(202, 401, 403, 404, 429, 500),
    status=Link(
        operation_id="get_mass_update_status",
        parameters={
            "module_api_name": "$request.path.module_api_name",
            "job_id": "$response.body#/data/0/details/job_id",
        },
    ),
)


def sync(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateScheduled | MassUpdateOutcomes:
    """Update many records of a module.

    Writes the same values to many records: by custom view in a job that runs later, or by ids immediately. Only
    the Enterprise, Ultimate, CRM Plus and Zoho One Enterprise editions have updates by custom view.

    Args:
        module_api_name: The API name of the module whose records the job updates.
        client: The client, whose API version is one of v2.1, v3, v4, v5, v6, v7, v8.
        body: The records, the fields and their new values.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The job was scheduled, or, for an update by ids, the outcome for each record.
        One outcome for each record; some are errors.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 200, 207 or 400.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 200, 207 or 400.
        MappingMismatchError: The value does not fit the value of another field, for example a stage and its
            pipeline. HTTP 200, 207 or 400.
        CannotProcessError: The record is in stop processing. HTTP 200, 207 or 400.
        RecordInBlueprintError: The record is in a blueprint. HTTP 200, 207 or 400.
        CannotPerformActionError: The user may not do this with the record. HTTP 200, 207 or 400.
        NotApprovedError: The record is waiting for approval. HTTP 200, 207 or 400.
        RecordLockedError: The record is locked by the action in `details.action`. HTTP 200, 207 or 400.
        ConvertedRecordError: The record was converted and cannot be changed. HTTP 200, 207 or 400.
        NotSupportedError: The module or the record does not support the operation. HTTP 200, 207 or 400.
        InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the API. HTTP
            200, 207 or 400.
        AlreadyScheduledError: A job for the same custom view is running. HTTP 202 or 400.
        LimitExceededError: There are more records than the operation accepts. HTTP 400.
        NoRecordsFoundError: There are no records to process. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Mass Update Records, v7; OpenAPI 2026, mass_update, v8.
    """
    return cast(
        "MassUpdateScheduled | MassUpdateOutcomes",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassUpdateScheduled | MassUpdateOutcomes | MassUpdateRejections]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


async def asyncio(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateScheduled | MassUpdateOutcomes:
    """Like ``sync``, without blocking."""
    return cast(
        "MassUpdateScheduled | MassUpdateOutcomes",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassUpdateScheduled | MassUpdateOutcomes | MassUpdateRejections]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


def start(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassUpdateStatus]:
    """Update many records of a module, and return a ``JobHandle``. The arguments are those of ``sync``.

    Raises:
        CompletedImmediately: The request was carried out at once, so there is no job.
        ZohoCRMError: An error of ``sync``.
    """
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )


async def start_asyncio(
    module_api_name: str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassUpdateStatus]:
    """Like ``start``, without blocking."""
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )
