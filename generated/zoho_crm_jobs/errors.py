# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The errors that operations raise.

::

    ZohoCRMError
    ├── TransportError: No response arrived: no connection, a timeout, or a response that broke off.
    ├── SubmissionUncertain: A request that changes data was sent, and may or may not have taken effect.
    ├── DataCenterMismatch: The access token belongs to another data center than the client.
    ├── CompletedImmediately: A submission was completed immediately, so there is no job to wait for.
    ├── JobFailed: The job ended in a state that means failure.
    ├── JobTimedOut: The job had not ended when the timeout expired.
    ├── ResultNotReady: The job has no result to download, or not yet.
    ├── InvalidResult: A downloaded result is not a sound zip archive, and was discarded.
    ├── UnexpectedResponse: The response has an undocumented status, or its body is not the documented JSON.
    ├── JobNotFound: The job does not exist, has expired, or belongs to another user.
    └── ApiError: An error of the API.

Each error code of the API has a subclass of ``ApiError``, with typed ``body`` and ``details``:

``ALREADY_SCHEDULED`` (``AlreadyScheduledError``)
    A job for the same custom view is running.
``AMBIGUITY_DURING_PROCESSING`` (``AmbiguityDuringProcessingError``)
    Two keys for the same thing contradict each other.
``API_NOT_SUPPORTED`` (``ApiNotSupportedError``)
    This API version does not have the operation yet.
``AUTHENTICATION_FAILURE`` (``AuthenticationFailureError``)
    The request carries no access token.
``AUTHORIZATION_FAILED`` (``AuthorizationFailedError``)
    The user does not have the privilege.
``CANNOT_PERFORM_ACTION`` (``CannotPerformActionError``)
    The user may not do this with the record.
``CANNOT_PROCESS`` (``CannotProcessError``)
    The record is in stop processing.
``COEXISTENCE_NOT_ALLOWED`` (``CoexistenceNotAllowedError``)
    Two keys cannot be used together.
``COLUMN_INDEX_NOT_FOUND`` (``ColumnIndexNotFoundError``)
    A column's index is negative or missing.
``COMBINED_CRITERIA_LIMIT_EXCEEDED`` (``CombinedCriteriaLimitExceededError``)
    The custom view and the request together have more criteria than the operation accepts.
``CONVERTED_RECORD`` (``ConvertedRecordError``)
    The record was converted and cannot be changed.
``DEPENDENT_FIELD_MISSING`` (``DependentFieldMissingError``)
    A key is present without the key it depends on.
``DEPENDENT_MISMATCH`` (``DependentMismatchError``)
    A key contradicts the key it depends on.
``DUPLICATE_DATA`` (``DuplicateDataError``)
    A unique field would hold the same value twice.
``EXPECTED_FIELD_MISSING`` (``ExpectedFieldMissingError``)
    None of the alternative keys is present; one is needed.
``FILE_NOT_FOUND`` (``ZipFileNotFoundError``)
    There is no uploaded file of this id.
``FILE_NOT_SUPPORTED`` (``FileNotSupportedError``)
    The file is not suitable for a bulk write.
``FILE_TOO_LARGE`` (``FileTooLargeError``)
    The file is larger than 25 MB.
``HEADER_LIMIT_EXCEEDED`` (``HeaderLimitExceededError``)
    More than 200 columns are mapped.
``ID_ALREADY_CONVERTED`` (``IdAlreadyConvertedError``)
    The record was converted before.
``INTERNAL_ERROR`` (``InternalError``)
    Zoho had an unexpected internal error.
``INTERNAL_SERVER_ERROR`` (``InternalServerError``)
    INTERNAL_ERROR, as the vendor's OpenAPI files spell it.
``INVALID_CALLBACK_METHOD`` (``InvalidCallbackMethodError``)
    The callback's method is not "post".
``INVALID_CALLBACK_URL`` (``InvalidCallbackUrlError``)
    The callback's URL is invalid.
``INVALID_DATA`` (``InvalidDataError``)
    A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not accept.
``INVALID_FIELD`` (``InvalidFieldError``)
    The module does not have the field.
``INVALID_FILE_FORMAT`` (``InvalidFileFormatError``)
    The file is not a zip file.
``INVALID_FILE_ID`` (``InvalidFileIdError``)
    The uploaded file does not exist.
``INVALID_FORMAT`` (``InvalidFormatError``)
    The date format is invalid.
``INVALID_HOST`` (``InvalidHostError``)
    The request went to a domain that is not an api domain.
``INVALID_MODULE`` (``InvalidModuleError``)
    The module does not exist, is hidden from the user, or is not supported by the API.
``INVALID_OAUTHTOKEN`` (``InvalidOAuthTokenError``)
    The access token was dropped because its refresh token has 15 newer ones.
``INVALID_REQUEST`` (``InvalidRequestError``)
    The request is malformed, for example an id in the path.
``INVALID_REQUEST_METHOD`` (``InvalidRequestMethodError``)
    The path does not support this HTTP method.
``INVALID_TOKEN`` (``InvalidTokenError``)
    The access token is expired or was never issued.
``INVALID_URL_PATTERN`` (``InvalidUrlPatternError``)
    There is nothing at this path.
``LIMIT_EXCEEDED`` (``LimitExceededError``)
    There are more records than the operation accepts.
``MANDATORY_FIELDS_NOT_MAPPED`` (``MandatoryFieldsNotMappedError``)
    A mandatory field of the module has no column.
``MANDATORY_NOT_FOUND`` (``MandatoryNotFoundError``)
    A parameter or key that the operation needs is missing.
``MAPPING_MISMATCH`` (``MappingMismatchError``)
    The value does not fit the value of another field, for example a stage and its pipeline.
``MISSING_REQUIRED_KEY`` (``MissingRequiredKeyError``)
    A required key is missing.
``MODULE_NOT_AVAILABLE`` (``ModuleNotAvailableError``)
    The module does not exist or is not supported.
``NOT_ALLOWED`` (``NotAllowedError``)
    The request is not allowed.
``NOT_APPROVED`` (``NotApprovedError``)
    The record is waiting for approval.
``NOT_FOUND`` (``NotFoundError``)
    The job does not exist, or belongs to another module.
``NOT_REVIEWED`` (``NotReviewedError``)
    The record is in review.
``NOT_SUPPORTED`` (``NotSupportedError``)
    The module or the record does not support the operation.
``NOT_SUPPORTED_FEATURE`` (``NotSupportedFeatureError``)
    The header names an unknown feature.
``NO_PERMISSION`` (``NoPermissionError``)
    The user's profile does not have the permission.
``NO_RECORDS_FOUND`` (``NoRecordsFoundError``)
    There are no records to process.
``OAUTH_SCOPE_MISMATCH`` (``OAuthScopeMismatchError``)
    The access token lacks a scope that the operation needs.
``RECORD_IN_BLUEPRINT`` (``RecordInBlueprintError``)
    The record is in a blueprint.
``RECORD_LIMIT_EXCEEDED`` (``RecordLimitExceededError``)
    The custom view has more records than the operation accepts.
``RECORD_LOCKED`` (``RecordLockedError``)
    The record is locked by the action in `details.action`.
``REQUEST_BODY_NOT_SUPPORTED`` (``RequestBodyNotSupportedError``)
    The request's body is not supported.
``REQUIRED_PARAM_MISSING`` (``RequiredParamMissingError``)
    A query parameter that the operation needs is missing.
``RESOURCE_NOT_FOUND`` (``ResourceNotFoundError``)
    The job does not exist.
``TOO_MANY_REQUESTS`` (``TooManyRequestsError``)
    Too many calls, or too many at the same time, for the edition.
``UNABLE_TO_PARSE_DATA_TYPE`` (``UnableToParseDataTypeError``)
    The body or a parameter has the wrong format.
``invalid_code``, ``invalid_client``, ``invalid_client_secret``, ``invalid_redirect_uri``, ``invalid_token``,
``general_error``, ``access_denied``, ``Access Denied``, ``missing_org_info`` (``OAuthError``)
    The reason why there is no token, regardless of the HTTP status.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .runtime.codec import Fields, anything, text
from .runtime.errors import (
    ApiError,
    CompletedImmediately,
    DataCenterMismatch,
    InvalidResult,
    JobFailed,
    JobNotFound,
    JobTimedOut,
    ResultNotReady,
    SubmissionUncertain,
    TransportError,
    UnexpectedResponse,
)
from .runtime.types import ZohoCRMError

if TYPE_CHECKING:
    import httpx

    from . import models

__all__ = (
    "PLATFORM",
    "ZohoCRMError",
    "TransportError",
    "SubmissionUncertain",
    "DataCenterMismatch",
    "CompletedImmediately",
    "JobFailed",
    "JobTimedOut",
    "ResultNotReady",
    "InvalidResult",
    "UnexpectedResponse",
    "JobNotFound",
    "ApiError",
    "AlreadyScheduledError",
    "AmbiguityDuringProcessingError",
    "ApiNotSupportedError",
    "AuthenticationFailureError",
    "AuthorizationFailedError",
    "CannotPerformActionError",
    "CannotProcessError",
    "CoexistenceNotAllowedError",
    "ColumnIndexNotFoundError",
    "CombinedCriteriaLimitExceededError",
    "ConvertedRecordError",
    "DependentFieldMissingError",
    "DependentMismatchError",
    "DuplicateDataError",
    "ExpectedFieldMissingError",
    "FileNotSupportedError",
    "FileTooLargeError",
    "HeaderLimitExceededError",
    "IdAlreadyConvertedError",
    "InternalError",
    "InternalServerError",
    "InvalidCallbackMethodError",
    "InvalidCallbackUrlError",
    "InvalidDataError",
    "InvalidFieldError",
    "InvalidFileFormatError",
    "InvalidFileIdError",
    "InvalidFormatError",
    "InvalidHostError",
    "InvalidModuleError",
    "InvalidOAuthTokenError",
    "InvalidRequestError",
    "InvalidRequestMethodError",
    "InvalidTokenError",
    "InvalidUrlPatternError",
    "LimitExceededError",
    "MandatoryFieldsNotMappedError",
    "MandatoryNotFoundError",
    "MappingMismatchError",
    "MissingRequiredKeyError",
    "ModuleNotAvailableError",
    "NoPermissionError",
    "NoRecordsFoundError",
    "NotAllowedError",
    "NotApprovedError",
    "NotFoundError",
    "NotReviewedError",
    "NotSupportedError",
    "NotSupportedFeatureError",
    "OAuthError",
    "OAuthScopeMismatchError",
    "RecordInBlueprintError",
    "RecordLimitExceededError",
    "RecordLockedError",
    "RequestBodyNotSupportedError",
    "RequiredParamMissingError",
    "ResourceNotFoundError",
    "TooManyRequestsError",
    "UnableToParseDataTypeError",
    "ZipFileNotFoundError",
)


class AlreadyScheduledError(ApiError):
    """A job for the same custom view is running."""

    body: models.AlreadyScheduled
    details: models.PlaceDetails


class AmbiguityDuringProcessingError(ApiError):
    """Two keys for the same thing contradict each other."""

    body: models.AmbiguityDuringProcessing
    details: models.AmbiguityDetails


class ApiNotSupportedError(ApiError):
    """This API version does not have the operation yet."""

    body: models.ApiNotSupported
    details: models.ApiNotSupportedDetails


class AuthenticationFailureError(ApiError):
    """The request carries no access token."""

    body: models.AuthenticationFailure
    details: models.EmptyDetails


class AuthorizationFailedError(ApiError):
    """The user does not have the privilege."""

    body: models.AuthorizationFailed
    details: models.EmptyDetails


class CannotPerformActionError(ApiError):
    """The user may not do this with the record."""

    body: models.CannotPerformAction
    details: models.RecordDetails


class CannotProcessError(ApiError):
    """The record is in stop processing."""

    body: models.CannotProcess
    details: models.RecordDetails


class CoexistenceNotAllowedError(ApiError):
    """Two keys cannot be used together."""

    body: models.CoexistenceNotAllowed
    details: models.PlaceDetails


class ColumnIndexNotFoundError(ApiError):
    """A column's index is negative or missing."""

    body: models.ColumnIndexNotFound
    details: models.EmptyDetails


class CombinedCriteriaLimitExceededError(ApiError):
    """The custom view and the request together have more criteria than the operation accepts."""

    body: models.CombinedCriteriaLimitExceeded
    details: models.LimitDetails


class ConvertedRecordError(ApiError):
    """The record was converted and cannot be changed."""

    body: models.ConvertedRecord
    details: models.RecordDetails


class DependentFieldMissingError(ApiError):
    """A key is present without the key it depends on."""

    body: models.DependentFieldMissing
    details: models.DependentDetails


class DependentMismatchError(ApiError):
    """A key contradicts the key it depends on."""

    body: models.DependentMismatch
    details: models.DependentDetails


class DuplicateDataError(ApiError):
    """A unique field would hold the same value twice."""

    body: models.DuplicateData
    details: models.DuplicateDataDetails


class ExpectedFieldMissingError(ApiError):
    """None of the alternative keys is present; one is needed."""

    body: models.ExpectedFieldMissing
    details: models.ExpectedFieldDetails


class FileNotSupportedError(ApiError):
    """The file is not suitable for a bulk write."""

    body: models.FileNotSupported
    details: models.EmptyDetails


class FileTooLargeError(ApiError):
    """The file is larger than 25 MB."""

    body: models.FileTooLarge
    details: models.EmptyDetails


class HeaderLimitExceededError(ApiError):
    """More than 200 columns are mapped."""

    body: models.HeaderLimitExceeded
    details: models.EmptyDetails


class IdAlreadyConvertedError(ApiError):
    """The record was converted before."""

    body: models.IdAlreadyConverted
    details: models.IdAlreadyConvertedDetails


class InternalError(ApiError):
    """Zoho had an unexpected internal error."""

    body: models.InternalError
    details: models.EmptyDetails


class InternalServerError(ApiError):
    """INTERNAL_ERROR, as the vendor's OpenAPI files spell it."""

    body: models.InternalServerError
    details: models.EmptyDetails


class InvalidCallbackMethodError(ApiError):
    """The callback's method is not "post"."""

    body: models.InvalidCallbackMethod
    details: models.CallbackMethodDetails


class InvalidCallbackUrlError(ApiError):
    """The callback's URL is invalid."""

    body: models.InvalidCallbackUrl
    details: models.EmptyDetails


class InvalidDataError(ApiError):
    """A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not
    accept."""

    body: models.InvalidData
    details: models.InvalidDataDetails


class InvalidFieldError(ApiError):
    """The module does not have the field."""

    body: models.InvalidField
    details: models.EmptyDetails


class InvalidFileFormatError(ApiError):
    """The file is not a zip file."""

    body: models.InvalidFileFormat
    details: models.UploadDetails


class InvalidFileIdError(ApiError):
    """The uploaded file does not exist."""

    body: models.InvalidFileId
    details: models.EmptyDetails


class InvalidFormatError(ApiError):
    """The date format is invalid."""

    body: models.InvalidFormat
    details: models.EmptyDetails


class InvalidHostError(ApiError):
    """The request went to a domain that is not an api domain."""

    body: models.InvalidHost
    details: models.EmptyDetails


class InvalidModuleError(ApiError):
    """The module does not exist, is hidden from the user, or is not supported by the API."""

    body: models.InvalidModule
    details: models.InvalidModuleDetails


class InvalidOAuthTokenError(ApiError):
    """The access token was dropped because its refresh token has 15 newer ones."""

    body: models.InvalidOAuthToken
    details: models.EmptyDetails


class InvalidRequestError(ApiError):
    """The request is malformed, for example an id in the path."""

    body: models.InvalidRequest
    details: models.EmptyDetails


class InvalidRequestMethodError(ApiError):
    """The path does not support this HTTP method."""

    body: models.InvalidRequestMethod
    details: models.EmptyDetails


class InvalidTokenError(ApiError):
    """The access token is expired or was never issued."""

    body: models.InvalidToken
    details: models.EmptyDetails


class InvalidUrlPatternError(ApiError):
    """There is nothing at this path."""

    body: models.InvalidUrlPattern
    details: models.EmptyDetails


class LimitExceededError(ApiError):
    """There are more records than the operation accepts."""

    body: models.LimitExceeded
    details: models.LimitDetails


class MandatoryFieldsNotMappedError(ApiError):
    """A mandatory field of the module has no column."""

    body: models.MandatoryFieldsNotMapped
    details: models.EmptyDetails


class MandatoryNotFoundError(ApiError):
    """A parameter or key that the operation needs is missing."""

    body: models.MandatoryNotFound
    details: models.ParamDetails


class MappingMismatchError(ApiError):
    """The value does not fit the value of another field, for example a stage and its pipeline."""

    body: models.MappingMismatch
    details: models.MappingMismatchDetails


class MissingRequiredKeyError(ApiError):
    """A required key is missing."""

    body: models.MissingRequiredKey
    details: models.PlaceDetails


class ModuleNotAvailableError(ApiError):
    """The module does not exist or is not supported."""

    body: models.ModuleNotAvailable
    details: models.EmptyDetails


class NoPermissionError(ApiError):
    """The user's profile does not have the permission."""

    body: models.NoPermission
    details: models.NoPermissionDetails


class NoRecordsFoundError(ApiError):
    """There are no records to process."""

    body: models.NoRecordsFound
    details: models.EmptyDetails


class NotAllowedError(ApiError):
    """The request is not allowed."""

    body: models.NotAllowed
    details: models.PlaceDetails


class NotApprovedError(ApiError):
    """The record is waiting for approval."""

    body: models.NotApproved
    details: models.NotApprovedDetails


class NotFoundError(ApiError):
    """The job does not exist, or belongs to another module."""

    body: models.NotFound
    details: models.EmptyDetails


class NotReviewedError(ApiError):
    """The record is in review."""

    body: models.NotReviewed
    details: models.RecordDetails


class NotSupportedError(ApiError):
    """The module or the record does not support the operation."""

    body: models.NotSupported
    details: models.InvalidModuleDetails


class NotSupportedFeatureError(ApiError):
    """The header names an unknown feature."""

    body: models.NotSupportedFeature
    details: models.EmptyDetails


class OAuthError(ApiError):
    """The reason why there is no token, regardless of the HTTP status."""

    body: models.OAuthError
    details: models.OAuthError


class OAuthScopeMismatchError(ApiError):
    """The access token lacks a scope that the operation needs."""

    body: models.OAuthScopeMismatch
    details: models.EmptyDetails


class RecordInBlueprintError(ApiError):
    """The record is in a blueprint."""

    body: models.RecordInBlueprint
    details: models.RecordDetails


class RecordLimitExceededError(ApiError):
    """The custom view has more records than the operation accepts."""

    body: models.RecordLimitExceeded
    details: models.LimitDetails


class RecordLockedError(ApiError):
    """The record is locked by the action in `details.action`."""

    body: models.RecordLocked
    details: models.RecordLockedDetails


class RequestBodyNotSupportedError(ApiError):
    """The request's body is not supported."""

    body: models.RequestBodyNotSupported
    details: models.EmptyDetails


class RequiredParamMissingError(ApiError):
    """A query parameter that the operation needs is missing."""

    body: models.RequiredParamMissing
    details: models.ParamDetails


class ResourceNotFoundError(ApiError):
    """The job does not exist."""

    body: models.ResourceNotFound
    details: models.EmptyDetails


class TooManyRequestsError(ApiError):
    """Too many calls, or too many at the same time, for the edition."""

    body: models.TooManyRequests
    details: models.EmptyDetails


class UnableToParseDataTypeError(ApiError):
    """The body or a parameter has the wrong format."""

    body: models.UnableToParseDataType
    details: models.EmptyDetails


class ZipFileNotFoundError(ApiError):
    """There is no uploaded file of this id."""

    body: models.ZipFileNotFound
    details: models.EmptyDetails


PLATFORM: tuple[type[ApiError], ...] = (
    AuthorizationFailedError,  # HTTP 400
    InvalidRequestMethodError,  # HTTP 400
    InvalidRequestError,  # HTTP 400
    InvalidHostError,  # HTTP 400
    UnableToParseDataTypeError,  # HTTP 400
    AuthenticationFailureError,  # HTTP 401
    OAuthScopeMismatchError,  # HTTP 401
    InvalidTokenError,  # HTTP 401
    InvalidOAuthTokenError,  # HTTP 401
    NoPermissionError,  # HTTP 403
    InvalidUrlPatternError,  # HTTP 404
    TooManyRequestsError,  # HTTP 429
    InternalError,  # HTTP 500
    InternalServerError,  # HTTP 500
)
"""The errors that every operation can raise, except those of the accounts server. Use it in ``except``."""

_BY_CODE: dict[str, tuple[type[ApiError], str]] = {
    "ALREADY_SCHEDULED": (AlreadyScheduledError, "AlreadyScheduled"),
    "AMBIGUITY_DURING_PROCESSING": (AmbiguityDuringProcessingError, "AmbiguityDuringProcessing"),
    "API_NOT_SUPPORTED": (ApiNotSupportedError, "ApiNotSupported"),
    "AUTHENTICATION_FAILURE": (AuthenticationFailureError, "AuthenticationFailure"),
    "AUTHORIZATION_FAILED": (AuthorizationFailedError, "AuthorizationFailed"),
    "CANNOT_PERFORM_ACTION": (CannotPerformActionError, "CannotPerformAction"),
    "CANNOT_PROCESS": (CannotProcessError, "CannotProcess"),
    "COEXISTENCE_NOT_ALLOWED": (CoexistenceNotAllowedError, "CoexistenceNotAllowed"),
    "COLUMN_INDEX_NOT_FOUND": (ColumnIndexNotFoundError, "ColumnIndexNotFound"),
    "COMBINED_CRITERIA_LIMIT_EXCEEDED": (CombinedCriteriaLimitExceededError, "CombinedCriteriaLimitExceeded"),
    "CONVERTED_RECORD": (ConvertedRecordError, "ConvertedRecord"),
    "DEPENDENT_FIELD_MISSING": (DependentFieldMissingError, "DependentFieldMissing"),
    "DEPENDENT_MISMATCH": (DependentMismatchError, "DependentMismatch"),
    "DUPLICATE_DATA": (DuplicateDataError, "DuplicateData"),
    "EXPECTED_FIELD_MISSING": (ExpectedFieldMissingError, "ExpectedFieldMissing"),
    "FILE_NOT_SUPPORTED": (FileNotSupportedError, "FileNotSupported"),
    "FILE_TOO_LARGE": (FileTooLargeError, "FileTooLarge"),
    "HEADER_LIMIT_EXCEEDED": (HeaderLimitExceededError, "HeaderLimitExceeded"),
    "ID_ALREADY_CONVERTED": (IdAlreadyConvertedError, "IdAlreadyConverted"),
    "INTERNAL_ERROR": (InternalError, "InternalError"),
    "INTERNAL_SERVER_ERROR": (InternalServerError, "InternalServerError"),
    "INVALID_CALLBACK_METHOD": (InvalidCallbackMethodError, "InvalidCallbackMethod"),
    "INVALID_CALLBACK_URL": (InvalidCallbackUrlError, "InvalidCallbackUrl"),
    "INVALID_DATA": (InvalidDataError, "InvalidData"),
    "INVALID_FIELD": (InvalidFieldError, "InvalidField"),
    "INVALID_FILE_FORMAT": (InvalidFileFormatError, "InvalidFileFormat"),
    "INVALID_FILE_ID": (InvalidFileIdError, "InvalidFileId"),
    "INVALID_FORMAT": (InvalidFormatError, "InvalidFormat"),
    "INVALID_HOST": (InvalidHostError, "InvalidHost"),
    "INVALID_MODULE": (InvalidModuleError, "InvalidModule"),
    "INVALID_OAUTHTOKEN": (InvalidOAuthTokenError, "InvalidOAuthToken"),
    "INVALID_REQUEST": (InvalidRequestError, "InvalidRequest"),
    "INVALID_REQUEST_METHOD": (InvalidRequestMethodError, "InvalidRequestMethod"),
    "INVALID_TOKEN": (InvalidTokenError, "InvalidToken"),
    "INVALID_URL_PATTERN": (InvalidUrlPatternError, "InvalidUrlPattern"),
    "LIMIT_EXCEEDED": (LimitExceededError, "LimitExceeded"),
    "MANDATORY_FIELDS_NOT_MAPPED": (MandatoryFieldsNotMappedError, "MandatoryFieldsNotMapped"),
    "MANDATORY_NOT_FOUND": (MandatoryNotFoundError, "MandatoryNotFound"),
    "MAPPING_MISMATCH": (MappingMismatchError, "MappingMismatch"),
    "MISSING_REQUIRED_KEY": (MissingRequiredKeyError, "MissingRequiredKey"),
    "MODULE_NOT_AVAILABLE": (ModuleNotAvailableError, "ModuleNotAvailable"),
    "NO_PERMISSION": (NoPermissionError, "NoPermission"),
    "NO_RECORDS_FOUND": (NoRecordsFoundError, "NoRecordsFound"),
    "NOT_ALLOWED": (NotAllowedError, "NotAllowed"),
    "NOT_APPROVED": (NotApprovedError, "NotApproved"),
    "NOT_FOUND": (NotFoundError, "NotFound"),
    "NOT_REVIEWED": (NotReviewedError, "NotReviewed"),
    "NOT_SUPPORTED": (NotSupportedError, "NotSupported"),
    "NOT_SUPPORTED_FEATURE": (NotSupportedFeatureError, "NotSupportedFeature"),
    "invalid_code": (OAuthError, "OAuthError"),
    "invalid_client": (OAuthError, "OAuthError"),
    "invalid_client_secret": (OAuthError, "OAuthError"),
    "invalid_redirect_uri": (OAuthError, "OAuthError"),
    "invalid_token": (OAuthError, "OAuthError"),
    "general_error": (OAuthError, "OAuthError"),
    "access_denied": (OAuthError, "OAuthError"),
    "Access Denied": (OAuthError, "OAuthError"),
    "missing_org_info": (OAuthError, "OAuthError"),
    "OAUTH_SCOPE_MISMATCH": (OAuthScopeMismatchError, "OAuthScopeMismatch"),
    "RECORD_IN_BLUEPRINT": (RecordInBlueprintError, "RecordInBlueprint"),
    "RECORD_LIMIT_EXCEEDED": (RecordLimitExceededError, "RecordLimitExceeded"),
    "RECORD_LOCKED": (RecordLockedError, "RecordLocked"),
    "REQUEST_BODY_NOT_SUPPORTED": (RequestBodyNotSupportedError, "RequestBodyNotSupported"),
    "REQUIRED_PARAM_MISSING": (RequiredParamMissingError, "RequiredParamMissing"),
    "RESOURCE_NOT_FOUND": (ResourceNotFoundError, "ResourceNotFound"),
    "TOO_MANY_REQUESTS": (TooManyRequestsError, "TooManyRequests"),
    "UNABLE_TO_PARSE_DATA_TYPE": (UnableToParseDataTypeError, "UnableToParseDataType"),
    "FILE_NOT_FOUND": (ZipFileNotFoundError, "ZipFileNotFound"),
}


def of(operation_id: str, response: httpx.Response, source: Any) -> ApiError:
    """Return the exception for an error in JSON; a plain ``ApiError`` if the document does not list its code.

    Raises:
        ValueError: The JSON is not an error.
    """
    fields = Fields(source)
    if "code" not in fields.rest and "error" in fields.rest:  # the form of the accounts server
        code, message = fields.required("error", text), fields.optional("error_description", text) or ""
        details = source
    else:
        source = {"details": {}, "message": "", **fields.rest}  # Zoho may leave out either
        fields = Fields(source)
        code, message = fields.required("code", text), fields.required("message", text)
        details = fields.required("details", anything)
    if code not in _BY_CODE:
        return ApiError(operation_id, response, code=code, message=message, details=details, body=source)
    from . import models

    error, model = _BY_CODE[code]
    body = getattr(models, model).from_dict(source)
    details = getattr(body, "details", body)
    return error(operation_id, response, code=code, message=message, details=details, body=body)
