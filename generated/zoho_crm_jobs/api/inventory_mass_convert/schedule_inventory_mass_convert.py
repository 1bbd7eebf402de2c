# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert many quotes or sales orders: POST /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.ambiguity_during_processing import AmbiguityDuringProcessing
    from ...models.api_not_supported import ApiNotSupported
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.expected_field_missing import ExpectedFieldMissing
    from ...models.id_already_converted import IdAlreadyConverted
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_data import InvalidData
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_module import InvalidModule
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.inventory_mass_convert_request import InventoryMassConvertRequest
    from ...models.inventory_mass_convert_scheduled import InventoryMassConvertScheduled
    from ...models.inventory_mass_convert_status import InventoryMassConvertStatus
    from ...models.inventory_parent_module import InventoryParentModule
    from ...models.limit_exceeded import LimitExceeded
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.no_permission import NoPermission
    from ...models.not_approved import NotApproved
    from ...models.not_reviewed import NotReviewed
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        InventoryMassConvertScheduled
        | AmbiguityDuringProcessing
        | ApiNotSupported
        | AuthenticationFailure
        | AuthorizationFailed
        | ExpectedFieldMissing
        | IdAlreadyConverted
        | InternalError
        | InternalServerError
        | InvalidData
        | InvalidHost
        | InvalidModule
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | LimitExceeded
        | MandatoryNotFound
        | NoPermission
        | NotApproved
        | NotReviewed
        | OAuthScopeMismatch
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="schedule_inventory_mass_convert",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_convert",
    versions=["v6", "v7", "v8"],
    replies={
        202: Reply(success=("InventoryMassConvertScheduled",)),
        400: Reply(
            codes=[
                "MANDATORY_NOT_FOUND",
                "INVALID_DATA",
                "AMBIGUITY_DURING_PROCESSING",
                "LIMIT_EXCEEDED",
                "EXPECTED_FIELD_MISSING",
                "ID_ALREADY_CONVERTED",
                "NOT_APPROVED",
                "NOT_REVIEWED",
                "INVALID_MODULE",
                "AUTHORIZATION_FAILED",
                "API_NOT_SUPPORTED",
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
    status=Link(
        "get_inventory_mass_convert_status",
        {"module_api_name": "$request.path.module_api_name", "job_id": "$response.body#/details/job_id"},
    ),
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertScheduled:
    """Convert many quotes or sales orders.

    Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices. The
    module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        AmbiguityDuringProcessingError: 400. Two keys that name the same thing contradict each other.
        LimitExceededError: 400. More records than the operation takes.
        ExpectedFieldMissingError: 400. None of the keys is there of which one is needed.
        IdAlreadyConvertedError: 400. The record was converted before.
        NotApprovedError: 400. The record still waits for approval.
        NotReviewedError: 400. The record is in review.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
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


    Source: documented; v7; Mass Inventory Convert.
    """
    return cast(
        "InventoryMassConvertScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Convert many quotes or sales orders.

    Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices. The
    module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
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

    Source: documented; v7; Mass Inventory Convert.
    """
    return call(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertScheduled:
    """Convert many quotes or sales orders.

    Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices. The
    module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        AmbiguityDuringProcessingError: 400. Two keys that name the same thing contradict each other.
        LimitExceededError: 400. More records than the operation takes.
        ExpectedFieldMissingError: 400. None of the keys is there of which one is needed.
        IdAlreadyConvertedError: 400. The record was converted before.
        NotApprovedError: 400. The record still waits for approval.
        NotReviewedError: 400. The record is in review.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
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


    Source: documented; v7; Mass Inventory Convert.
    """
    return cast(
        "InventoryMassConvertScheduled",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Convert many quotes or sales orders.

    Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices. The
    module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
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

    Source: documented; v7; Mass Inventory Convert.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


def start(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[InventoryMassConvertStatus]:
    """Convert many quotes or sales orders, and returns a handle on the job.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job, to be waited for here or, once stored, elsewhere.

    Raises:
        NoJob: It was carried out at once, so that there is no job.
        ZohoCRMError: It was not carried out, or it is not known whether it was, for one of the reasons that ``sync``
            raises.
    """
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )


async def start_asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    body: InventoryMassConvertRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[InventoryMassConvertStatus]:
    """Convert many quotes or sales orders, and returns a handle on the job.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        body: Which records, and what they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job, to be waited for here or, once stored, elsewhere.

    Raises:
        NoJob: It was carried out at once, so that there is no job.
        ZohoCRMError: It was not carried out, or it is not known whether it was, for one of the reasons that ``sync``
            raises.
    """
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )
