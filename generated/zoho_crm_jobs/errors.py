# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""What calls raise.

::

    ZohoCRMError
    ├── TransportError
    ├── UnexpectedResponse
    ├── JobNotFound
    └── ApiError
        ├── ApiNotSupportedError
        ├── AuthenticationFailureError
        ├── AuthorizationFailedError
        ├── DuplicateDataError
        ├── IdAlreadyConvertedError
        ├── InternalError
        ├── InternalServerError
        ├── InvalidDataError
        ├── InvalidHostError
        ├── InvalidModuleError
        ├── InvalidOauthtokenError
        ├── InvalidRequestError
        ├── InvalidRequestMethodError
        ├── InvalidTokenError
        ├── InvalidUrlPatternError
        ├── MandatoryNotFoundError
        ├── NoPermissionError
        ├── NoRecordsFoundError
        ├── NotApprovedError
        ├── NotFoundError
        ├── OauthScopeMismatchError
        ├── RecordLockedError
        ├── RequiredParamMissingError
        ├── ResourceNotFoundError
        ├── TooManyRequestsError
        └── UnableToParseDataTypeError
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._errors import ApiError, JobNotFound, TransportError, UnexpectedResponse, ZohoCRMError
from ._json import Fields, anything, text

if TYPE_CHECKING:
    import httpx

    from . import models

__all__ = (
    "ApiError",
    "JobNotFound",
    "TransportError",
    "UnexpectedResponse",
    "ZohoCRMError",
    "ApiNotSupportedError",
    "AuthenticationFailureError",
    "AuthorizationFailedError",
    "DuplicateDataError",
    "IdAlreadyConvertedError",
    "InternalError",
    "InternalServerError",
    "InvalidDataError",
    "InvalidHostError",
    "InvalidModuleError",
    "InvalidOauthtokenError",
    "InvalidRequestError",
    "InvalidRequestMethodError",
    "InvalidTokenError",
    "InvalidUrlPatternError",
    "MandatoryNotFoundError",
    "NoPermissionError",
    "NoRecordsFoundError",
    "NotApprovedError",
    "NotFoundError",
    "OauthScopeMismatchError",
    "RecordLockedError",
    "RequiredParamMissingError",
    "ResourceNotFoundError",
    "TooManyRequestsError",
    "UnableToParseDataTypeError",
)


class ApiNotSupportedError(ApiError):
    """This API version does not have the operation yet.

    ``code`` is API_NOT_SUPPORTED.
    """

    body: models.ApiNotSupported
    details: models.ApiNotSupportedDetails


class AuthenticationFailureError(ApiError):
    """The request carries no access token.

    ``code`` is AUTHENTICATION_FAILURE.
    """

    body: models.AuthenticationFailure
    details: models.EmptyDetails


class AuthorizationFailedError(ApiError):
    """The user does not have the privilege.

    ``code`` is AUTHORIZATION_FAILED.
    """

    body: models.AuthorizationFailed
    details: models.EmptyDetails


class DuplicateDataError(ApiError):
    """A unique field would hold the same value twice.

    ``code`` is DUPLICATE_DATA.
    """

    body: models.DuplicateData
    details: models.DuplicateDataDetails


class IdAlreadyConvertedError(ApiError):
    """The record was converted before.

    ``code`` is ID_ALREADY_CONVERTED.
    """

    body: models.IdAlreadyConverted
    details: models.IdAlreadyConvertedDetails


class InternalError(ApiError):
    """Zoho failed in a way that it did not foresee.

    ``code`` is INTERNAL_ERROR.
    """

    body: models.InternalError
    details: models.EmptyDetails


class InternalServerError(ApiError):
    """INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.

    ``code`` is INTERNAL_SERVER_ERROR.
    """

    body: models.InternalServerError
    details: models.EmptyDetails


class InvalidDataError(ApiError):
    """A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not take.

    ``code`` is INVALID_DATA.
    """

    body: models.InvalidData
    details: models.InvalidDataDetails


class InvalidHostError(ApiError):
    """The request went to a domain that is not an api domain.

    ``code`` is INVALID_HOST.
    """

    body: models.InvalidHost
    details: models.EmptyDetails


class InvalidModuleError(ApiError):
    """The module does not exist, is hidden from the user, or is not supported by the API.

    ``code`` is INVALID_MODULE.
    """

    body: models.InvalidModule
    details: models.InvalidModuleDetails


class InvalidOauthtokenError(ApiError):
    """The access token was dropped, because its refresh token has 15 newer ones.

    ``code`` is INVALID_OAUTHTOKEN.
    """

    body: models.InvalidOauthtoken
    details: models.EmptyDetails


class InvalidRequestError(ApiError):
    """The request cannot be understood, as with a malformed id in the path.

    ``code`` is INVALID_REQUEST.
    """

    body: models.InvalidRequest
    details: models.EmptyDetails


class InvalidRequestMethodError(ApiError):
    """The path does not take this HTTP method.

    ``code`` is INVALID_REQUEST_METHOD.
    """

    body: models.InvalidRequestMethod
    details: models.EmptyDetails


class InvalidTokenError(ApiError):
    """The access token is expired or was never issued.

    ``code`` is INVALID_TOKEN.
    """

    body: models.InvalidToken
    details: models.EmptyDetails


class InvalidUrlPatternError(ApiError):
    """There is nothing at this path.

    ``code`` is INVALID_URL_PATTERN.
    """

    body: models.InvalidUrlPattern
    details: models.EmptyDetails


class MandatoryNotFoundError(ApiError):
    """A parameter or key that the operation needs is missing.

    ``code`` is MANDATORY_NOT_FOUND.
    """

    body: models.MandatoryNotFound
    details: models.ParamDetails


class NoPermissionError(ApiError):
    """The user's profile does not have the permission.

    ``code`` is NO_PERMISSION.
    """

    body: models.NoPermission
    details: models.NoPermissionDetails


class NoRecordsFoundError(ApiError):
    """There is no record to work on.

    ``code`` is NO_RECORDS_FOUND.
    """

    body: models.NoRecordsFound
    details: models.EmptyDetails


class NotApprovedError(ApiError):
    """The record still waits for approval.

    ``code`` is NOT_APPROVED.
    """

    body: models.NotApproved
    details: models.NotApprovedDetails


class NotFoundError(ApiError):
    """The job does not exist, or belongs to another module.

    ``code`` is NOT_FOUND.
    """

    body: models.NotFound
    details: models.EmptyDetails


class OauthScopeMismatchError(ApiError):
    """The access token does not have a scope that the operation needs.

    ``code`` is OAUTH_SCOPE_MISMATCH.
    """

    body: models.OauthScopeMismatch
    details: models.EmptyDetails


class RecordLockedError(ApiError):
    """The record is locked by what `details.action` says.

    ``code`` is RECORD_LOCKED.
    """

    body: models.RecordLocked
    details: models.RecordLockedDetails


class RequiredParamMissingError(ApiError):
    """A query parameter that the operation needs is missing.

    ``code`` is REQUIRED_PARAM_MISSING.
    """

    body: models.RequiredParamMissing
    details: models.ParamDetails


class ResourceNotFoundError(ApiError):
    """The job does not exist.

    ``code`` is RESOURCE_NOT_FOUND.
    """

    body: models.ResourceNotFound
    details: models.EmptyDetails


class TooManyRequestsError(ApiError):
    """More calls, or more at the same time, than the edition allows.

    ``code`` is TOO_MANY_REQUESTS.
    """

    body: models.TooManyRequests
    details: models.EmptyDetails


class UnableToParseDataTypeError(ApiError):
    """The body or a parameter is not in the format it must have.

    ``code`` is UNABLE_TO_PARSE_DATA_TYPE.
    """

    body: models.UnableToParseDataType
    details: models.EmptyDetails


_OF_CODE: dict[str, tuple[type[ApiError], str]] = {
    "API_NOT_SUPPORTED": (ApiNotSupportedError, "ApiNotSupported"),
    "AUTHENTICATION_FAILURE": (AuthenticationFailureError, "AuthenticationFailure"),
    "AUTHORIZATION_FAILED": (AuthorizationFailedError, "AuthorizationFailed"),
    "DUPLICATE_DATA": (DuplicateDataError, "DuplicateData"),
    "ID_ALREADY_CONVERTED": (IdAlreadyConvertedError, "IdAlreadyConverted"),
    "INTERNAL_ERROR": (InternalError, "InternalError"),
    "INTERNAL_SERVER_ERROR": (InternalServerError, "InternalServerError"),
    "INVALID_DATA": (InvalidDataError, "InvalidData"),
    "INVALID_HOST": (InvalidHostError, "InvalidHost"),
    "INVALID_MODULE": (InvalidModuleError, "InvalidModule"),
    "INVALID_OAUTHTOKEN": (InvalidOauthtokenError, "InvalidOauthtoken"),
    "INVALID_REQUEST": (InvalidRequestError, "InvalidRequest"),
    "INVALID_REQUEST_METHOD": (InvalidRequestMethodError, "InvalidRequestMethod"),
    "INVALID_TOKEN": (InvalidTokenError, "InvalidToken"),
    "INVALID_URL_PATTERN": (InvalidUrlPatternError, "InvalidUrlPattern"),
    "MANDATORY_NOT_FOUND": (MandatoryNotFoundError, "MandatoryNotFound"),
    "NO_PERMISSION": (NoPermissionError, "NoPermission"),
    "NO_RECORDS_FOUND": (NoRecordsFoundError, "NoRecordsFound"),
    "NOT_APPROVED": (NotApprovedError, "NotApproved"),
    "NOT_FOUND": (NotFoundError, "NotFound"),
    "OAUTH_SCOPE_MISMATCH": (OauthScopeMismatchError, "OauthScopeMismatch"),
    "RECORD_LOCKED": (RecordLockedError, "RecordLocked"),
    "REQUIRED_PARAM_MISSING": (RequiredParamMissingError, "RequiredParamMissing"),
    "RESOURCE_NOT_FOUND": (ResourceNotFoundError, "ResourceNotFound"),
    "TOO_MANY_REQUESTS": (TooManyRequestsError, "TooManyRequests"),
    "UNABLE_TO_PARSE_DATA_TYPE": (UnableToParseDataTypeError, "UnableToParseDataType"),
}


def of(operation_id: str, response: httpx.Response, source: Any) -> ApiError:
    """Returns the error that a JSON object says.

    Args:
        operation_id: The operation that was called.
        response: Its answer.
        source: The error as JSON has it.

    Returns:
        The error of the object's code, or a plain ``ApiError`` if no operation documents the code.

    Raises:
        ValueError: The object is not an error.
    """
    fields = Fields(source)
    code = fields.required("code", text)
    message = fields.required("message", text)
    details = fields.required("details", anything)
    if code not in _OF_CODE:
        return ApiError(operation_id, response, code=code, message=message, details=details, body=source)
    from . import models

    error, model = _OF_CODE[code]
    body = getattr(models, model).from_dict(source)
    return error(operation_id, response, code=code, message=message, details=body.details, body=body)
