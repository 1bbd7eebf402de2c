# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass change owner job: GET /crm/{version}/{module_api_name}/actions/mass_change_owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.mass_change_owner_status import MassChangeOwnerStatus
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_mass_change_owner_status",
    method="GET",
    path="/crm/{version}/{module_api_name}/actions/mass_change_owner",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("MassChangeOwnerStatus",)), 204: Reply(means_not_found=True)},
    errors=(400, 401, 403, 404, 429, 500),
    waiter=Waiter(
        job=["module_api_name", "job_id"],
        state="$response.body#/data/0/Status",
        pending=["SCHEDULED", "RUNNING"],
        success=["COMPLETED"],
        failure=["FAILED"],
        counts={
            "total": "$response.body#/data/0/Total_Count",
            "succeeded": "$response.body#/data/0/Updated_Count",
            "failed": "$response.body#/data/0/Failed_Count",
            "remaining": "$response.body#/data/0/Not_Updated_Count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(404, "NOT_FOUND"), (404, "REQUIRED_PARAM_MISSING")],
    ),
    patterns={
        "module_api_name": ("^[A-Za-z][A-Za-z0-9_]*$", "text that matches ^[A-Za-z][A-Za-z0-9_]*$"),
        "job_id": ("[0-9]{1,19}", "1 to 19 digits"),
    },
)


def sync(
    module_api_name: str,
    *,
    client: BaseClient,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerStatus:
    """Return the model of a success, and raise the error of any other response.

    The method ``get_status`` of ``Client.mass_change_owner`` describes the arguments and errors.

    Source: Mass Change Owner Status, v8.
    """
    return cast(
        "MassChangeOwnerStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: BaseClient,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerStatus]:
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
    module_api_name: str,
    *,
    client: BaseClient,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerStatus:
    """Like ``sync``, without blocking."""
    return cast(
        "MassChangeOwnerStatus",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: str,
    *,
    client: BaseClient,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerStatus]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        timeout=timeout,
        extra=headers,
    )
