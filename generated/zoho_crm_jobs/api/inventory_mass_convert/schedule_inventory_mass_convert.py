# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert many quotes or sales orders: POST /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.inventory_mass_convert_request import InventoryMassConvertRequest
    from ...models.inventory_mass_convert_scheduled import InventoryMassConvertScheduled
    from ...models.inventory_parent_module import InventoryParentModule
    from ...runtime.client import BaseClient
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
    bodies=("InventoryMassConvertRequest",),
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: BaseClient,
    body: InventoryMassConvertRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertScheduled:
    """Return the model of a success, and raise the error of any other response.

    The method ``schedule`` of ``Client.inventory_mass_convert`` describes the arguments and errors.

    Source: Mass Inventory Convert, v7.
    """
    return cast(
        "InventoryMassConvertScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: BaseClient,
    body: InventoryMassConvertRequest | Mapping[str, Any],
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
    client: BaseClient,
    body: InventoryMassConvertRequest | Mapping[str, Any],
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
    client: BaseClient,
    body: InventoryMassConvertRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[InventoryMassConvertScheduled]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )
