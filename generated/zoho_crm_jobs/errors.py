# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""What calls raise.

::

    ZohoCRMError
    ├── TransportError
    ├── SubmissionUncertain
    ├── UnexpectedResponse
    ├── DataCenterMismatch
    ├── NoJob
    ├── JobNotFound
    ├── JobFailed
    ├── JobTimedOut
    ├── NoResult
    ├── InvalidResult
    └── ApiError
        ├── AlreadyScheduledError
        ├── AmbiguityDuringProcessingError
        ├── ApiNotSupportedError
        ├── AuthenticationFailureError
        ├── AuthorizationFailedError
        ├── CannotPerformActionError
        ├── CannotProcessError
        ├── CoexistenceNotAllowedError
        ├── ColumnIndexNotFoundError
        ├── CombinedCriteriaLimitExceededError
        ├── ConvertedRecordError
        ├── DependentFieldMissingError
        ├── DependentMismatchError
        ├── DuplicateDataError
        ├── ExpectedFieldMissingError
        ├── FileNotSupportedError
        ├── FileTooLargeError
        ├── HeaderLimitExceededError
        ├── IdAlreadyConvertedError
        ├── InternalError
        ├── InternalServerError
        ├── InvalidCallbackMethodError
        ├── InvalidCallbackUrlError
        ├── InvalidDataError
        ├── InvalidFieldError
        ├── InvalidFileFormatError
        ├── InvalidFileIdError
        ├── InvalidFormatError
        ├── InvalidHostError
        ├── InvalidModuleError
        ├── InvalidOAuthTokenError
        ├── InvalidRequestError
        ├── InvalidRequestMethodError
        ├── InvalidTokenError
        ├── InvalidUrlPatternError
        ├── LimitExceededError
        ├── MandatoryFieldsNotMappedError
        ├── MandatoryNotFoundError
        ├── MappingMismatchError
        ├── MissingRequiredKeyError
        ├── ModuleNotAvailableError
        ├── NoPermissionError
        ├── NoRecordsFoundError
        ├── NotAllowedError
        ├── NotApprovedError
        ├── NotFoundError
        ├── NotReviewedError
        ├── NotSupportedError
        ├── NotSupportedFeatureError
        ├── OAuthError
        ├── OAuthScopeMismatchError
        ├── RecordInBlueprintError
        ├── RecordLimitExceededError
        ├── RecordLockedError
        ├── RequestBodyNotSupportedError
        ├── RequiredParamMissingError
        ├── ResourceNotFoundError
        ├── TooManyRequestsError
        ├── UnableToParseDataTypeError
        └── ZipFileNotFoundError
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .runtime.codec import Fields, anything, text
from .runtime.errors import (
    ApiError,
    DataCenterMismatch,
    InvalidResult,
    JobFailed,
    JobNotFound,
    JobTimedOut,
    NoJob,
    NoResult,
    SubmissionUncertain,
    TransportError,
    UnexpectedResponse,
)
from .runtime.types import ZohoCRMError

if TYPE_CHECKING:
    import httpx

    from . import models

__all__ = (
    "ApiError",
    "DataCenterMismatch",
    "InvalidResult",
    "JobFailed",
    "JobNotFound",
    "JobTimedOut",
    "NoJob",
    "NoResult",
    "SubmissionUncertain",
    "TransportError",
    "UnexpectedResponse",
    "ZohoCRMError",
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
    """A job for the same custom view is running.

    ``code`` is ALREADY_SCHEDULED.
    """

    body: models.AlreadyScheduled
    details: models.PlaceDetails


class AmbiguityDuringProcessingError(ApiError):
    """Two keys that name the same thing contradict each other.

    ``code`` is AMBIGUITY_DURING_PROCESSING.
    """

    body: models.AmbiguityDuringProcessing
    details: models.AmbiguityDetails


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


class CannotPerformActionError(ApiError):
    """The user may not do this with the record.

    ``code`` is CANNOT_PERFORM_ACTION.
    """

    body: models.CannotPerformAction
    details: models.RecordDetails


class CannotProcessError(ApiError):
    """The record is in stop processing.

    ``code`` is CANNOT_PROCESS.
    """

    body: models.CannotProcess
    details: models.RecordDetails


class CoexistenceNotAllowedError(ApiError):
    """Two keys may not be there together.

    ``code`` is COEXISTENCE_NOT_ALLOWED.
    """

    body: models.CoexistenceNotAllowed
    details: models.PlaceDetails


class ColumnIndexNotFoundError(ApiError):
    """A column's index is negative or missing.

    ``code`` is COLUMN_INDEX_NOT_FOUND.
    """

    body: models.ColumnIndexNotFound
    details: models.EmptyDetails


class CombinedCriteriaLimitExceededError(ApiError):
    """The custom view and the request have more criteria together than the operation takes.

    ``code`` is COMBINED_CRITERIA_LIMIT_EXCEEDED.
    """

    body: models.CombinedCriteriaLimitExceeded
    details: models.LimitDetails


class ConvertedRecordError(ApiError):
    """The record was converted and cannot be changed.

    ``code`` is CONVERTED_RECORD.
    """

    body: models.ConvertedRecord
    details: models.RecordDetails


class DependentFieldMissingError(ApiError):
    """A key lacks the key it depends on.

    ``code`` is DEPENDENT_FIELD_MISSING.
    """

    body: models.DependentFieldMissing
    details: models.DependentDetails


class DependentMismatchError(ApiError):
    """A key contradicts the key it depends on.

    ``code`` is DEPENDENT_MISMATCH.
    """

    body: models.DependentMismatch
    details: models.DependentDetails


class DuplicateDataError(ApiError):
    """A unique field would hold the same value twice.

    ``code`` is DUPLICATE_DATA.
    """

    body: models.DuplicateData
    details: models.DuplicateDataDetails


class ExpectedFieldMissingError(ApiError):
    """None of the keys is there of which one is needed.

    ``code`` is EXPECTED_FIELD_MISSING.
    """

    body: models.ExpectedFieldMissing
    details: models.ExpectedFieldDetails


class FileNotSupportedError(ApiError):
    """The file cannot be used for a bulk write.

    ``code`` is FILE_NOT_SUPPORTED.
    """

    body: models.FileNotSupported
    details: models.EmptyDetails


class FileTooLargeError(ApiError):
    """The file is larger than 25 MB.

    ``code`` is FILE_TOO_LARGE.
    """

    body: models.FileTooLarge
    details: models.EmptyDetails


class HeaderLimitExceededError(ApiError):
    """More than 200 columns are mapped.

    ``code`` is HEADER_LIMIT_EXCEEDED.
    """

    body: models.HeaderLimitExceeded
    details: models.EmptyDetails


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


class InvalidCallbackMethodError(ApiError):
    """The callback's method is not post.

    ``code`` is INVALID_CALLBACK_METHOD.
    """

    body: models.InvalidCallbackMethod
    details: models.CallbackMethodDetails


class InvalidCallbackUrlError(ApiError):
    """The callback's address is not one.

    ``code`` is INVALID_CALLBACK_URL.
    """

    body: models.InvalidCallbackUrl
    details: models.EmptyDetails


class InvalidDataError(ApiError):
    """A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not take.

    ``code`` is INVALID_DATA.
    """

    body: models.InvalidData
    details: models.InvalidDataDetails


class InvalidFieldError(ApiError):
    """The module has no such field.

    ``code`` is INVALID_FIELD.
    """

    body: models.InvalidField
    details: models.EmptyDetails


class InvalidFileFormatError(ApiError):
    """The file is not a zip file.

    ``code`` is INVALID_FILE_FORMAT.
    """

    body: models.InvalidFileFormat
    details: models.UploadDetails


class InvalidFileIdError(ApiError):
    """There is no such uploaded file.

    ``code`` is INVALID_FILE_ID.
    """

    body: models.InvalidFileId
    details: models.EmptyDetails


class InvalidFormatError(ApiError):
    """The date format is not one.

    ``code`` is INVALID_FORMAT.
    """

    body: models.InvalidFormat
    details: models.EmptyDetails


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


class InvalidOAuthTokenError(ApiError):
    """The access token was dropped, because its refresh token has 15 newer ones.

    ``code`` is INVALID_OAUTHTOKEN.
    """

    body: models.InvalidOAuthToken
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


class LimitExceededError(ApiError):
    """More records than the operation takes.

    ``code`` is LIMIT_EXCEEDED.
    """

    body: models.LimitExceeded
    details: models.LimitDetails


class MandatoryFieldsNotMappedError(ApiError):
    """A mandatory field of the module has no column.

    ``code`` is MANDATORY_FIELDS_NOT_MAPPED.
    """

    body: models.MandatoryFieldsNotMapped
    details: models.EmptyDetails


class MandatoryNotFoundError(ApiError):
    """A parameter or key that the operation needs is missing.

    ``code`` is MANDATORY_NOT_FOUND.
    """

    body: models.MandatoryNotFound
    details: models.ParamDetails


class MappingMismatchError(ApiError):
    """The value does not fit that of another field, as a stage does not fit its pipeline.

    ``code`` is MAPPING_MISMATCH.
    """

    body: models.MappingMismatch
    details: models.MappingMismatchDetails


class MissingRequiredKeyError(ApiError):
    """A key that is needed is missing.

    ``code`` is MISSING_REQUIRED_KEY.
    """

    body: models.MissingRequiredKey
    details: models.PlaceDetails


class ModuleNotAvailableError(ApiError):
    """The module does not exist or is not supported.

    ``code`` is MODULE_NOT_AVAILABLE.
    """

    body: models.ModuleNotAvailable
    details: models.EmptyDetails


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


class NotAllowedError(ApiError):
    """What is asked for is not allowed.

    ``code`` is NOT_ALLOWED.
    """

    body: models.NotAllowed
    details: models.PlaceDetails


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


class NotReviewedError(ApiError):
    """The record is in review.

    ``code`` is NOT_REVIEWED.
    """

    body: models.NotReviewed
    details: models.RecordDetails


class NotSupportedError(ApiError):
    """The module or the record does not support the operation.

    ``code`` is NOT_SUPPORTED.
    """

    body: models.NotSupported
    details: models.InvalidModuleDetails


class NotSupportedFeatureError(ApiError):
    """The feature named in the header is not one.

    ``code`` is NOT_SUPPORTED_FEATURE.
    """

    body: models.NotSupportedFeature
    details: models.EmptyDetails


class OAuthError(ApiError):
    """Why there is no token, whatever the HTTP status.

    ``code`` is invalid_code or invalid_client or invalid_client_secret or invalid_redirect_uri or invalid_token or general_error or access_denied or Access Denied or missing_org_info.
    """

    body: models.OAuthError
    details: models.OAuthError


class OAuthScopeMismatchError(ApiError):
    """The access token does not have a scope that the operation needs.

    ``code`` is OAUTH_SCOPE_MISMATCH.
    """

    body: models.OAuthScopeMismatch
    details: models.EmptyDetails


class RecordInBlueprintError(ApiError):
    """The record is in a blueprint.

    ``code`` is RECORD_IN_BLUEPRINT.
    """

    body: models.RecordInBlueprint
    details: models.RecordDetails


class RecordLimitExceededError(ApiError):
    """The custom view has more records than the operation takes.

    ``code`` is RECORD_LIMIT_EXCEEDED.
    """

    body: models.RecordLimitExceeded
    details: models.LimitDetails


class RecordLockedError(ApiError):
    """The record is locked by what `details.action` says.

    ``code`` is RECORD_LOCKED.
    """

    body: models.RecordLocked
    details: models.RecordLockedDetails


class RequestBodyNotSupportedError(ApiError):
    """The request's body cannot be used.

    ``code`` is REQUEST_BODY_NOT_SUPPORTED.
    """

    body: models.RequestBodyNotSupported
    details: models.EmptyDetails


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


class ZipFileNotFoundError(ApiError):
    """The zip file has no CSV file of this name.

    ``code`` is FILE_NOT_FOUND.
    """

    body: models.ZipFileNotFound
    details: models.EmptyDetails


_OF_CODE: dict[str, tuple[type[ApiError], str]] = {
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
    if "code" not in fields.rest and "error" in fields.rest:  # the accounts server has a form of its own
        code, message = fields.required("error", text), fields.optional("error_description", text) or ""
        details = source
    else:
        code, message = fields.required("code", text), fields.required("message", text)
        details = fields.required("details", anything)
    if code not in _OF_CODE:
        return ApiError(operation_id, response, code=code, message=message, details=details, body=source)
    from . import models

    error, model = _OF_CODE[code]
    body = getattr(models, model).from_dict(source)
    details = getattr(body, "details", body)
    return error(operation_id, response, code=code, message=message, details=details, body=body)
