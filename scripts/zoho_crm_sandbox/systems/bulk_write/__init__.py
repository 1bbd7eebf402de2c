"""Bulk write: writes the rows of a CSV file to a module by a job."""

from zoho_crm_sandbox.call import System
from zoho_crm_sandbox.systems.bulk_write import handlers
from zoho_crm_sandbox.systems.bulk_write.details import count
from zoho_crm_sandbox.systems.bulk_write.seed_data import seed

SYSTEM = System(
    "bulk_write",
    {
        "upload_bulk_write_file": handlers.upload_bulk_write_file,
        "create_bulk_write_job": handlers.create_bulk_write_job,
        "get_bulk_write_job": handlers.get_bulk_write_job,
        "download_bulk_write_result": handlers.download_bulk_write_result,
    },
    effect=handlers.apply,
    costs={"create_bulk_write_job": 500},
    seed=seed,
    count=count,
)
