# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The errors that operations raise.

::

    ZohoCRMError
    ├── TransportError: No response arrived: no connection, a timeout, or a response that broke off.
    ├── SubmissionUncertain: A request that changes data was sent, and may or may not have taken effect.
    ├── DataCenterMismatch: The access token belongs to another data center than the client.
    ├── TokenStoreFailed: The store of access tokens failed, or another caller held its lock for as long as the call may last.
    ├── CompletedImmediately: A submission was completed immediately, so there is no job to wait for.
    ├── JobFailed: The job ended in a state that means failure.
    ├── JobTimedOut: The job had not ended when the timeout expired.
    ├── ResultNotReady: The job has no result to download yet.
    ├── ResultUnavailable: The job has no result to download, and will not have one.
    ├── InvalidResult: A downloaded result is not a sound zip archive, and was discarded.
    ├── UnexpectedResponse: The response has an undocumented status, or its body is not the documented JSON.
    └── ApiError: An error of the API.
        └── NotFoundError: What the request names does not exist.
            └── JobNotFound: The job does not exist, has expired, or belongs to another user.

Each error code of the API has a kind, which is a subclass of ``ApiError``:

``authentication`` (``AuthenticationError``)
    There is no valid access token, or none can be obtained.
``permission_denied`` (``PermissionDeniedError``)
    The user or the access token may not do this.
``not_found`` (``NotFoundError``)
    What the request names does not exist.
``conflict`` (``ConflictError``)
    The state of a record or job does not allow the request.
``rate_limit`` (``RateLimitError``, retryable)
    There were too many calls, or too many at the same time.
``validation`` (``ValidationError``)
    The request is wrong and has to be changed.
``server`` (``ServerError``, retryable)
    Zoho failed to process the request.

Each code has a subclass of its kind, with typed ``body`` and ``details``:

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
``NOT_FOUND`` (``NoSuchJobError``)
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
    NotFoundError,
    RequestLine,
    ResultNotReady,
    ResultUnavailable,
    SubmissionUncertain,
    TokenStoreFailed,
    TransportError,
    UnexpectedResponse,
    hint_of,
)
from .runtime.types import ZohoCRMError

if TYPE_CHECKING:
    import httpx

    from . import models

__all__ = (
    "PLATFORM",
    "RequestLine",
    "ZohoCRMError",
    "TransportError",
    "SubmissionUncertain",
    "DataCenterMismatch",
    "TokenStoreFailed",
    "CompletedImmediately",
    "JobFailed",
    "JobTimedOut",
    "ResultNotReady",
    "ResultUnavailable",
    "InvalidResult",
    "UnexpectedResponse",
    "ApiError",
    "NotFoundError",
    "JobNotFound",
    "AuthenticationError",
    "PermissionDeniedError",
    "ConflictError",
    "RateLimitError",
    "ValidationError",
    "ServerError",
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
    "NoSuchJobError",
    "NotAllowedError",
    "NotApprovedError",
    "NotReviewedError",
    "NotSupportedError",
    "NotSupportedFeatureError",
    "OAuthError",
    "OAuthAuthenticationError",
    "OAuthValidationError",
    "OAuthRateLimitError",
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


class AuthenticationError(ApiError):
    """There is no valid access token, or none can be obtained."""

    kind = "authentication"


class PermissionDeniedError(ApiError):
    """The user or the access token may not do this."""

    kind = "permission_denied"


class ConflictError(ApiError):
    """The state of a record or job does not allow the request."""

    kind = "conflict"


class RateLimitError(ApiError):
    """There were too many calls, or too many at the same time."""

    kind = "rate_limit"
    retryable = True


class ValidationError(ApiError):
    """The request is wrong and has to be changed."""

    kind = "validation"


class ServerError(ApiError):
    """Zoho failed to process the request."""

    kind = "server"
    retryable = True


class AlreadyScheduledError(ConflictError):
    """A job for the same custom view is running."""

    body: models.AlreadyScheduled
    details: models.PlaceDetails
    retryable = True


class AmbiguityDuringProcessingError(ValidationError):
    """Two keys for the same thing contradict each other."""

    body: models.AmbiguityDuringProcessing
    details: models.AmbiguityDetails


class ApiNotSupportedError(ValidationError):
    """This API version does not have the operation yet."""

    body: models.ApiNotSupported
    details: models.ApiNotSupportedDetails


class AuthenticationFailureError(AuthenticationError):
    """The request carries no access token."""

    body: models.AuthenticationFailure
    details: models.EmptyDetails


class AuthorizationFailedError(PermissionDeniedError):
    """The user does not have the privilege."""

    body: models.AuthorizationFailed
    details: models.EmptyDetails


class CannotPerformActionError(PermissionDeniedError):
    """The user may not do this with the record."""

    body: models.CannotPerformAction
    details: models.RecordDetails


class CannotProcessError(ConflictError):
    """The record is in stop processing."""

    body: models.CannotProcess
    details: models.RecordDetails


class CoexistenceNotAllowedError(ValidationError):
    """Two keys cannot be used together."""

    body: models.CoexistenceNotAllowed
    details: models.PlaceDetails


class ColumnIndexNotFoundError(ValidationError):
    """A column's index is negative or missing."""

    body: models.ColumnIndexNotFound
    details: models.EmptyDetails


class CombinedCriteriaLimitExceededError(ValidationError):
    """The custom view and the request together have more criteria than the operation accepts."""

    body: models.CombinedCriteriaLimitExceeded
    details: models.LimitDetails


class ConvertedRecordError(ConflictError):
    """The record was converted and cannot be changed."""

    body: models.ConvertedRecord
    details: models.RecordDetails


class DependentFieldMissingError(ValidationError):
    """A key is present without the key it depends on."""

    body: models.DependentFieldMissing
    details: models.DependentDetails


class DependentMismatchError(ValidationError):
    """A key contradicts the key it depends on."""

    body: models.DependentMismatch
    details: models.DependentDetails


class DuplicateDataError(ConflictError):
    """A unique field would hold the same value twice."""

    body: models.DuplicateData
    details: models.DuplicateDataDetails


class ExpectedFieldMissingError(ValidationError):
    """None of the alternative keys is present; one is needed."""

    body: models.ExpectedFieldMissing
    details: models.ExpectedFieldDetails


class FileNotSupportedError(ValidationError):
    """The file is not suitable for a bulk write."""

    body: models.FileNotSupported
    details: models.EmptyDetails


class FileTooLargeError(ValidationError):
    """The file is larger than 25 MB."""

    body: models.FileTooLarge
    details: models.EmptyDetails


class HeaderLimitExceededError(ValidationError):
    """More than 200 columns are mapped."""

    body: models.HeaderLimitExceeded
    details: models.EmptyDetails


class IdAlreadyConvertedError(ConflictError):
    """The record was converted before."""

    body: models.IdAlreadyConverted
    details: models.IdAlreadyConvertedDetails


class InternalError(ServerError):
    """Zoho had an unexpected internal error."""

    body: models.InternalError
    details: models.EmptyDetails


class InternalServerError(ServerError):
    """INTERNAL_ERROR, as the vendor's OpenAPI files spell it."""

    body: models.InternalServerError
    details: models.EmptyDetails


class InvalidCallbackMethodError(ValidationError):
    """The callback's method is not "post"."""

    body: models.InvalidCallbackMethod
    details: models.CallbackMethodDetails


class InvalidCallbackUrlError(ValidationError):
    """The callback's URL is invalid."""

    body: models.InvalidCallbackUrl
    details: models.EmptyDetails


class InvalidDataError(ValidationError):
    """A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not
    accept."""

    body: models.InvalidData
    details: models.InvalidDataDetails


class InvalidFieldError(ValidationError):
    """The module does not have the field."""

    body: models.InvalidField
    details: models.EmptyDetails


class InvalidFileFormatError(ValidationError):
    """The file is not a zip file."""

    body: models.InvalidFileFormat
    details: models.UploadDetails


class InvalidFileIdError(NotFoundError):
    """The uploaded file does not exist."""

    body: models.InvalidFileId
    details: models.EmptyDetails


class InvalidFormatError(ValidationError):
    """The date format is invalid."""

    body: models.InvalidFormat
    details: models.EmptyDetails


class InvalidHostError(ValidationError):
    """The request went to a domain that is not an api domain."""

    body: models.InvalidHost
    details: models.EmptyDetails


class InvalidModuleError(ValidationError):
    """The module does not exist, is hidden from the user, or is not supported by the API."""

    body: models.InvalidModule
    details: models.InvalidModuleDetails


class InvalidOAuthTokenError(AuthenticationError):
    """The access token was dropped because its refresh token has 15 newer ones."""

    body: models.InvalidOAuthToken
    details: models.EmptyDetails


class InvalidRequestError(ValidationError):
    """The request is malformed, for example an id in the path."""

    body: models.InvalidRequest
    details: models.EmptyDetails


class InvalidRequestMethodError(ValidationError):
    """The path does not support this HTTP method."""

    body: models.InvalidRequestMethod
    details: models.EmptyDetails


class InvalidTokenError(AuthenticationError):
    """The access token is expired or was never issued."""

    body: models.InvalidToken
    details: models.EmptyDetails


class InvalidUrlPatternError(NotFoundError):
    """There is nothing at this path."""

    body: models.InvalidUrlPattern
    details: models.EmptyDetails


class LimitExceededError(ValidationError):
    """There are more records than the operation accepts."""

    body: models.LimitExceeded
    details: models.LimitDetails


class MandatoryFieldsNotMappedError(ValidationError):
    """A mandatory field of the module has no column."""

    body: models.MandatoryFieldsNotMapped
    details: models.EmptyDetails


class MandatoryNotFoundError(ValidationError):
    """A parameter or key that the operation needs is missing."""

    body: models.MandatoryNotFound
    details: models.ParamDetails


class MappingMismatchError(ValidationError):
    """The value does not fit the value of another field, for example a stage and its pipeline."""

    body: models.MappingMismatch
    details: models.MappingMismatchDetails


class MissingRequiredKeyError(ValidationError):
    """A required key is missing."""

    body: models.MissingRequiredKey
    details: models.PlaceDetails


class ModuleNotAvailableError(ValidationError):
    """The module does not exist or is not supported."""

    body: models.ModuleNotAvailable
    details: models.EmptyDetails


class NoPermissionError(PermissionDeniedError):
    """The user's profile does not have the permission."""

    body: models.NoPermission
    details: models.NoPermissionDetails


class NoRecordsFoundError(NotFoundError):
    """There are no records to process."""

    body: models.NoRecordsFound
    details: models.EmptyDetails


class NoSuchJobError(NotFoundError):
    """The job does not exist, or belongs to another module."""

    body: models.NoSuchJob
    details: models.EmptyDetails


class NotAllowedError(ValidationError):
    """The request is not allowed."""

    body: models.NotAllowed
    details: models.PlaceDetails


class NotApprovedError(ConflictError):
    """The record is waiting for approval."""

    body: models.NotApproved
    details: models.NotApprovedDetails


class NotReviewedError(ConflictError):
    """The record is in review."""

    body: models.NotReviewed
    details: models.RecordDetails


class NotSupportedError(ValidationError):
    """The module or the record does not support the operation."""

    body: models.NotSupported
    details: models.InvalidModuleDetails


class NotSupportedFeatureError(ValidationError):
    """The header names an unknown feature."""

    body: models.NotSupportedFeature
    details: models.EmptyDetails


class OAuthError(ApiError):
    """The reason why there is no token, regardless of the HTTP status."""

    body: models.OAuthError
    details: models.OAuthError


class OAuthAuthenticationError(OAuthError, AuthenticationError):
    """The reason why there is no token, regardless of the HTTP status. There is no valid access token, or none can
    be obtained."""


class OAuthValidationError(OAuthError, ValidationError):
    """The reason why there is no token, regardless of the HTTP status. The request is wrong and has to be changed."""


class OAuthRateLimitError(OAuthError, RateLimitError):
    """The reason why there is no token, regardless of the HTTP status. There were too many calls, or too many at the
    same time."""


class OAuthScopeMismatchError(PermissionDeniedError):
    """The access token lacks a scope that the operation needs."""

    body: models.OAuthScopeMismatch
    details: models.EmptyDetails


class RecordInBlueprintError(ConflictError):
    """The record is in a blueprint."""

    body: models.RecordInBlueprint
    details: models.RecordDetails


class RecordLimitExceededError(ValidationError):
    """The custom view has more records than the operation accepts."""

    body: models.RecordLimitExceeded
    details: models.LimitDetails


class RecordLockedError(ConflictError):
    """The record is locked by the action in `details.action`."""

    body: models.RecordLocked
    details: models.RecordLockedDetails
    retryable = True


class RequestBodyNotSupportedError(ValidationError):
    """The request's body is not supported."""

    body: models.RequestBodyNotSupported
    details: models.EmptyDetails


class RequiredParamMissingError(ValidationError):
    """A query parameter that the operation needs is missing."""

    body: models.RequiredParamMissing
    details: models.ParamDetails


class ResourceNotFoundError(NotFoundError):
    """The job does not exist."""

    body: models.ResourceNotFound
    details: models.EmptyDetails


class TooManyRequestsError(RateLimitError):
    """Too many calls, or too many at the same time, for the edition."""

    body: models.TooManyRequests
    details: models.EmptyDetails


class UnableToParseDataTypeError(ValidationError):
    """The body or a parameter has the wrong format."""

    body: models.UnableToParseDataType
    details: models.EmptyDetails


class ZipFileNotFoundError(NotFoundError):
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
    "NOT_FOUND": (NoSuchJobError, "NoSuchJob"),
    "NOT_ALLOWED": (NotAllowedError, "NotAllowed"),
    "NOT_APPROVED": (NotApprovedError, "NotApproved"),
    "NOT_REVIEWED": (NotReviewedError, "NotReviewed"),
    "NOT_SUPPORTED": (NotSupportedError, "NotSupported"),
    "NOT_SUPPORTED_FEATURE": (NotSupportedFeatureError, "NotSupportedFeature"),
    "invalid_code": (OAuthAuthenticationError, "OAuthError"),
    "invalid_client": (OAuthAuthenticationError, "OAuthError"),
    "invalid_client_secret": (OAuthAuthenticationError, "OAuthError"),
    "invalid_redirect_uri": (OAuthAuthenticationError, "OAuthError"),
    "invalid_token": (OAuthAuthenticationError, "OAuthError"),
    "general_error": (OAuthValidationError, "OAuthError"),
    "access_denied": (OAuthRateLimitError, "OAuthError"),
    "Access Denied": (OAuthRateLimitError, "OAuthError"),
    "missing_org_info": (OAuthValidationError, "OAuthError"),
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
_RESOLUTIONS: dict[str, tuple[tuple[int, str, str | None, str], ...]] = {
    "get_mass_update_status": (
        (404, "NOT_FOUND", None, "The specified job_id is not found or invalid. Specify a valid job_id."),
        (400, "MANDATORY_NOT_FOUND", None, 'The parameter "job_id" is not included in the request.'),
        (
            404,
            "INVALID_URL_PATTERN",
            None,
            "The request URL specified is incorrect. Specify a valid request URL. Refer to request URL section above.",
        ),
        (
            401,
            "OAUTH_SCOPE_MISMATCH",
            None,
            "Client does not have ZohoCRM.mass_update.{module_name}.READ scope. Create a new client with valid scope. Refer to scope section above.",
        ),
        (
            403,
            "NO_PERMISSION",
            None,
            "The user does not have permission to retrieve mass update status. Contact your system administrator.",
        ),
        (500, "INTERNAL_ERROR", None, "Unexpected and unhandled exception in Server. Contact support team."),
        (
            400,
            "INVALID_REQUEST_METHOD",
            None,
            "You have specified an invalid HTTP method to access the API URL. Specify a valid request method. Refer to endpoints section above.",
        ),
        (
            400,
            "AUTHORIZATION_FAILED",
            None,
            "The user does not have the permission to retrieve mass update status. Contact your system administrator.",
        ),
        (
            400,
            "INVALID_MODULE",
            "The module name given seems to be invalid",
            "You have specified an invalid module name or there is no tab permission, or the module could have been removed from the available modules. Specify a valid module API name.",
        ),
        (
            400,
            "INVALID_MODULE",
            "The given module is not supported in API",
            "The modules such as Documents and Projects are not supported in the current API. (This error will not be shown, once these modules are been supported). Specify a valid module API name.",
        ),
    ),
    "get_mass_change_owner_status": (
        (404, "REQUIRED_PARAM_MISSING", None, "The specified job_id is not found or invalid. Specify a valid job_id."),
        (
            404,
            "INVALID_URL_PATTERN",
            None,
            "The request URL specified is incorrect. Specify a valid request URL. Refer to request URL section above.",
        ),
        (
            401,
            "OAUTH_SCOPE_MISMATCH",
            None,
            "You do not have ZohoCRM.change_owner.CREATE scope. Create new tokens with valid scope. Refer to the scope section above.",
        ),
        (403, "NO_PERMISSION", None, "The user does not have permission to retrieve mass change owner."),
    ),
    "get_inventory_mass_convert_status": (
        (400, "REQUIRED_PARAM_MISSING", None, "The job_id parameter is missing. Specify a valid job_id."),
        (400, "INVALID_DATA", None, "Specify a valid job ID."),
        (
            400,
            "INVALID_REQUEST_METHOD",
            None,
            "You have specified an invalid HTTP method to access the API URL. Specify a valid request method. Refer to the endpoints section above.",
        ),
        (400, "INVALID_MODULE", None, "You have specified an invalid module name. Specify a valid module name."),
        (
            401,
            "OAUTH_SCOPE_MISMATCH",
            None,
            "Client does not have Zohocrm.mass_convert.Quotes.READ (or) Zohocrm.mass_convert.SalesOrders.READ. Generate a valid token with the valid scope. Refer to scope section above.",
        ),
        (401, "AUTHENTICATION_FAILURE", None, "Pass the access token in the request header of the API call."),
        (
            404,
            "INVALID_URL_PATTERN",
            None,
            "The request URL specified is incorrect. Specify a valid request URL. Refer to the request URL section above.",
        ),
        (500, "INTERNAL_ERROR", None, "Unexpected and unhandled exception in the server. Contact support team."),
    ),
    "create_bulk_write_job": (
        (400, "MANDATORY_FIELDS_NOT_MAPPED", None, "Map all the mandatory fields in the module."),
        (400, "MANDATORY_NOT_FOUND", None, "Include the required key in the input."),
        (400, "INVALID_FIELD", None, "Specify the correct API name of the field."),
        (400, "INVALID_FORMAT", None, "Input the date in the correct format."),
        (400, "INVALID_FILE_ID", None, "Specify the correct file ID you received while uploading the CSV file."),
        (400, "HEADER_LIMIT_EXCEEDED", None, "You can only map up to 200 fields."),
        (400, "COLUMN_INDEX_NOT_FOUND", None, '"index" can only take positive integer values.'),
        (
            400,
            "MODULE_NOT_AVAILABLE",
            None,
            'The API name of the module is either wrong or this module is not supported for a bulk write job. Refer to the "Possible module name" section for the list of supported modules.',
        ),
        (
            404,
            "INVALID_URL_PATTERN",
            None,
            "The request URL specified is incorrect. Specify a valid request URL. Refer to request URL section above.",
        ),
        (
            401,
            "OAUTH_SCOPE_MISMATCH",
            None,
            "Client does not have ZohoCRM.bulk.CREATE. Create a new client with valid scope. Refer to scope section above.",
        ),
        (
            403,
            "NO_PERMISSION",
            None,
            "The user does not have permission to create a bulk write job. Contact your system administrator.",
        ),
        (500, "INTERNAL_ERROR", None, "Unexpected and unhandled exception in Server. Contact support team."),
        (
            400,
            "INVALID_REQUEST_METHOD",
            None,
            "You have specified an invalid HTTP method to access the API URL. Specify a valid request method. Refer to endpoints section above.",
        ),
        (
            400,
            "AUTHORIZATION_FAILED",
            None,
            "The user does not have the permission to create a bulk write job. Contact your system administrator.",
        ),
    ),
}


def of(operation_id: str, response: httpx.Response, source: Any) -> ApiError:
    """Return the exception for an error in JSON; a plain ``ApiError`` if the document does not list its code.

    Raises:
        ValueError: The JSON is not an error.
    """
    fields = Fields(source)
    if "code" not in fields.rest and "error" in fields.rest:  # the form of the accounts server
        code, message = fields.required("error", text), fields.optional("error_description", text) or ""
        details, places = source, None
    else:
        source = {"details": {}, "message": "", **fields.rest}  # Zoho may leave out either
        fields = Fields(source)
        code, message = fields.required("code", text), fields.required("message", text)
        details = places = fields.required("details", anything)
    hint = hint_of(_RESOLUTIONS, operation_id, response.status_code, code, message)
    if code not in _BY_CODE:
        return ApiError(
            operation_id, response, code=code, message=message, details=details, body=source, places=places, hint=hint
        )
    from . import models

    error, model = _BY_CODE[code]
    body = getattr(models, model).from_dict(source)
    details = getattr(body, "details", body)
    return error(
        operation_id, response, code=code, message=message, details=details, body=body, places=places, hint=hint
    )
