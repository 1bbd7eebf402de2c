# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The models of requests and answers, each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api_not_supported import ApiNotSupported
    from .api_not_supported_details import ApiNotSupportedDetails
    from .api_version_since_v4 import ApiVersionSinceV4
    from .api_version_since_v6 import ApiVersionSinceV6
    from .api_version_since_v21 import ApiVersionSinceV21
    from .authentication_failure import AuthenticationFailure
    from .authorization_failed import AuthorizationFailed
    from .bulk_write_callback import BulkWriteCallback
    from .bulk_write_callback_method import BulkWriteCallbackMethod
    from .bulk_write_default_value import BulkWriteDefaultValue
    from .bulk_write_field_mapping import BulkWriteFieldMapping
    from .bulk_write_file import BulkWriteFile
    from .bulk_write_job import BulkWriteJob
    from .bulk_write_job_status import BulkWriteJobStatus
    from .bulk_write_module import BulkWriteModule
    from .bulk_write_operation import BulkWriteOperation
    from .bulk_write_resource import BulkWriteResource
    from .bulk_write_resource_type import BulkWriteResourceType
    from .bulk_write_result import BulkWriteResult
    from .carry_over_tags import CarryOverTags
    from .convert_lead_v21_deal import ConvertLeadV21Deal
    from .convert_lead_v21_failure import ConvertLeadV21Failure
    from .convert_lead_v21_request import ConvertLeadV21Request
    from .convert_lead_v21_response import ConvertLeadV21Response
    from .converted_lead_v21 import ConvertedLeadV21
    from .duplicate_data import DuplicateData
    from .duplicate_data_details import DuplicateDataDetails
    from .empty_details import EmptyDetails
    from .id_already_converted import IdAlreadyConverted
    from .id_already_converted_details import IdAlreadyConvertedDetails
    from .internal_error import InternalError
    from .internal_server_error import InternalServerError
    from .invalid_data import InvalidData
    from .invalid_data_details import InvalidDataDetails
    from .invalid_host import InvalidHost
    from .invalid_module import InvalidModule
    from .invalid_module_details import InvalidModuleDetails
    from .invalid_oauthtoken import InvalidOauthtoken
    from .invalid_request import InvalidRequest
    from .invalid_request_method import InvalidRequestMethod
    from .invalid_token import InvalidToken
    from .invalid_url_pattern import InvalidUrlPattern
    from .inventory_mass_convert_job import InventoryMassConvertJob
    from .inventory_mass_convert_job_status import InventoryMassConvertJobStatus
    from .inventory_mass_convert_status import InventoryMassConvertStatus
    from .inventory_parent_module import InventoryParentModule
    from .lead_conversion_v21 import LeadConversionV21
    from .mandatory_not_found import MandatoryNotFound
    from .mass_change_owner_job import MassChangeOwnerJob
    from .mass_change_owner_job_status import MassChangeOwnerJobStatus
    from .mass_change_owner_standard_module import MassChangeOwnerStandardModule
    from .mass_change_owner_status import MassChangeOwnerStatus
    from .mass_update_job import MassUpdateJob
    from .mass_update_job_status import MassUpdateJobStatus
    from .mass_update_standard_module import MassUpdateStandardModule
    from .mass_update_status import MassUpdateStatus
    from .no_permission import NoPermission
    from .no_permission_details import NoPermissionDetails
    from .no_records_found import NoRecordsFound
    from .not_approved import NotApproved
    from .not_approved_details import NotApprovedDetails
    from .not_found import NotFound
    from .oauth_scope_mismatch import OauthScopeMismatch
    from .param_details import ParamDetails
    from .record_locked import RecordLocked
    from .record_locked_details import RecordLockedDetails
    from .required_param_missing import RequiredParamMissing
    from .resource_not_found import ResourceNotFound
    from .too_many_requests import TooManyRequests
    from .unable_to_parse_data_type import UnableToParseDataType
    from .user import User

_MODULES = {
    "ApiNotSupported": ".api_not_supported",
    "ApiNotSupportedDetails": ".api_not_supported_details",
    "ApiVersionSinceV21": ".api_version_since_v21",
    "ApiVersionSinceV4": ".api_version_since_v4",
    "ApiVersionSinceV6": ".api_version_since_v6",
    "AuthenticationFailure": ".authentication_failure",
    "AuthorizationFailed": ".authorization_failed",
    "BulkWriteCallback": ".bulk_write_callback",
    "BulkWriteCallbackMethod": ".bulk_write_callback_method",
    "BulkWriteDefaultValue": ".bulk_write_default_value",
    "BulkWriteFieldMapping": ".bulk_write_field_mapping",
    "BulkWriteFile": ".bulk_write_file",
    "BulkWriteJob": ".bulk_write_job",
    "BulkWriteJobStatus": ".bulk_write_job_status",
    "BulkWriteModule": ".bulk_write_module",
    "BulkWriteOperation": ".bulk_write_operation",
    "BulkWriteResource": ".bulk_write_resource",
    "BulkWriteResourceType": ".bulk_write_resource_type",
    "BulkWriteResult": ".bulk_write_result",
    "CarryOverTags": ".carry_over_tags",
    "ConvertLeadV21Deal": ".convert_lead_v21_deal",
    "ConvertLeadV21Failure": ".convert_lead_v21_failure",
    "ConvertLeadV21Request": ".convert_lead_v21_request",
    "ConvertLeadV21Response": ".convert_lead_v21_response",
    "ConvertedLeadV21": ".converted_lead_v21",
    "DuplicateData": ".duplicate_data",
    "DuplicateDataDetails": ".duplicate_data_details",
    "EmptyDetails": ".empty_details",
    "IdAlreadyConverted": ".id_already_converted",
    "IdAlreadyConvertedDetails": ".id_already_converted_details",
    "InternalError": ".internal_error",
    "InternalServerError": ".internal_server_error",
    "InvalidData": ".invalid_data",
    "InvalidDataDetails": ".invalid_data_details",
    "InvalidHost": ".invalid_host",
    "InvalidModule": ".invalid_module",
    "InvalidModuleDetails": ".invalid_module_details",
    "InvalidOauthtoken": ".invalid_oauthtoken",
    "InvalidRequest": ".invalid_request",
    "InvalidRequestMethod": ".invalid_request_method",
    "InvalidToken": ".invalid_token",
    "InvalidUrlPattern": ".invalid_url_pattern",
    "InventoryMassConvertJob": ".inventory_mass_convert_job",
    "InventoryMassConvertJobStatus": ".inventory_mass_convert_job_status",
    "InventoryMassConvertStatus": ".inventory_mass_convert_status",
    "InventoryParentModule": ".inventory_parent_module",
    "LeadConversionV21": ".lead_conversion_v21",
    "MandatoryNotFound": ".mandatory_not_found",
    "MassChangeOwnerJob": ".mass_change_owner_job",
    "MassChangeOwnerJobStatus": ".mass_change_owner_job_status",
    "MassChangeOwnerStandardModule": ".mass_change_owner_standard_module",
    "MassChangeOwnerStatus": ".mass_change_owner_status",
    "MassUpdateJob": ".mass_update_job",
    "MassUpdateJobStatus": ".mass_update_job_status",
    "MassUpdateStandardModule": ".mass_update_standard_module",
    "MassUpdateStatus": ".mass_update_status",
    "NoPermission": ".no_permission",
    "NoPermissionDetails": ".no_permission_details",
    "NoRecordsFound": ".no_records_found",
    "NotApproved": ".not_approved",
    "NotApprovedDetails": ".not_approved_details",
    "NotFound": ".not_found",
    "OauthScopeMismatch": ".oauth_scope_mismatch",
    "ParamDetails": ".param_details",
    "RecordLocked": ".record_locked",
    "RecordLockedDetails": ".record_locked_details",
    "RequiredParamMissing": ".required_param_missing",
    "ResourceNotFound": ".resource_not_found",
    "TooManyRequests": ".too_many_requests",
    "UnableToParseDataType": ".unable_to_parse_data_type",
    "User": ".user",
}

__all__ = (
    "ApiNotSupported",
    "ApiNotSupportedDetails",
    "ApiVersionSinceV21",
    "ApiVersionSinceV4",
    "ApiVersionSinceV6",
    "AuthenticationFailure",
    "AuthorizationFailed",
    "BulkWriteCallback",
    "BulkWriteCallbackMethod",
    "BulkWriteDefaultValue",
    "BulkWriteFieldMapping",
    "BulkWriteFile",
    "BulkWriteJob",
    "BulkWriteJobStatus",
    "BulkWriteModule",
    "BulkWriteOperation",
    "BulkWriteResource",
    "BulkWriteResourceType",
    "BulkWriteResult",
    "CarryOverTags",
    "ConvertedLeadV21",
    "ConvertLeadV21Deal",
    "ConvertLeadV21Failure",
    "ConvertLeadV21Request",
    "ConvertLeadV21Response",
    "DuplicateData",
    "DuplicateDataDetails",
    "EmptyDetails",
    "IdAlreadyConverted",
    "IdAlreadyConvertedDetails",
    "InternalError",
    "InternalServerError",
    "InvalidData",
    "InvalidDataDetails",
    "InvalidHost",
    "InvalidModule",
    "InvalidModuleDetails",
    "InvalidOauthtoken",
    "InvalidRequest",
    "InvalidRequestMethod",
    "InvalidToken",
    "InvalidUrlPattern",
    "InventoryMassConvertJob",
    "InventoryMassConvertJobStatus",
    "InventoryMassConvertStatus",
    "InventoryParentModule",
    "LeadConversionV21",
    "MandatoryNotFound",
    "MassChangeOwnerJob",
    "MassChangeOwnerJobStatus",
    "MassChangeOwnerStandardModule",
    "MassChangeOwnerStatus",
    "MassUpdateJob",
    "MassUpdateJobStatus",
    "MassUpdateStandardModule",
    "MassUpdateStatus",
    "NoPermission",
    "NoPermissionDetails",
    "NoRecordsFound",
    "NotApproved",
    "NotApprovedDetails",
    "NotFound",
    "OauthScopeMismatch",
    "ParamDetails",
    "RecordLocked",
    "RecordLockedDetails",
    "RequiredParamMissing",
    "ResourceNotFound",
    "TooManyRequests",
    "UnableToParseDataType",
    "User",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
