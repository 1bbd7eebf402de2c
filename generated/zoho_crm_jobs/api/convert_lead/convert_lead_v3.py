# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead, in v3: POST /crm/v3/Leads/{lead_id}/actions/convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.convert_lead_v21_failure import ConvertLeadV21Failure
    from ...models.convert_lead_v21_request import ConvertLeadV21Request
    from ...models.convert_lead_v21_response import ConvertLeadV21Response
    from ...runtime.client import Client
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
)


def sync(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadV21Request,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadV21Response:
    """Convert a lead, in v3.

    Converts a lead to a contact, an account and optionally a deal. The contract is the one of v2.1, which v4
    replaced.

    Args:
        lead_id: The id of the lead to convert.
        client: The client, whatever its API version.
        body: The options of the conversion.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The lead was converted.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        IdAlreadyConvertedError: The record was converted before. HTTP 202.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 202.
        DuplicateDataError: A unique field would hold the same value twice. HTTP 202.
        NotApprovedError: The record is waiting for approval. HTTP 202.
        RecordLockedError: The record is locked by the action in `details.action`. HTTP 202.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Postman collection, Convert Lead, v2.1.
    """
    return cast(
        "ConvertLeadV21Response",
        raise_for_error(sync_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadV21Request,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadV21Response | ConvertLeadV21Failure]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadV21Request,
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
    client: Client,
    body: ConvertLeadV21Request,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadV21Response | ConvertLeadV21Failure]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)
