# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass update job: GET /crm/{version}/{module_api_name}/actions/mass_update."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error
from ...runtime.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

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
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.mass_update_standard_module import MassUpdateStandardModule
    from ...models.mass_update_status import MassUpdateStatus
    from ...models.no_permission import NoPermission
    from ...models.no_records_found import NoRecordsFound
    from ...models.not_found import NotFound
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        MassUpdateStatus
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
        | MandatoryNotFound
        | NoPermission
        | NoRecordsFound
        | NotFound
        | OAuthScopeMismatch
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="get_mass_update_status",
    method="GET",
    path="/crm/{version}/{module_api_name}/actions/mass_update",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("MassUpdateStatus",)),
        400: Reply(
            codes=[
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "INVALID_MODULE",
                "AUTHORIZATION_FAILED",
                "NO_RECORDS_FOUND",
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ]
        ),
        401: Reply(codes=["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"]),
        403: Reply(codes=["NO_PERMISSION"]),
        404: Reply(codes=["NOT_FOUND", "INVALID_URL_PATTERN"], empty_body_code="NOT_FOUND"),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
    waiter=Waiter(
        job=["module_api_name", "job_id"],
        state="$response.body#/data/0/Status",
        pending=["SCHEDULED", "RUNNING", "QUEUED", "SUSPENDED"],
        success=["COMPLETED"],
        failure=["FAILED"],
        counts={
            "total": "$response.body#/data/0/Total_Count",
            "succeeded": "$response.body#/data/0/Updated_Count",
            "failed": "$response.body#/data/0/Failed_Count",
            "remaining": "$response.body#/data/0/Not_Updated_Count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(404, "NOT_FOUND"), (400, "INVALID_DATA")],
    ),
)


def sync(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateStatus:
    """Get the status of a mass update job.

    Tells how many records a scheduled mass update has updated, has failed to update, and has still to update.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        How far the job is.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        NoRecordsFoundError: 400. There is no record to work on.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        NotFoundError: 404. The job does not exist, or belongs to another module.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v2.1; Get Mass Update Status.
    """
    return cast(
        "MassUpdateStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the status of a mass update job.

    Tells how many records a scheduled mass update has updated, has failed to update, and has still to update.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v2.1; Get Mass Update Status.
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
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateStatus:
    """Get the status of a mass update job.

    Tells how many records a scheduled mass update has updated, has failed to update, and has still to update.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        How far the job is.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        NoRecordsFoundError: 400. There is no record to work on.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        NotFoundError: 404. The job does not exist, or belongs to another module.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v2.1; Get Mass Update Status.
    """
    return cast(
        "MassUpdateStatus",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the status of a mass update job.

    Tells how many records a scheduled mass update has updated, has failed to update, and has still to update.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v2.1; Get Mass Update Status.
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
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> MassUpdateStatus:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.

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

    job: JobHandle[MassUpdateStatus] = JobHandle(
        "get_mass_update_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> MassUpdateStatus:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        job_id: The id of the mass update job, as Mass Update Records answered it.

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

    job: JobHandle[MassUpdateStatus] = JobHandle(
        "get_mass_update_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
