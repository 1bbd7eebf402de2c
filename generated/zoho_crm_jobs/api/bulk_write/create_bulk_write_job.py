# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Create a bulk write job: POST /crm/bulk/{version}/write."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.bulk_write_created import BulkWriteCreated
    from ...models.bulk_write_job import BulkWriteJob
    from ...models.bulk_write_request import BulkWriteRequest
    from ...models.coexistence_not_allowed import CoexistenceNotAllowed
    from ...models.column_index_not_found import ColumnIndexNotFound
    from ...models.file_not_supported import FileNotSupported
    from ...models.header_limit_exceeded import HeaderLimitExceeded
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_callback_method import InvalidCallbackMethod
    from ...models.invalid_callback_url import InvalidCallbackUrl
    from ...models.invalid_data import InvalidData
    from ...models.invalid_field import InvalidField
    from ...models.invalid_file_id import InvalidFileId
    from ...models.invalid_format import InvalidFormat
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.mandatory_fields_not_mapped import MandatoryFieldsNotMapped
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.missing_required_key import MissingRequiredKey
    from ...models.module_not_available import ModuleNotAvailable
    from ...models.no_permission import NoPermission
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.request_body_not_supported import RequestBodyNotSupported
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...models.zip_file_not_found import ZipFileNotFound
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        BulkWriteCreated
        | AuthenticationFailure
        | AuthorizationFailed
        | CoexistenceNotAllowed
        | ColumnIndexNotFound
        | FileNotSupported
        | HeaderLimitExceeded
        | InternalError
        | InternalServerError
        | InvalidCallbackMethod
        | InvalidCallbackUrl
        | InvalidData
        | InvalidField
        | InvalidFileId
        | InvalidFormat
        | InvalidHost
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | MandatoryFieldsNotMapped
        | MandatoryNotFound
        | MissingRequiredKey
        | ModuleNotAvailable
        | NoPermission
        | OAuthScopeMismatch
        | RequestBodyNotSupported
        | TooManyRequests
        | UnableToParseDataType
        | ZipFileNotFound
    )

_OPERATION = Operation(
    operation_id="create_bulk_write_job",
    method="POST",
    path="/crm/bulk/{version}/write",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        201: Reply(success=("BulkWriteCreated",)),
        400: Reply(
            codes=[
                "MANDATORY_FIELDS_NOT_MAPPED",
                "MANDATORY_NOT_FOUND",
                "INVALID_FIELD",
                "INVALID_FORMAT",
                "INVALID_FILE_ID",
                "HEADER_LIMIT_EXCEEDED",
                "COLUMN_INDEX_NOT_FOUND",
                "MODULE_NOT_AVAILABLE",
                "INVALID_CALLBACK_URL",
                "INVALID_CALLBACK_METHOD",
                "COEXISTENCE_NOT_ALLOWED",
                "MISSING_REQUIRED_KEY",
                "FILE_NOT_SUPPORTED",
                "FILE_NOT_FOUND",
                "REQUEST_BODY_NOT_SUPPORTED",
                "INVALID_DATA",
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
    status=Link("get_bulk_write_job", {"job_id": "$response.body#/details/id"}),
)


def sync(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteCreated:
    """Create a bulk write job.

    Creates a job that inserts, updates or upserts the rows of an uploaded file. When it ends, its details are
    posted to the callback, if there is one.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was created.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        MandatoryFieldsNotMappedError: 400. A mandatory field of the module has no column.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidFieldError: 400. The module has no such field.
        InvalidFormatError: 400. The date format is not one.
        InvalidFileIdError: 400. There is no such uploaded file.
        HeaderLimitExceededError: 400. More than 200 columns are mapped.
        ColumnIndexNotFoundError: 400. A column's index is negative or missing.
        ModuleNotAvailableError: 400. The module does not exist or is not supported.
        InvalidCallbackUrlError: 400. The callback's address is not one.
        InvalidCallbackMethodError: 400. The callback's method is not post.
        CoexistenceNotAllowedError: 400. Two keys may not be there together.
        MissingRequiredKeyError: 400. A key that is needed is missing.
        FileNotSupportedError: 400. The file cannot be used for a bulk write.
        ZipFileNotFoundError: 400. The zip file has no CSV file of this name.
        RequestBodyNotSupportedError: 400. The request's body cannot be used.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
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


    Source: documented; v7; Bulk Write, Create Job.
    """
    return cast(
        "BulkWriteCreated", raise_for_error(sync_detailed(client=client, body=body, timeout=timeout, headers=headers))
    )


def sync_detailed(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Create a bulk write job.

    Creates a job that inserts, updates or upserts the rows of an uploaded file. When it ends, its details are
    posted to the callback, if there is one.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
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

    Source: documented; v7; Bulk Write, Create Job.
    """
    return call(
        _OPERATION,
        client,
        path={},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteCreated:
    """Create a bulk write job.

    Creates a job that inserts, updates or upserts the rows of an uploaded file. When it ends, its details are
    posted to the callback, if there is one.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was created.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        MandatoryFieldsNotMappedError: 400. A mandatory field of the module has no column.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        InvalidFieldError: 400. The module has no such field.
        InvalidFormatError: 400. The date format is not one.
        InvalidFileIdError: 400. There is no such uploaded file.
        HeaderLimitExceededError: 400. More than 200 columns are mapped.
        ColumnIndexNotFoundError: 400. A column's index is negative or missing.
        ModuleNotAvailableError: 400. The module does not exist or is not supported.
        InvalidCallbackUrlError: 400. The callback's address is not one.
        InvalidCallbackMethodError: 400. The callback's method is not post.
        CoexistenceNotAllowedError: 400. Two keys may not be there together.
        MissingRequiredKeyError: 400. A key that is needed is missing.
        FileNotSupportedError: 400. The file cannot be used for a bulk write.
        ZipFileNotFoundError: 400. The zip file has no CSV file of this name.
        RequestBodyNotSupportedError: 400. The request's body cannot be used.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
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


    Source: documented; v7; Bulk Write, Create Job.
    """
    return cast(
        "BulkWriteCreated",
        raise_for_error(await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Create a bulk write job.

    Creates a job that inserts, updates or upserts the rows of an uploaded file. When it ends, its details are
    posted to the callback, if there is one.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
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

    Source: documented; v7; Bulk Write, Create Job.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


def start(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[BulkWriteJob]:
    """Create a bulk write job, and returns a handle on the job.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
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

    return started(_OPERATION, client, {}, sync_detailed(client=client, body=body, timeout=timeout, headers=headers))


async def start_asyncio(
    *,
    client: Client,
    body: BulkWriteRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[BulkWriteJob]:
    """Create a bulk write job, and returns a handle on the job.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: What is written, and how.
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
        _OPERATION, client, {}, await asyncio_detailed(client=client, body=body, timeout=timeout, headers=headers)
    )
