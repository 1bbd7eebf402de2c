# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the records that match a lead: GET /crm/{version}/Leads/{lead_id}/__conversion_options."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error
from ...runtime.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.lead_conversion_options_response import LeadConversionOptionsResponse
    from ...runtime.client import Client
    from ...runtime.types import Response, Unset

_OPERATION = Operation(
    operation_id="get_lead_conversion_options",
    method="GET",
    path="/crm/{version}/Leads/{lead_id}/__conversion_options",
    versions=["v6", "v7", "v8"],
    replies={200: Reply(success=("LeadConversionOptionsResponse",)), 204: Reply(no_content=True)},
    errors=(400, 401, 403, 404, 429, 500),
)


def sync(
    lead_id: str,
    *,
    client: Client,
    include_inner_details: str | Unset = UNSET,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> LeadConversionOptionsResponse | None:
    """Get the records that match a lead.

    Returns the contacts and accounts that match a lead, before the lead is converted.

    Args:
        lead_id: The id of the lead to convert.
        client: The client, whose API version is one of v6, v7, v8.
        include_inner_details: The places below `__conversion_options` whose lookups are returned with more details,
            separated by commas. Zoho ignores unknown places.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The records that match the lead.
        ``None``: No record matches the lead, and there is no layout to choose.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        UnexpectedResponse: The document does not describe the response.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 400.
        NotApprovedError: The record is waiting for approval. HTTP 400.
        RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
        ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

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
    client: Client,
    include_inner_details: str | Unset = UNSET,
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
    client: Client,
    include_inner_details: str | Unset = UNSET,
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
    client: Client,
    include_inner_details: str | Unset = UNSET,
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
