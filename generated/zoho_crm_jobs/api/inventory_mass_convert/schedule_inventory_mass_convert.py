# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert many quotes or sales orders: POST /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.inventory_mass_convert_request import InventoryMassConvertRequest
    from ...models.inventory_mass_convert_scheduled import InventoryMassConvertScheduled
    from ...models.inventory_mass_convert_status import InventoryMassConvertStatus
    from ...models.inventory_parent_module import InventoryParentModule
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="schedule_inventory_mass_convert",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_convert",
    versions=["v6", "v7", "v8"],
    replies={202: Reply(success=("InventoryMassConvertScheduled",))},
    errors=(400, 401, 403, 404, 429, 500),
    status=Link(
        operation_id="get_inventory_mass_convert_status",
        parameters={"module_api_name": "$request.path.module_api_name", "job_id": "$response.body#/details/job_id"},
    ),
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertScheduled:
    """Convert many quotes or sales orders.

    Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices. The
    module in the path is the parent module. Without `assign_to`, the owner of a record also owns the new one. The
    user's profile needs the permissions "Convert" and "Mass Convert".

    Args:
        module_api_name: The parent module, whose records are converted.
        client: The client, whose API version is one of v6, v7, v8.
        body: The records, and the module to convert them to.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The job was scheduled.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400.
        AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
        LimitExceededError: There are more records than the operation accepts. HTTP 400.
        ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
        IdAlreadyConvertedError: The record was converted before. HTTP 400.
        NotApprovedError: The record is waiting for approval. HTTP 400.
        NotReviewedError: The record is in review. HTTP 400.
        InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the API. HTTP
            400.
        ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Mass Inventory Convert, v7.
    """
    return cast(
        "InventoryMassConvertScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[InventoryMassConvertScheduled]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


async def asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertScheduled:
    """Like ``sync``, without blocking."""
    return cast(
        "InventoryMassConvertScheduled",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[InventoryMassConvertScheduled]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )


def start(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[InventoryMassConvertStatus]:
    """Convert many quotes or sales orders, and return a ``JobHandle``. The arguments are those of ``sync``.

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
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[InventoryMassConvertStatus]:
    """Like ``start``, without blocking."""
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )
