# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the records that match a lead: GET /crm/{version}/Leads/{lead_id}/__conversion_options."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.lead_conversion_options_response import LeadConversionOptionsResponse
    from ...runtime.client import BaseClient
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_lead_conversion_options",
    method="GET",
    path="/crm/{version}/Leads/{lead_id}/__conversion_options",
    versions=["v6", "v7", "v8"],
    replies={200: Reply(success=("LeadConversionOptionsResponse",)), 204: Reply(no_content=True)},
    errors=(400, 401, 403, 404, 429, 500),
    patterns={"lead_id": ("[0-9]{1,19}", "1 to 19 digits")},
)


def sync(
    lead_id: str,
    *,
    client: BaseClient,
    include_inner_details: str | None = None,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> LeadConversionOptionsResponse | None:
    """Return the model of a success, and raise the error of any other response.

    The method ``get_conversion_options`` of ``Client.convert_lead`` describes the arguments and errors.

    Source: Lead Conversion Options, v7.
    """
    return cast(
        "LeadConversionOptionsResponse | None",
        raise_for_error(
            sync_detailed(
                lead_id, client=client, include_inner_details=include_inner_details, timeout=timeout, headers=headers
            )
        ),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    include_inner_details: str | None = None,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[LeadConversionOptionsResponse]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={"include_inner_details": include_inner_details},
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    lead_id: str,
    *,
    client: BaseClient,
    include_inner_details: str | None = None,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> LeadConversionOptionsResponse | None:
    """Like ``sync``, without blocking."""
    return cast(
        "LeadConversionOptionsResponse | None",
        raise_for_error(
            await asyncio_detailed(
                lead_id, client=client, include_inner_details=include_inner_details, timeout=timeout, headers=headers
            )
        ),
    )


async def asyncio_detailed(
    lead_id: str,
    *,
    client: BaseClient,
    include_inner_details: str | None = None,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[LeadConversionOptionsResponse]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={"include_inner_details": include_inner_details},
        timeout=timeout,
        extra=headers,
    )
