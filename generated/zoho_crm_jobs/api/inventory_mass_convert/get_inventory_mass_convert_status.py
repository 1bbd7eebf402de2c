# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass conversion of quotes or sales orders: GET /crm/{version}/{module_api_name}/actions/mass_convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error
from ...runtime.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from ...models.api_not_supported import ApiNotSupported
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
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
    from ...models.inventory_mass_convert_status import InventoryMassConvertStatus
    from ...models.inventory_parent_module import InventoryParentModule
    from ...models.no_permission import NoPermission
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.required_param_missing import RequiredParamMissing
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        InventoryMassConvertStatus
        | ApiNotSupported
        | AuthenticationFailure
        | AuthorizationFailed
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
        | NoPermission
        | OAuthScopeMismatch
        | RequiredParamMissing
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="get_inventory_mass_convert_status",
    method="GET",
    path="/crm/{version}/{module_api_name}/actions/mass_convert",
    versions=["v6", "v7", "v8"],
    replies={
        200: Reply(success=("InventoryMassConvertStatus",)),
        400: Reply(
            codes=[
                "REQUIRED_PARAM_MISSING",
                "INVALID_DATA",
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
    waiter=Waiter(
        job=["module_api_name", "job_id"],
        state="$response.body#/data/0/status",
        pending=["SCHEDULED", "IN PROGRESS"],
        success=["COMPLETED"],
        failure=["FAILED"],
        counts={
            "total": "$response.body#/data/0/total_count",
            "succeeded": "$response.body#/data/0/converted_count",
            "failed": "$response.body#/data/0/failed_count",
            "remaining": "$response.body#/data/0/not_converted_count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(400, "INVALID_DATA")],
    ),
)


def sync(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertStatus:
    """Get the status of a mass conversion of quotes or sales orders.

    Tells how many quotes or sales orders a scheduled conversion has converted, has failed to convert, and has
    still to convert. The module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        How far the job is.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        RequiredParamMissingError: 400. A query parameter that the operation needs is missing.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
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


    Source: documented; v8; Get Mass Inventory Conversion Status.
    """
    return cast(
        "InventoryMassConvertStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the status of a mass conversion of quotes or sales orders.

    Tells how many quotes or sales orders a scheduled conversion has converted, has failed to convert, and has
    still to convert. The module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v8; Get Mass Inventory Conversion Status.
    """
    return call(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> InventoryMassConvertStatus:
    """Get the status of a mass conversion of quotes or sales orders.

    Tells how many quotes or sales orders a scheduled conversion has converted, has failed to convert, and has
    still to convert. The module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        How far the job is.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        RequiredParamMissingError: 400. A query parameter that the operation needs is missing.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
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


    Source: documented; v8; Get Mass Inventory Conversion Status.
    """
    return cast(
        "InventoryMassConvertStatus",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the status of a mass conversion of quotes or sales orders.

    Tells how many quotes or sales orders a scheduled conversion has converted, has failed to convert, and has
    still to convert. The module in the path is the parent module.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v8; Get Mass Inventory Conversion Status.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


def wait(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> InventoryMassConvertStatus:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.

        timeout: For how long at most, in seconds.
        policy: When to ask; ``ProgressAware()`` if left out.
        on_progress: What to call with each answer.

    Returns:
        The last status. Records that could not be processed are in its counts.

    Raises:
        ValueError: An argument is wrong.
        JobFailed: The job ended without doing its work.
        JobTimedOut: The job has not ended in time.
        JobNotFound: There is no such job.
        ZohoCRMError: The status cannot be told, for one of the reasons that ``sync`` raises, in spite of retries.
    """
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[InventoryMassConvertStatus] = JobHandle(
        "get_inventory_mass_convert_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    module_api_name: InventoryParentModule | Literal["Quotes", "Sales_Orders"],
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> InventoryMassConvertStatus:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        module_api_name: The parent module, whose records are converted.
        client: What to call with, in v6, v7, v8.
        job_id: The id of the conversion job, as Mass Inventory Convert answered it.

        timeout: For how long at most, in seconds.
        policy: When to ask; ``ProgressAware()`` if left out.
        on_progress: What to call with each answer.

    Returns:
        The last status. Records that could not be processed are in its counts.

    Raises:
        ValueError: An argument is wrong.
        JobFailed: The job ended without doing its work.
        JobTimedOut: The job has not ended in time.
        JobNotFound: There is no such job.
        ZohoCRMError: The status cannot be told, for one of the reasons that ``sync`` raises, in spite of retries.
    """
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[InventoryMassConvertStatus] = JobHandle(
        "get_inventory_mass_convert_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
