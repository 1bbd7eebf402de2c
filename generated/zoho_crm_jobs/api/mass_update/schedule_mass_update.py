# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Update many records of a module: POST /crm/{version}/{module_api_name}/actions/mass_update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

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
    from ...runtime.client import BaseClient
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
    bodies=("MassUpdateByView", "MassUpdateByIds"),
    patterns={"module_api_name": ("^[A-Za-z][A-Za-z0-9_]*$", "text that matches ^[A-Za-z][A-Za-z0-9_]*$")},
)


def sync(
    module_api_name: str,
    *,
    client: BaseClient,
    body: MassUpdateByIds | MassUpdateByView | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateScheduled | MassUpdateOutcomes:
    """Return the model of a success, and raise the error of any other response.

    The method ``schedule`` of ``Client.mass_update`` describes the arguments and errors.

    Source: Mass Update Records, v7; OpenAPI 2026, mass_update, v8.
    """
    return cast(
        "MassUpdateScheduled | MassUpdateOutcomes",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: BaseClient,
    body: MassUpdateByIds | MassUpdateByView | Mapping[str, Any],
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
    client: BaseClient,
    body: MassUpdateByIds | MassUpdateByView | Mapping[str, Any],
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
    client: BaseClient,
    body: MassUpdateByIds | MassUpdateByView | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassUpdateScheduled | MassUpdateOutcomes | MassUpdateRejections]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )
