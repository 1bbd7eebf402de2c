# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Download the result of a bulk write job: GET /{version}/crm/{organization}/bulk-write/{job_id}/{file_name}."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error
from ...runtime.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
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
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        bytes
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
    operation_id="download_bulk_write_result",
    method="GET",
    path="/{version}/crm/{organization}/bulk-write/{job_id}/{file_name}",
    versions=["v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(binary=True),
        400: Reply(
            codes=[
                "AUTHORIZATION_FAILED",
                "INVALID_REQUEST_METHOD",
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
    host="result_domain",
)


def sync(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Download the result of a bulk write job.

    Fetches the zip file that `result.download_url` of a completed job names. It is there for 7 days.

    Args:
        organization: The id of the organization, its zgid; after "org" in the addresses of newer versions.
        job_id: The id of the bulk write job.
        file_name: The name of the result, which is the id of the job and ".zip".
        client: What to call with, in v2, v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The result, a zip file. It holds a CSV file for each one that was written, named `<module>-<file>`,
            with the first three mapped columns and STATUS (added, skipped, updated or unprocessed), RECORD_ID
            and ERRORS. ERRORS is a list of `CODE-Header,Header` joined by `:`.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
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
        ResourceNotFoundError: 404. The job does not exist.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Bulk Write, Download Result.
    """
    return cast(
        "bytes",
        raise_for_error(
            sync_detailed(organization, job_id, file_name, client=client, timeout=timeout, headers=headers)
        ),
    )


def sync_detailed(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Download the result of a bulk write job.

    Fetches the zip file that `result.download_url` of a completed job names. It is there for 7 days.

    Args:
        organization: The id of the organization, its zgid; after "org" in the addresses of newer versions.
        job_id: The id of the bulk write job.
        file_name: The name of the result, which is the id of the job and ".zip".
        client: What to call with, in v2, v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Bulk Write, Download Result.
    """
    return call(
        _OPERATION,
        client,
        path={"organization": organization, "job_id": job_id, "file_name": file_name},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Download the result of a bulk write job.

    Fetches the zip file that `result.download_url` of a completed job names. It is there for 7 days.

    Args:
        organization: The id of the organization, its zgid; after "org" in the addresses of newer versions.
        job_id: The id of the bulk write job.
        file_name: The name of the result, which is the id of the job and ".zip".
        client: What to call with, in v2, v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The result, a zip file. It holds a CSV file for each one that was written, named `<module>-<file>`,
            with the first three mapped columns and STATUS (added, skipped, updated or unprocessed), RECORD_ID
            and ERRORS. ERRORS is a list of `CODE-Header,Header` joined by `:`.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer is not a documented one.
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
        ResourceNotFoundError: 404. The job does not exist.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Bulk Write, Download Result.
    """
    return cast(
        "bytes",
        raise_for_error(
            await asyncio_detailed(organization, job_id, file_name, client=client, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    organization: str,
    job_id: str,
    file_name: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Download the result of a bulk write job.

    Fetches the zip file that `result.download_url` of a completed job names. It is there for 7 days.

    Args:
        organization: The id of the organization, its zgid; after "org" in the addresses of newer versions.
        job_id: The id of the bulk write job.
        file_name: The name of the result, which is the id of the job and ".zip".
        client: What to call with, in v2, v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Bulk Write, Download Result.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"organization": organization, "job_id": job_id, "file_name": file_name},
        query={},
        headers={},
        body=UNSET,
        timeout=timeout,
        extra=headers,
    )
