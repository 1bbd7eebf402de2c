# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead: POST /crm/{version}/Leads/{lead_id}/actions/convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.convert_lead_accepted_failure import ConvertLeadAcceptedFailure
    from ...models.convert_lead_failure import ConvertLeadFailure
    from ...models.convert_lead_request import ConvertLeadRequest
    from ...models.convert_lead_response import ConvertLeadResponse
    from ...models.convert_lead_scheduled import ConvertLeadScheduled
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="convert_lead",
    method="POST",
    path="/crm/{version}/Leads/{lead_id}/actions/convert",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("ConvertLeadResponse",)),
        202: Reply(
            success=("ConvertLeadScheduled",),
            item_codes=(
                "DUPLICATE_DATA",
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PERFORM_ACTION",
                "NOT_ALLOWED",
                "NOT_REVIEWED",
            ),
            error_list_model="ConvertLeadAcceptedFailure",
        ),
        400: Reply(
            item_codes=(
                "DUPLICATE_DATA",
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CANNOT_PERFORM_ACTION",
                "NOT_ALLOWED",
                "NOT_REVIEWED",
            ),
            error_list_model="ConvertLeadFailure",
        ),
    },
    errors=(401, 403, 404, 429, 500),
    bodies=("ConvertLeadRequest",),
    patterns={"lead_id": ("[0-9]{1,19}", "1 to 19 digits")},
)


def sync(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadResponse | ConvertLeadScheduled:
    """Return the model of a success, and raise the error of any other response.

    The method ``convert`` of ``Client.convert_lead`` describes the arguments and errors.

    Source: Convert Lead, v7.
    """
    return cast(
        "ConvertLeadResponse | ConvertLeadScheduled",
        raise_for_error(sync_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadResponse | ConvertLeadScheduled | ConvertLeadAcceptedFailure | ConvertLeadFailure]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadResponse | ConvertLeadScheduled:
    """Like ``sync``, without blocking."""
    return cast(
        "ConvertLeadResponse | ConvertLeadScheduled",
        raise_for_error(await asyncio_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    body: ConvertLeadRequest | Mapping[str, Any],
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadResponse | ConvertLeadScheduled | ConvertLeadAcceptedFailure | ConvertLeadFailure]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)
