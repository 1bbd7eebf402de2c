# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead, in v3: POST /crm/v3/Leads/{lead_id}/actions/convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.convert_lead_v21_failure import ConvertLeadV21Failure
    from ...models.convert_lead_v21_request import ConvertLeadV21Request
    from ...models.convert_lead_v21_response import ConvertLeadV21Response
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="convert_lead_v3",
    method="POST",
    path="/crm/v3/Leads/{lead_id}/actions/convert",
    versions=[],
    replies={
        200: Reply(success=("ConvertLeadV21Response",)),
        202: Reply(
            item_codes=("ID_ALREADY_CONVERTED", "INVALID_DATA", "DUPLICATE_DATA", "NOT_APPROVED", "RECORD_LOCKED"),
            error_list_model="ConvertLeadV21Failure",
        ),
    },
    errors=(400, 401, 403, 404, 429, 500),
    bodies=("ConvertLeadV21Request",),
    patterns={"lead_id": ("[0-9]{1,19}", "1 to 19 digits")},
)


def sync(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadV21Request | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadV21Response:
    """Return the model of a success, and raise the error of any other response.

    The method ``convert_v3`` of ``Client.convert_lead`` describes the arguments and errors.

    Source: Postman collection, Convert Lead, v2.1.
    """
    return cast(
        "ConvertLeadV21Response",
        raise_for_error(sync_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadV21Request | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadV21Response | ConvertLeadV21Failure]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadV21Request | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadV21Response:
    """Like ``sync``, without blocking."""
    return cast(
        "ConvertLeadV21Response",
        raise_for_error(await asyncio_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadV21Request | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadV21Response | ConvertLeadV21Failure]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)
