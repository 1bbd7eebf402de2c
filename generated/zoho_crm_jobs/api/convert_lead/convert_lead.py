# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead: POST /crm/{version}/Leads/{lead_id}/actions/convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.api_not_supported import ApiNotSupported
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.cannot_perform_action import CannotPerformAction
    from ...models.convert_lead_failure import ConvertLeadFailure
    from ...models.convert_lead_request import ConvertLeadRequest
    from ...models.convert_lead_response import ConvertLeadResponse
    from ...models.convert_lead_scheduled import ConvertLeadScheduled
    from ...models.id_already_converted import IdAlreadyConverted
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_data import InvalidData
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.no_permission import NoPermission
    from ...models.not_allowed import NotAllowed
    from ...models.not_reviewed import NotReviewed
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.required_param_missing import RequiredParamMissing
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        ConvertLeadResponse
        | ConvertLeadScheduled
        | ConvertLeadFailure
        | ApiNotSupported
        | AuthenticationFailure
        | AuthorizationFailed
        | CannotPerformAction
        | IdAlreadyConverted
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
        | NotAllowed
        | NotReviewed
        | OAuthScopeMismatch
        | RequiredParamMissing
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="convert_lead",
    method="POST",
    path="/crm/{version}/Leads/{lead_id}/actions/convert",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("ConvertLeadResponse",)),
        202: Reply(
            success=("ConvertLeadScheduled",),
            codes=[
                "DUPLICATE_DATA",
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CANNOT_PERFORM_ACTION",
                "NOT_ALLOWED",
                "NOT_REVIEWED",
                "REQUIRED_PARAM_MISSING",
            ],
            error_list_model="ConvertLeadFailure",
        ),
        400: Reply(
            codes=[
                "ID_ALREADY_CONVERTED",
                "INVALID_DATA",
                "CANNOT_PERFORM_ACTION",
                "NOT_ALLOWED",
                "NOT_REVIEWED",
                "REQUIRED_PARAM_MISSING",
                "API_NOT_SUPPORTED",
                "AUTHORIZATION_FAILED",
                "DUPLICATE_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ],
            error_list_model="ConvertLeadFailure",
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
    body: ConvertLeadRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadResponse | ConvertLeadScheduled:
    """Convert a lead.

    Turns a lead into a contact, an account and, if asked, a deal, new ones or ones that exist. The contract is
    that from v4 on, as of v8.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: How the lead is converted.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The lead was converted.
        The conversion runs later, or, as the vendor's files have it, was not done for the reason in
            `data[0]`.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        DuplicateDataError: 202. A unique field would hold the same value twice.
        InvalidDataError: 202. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 202. A parameter or key that the operation needs is missing.
        MappingMismatchError: 202. The value does not fit that of another field, as a stage does not fit its
            pipeline.
        NotApprovedError: 202. The record still waits for approval.
        RecordLockedError: 202. The record is locked by what `details.action` says.
        CannotPerformActionError: 202. The user may not do this with the record.
        NotAllowedError: 202. What is asked for is not allowed.
        NotReviewedError: 202. The record is in review.
        RequiredParamMissingError: 202. A query parameter that the operation needs is missing.
        IdAlreadyConvertedError: 400. The record was converted before.
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


    Source: documented; v7; Convert Lead.
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
) -> Response[_Answer]:
    """Convert a lead.

    Turns a lead into a contact, an account and, if asked, a deal, new ones or ones that exist. The contract is
    that from v4 on, as of v8.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: How the lead is converted.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Convert Lead.
    """
    return call(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    lead_id: str,
    *,
    client: Client,
    body: ConvertLeadRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> ConvertLeadResponse | ConvertLeadScheduled:
    """Convert a lead.

    Turns a lead into a contact, an account and, if asked, a deal, new ones or ones that exist. The contract is
    that from v4 on, as of v8.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: How the lead is converted.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The lead was converted.
        The conversion runs later, or, as the vendor's files have it, was not done for the reason in
            `data[0]`.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        DuplicateDataError: 202. A unique field would hold the same value twice.
        InvalidDataError: 202. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 202. A parameter or key that the operation needs is missing.
        MappingMismatchError: 202. The value does not fit that of another field, as a stage does not fit its
            pipeline.
        NotApprovedError: 202. The record still waits for approval.
        RecordLockedError: 202. The record is locked by what `details.action` says.
        CannotPerformActionError: 202. The user may not do this with the record.
        NotAllowedError: 202. What is asked for is not allowed.
        NotReviewedError: 202. The record is in review.
        RequiredParamMissingError: 202. A query parameter that the operation needs is missing.
        IdAlreadyConvertedError: 400. The record was converted before.
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


    Source: documented; v7; Convert Lead.
    """
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
) -> Response[_Answer]:
    """Convert a lead.

    Turns a lead into a contact, an account and, if asked, a deal, new ones or ones that exist. The contract is
    that from v4 on, as of v8.

    Args:
        lead_id: The id of the lead to convert.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: How the lead is converted.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Convert Lead.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"lead_id": lead_id},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )
