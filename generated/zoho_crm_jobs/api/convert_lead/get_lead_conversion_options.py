# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get what a lead could be joined with: GET /crm/{version}/Leads/{lead_id}/__conversion_options."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error
from ...runtime.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.api_not_supported import ApiNotSupported
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_data import InvalidData
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.lead_conversion_options_response import LeadConversionOptionsResponse
    from ...models.no_permission import NoPermission
    from ...models.not_approved import NotApproved
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.record_locked import RecordLocked
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        LeadConversionOptionsResponse
        | ApiNotSupported
        | AuthenticationFailure
        | AuthorizationFailed
        | InternalError
        | InternalServerError
        | InvalidData
        | InvalidHost
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | NoPermission
        | NotApproved
        | OAuthScopeMismatch
        | RecordLocked
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="get_lead_conversion_options",
    method="GET",
    path="/crm/{version}/Leads/{lead_id}/__conversion_options",
    versions=["v6", "v7", "v8"],
    replies={
        200: Reply(success=("LeadConversionOptionsResponse",)),
        204: Reply(no_content=True),
        400: Reply(
            codes=[
                "INVALID_DATA",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "API_NOT_SUPPORTED",
                "AUTHORIZATION_FAILED",
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ]
        ),
        401: Reply(codes=["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"]),
        403: Reply(codes=["NO_PERMISSION"]),
        404: Reply(codes=["INVALID_URL_PATTERN"]),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
)


def sync(
    lead_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> LeadConversionOptionsResponse | None:
    """Get what a lead could be joined with.

    Tells which contacts and accounts match a lead, before it is converted.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        What the lead could be joined with.
        ``None``: There is nothing that matches the lead, and no layout to choose.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        NotApprovedError: 400. The record still waits for approval.
        RecordLockedError: 400. The record is locked by what `details.action` says.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
        AuthorizationFailedError: 400. The user does not have the privilege.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Lead Conversion Options.
    """
    return cast(
        "LeadConversionOptionsResponse | None",
        raise_for_error(sync_detailed(lead_id, client=client, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    lead_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get what a lead could be joined with.

    Tells which contacts and accounts match a lead, before it is converted.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Lead Conversion Options.
    """
    return call(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    lead_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> LeadConversionOptionsResponse | None:
    """Get what a lead could be joined with.

    Tells which contacts and accounts match a lead, before it is converted.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        What the lead could be joined with.
        ``None``: There is nothing that matches the lead, and no layout to choose.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        NotApprovedError: 400. The record still waits for approval.
        RecordLockedError: 400. The record is locked by what `details.action` says.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
        AuthorizationFailedError: 400. The user does not have the privilege.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Lead Conversion Options.
    """
    return cast(
        "LeadConversionOptionsResponse | None",
        raise_for_error(await asyncio_detailed(lead_id, client=client, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    lead_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get what a lead could be joined with.

    Tells which contacts and accounts match a lead, before it is converted.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Lead Conversion Options.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )
