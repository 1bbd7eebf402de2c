# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Upload a file for a bulk write: POST /crm/{version}/upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.bulk_write_upload import BulkWriteUpload
    from ...models.bulk_write_upload_request import BulkWriteUploadRequest
    from ...models.file_too_large import FileTooLarge
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_data import InvalidData
    from ...models.invalid_file_format import InvalidFileFormat
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.no_permission import NoPermission
    from ...models.not_supported_feature import NotSupportedFeature
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...models.upload_bulk_write_file_feature import UploadBulkWriteFileFeature
    from ...runtime.client import Client
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        BulkWriteUpload
        | AuthenticationFailure
        | AuthorizationFailed
        | FileTooLarge
        | InternalError
        | InternalServerError
        | InvalidData
        | InvalidFileFormat
        | InvalidHost
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | MandatoryNotFound
        | NoPermission
        | NotSupportedFeature
        | OAuthScopeMismatch
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="upload_bulk_write_file",
    method="POST",
    path="/crm/{version}/upload",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("BulkWriteUpload",), codes=["INVALID_FILE_FORMAT"]),
        400: Reply(
            codes=[
                "INVALID_FILE_FORMAT",
                "INVALID_DATA",
                "NOT_SUPPORTED_FEATURE",
                "MANDATORY_NOT_FOUND",
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
        413: Reply(codes=["FILE_TOO_LARGE"]),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
    host="upload_domain",
    content="files",
)


def sync(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Upload a file for a bulk write.

    Keeps a zip file with CSV files, for a bulk write job to read. A CSV file has at most 25,000 rows and 200
    columns.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: The zip file.
        feature: What the file is for.
        x_crm_org: The id of the organization, its zgid.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The file was kept; or, as captured, it was not, although the HTTP status is 200.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        InvalidFileFormatError: 200. The file is not a zip file.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        NotSupportedFeatureError: 400. The feature named in the header is not one.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
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
        FileTooLargeError: 413. The file is larger than 25 MB.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Bulk Write, Upload File.
    """
    return cast(
        "BulkWriteUpload",
        raise_for_error(
            sync_detailed(
                client=client, body=body, feature=feature, x_crm_org=x_crm_org, timeout=timeout, headers=headers
            )
        ),
    )


def sync_detailed(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Upload a file for a bulk write.

    Keeps a zip file with CSV files, for a bulk write job to read. A CSV file has at most 25,000 rows and 200
    columns.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: The zip file.
        feature: What the file is for.
        x_crm_org: The id of the organization, its zgid.
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

    Source: documented; v7; Bulk Write, Upload File.
    """
    return call(
        _OPERATION,
        client,
        path={},
        query={},
        headers={"feature": feature, "X-CRM-ORG": x_crm_org},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteUpload:
    """Upload a file for a bulk write.

    Keeps a zip file with CSV files, for a bulk write job to read. A CSV file has at most 25,000 rows and 200
    columns.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: The zip file.
        feature: What the file is for.
        x_crm_org: The id of the organization, its zgid.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The file was kept; or, as captured, it was not, although the HTTP status is 200.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        InvalidFileFormatError: 200. The file is not a zip file.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        NotSupportedFeatureError: 400. The feature named in the header is not one.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
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
        FileTooLargeError: 413. The file is larger than 25 MB.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Bulk Write, Upload File.
    """
    return cast(
        "BulkWriteUpload",
        raise_for_error(
            await asyncio_detailed(
                client=client, body=body, feature=feature, x_crm_org=x_crm_org, timeout=timeout, headers=headers
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: BulkWriteUploadRequest,
    feature: UploadBulkWriteFileFeature | Literal["bulk-write"],
    x_crm_org: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Upload a file for a bulk write.

    Keeps a zip file with CSV files, for a bulk write job to read. A CSV file has at most 25,000 rows and 200
    columns.

    Args:
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: The zip file.
        feature: What the file is for.
        x_crm_org: The id of the organization, its zgid.
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

    Source: documented; v7; Bulk Write, Upload File.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={},
        query={},
        headers={"feature": feature, "X-CRM-ORG": x_crm_org},
        body=body,
        timeout=timeout,
        extra=headers,
    )
