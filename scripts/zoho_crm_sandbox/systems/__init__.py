"""The systems of the API, one module or package each, named as the tag of its operations. A new one is a name here."""

from importlib import import_module

from zoho_crm_sandbox.call import System

SYSTEMS: tuple[System, ...] = tuple(
    import_module(f"{__name__}.{name}").SYSTEM
    for name in (
        "mass_update",
        "mass_change_owner",
        "inventory_mass_convert",
        "bulk_write",
        "convert_lead",
        "oauth",
    )
)
