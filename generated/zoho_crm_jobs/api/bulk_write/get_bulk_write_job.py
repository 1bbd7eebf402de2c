# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the details of a bulk write job: GET /crm/bulk/{version}/write/{job_id}."""

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
    from ...models.bulk_write_job import BulkWriteJob
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.no_permission import NoPermission
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.resource_not_found import ResourceNotFound
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        BulkWriteJob
        | AuthenticationFailure
        | AuthorizationFailed
        | InternalError
        | InternalServerError
        | InvalidHost
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | NoPermission
        | OAuthScopeMismatch
        | ResourceNotFound
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="get_bulk_write_job",
    method="GET",
    path="/crm/bulk/{version}/write/{job_id}",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("BulkWriteJob",)),
        400: Reply(
            codes=[
                "RESOURCE_NOT_FOUND",
                "INVALID_REQUEST_METHOD",
                "AUTHORIZATION_FAILED",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ]
        ),
        401: Reply(codes=["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"]),
        403: Reply(codes=["NO_PERMISSION"]),
        404: Reply(codes=["RESOURCE_NOT_FOUND", "INVALID_URL_PATTERN"]),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
    waiter=Waiter(
        job=["job_id"],
        state="$response.body#/status",
        pending=["ADDED", "IN PROGRESS", "INPROGRESS"],
        success=["COMPLETED"],
        failure=["FAILED", "SKIPPED"],
        counts={
            "total": "$response.body#/resource/0/file/total_count",
            "added": "$response.body#/resource/0/file/added_count",
            "updated": "$response.body#/resource/0/file/updated_count",
            "skipped": "$response.body#/resource/0/file/skipped_count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(400, "RESOURCE_NOT_FOUND"), (404, "RESOURCE_NOT_FOUND")],
        result=("$response.body#/result/download_url", "download_bulk_write_result"),
    ),
)


def sync(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Get the details of a bulk write job.

    Tells the state of the job, what it writes, how many rows of each file were added, updated and skipped, and
    where its result can be fetched.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        ResourceNotFoundError: 400. The job does not exist.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        AuthorizationFailedError: 400. The user does not have the privilege.
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


    Source: captured; v2.1; Postman collection, Job Details.
    """
    return cast("BulkWriteJob", raise_for_error(sync_detailed(job_id, client=client, timeout=timeout, headers=headers)))


def sync_detailed(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the details of a bulk write job.

    Tells the state of the job, what it writes, how many rows of each file were added, updated and skipped, and
    where its result can be fetched.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: captured; v2.1; Postman collection, Job Details.
    """
    return call(
        _OPERATION,
        client,
        path={"job_id": job_id},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Get the details of a bulk write job.

    Tells the state of the job, what it writes, how many rows of each file were added, updated and skipped, and
    where its result can be fetched.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
        ResourceNotFoundError: 400. The job does not exist.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        AuthorizationFailedError: 400. The user does not have the privilege.
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


    Source: captured; v2.1; Postman collection, Job Details.
    """
    return cast(
        "BulkWriteJob", raise_for_error(await asyncio_detailed(job_id, client=client, timeout=timeout, headers=headers))
    )


async def asyncio_detailed(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Get the details of a bulk write job.

    Tells the state of the job, what it writes, how many rows of each file were added, updated and skipped, and
    where its result can be fetched.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: captured; v2.1; Postman collection, Job Details.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"job_id": job_id},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


def wait(
    job_id: str,
    *,
    client: Client,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> BulkWriteJob:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.

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

    job: JobHandle[BulkWriteJob] = JobHandle("get_bulk_write_job", {"job_id": job_id}, client=client)
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    job_id: str,
    *,
    client: Client,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> BulkWriteJob:
    """Waits until the job has ended. To end the wait does not end the job.

    Args:
        job_id: The id of the bulk write job, as Create Bulk Write Job answered it.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.

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

    job: JobHandle[BulkWriteJob] = JobHandle("get_bulk_write_job", {"job_id": job_id}, client=client)
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
