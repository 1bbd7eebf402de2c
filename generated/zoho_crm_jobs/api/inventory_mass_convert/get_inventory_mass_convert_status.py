# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass conversion of quotes or sales orders: GET /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.inventory_mass_convert_status import InventoryMassConvertStatus
    from ...models.inventory_parent_module import InventoryParentModule
    from ...runtime.client import BaseClient
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
    patterns={"job_id": ("[0-9]{1,19}", "1 to 19 digits")},
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: BaseClient,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertStatus:
    """Return the model of a success, and raise the error of any other response.

    The method ``get_status`` of ``Client.inventory_mass_convert`` describes the arguments and errors.

    Source: Get Mass Inventory Conversion Status, v8.
    """
    return cast(
        "InventoryMassConvertStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: BaseClient,
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
    client: BaseClient,
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
    client: BaseClient,
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
