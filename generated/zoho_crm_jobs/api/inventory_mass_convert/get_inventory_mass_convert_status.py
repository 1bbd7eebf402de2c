# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass conversion of quotes or sales orders: GET /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from ...models.inventory_mass_convert_status import InventoryMassConvertStatus
    from ...models.inventory_parent_module import InventoryParentModule
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_inventory_mass_convert_status",
    method="GET",
    path="/crm/{version}/{module_api_name}/actions/mass_convert",
    versions=["v6", "v7", "v8"],
    replies={200: Reply(success=("InventoryMassConvertStatus",))},
    errors=(400, 401, 403, 404, 429, 500),
    waiter=Waiter(
        job=["module_api_name", "job_id"],
        state="$response.body#/data/0/status",
        pending=["SCHEDULED", "IN PROGRESS"],
        success=["COMPLETED"],
        failure=["FAILED"],
        counts={
            "total": "$response.body#/data/0/total_count",
            "succeeded": "$response.body#/data/0/converted_count",
            "failed": "$response.body#/data/0/failed_count",
            "remaining": "$response.body#/data/0/not_converted_count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(400, "INVALID_DATA")],
    ),
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertStatus:
    """Get the status of a mass conversion of quotes or sales orders.

    Returns how many quotes or sales orders of a conversion were converted, failed, and remain. The module in the
    path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: The client, whose API version is one of v6, v7, v8.
        job_id: The id of the conversion job, from the response of Mass Inventory Convert.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The progress of the job.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        UnexpectedResponse: The document does not describe the response.
        RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400. The job_id
            parameter is missing. Specify a valid job_id.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400. Specify a valid job ID.
        InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the API. HTTP
            400. You have specified an invalid module name. Specify a valid module name.
        ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Get Mass Inventory Conversion Status, v8.
    """
    return cast(
        "InventoryMassConvertStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[InventoryMassConvertStatus]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertStatus:
    """Like ``sync``, without blocking."""
    return cast(
        "InventoryMassConvertStatus",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[InventoryMassConvertStatus]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        timeout=timeout,
        extra=headers,
    )


def wait(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> InventoryMassConvertStatus:
    """Wait until the job has ended, and return its last status. Its counts include the records that failed.

    Interrupting the wait does not cancel the job. Arguments that are not listed here are those of ``sync``.

    Args:
        timeout: The longest wait, in seconds.
        policy: When to poll. None means ``ProgressAware()``.
        on_progress: A function that is called with the progress after each poll.

    Raises:
        ValueError: An argument is out of range.
        JobFailed: The job ended without doing its work.
        JobTimedOut: The job is unfinished after ``timeout`` seconds. It continues.
        JobNotFound: The job does not exist.
        ZohoCRMError: A poll failed, even after retries, with an error of ``sync``.
    """
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[InventoryMassConvertStatus] = JobHandle(
        "get_inventory_mass_convert_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> InventoryMassConvertStatus:
    """Like ``wait``, without blocking."""
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[InventoryMassConvertStatus] = JobHandle(
        "get_inventory_mass_convert_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
