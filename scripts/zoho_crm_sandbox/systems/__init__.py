"""The systems of the API, one module or package each. A new system is added to the imports and to ``SYSTEMS``."""

from zoho_crm_sandbox.systems import (
    bulk_write,
    convert_lead,
    inventory_mass_convert,
    mass_change_owner,
    mass_update,
    oauth,
)

SYSTEMS = (
    mass_update.SYSTEM,
    mass_change_owner.SYSTEM,
    inventory_mass_convert.SYSTEM,
    bulk_write.SYSTEM,
    convert_lead.SYSTEM,
    oauth.SYSTEM,
)
