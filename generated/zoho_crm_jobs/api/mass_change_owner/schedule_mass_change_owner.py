# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Give the records of a custom view to another user: POST /crm/{version}/{module_api_name}/actions/mass_change_owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.mass_change_owner_request import MassChangeOwnerRequest
    from ...models.mass_change_owner_scheduled import MassChangeOwnerScheduled
    from ...runtime.client import BaseClient
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
    bodies=("MassChangeOwnerRequest",),
    patterns={"module_api_name": ("^[A-Za-z][A-Za-z0-9_]*$", "text that matches ^[A-Za-z][A-Za-z0-9_]*$")},
)


def sync(
    module_api_name: str,
    *,
    client: BaseClient,
    body: MassChangeOwnerRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerScheduled:
    """Return the model of a success, and raise the error of any other response.

    The method ``schedule`` of ``Client.mass_change_owner`` describes the arguments and errors.

    Source: Mass Change Owner, v7; Mass Change Owner, v8.
    """
    return cast(
        "MassChangeOwnerScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: BaseClient,
    body: MassChangeOwnerRequest | Mapping[str, Any],
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
    client: BaseClient,
    body: MassChangeOwnerRequest | Mapping[str, Any],
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
    client: BaseClient,
    body: MassChangeOwnerRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerScheduled]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION, client, path={"module_api_name": module_api_name}, body=body, timeout=timeout, extra=headers
    )
