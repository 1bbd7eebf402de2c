# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Give the records of a custom view to another user: POST /crm/{version}/{module_api_name}/actions/mass_change_owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.mass_change_owner_request import MassChangeOwnerRequest
    from ...models.mass_change_owner_scheduled import MassChangeOwnerScheduled
    from ...models.mass_change_owner_status import MassChangeOwnerStatus
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="schedule_mass_change_owner",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_change_owner",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("MassChangeOwnerScheduled",)), 202: Reply(success=("MassChangeOwnerScheduled",))},
    errors=(400, 401, 403, 404, 429, 500),
    status=Link(
        operation_id="get_mass_change_owner_status",
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
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerScheduled:
    """Give the records of a custom view to another user.

    Schedules a job that makes a user the owner of the records of a custom view. A territory and one condition can
    limit the records. The owners of related records stay as they are. Only the Enterprise and Ultimate editions
    have this operation.

    Args:
        module_api_name: The API name of the module whose records get a new owner.
        client: The client, whose API version is one of v4, v5, v6, v7, v8.
        body: The records, and their new owner.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The job was scheduled.
        The job was scheduled, according to the newest source.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
        RecordLimitExceededError: The custom view has more records than the operation accepts. HTTP 400.
        CombinedCriteriaLimitExceededError: The custom view and the request together have more criteria than the
            operation accepts. HTTP 400.
        ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
        AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
        DependentFieldMissingError: A key is present without the key it depends on. HTTP 400.
        DependentMismatchError: A key contradicts the key it depends on. HTTP 400.
        NotAllowedError: The request is not allowed. HTTP 400.
        NoRecordsFoundError: There are no records to process. HTTP 400.
        NotSupportedError: The module or the record does not support the operation. HTTP 400.
        InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the API. HTTP
            400.
        ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Mass Change Owner, v7; Mass Change Owner, v8.
    """
    return cast(
        "MassChangeOwnerScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerScheduled]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


async def asyncio(
    module_api_name: str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerScheduled:
    """Like ``sync``, without blocking."""
    return cast(
        "MassChangeOwnerScheduled",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerScheduled]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


def start(
    module_api_name: str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassChangeOwnerStatus]:
    """Give the records of a custom view to another user, and return a ``JobHandle``. The arguments are those of ``sync``.

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
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassChangeOwnerStatus]:
    """Like ``start``, without blocking."""
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )
