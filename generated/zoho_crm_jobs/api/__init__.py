# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The operations: a package for each system, and in it a module for each operation.

mass_update: Change a field of many records of one module in one job.

    get_mass_update_status: Get the status of a mass update job.
    schedule_mass_update: Update many records of a module.

mass_change_owner: Give the records of a custom view to another user in one job.

    get_mass_change_owner_status: Get the status of a mass change owner job.
    schedule_mass_change_owner: Give the records of a custom view to another user.

inventory_mass_convert: Convert many quotes or sales orders in one job.

    get_inventory_mass_convert_status: Get the status of a mass conversion of quotes or sales orders.
    schedule_inventory_mass_convert: Convert many quotes or sales orders.

bulk_write: Insert, update or upsert the rows of a CSV file in one job.

    get_bulk_write_job: Get the details of a bulk write job.
    create_bulk_write_job: Create a bulk write job.
    upload_bulk_write_file: Upload a file for a bulk write.
    download_bulk_write_result: Download the result of a bulk write job.

convert_lead: Convert a lead to a contact, an account and optionally a deal.

    convert_lead_v2_1: Convert a lead, in v2.1.
    convert_lead_v3: Convert a lead, in v3.
    convert_lead: Convert a lead.
    get_lead_conversion_options: Get the records that match a lead.

oauth: Get access tokens and revoke refresh tokens on the accounts server.

    create_token: Get an access token.
    revoke_token: Revoke a token.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_write, convert_lead, inventory_mass_convert, mass_change_owner, mass_update, oauth

__all__ = ["bulk_write", "convert_lead", "inventory_mass_convert", "mass_change_owner", "mass_update", "oauth"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f".{name}", __name__)
