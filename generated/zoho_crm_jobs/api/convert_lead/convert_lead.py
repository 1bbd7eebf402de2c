# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead: POST /crm/{version}/Leads/{lead_id}/actions/convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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
    from ...runtime.client import Client
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
)


def sync(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadResponse | ConvertLeadScheduled:
    """Convert a lead.

    Converts a lead to a contact, an account and optionally a deal. The contact and the account can be existing
    records. Without them, an existing contact or account that matches the lead is used. Unique fields are
    compared first, then the lead's email, company and name. The contract is the one of v4 and later, as of v8. It
    costs 5 API credits.

    Args:
        lead_id: The id of the lead to convert.
        client: The client, whose API version is one of v4, v5, v6, v7, v8.
        body: The options of the conversion.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The lead was converted.
        The conversion runs later; or, according to the vendor's files, it was not done, for the reason in the error
            or in `data[0]`.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        SubmissionUncertain: The request may have taken effect.
        UnexpectedResponse: The document does not describe the response.
        IdAlreadyConvertedError: The record was converted before. HTTP 202 or 400.
        InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that the
            field does not accept. HTTP 202 or 400.
        DuplicateDataError: A unique field would hold the same value twice. HTTP 202 or 400.
        MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 202 or 400.
        MappingMismatchError: The value does not fit the value of another field, for example a stage and its
            pipeline. HTTP 202 or 400.
        CannotPerformActionError: The user may not do this with the record. HTTP 202 or 400.
        NotAllowedError: The request is not allowed. HTTP 202 or 400.
        NotReviewedError: The record is in review. HTTP 202 or 400.
        RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400.
        NotApprovedError: The record is waiting for approval. HTTP 400.
        RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Convert Lead, v7.
    """
    return cast(
        "ConvertLeadResponse | ConvertLeadScheduled",
        raise_for_error(sync_detailed(lead_id, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadResponse | ConvertLeadScheduled | ConvertLeadAcceptedFailure | ConvertLeadFailure]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)


async def asyncio(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadRequest,
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
    client: Client,
    body: ConvertLeadRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[ConvertLeadResponse | ConvertLeadScheduled | ConvertLeadAcceptedFailure | ConvertLeadFailure]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"lead_id": lead_id}, body=body, timeout=timeout, extra=headers)
