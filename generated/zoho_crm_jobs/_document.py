# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Facts of the whole document."""

from __future__ import annotations

from typing import Literal

PACKAGE_VERSION = "0.1.0"
"""The version of this package."""

DOCUMENT_VERSION = "0.1.0"
"""The version of the document that this package was made from."""

DOCUMENT_SHA256 = "dffb4c88ea2fbe29f4777edae10c35a7241d485f053abb3bb0c03c8abb437f22"
"""The digest of the document, which the package contains as ``openapi.json``."""

DataCenter = Literal[
    "us",
    "eu",
    "in",
    "au",
    "cn",
    "jp",
    "ca",
    "sa",
]
Environment = Literal[
    "production",
    "sandbox",
    "developer",
]
ApiVersion = Literal[
    "v2.1",
    "v3",
    "v4",
    "v5",
    "v6",
    "v7",
    "v8",
]

API_VERSIONS: tuple[str, ...] = ("v2.1", "v3", "v4", "v5", "v6", "v7", "v8")
"""The versions of the API, oldest first."""

API_DOMAINS: dict[tuple[str, str], str] = {
    ("us", "production"): "www.zohoapis.com",
    ("eu", "production"): "www.zohoapis.eu",
    ("in", "production"): "www.zohoapis.in",
    ("au", "production"): "www.zohoapis.com.au",
    ("cn", "production"): "www.zohoapis.com.cn",
    ("jp", "production"): "www.zohoapis.jp",
    ("ca", "production"): "www.zohoapis.ca",
    ("sa", "production"): "www.zohoapis.sa",
    ("us", "sandbox"): "sandbox.zohoapis.com",
    ("eu", "sandbox"): "sandbox.zohoapis.eu",
    ("in", "sandbox"): "sandbox.zohoapis.in",
    ("au", "sandbox"): "sandbox.zohoapis.com.au",
    ("cn", "sandbox"): "sandbox.zohoapis.com.cn",
    ("jp", "sandbox"): "sandbox.zohoapis.jp",
    ("ca", "sandbox"): "sandbox.zohoapis.ca",
    ("sa", "sandbox"): "sandbox.zohoapis.sa",
    ("us", "developer"): "developer.zohoapis.com",
    ("eu", "developer"): "developer.zohoapis.eu",
    ("in", "developer"): "developer.zohoapis.in",
    ("au", "developer"): "developer.zohoapis.com.au",
    ("cn", "developer"): "developer.zohoapis.com.cn",
    ("jp", "developer"): "developer.zohoapis.jp",
    ("ca", "developer"): "developer.zohoapis.ca",
    ("sa", "developer"): "developer.zohoapis.sa",
}
"""The API domain of each data center and environment."""

DOMAINS: dict[str, dict[str, str]] = {
    "us": {
        "upload_domain": "content.zohoapis.com",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.com",
    },
    "eu": {
        "upload_domain": "content.zohoapis.eu",
        "fast_upload_domain": "upload-accl.zoho.eu",
        "result_domain": "download-accl.zoho.eu",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.eu",
    },
    "in": {
        "upload_domain": "content.zohoapis.in",
        "fast_upload_domain": "upload-accl.zoho.in",
        "result_domain": "download-accl.zoho.in",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.in",
    },
    "au": {
        "upload_domain": "content.zohoapis.com.au",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.com.au",
    },
    "cn": {
        "upload_domain": "content.zohoapis.com.cn",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.com.cn",
    },
    "jp": {
        "upload_domain": "content.zohoapis.jp",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.jp",
    },
    "ca": {
        "upload_domain": "upload.zohocloud.ca",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zohocloud.ca",
    },
    "sa": {
        "upload_domain": "files.zoho.sa",
        "fast_upload_domain": "upload-accl.zoho.com",
        "result_domain": "download-accl.zoho.com",
        "other_result_domain": "download.zohocrm.com",
        "accounts_domain": "accounts.zoho.sa",
    },
}
"""The domains of each data center besides the API domain, by the variable of the server in the document."""

OPERATIONS: dict[str, str] = {
    "get_mass_update_status": ".api.mass_update.get_mass_update_status",
    "schedule_mass_update": ".api.mass_update.schedule_mass_update",
    "get_mass_change_owner_status": ".api.mass_change_owner.get_mass_change_owner_status",
    "schedule_mass_change_owner": ".api.mass_change_owner.schedule_mass_change_owner",
    "get_inventory_mass_convert_status": ".api.inventory_mass_convert.get_inventory_mass_convert_status",
    "schedule_inventory_mass_convert": ".api.inventory_mass_convert.schedule_inventory_mass_convert",
    "get_bulk_write_job": ".api.bulk_write.get_bulk_write_job",
    "create_bulk_write_job": ".api.bulk_write.create_bulk_write_job",
    "upload_bulk_write_file": ".api.bulk_write.upload_bulk_write_file",
    "download_bulk_write_result": ".api.bulk_write.download_bulk_write_result",
    "convert_lead_v2_1": ".api.convert_lead.convert_lead_v2_1",
    "convert_lead_v3": ".api.convert_lead.convert_lead_v3",
    "convert_lead": ".api.convert_lead.convert_lead",
    "get_lead_conversion_options": ".api.convert_lead.get_lead_conversion_options",
    "create_token": ".api.oauth.create_token",
    "revoke_token": ".api.oauth.revoke_token",
}
"""The module of each operation."""
