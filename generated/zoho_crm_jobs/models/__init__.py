# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The models of requests and responses. Each is loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_token_response import AccessTokenResponse
    from .already_scheduled import AlreadyScheduled
    from .ambiguity_details import AmbiguityDetails
    from .ambiguity_during_processing import AmbiguityDuringProcessing
    from .api_not_supported import ApiNotSupported
    from .api_not_supported_details import ApiNotSupportedDetails
    from .api_version_since_v2 import ApiVersionSinceV2
    from .api_version_since_v4 import ApiVersionSinceV4
    from .api_version_since_v6 import ApiVersionSinceV6
    from .api_version_since_v21 import ApiVersionSinceV21
    from .attachment_target import AttachmentTarget
    from .attachment_target_api_name import AttachmentTargetApiName
    from .authentication_failure import AuthenticationFailure
    from .authorization_code_grant import AuthorizationCodeGrant
    from .authorization_failed import AuthorizationFailed
    from .bulk_write_callback import BulkWriteCallback
    from .bulk_write_callback_method import BulkWriteCallbackMethod
    from .bulk_write_column import BulkWriteColumn
    from .bulk_write_created import BulkWriteCreated
    from .bulk_write_created_details import BulkWriteCreatedDetails
    from .bulk_write_default_value import BulkWriteDefaultValue
    from .bulk_write_field_mapping import BulkWriteFieldMapping
    from .bulk_write_file import BulkWriteFile
    from .bulk_write_job import BulkWriteJob
    from .bulk_write_job_status import BulkWriteJobStatus
    from .bulk_write_module import BulkWriteModule
    from .bulk_write_operation import BulkWriteOperation
    from .bulk_write_request import BulkWriteRequest
    from .bulk_write_resource import BulkWriteResource
    from .bulk_write_resource_type import BulkWriteResourceType
    from .bulk_write_result import BulkWriteResult
    from .bulk_write_target import BulkWriteTarget
    from .bulk_write_target_module import BulkWriteTargetModule
    from .bulk_write_target_type import BulkWriteTargetType
    from .bulk_write_upload import BulkWriteUpload
    from .bulk_write_upload_details import BulkWriteUploadDetails
    from .bulk_write_upload_request import BulkWriteUploadRequest
    from .bulk_write_value import BulkWriteValue
    from .callback_method_details import CallbackMethodDetails
    from .cannot_perform_action import CannotPerformAction
    from .cannot_process import CannotProcess
    from .carry_over_tags import CarryOverTags
    from .client_credentials_grant import ClientCredentialsGrant
    from .coexistence_not_allowed import CoexistenceNotAllowed
    from .column_index_not_found import ColumnIndexNotFound
    from .combined_criteria_limit_exceeded import CombinedCriteriaLimitExceeded
    from .comparator import Comparator
    from .convert_lead_accepted_failure import ConvertLeadAcceptedFailure
    from .convert_lead_deal import ConvertLeadDeal
    from .convert_lead_failure import ConvertLeadFailure
    from .convert_lead_request import ConvertLeadRequest
    from .convert_lead_response import ConvertLeadResponse
    from .convert_lead_scheduled import ConvertLeadScheduled
    from .convert_lead_v21_deal import ConvertLeadV21Deal
    from .convert_lead_v21_failure import ConvertLeadV21Failure
    from .convert_lead_v21_request import ConvertLeadV21Request
    from .convert_lead_v21_response import ConvertLeadV21Response
    from .converted_lead import ConvertedLead
    from .converted_lead_details import ConvertedLeadDetails
    from .converted_lead_v21 import ConvertedLeadV21
    from .converted_record import ConvertedRecord
    from .criterion_field import CriterionField
    from .dependent_details import DependentDetails
    from .dependent_field_missing import DependentFieldMissing
    from .dependent_mismatch import DependentMismatch
    from .duplicate_data import DuplicateData
    from .duplicate_data_details import DuplicateDataDetails
    from .empty_details import EmptyDetails
    from .expected_field_details import ExpectedFieldDetails
    from .expected_field_missing import ExpectedFieldMissing
    from .field_match import FieldMatch
    from .file_not_supported import FileNotSupported
    from .file_too_large import FileTooLarge
    from .header_limit_exceeded import HeaderLimitExceeded
    from .id_already_converted import IdAlreadyConverted
    from .id_already_converted_details import IdAlreadyConvertedDetails
    from .internal_error import InternalError
    from .internal_server_error import InternalServerError
    from .invalid_callback_method import InvalidCallbackMethod
    from .invalid_callback_url import InvalidCallbackUrl
    from .invalid_data import InvalidData
    from .invalid_data_details import InvalidDataDetails
    from .invalid_field import InvalidField
    from .invalid_file_format import InvalidFileFormat
    from .invalid_file_id import InvalidFileId
    from .invalid_format import InvalidFormat
    from .invalid_host import InvalidHost
    from .invalid_module import InvalidModule
    from .invalid_module_details import InvalidModuleDetails
    from .invalid_o_auth_token import InvalidOAuthToken
    from .invalid_request import InvalidRequest
    from .invalid_request_method import InvalidRequestMethod
    from .invalid_token import InvalidToken
    from .invalid_url_pattern import InvalidUrlPattern
    from .inventory_conversion_target import InventoryConversionTarget
    from .inventory_mass_convert_job import InventoryMassConvertJob
    from .inventory_mass_convert_job_status import InventoryMassConvertJobStatus
    from .inventory_mass_convert_request import InventoryMassConvertRequest
    from .inventory_mass_convert_scheduled import InventoryMassConvertScheduled
    from .inventory_mass_convert_status import InventoryMassConvertStatus
    from .inventory_parent_module import InventoryParentModule
    from .job_details import JobDetails
    from .lead_conversion import LeadConversion
    from .lead_conversion_options import LeadConversionOptions
    from .lead_conversion_options_response import LeadConversionOptionsResponse
    from .lead_conversion_v21 import LeadConversionV21
    from .limit_details import LimitDetails
    from .limit_exceeded import LimitExceeded
    from .mandatory_fields_not_mapped import MandatoryFieldsNotMapped
    from .mandatory_not_found import MandatoryNotFound
    from .mapping_mismatch import MappingMismatch
    from .mapping_mismatch_details import MappingMismatchDetails
    from .mass_change_owner_criterion import MassChangeOwnerCriterion
    from .mass_change_owner_job import MassChangeOwnerJob
    from .mass_change_owner_job_status import MassChangeOwnerJobStatus
    from .mass_change_owner_request import MassChangeOwnerRequest
    from .mass_change_owner_scheduled import MassChangeOwnerScheduled
    from .mass_change_owner_scheduled_job import MassChangeOwnerScheduledJob
    from .mass_change_owner_scheduled_job_code import MassChangeOwnerScheduledJobCode
    from .mass_change_owner_scheduled_job_status import MassChangeOwnerScheduledJobStatus
    from .mass_change_owner_status import MassChangeOwnerStatus
    from .mass_update_by_ids import MassUpdateByIds
    from .mass_update_by_view import MassUpdateByView
    from .mass_update_fields import MassUpdateFields
    from .mass_update_job import MassUpdateJob
    from .mass_update_job_status import MassUpdateJobStatus
    from .mass_update_outcomes import MassUpdateOutcomes
    from .mass_update_rejections import MassUpdateRejections
    from .mass_update_scheduled import MassUpdateScheduled
    from .mass_update_scheduled_job import MassUpdateScheduledJob
    from .mass_update_status import MassUpdateStatus
    from .match_field import MatchField
    from .matched_values import MatchedValues
    from .matching_account import MatchingAccount
    from .matching_contact import MatchingContact
    from .matching_contact_account import MatchingContactAccount
    from .matching_record import MatchingRecord
    from .missing_required_key import MissingRequiredKey
    from .module_name import ModuleName
    from .module_not_available import ModuleNotAvailable
    from .module_reference import ModuleReference
    from .named_reference import NamedReference
    from .no_permission import NoPermission
    from .no_permission_details import NoPermissionDetails
    from .no_records_found import NoRecordsFound
    from .no_such_job import NoSuchJob
    from .not_allowed import NotAllowed
    from .not_approved import NotApproved
    from .not_approved_details import NotApprovedDetails
    from .not_reviewed import NotReviewed
    from .not_supported import NotSupported
    from .not_supported_feature import NotSupportedFeature
    from .o_auth_error import OAuthError
    from .o_auth_error_error import OAuthErrorError
    from .o_auth_scope_mismatch import OAuthScopeMismatch
    from .param_details import ParamDetails
    from .place_details import PlaceDetails
    from .range_details import RangeDetails
    from .record_details import RecordDetails
    from .record_in_blueprint import RecordInBlueprint
    from .record_limit_exceeded import RecordLimitExceeded
    from .record_locked import RecordLocked
    from .record_locked_details import RecordLockedDetails
    from .reference import Reference
    from .refresh_token_grant import RefreshTokenGrant
    from .related_module import RelatedModule
    from .request_body_not_supported import RequestBodyNotSupported
    from .required_param_missing import RequiredParamMissing
    from .resource_not_found import ResourceNotFound
    from .revoked_token import RevokedToken
    from .scheduled_lead_conversion import ScheduledLeadConversion
    from .territory import Territory
    from .token_revocation import TokenRevocation
    from .too_many_requests import TooManyRequests
    from .unable_to_parse_data_type import UnableToParseDataType
    from .updated_record import UpdatedRecord
    from .updated_record_details import UpdatedRecordDetails
    from .upload_bulk_write_file_feature import UploadBulkWriteFileFeature
    from .upload_details import UploadDetails
    from .user import User
    from .zip_file_not_found import ZipFileNotFound

__all__ = [
    "AccessTokenResponse",
    "AlreadyScheduled",
    "AmbiguityDetails",
    "AmbiguityDuringProcessing",
    "ApiNotSupported",
    "ApiNotSupportedDetails",
    "ApiVersionSinceV2",
    "ApiVersionSinceV21",
    "ApiVersionSinceV4",
    "ApiVersionSinceV6",
    "AttachmentTarget",
    "AttachmentTargetApiName",
    "AuthenticationFailure",
    "AuthorizationCodeGrant",
    "AuthorizationFailed",
    "BulkWriteCallback",
    "BulkWriteCallbackMethod",
    "BulkWriteColumn",
    "BulkWriteCreated",
    "BulkWriteCreatedDetails",
    "BulkWriteDefaultValue",
    "BulkWriteFieldMapping",
    "BulkWriteFile",
    "BulkWriteJob",
    "BulkWriteJobStatus",
    "BulkWriteModule",
    "BulkWriteOperation",
    "BulkWriteRequest",
    "BulkWriteResource",
    "BulkWriteResourceType",
    "BulkWriteResult",
    "BulkWriteTarget",
    "BulkWriteTargetModule",
    "BulkWriteTargetType",
    "BulkWriteUpload",
    "BulkWriteUploadDetails",
    "BulkWriteUploadRequest",
    "BulkWriteValue",
    "CallbackMethodDetails",
    "CannotPerformAction",
    "CannotProcess",
    "CarryOverTags",
    "ClientCredentialsGrant",
    "CoexistenceNotAllowed",
    "ColumnIndexNotFound",
    "CombinedCriteriaLimitExceeded",
    "Comparator",
    "ConvertLeadAcceptedFailure",
    "ConvertLeadDeal",
    "ConvertLeadFailure",
    "ConvertLeadRequest",
    "ConvertLeadResponse",
    "ConvertLeadScheduled",
    "ConvertLeadV21Deal",
    "ConvertLeadV21Failure",
    "ConvertLeadV21Request",
    "ConvertLeadV21Response",
    "ConvertedLead",
    "ConvertedLeadDetails",
    "ConvertedLeadV21",
    "ConvertedRecord",
    "CriterionField",
    "DependentDetails",
    "DependentFieldMissing",
    "DependentMismatch",
    "DuplicateData",
    "DuplicateDataDetails",
    "EmptyDetails",
    "ExpectedFieldDetails",
    "ExpectedFieldMissing",
    "FieldMatch",
    "FileNotSupported",
    "FileTooLarge",
    "HeaderLimitExceeded",
    "IdAlreadyConverted",
    "IdAlreadyConvertedDetails",
    "InternalError",
    "InternalServerError",
    "InvalidCallbackMethod",
    "InvalidCallbackUrl",
    "InvalidData",
    "InvalidDataDetails",
    "InvalidField",
    "InvalidFileFormat",
    "InvalidFileId",
    "InvalidFormat",
    "InvalidHost",
    "InvalidModule",
    "InvalidModuleDetails",
    "InvalidOAuthToken",
    "InvalidRequest",
    "InvalidRequestMethod",
    "InvalidToken",
    "InvalidUrlPattern",
    "InventoryConversionTarget",
    "InventoryMassConvertJob",
    "InventoryMassConvertJobStatus",
    "InventoryMassConvertRequest",
    "InventoryMassConvertScheduled",
    "InventoryMassConvertStatus",
    "InventoryParentModule",
    "JobDetails",
    "LeadConversion",
    "LeadConversionOptions",
    "LeadConversionOptionsResponse",
    "LeadConversionV21",
    "LimitDetails",
    "LimitExceeded",
    "MandatoryFieldsNotMapped",
    "MandatoryNotFound",
    "MappingMismatch",
    "MappingMismatchDetails",
    "MassChangeOwnerCriterion",
    "MassChangeOwnerJob",
    "MassChangeOwnerJobStatus",
    "MassChangeOwnerRequest",
    "MassChangeOwnerScheduled",
    "MassChangeOwnerScheduledJob",
    "MassChangeOwnerScheduledJobCode",
    "MassChangeOwnerScheduledJobStatus",
    "MassChangeOwnerStatus",
    "MassUpdateByIds",
    "MassUpdateByView",
    "MassUpdateFields",
    "MassUpdateJob",
    "MassUpdateJobStatus",
    "MassUpdateOutcomes",
    "MassUpdateRejections",
    "MassUpdateScheduled",
    "MassUpdateScheduledJob",
    "MassUpdateStatus",
    "MatchField",
    "MatchedValues",
    "MatchingAccount",
    "MatchingContact",
    "MatchingContactAccount",
    "MatchingRecord",
    "MissingRequiredKey",
    "ModuleName",
    "ModuleNotAvailable",
    "ModuleReference",
    "NamedReference",
    "NoPermission",
    "NoPermissionDetails",
    "NoRecordsFound",
    "NoSuchJob",
    "NotAllowed",
    "NotApproved",
    "NotApprovedDetails",
    "NotReviewed",
    "NotSupported",
    "NotSupportedFeature",
    "OAuthError",
    "OAuthErrorError",
    "OAuthScopeMismatch",
    "ParamDetails",
    "PlaceDetails",
    "RangeDetails",
    "RecordDetails",
    "RecordInBlueprint",
    "RecordLimitExceeded",
    "RecordLocked",
    "RecordLockedDetails",
    "Reference",
    "RefreshTokenGrant",
    "RelatedModule",
    "RequestBodyNotSupported",
    "RequiredParamMissing",
    "ResourceNotFound",
    "RevokedToken",
    "ScheduledLeadConversion",
    "Territory",
    "TokenRevocation",
    "TooManyRequests",
    "UnableToParseDataType",
    "UpdatedRecord",
    "UpdatedRecordDetails",
    "UploadBulkWriteFileFeature",
    "UploadDetails",
    "User",
    "ZipFileNotFound",
]
_MODULES = {
    "AccessTokenResponse": ".access_token_response",
    "AlreadyScheduled": ".already_scheduled",
    "AmbiguityDetails": ".ambiguity_details",
    "AmbiguityDuringProcessing": ".ambiguity_during_processing",
    "ApiNotSupported": ".api_not_supported",
    "ApiNotSupportedDetails": ".api_not_supported_details",
    "ApiVersionSinceV2": ".api_version_since_v2",
    "ApiVersionSinceV21": ".api_version_since_v21",
    "ApiVersionSinceV4": ".api_version_since_v4",
    "ApiVersionSinceV6": ".api_version_since_v6",
    "AttachmentTarget": ".attachment_target",
    "AttachmentTargetApiName": ".attachment_target_api_name",
    "AuthenticationFailure": ".authentication_failure",
    "AuthorizationCodeGrant": ".authorization_code_grant",
    "AuthorizationFailed": ".authorization_failed",
    "BulkWriteCallback": ".bulk_write_callback",
    "BulkWriteCallbackMethod": ".bulk_write_callback_method",
    "BulkWriteColumn": ".bulk_write_column",
    "BulkWriteCreated": ".bulk_write_created",
    "BulkWriteCreatedDetails": ".bulk_write_created_details",
    "BulkWriteDefaultValue": ".bulk_write_default_value",
    "BulkWriteFieldMapping": ".bulk_write_field_mapping",
    "BulkWriteFile": ".bulk_write_file",
    "BulkWriteJob": ".bulk_write_job",
    "BulkWriteJobStatus": ".bulk_write_job_status",
    "BulkWriteModule": ".bulk_write_module",
    "BulkWriteOperation": ".bulk_write_operation",
    "BulkWriteRequest": ".bulk_write_request",
    "BulkWriteResource": ".bulk_write_resource",
    "BulkWriteResourceType": ".bulk_write_resource_type",
    "BulkWriteResult": ".bulk_write_result",
    "BulkWriteTarget": ".bulk_write_target",
    "BulkWriteTargetModule": ".bulk_write_target_module",
    "BulkWriteTargetType": ".bulk_write_target_type",
    "BulkWriteUpload": ".bulk_write_upload",
    "BulkWriteUploadDetails": ".bulk_write_upload_details",
    "BulkWriteUploadRequest": ".bulk_write_upload_request",
    "BulkWriteValue": ".bulk_write_value",
    "CallbackMethodDetails": ".callback_method_details",
    "CannotPerformAction": ".cannot_perform_action",
    "CannotProcess": ".cannot_process",
    "CarryOverTags": ".carry_over_tags",
    "ClientCredentialsGrant": ".client_credentials_grant",
    "CoexistenceNotAllowed": ".coexistence_not_allowed",
    "ColumnIndexNotFound": ".column_index_not_found",
    "CombinedCriteriaLimitExceeded": ".combined_criteria_limit_exceeded",
    "Comparator": ".comparator",
    "ConvertLeadAcceptedFailure": ".convert_lead_accepted_failure",
    "ConvertLeadDeal": ".convert_lead_deal",
    "ConvertLeadFailure": ".convert_lead_failure",
    "ConvertLeadRequest": ".convert_lead_request",
    "ConvertLeadResponse": ".convert_lead_response",
    "ConvertLeadScheduled": ".convert_lead_scheduled",
    "ConvertLeadV21Deal": ".convert_lead_v21_deal",
    "ConvertLeadV21Failure": ".convert_lead_v21_failure",
    "ConvertLeadV21Request": ".convert_lead_v21_request",
    "ConvertLeadV21Response": ".convert_lead_v21_response",
    "ConvertedLead": ".converted_lead",
    "ConvertedLeadDetails": ".converted_lead_details",
    "ConvertedLeadV21": ".converted_lead_v21",
    "ConvertedRecord": ".converted_record",
    "CriterionField": ".criterion_field",
    "DependentDetails": ".dependent_details",
    "DependentFieldMissing": ".dependent_field_missing",
    "DependentMismatch": ".dependent_mismatch",
    "DuplicateData": ".duplicate_data",
    "DuplicateDataDetails": ".duplicate_data_details",
    "EmptyDetails": ".empty_details",
    "ExpectedFieldDetails": ".expected_field_details",
    "ExpectedFieldMissing": ".expected_field_missing",
    "FieldMatch": ".field_match",
    "FileNotSupported": ".file_not_supported",
    "FileTooLarge": ".file_too_large",
    "HeaderLimitExceeded": ".header_limit_exceeded",
    "IdAlreadyConverted": ".id_already_converted",
    "IdAlreadyConvertedDetails": ".id_already_converted_details",
    "InternalError": ".internal_error",
    "InternalServerError": ".internal_server_error",
    "InvalidCallbackMethod": ".invalid_callback_method",
    "InvalidCallbackUrl": ".invalid_callback_url",
    "InvalidData": ".invalid_data",
    "InvalidDataDetails": ".invalid_data_details",
    "InvalidField": ".invalid_field",
    "InvalidFileFormat": ".invalid_file_format",
    "InvalidFileId": ".invalid_file_id",
    "InvalidFormat": ".invalid_format",
    "InvalidHost": ".invalid_host",
    "InvalidModule": ".invalid_module",
    "InvalidModuleDetails": ".invalid_module_details",
    "InvalidOAuthToken": ".invalid_o_auth_token",
    "InvalidRequest": ".invalid_request",
    "InvalidRequestMethod": ".invalid_request_method",
    "InvalidToken": ".invalid_token",
    "InvalidUrlPattern": ".invalid_url_pattern",
    "InventoryConversionTarget": ".inventory_conversion_target",
    "InventoryMassConvertJob": ".inventory_mass_convert_job",
    "InventoryMassConvertJobStatus": ".inventory_mass_convert_job_status",
    "InventoryMassConvertRequest": ".inventory_mass_convert_request",
    "InventoryMassConvertScheduled": ".inventory_mass_convert_scheduled",
    "InventoryMassConvertStatus": ".inventory_mass_convert_status",
    "InventoryParentModule": ".inventory_parent_module",
    "JobDetails": ".job_details",
    "LeadConversion": ".lead_conversion",
    "LeadConversionOptions": ".lead_conversion_options",
    "LeadConversionOptionsResponse": ".lead_conversion_options_response",
    "LeadConversionV21": ".lead_conversion_v21",
    "LimitDetails": ".limit_details",
    "LimitExceeded": ".limit_exceeded",
    "MandatoryFieldsNotMapped": ".mandatory_fields_not_mapped",
    "MandatoryNotFound": ".mandatory_not_found",
    "MappingMismatch": ".mapping_mismatch",
    "MappingMismatchDetails": ".mapping_mismatch_details",
    "MassChangeOwnerCriterion": ".mass_change_owner_criterion",
    "MassChangeOwnerJob": ".mass_change_owner_job",
    "MassChangeOwnerJobStatus": ".mass_change_owner_job_status",
    "MassChangeOwnerRequest": ".mass_change_owner_request",
    "MassChangeOwnerScheduled": ".mass_change_owner_scheduled",
    "MassChangeOwnerScheduledJob": ".mass_change_owner_scheduled_job",
    "MassChangeOwnerScheduledJobCode": ".mass_change_owner_scheduled_job_code",
    "MassChangeOwnerScheduledJobStatus": ".mass_change_owner_scheduled_job_status",
    "MassChangeOwnerStatus": ".mass_change_owner_status",
    "MassUpdateByIds": ".mass_update_by_ids",
    "MassUpdateByView": ".mass_update_by_view",
    "MassUpdateFields": ".mass_update_fields",
    "MassUpdateJob": ".mass_update_job",
    "MassUpdateJobStatus": ".mass_update_job_status",
    "MassUpdateOutcomes": ".mass_update_outcomes",
    "MassUpdateRejections": ".mass_update_rejections",
    "MassUpdateScheduled": ".mass_update_scheduled",
    "MassUpdateScheduledJob": ".mass_update_scheduled_job",
    "MassUpdateStatus": ".mass_update_status",
    "MatchField": ".match_field",
    "MatchedValues": ".matched_values",
    "MatchingAccount": ".matching_account",
    "MatchingContact": ".matching_contact",
    "MatchingContactAccount": ".matching_contact_account",
    "MatchingRecord": ".matching_record",
    "MissingRequiredKey": ".missing_required_key",
    "ModuleName": ".module_name",
    "ModuleNotAvailable": ".module_not_available",
    "ModuleReference": ".module_reference",
    "NamedReference": ".named_reference",
    "NoPermission": ".no_permission",
    "NoPermissionDetails": ".no_permission_details",
    "NoRecordsFound": ".no_records_found",
    "NoSuchJob": ".no_such_job",
    "NotAllowed": ".not_allowed",
    "NotApproved": ".not_approved",
    "NotApprovedDetails": ".not_approved_details",
    "NotReviewed": ".not_reviewed",
    "NotSupported": ".not_supported",
    "NotSupportedFeature": ".not_supported_feature",
    "OAuthError": ".o_auth_error",
    "OAuthErrorError": ".o_auth_error_error",
    "OAuthScopeMismatch": ".o_auth_scope_mismatch",
    "ParamDetails": ".param_details",
    "PlaceDetails": ".place_details",
    "RangeDetails": ".range_details",
    "RecordDetails": ".record_details",
    "RecordInBlueprint": ".record_in_blueprint",
    "RecordLimitExceeded": ".record_limit_exceeded",
    "RecordLocked": ".record_locked",
    "RecordLockedDetails": ".record_locked_details",
    "Reference": ".reference",
    "RefreshTokenGrant": ".refresh_token_grant",
    "RelatedModule": ".related_module",
    "RequestBodyNotSupported": ".request_body_not_supported",
    "RequiredParamMissing": ".required_param_missing",
    "ResourceNotFound": ".resource_not_found",
    "RevokedToken": ".revoked_token",
    "ScheduledLeadConversion": ".scheduled_lead_conversion",
    "Territory": ".territory",
    "TokenRevocation": ".token_revocation",
    "TooManyRequests": ".too_many_requests",
    "UnableToParseDataType": ".unable_to_parse_data_type",
    "UpdatedRecord": ".updated_record",
    "UpdatedRecordDetails": ".updated_record_details",
    "UploadBulkWriteFileFeature": ".upload_bulk_write_file_feature",
    "UploadDetails": ".upload_details",
    "User": ".user",
    "ZipFileNotFound": ".zip_file_not_found",
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
