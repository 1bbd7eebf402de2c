"""Mass conversion of quotes and sales orders: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from contract import both, client
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.inventory_mass_convert import get_inventory_mass_convert_status
from zoho_crm_jobs.models import InventoryMassConvertJobStatus, InventoryParentModule

if TYPE_CHECKING:
    from collections.abc import Callable

    from zoho_crm_sandbox import Sandbox

SAMPLE = {
    "data": [
        {
            "total_count": 10,
            "not_converted_count": 0,
            "failed_count": 0,
            "converted_count": 10,
            "status": "COMPLETED",
        }
    ]
}


@both
@pytest.mark.parametrize(
    ("module", "job_id"),
    [("Quotes", "2423488000000626117"), (InventoryParentModule.SALES_ORDERS, "2423488000000626119")],
)
def test_sample(call: Callable[..., Any], sandbox: Sandbox, module: Any, job_id: str) -> None:
    """The documentation's sample, for both parent modules, in the order of its keys."""
    status = call(get_inventory_mass_convert_status, module, client=client(sandbox), job_id=job_id)

    assert str(status.to_dict()) == str(SAMPLE)


@both
def test_a_job_goes_its_way(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A job that converts everything, and one that converts nothing."""
    crm = client(sandbox)
    seen = []
    for advance in (0, 20, 10):
        sandbox.clock.advance(advance)
        for job_id in ("2423488000000626121", "2423488000000626123"):
            (job,) = call(get_inventory_mass_convert_status, "Quotes", client=crm, job_id=job_id).data
            seen.append((job.status, job.converted_count, job.failed_count, job.not_converted_count))

    assert seen == [
        (InventoryMassConvertJobStatus.SCHEDULED, 0, 0, 10),
        (InventoryMassConvertJobStatus.SCHEDULED, 0, 0, 10),
        (InventoryMassConvertJobStatus.IN_PROGRESS, 5, 0, 5),
        (InventoryMassConvertJobStatus.IN_PROGRESS, 0, 5, 5),
        (InventoryMassConvertJobStatus.COMPLETED, 10, 0, 0),
        (InventoryMassConvertJobStatus.FAILED, 0, 10, 0),
    ]


@both
@pytest.mark.parametrize(
    ("module", "job_id", "version", "error"),
    [
        ("Quotes", "1", "v8", errors.InvalidDataError),
        ("Quotes", "x", "v8", errors.InvalidDataError),
        ("Sales_Orders", "2423488000000626117", "v8", errors.InvalidDataError),
        ("Quotes", "", "v8", errors.RequiredParamMissingError),
        ("Invoices", "2423488000000626117", "v6", errors.InvalidModuleError),
    ],
)
def test_refused(
    call: Callable[..., Any], sandbox: Sandbox, module: str, job_id: str, version: Any, error: type[errors.ApiError]
) -> None:
    """Unknown, malformed and missing ids, a job of the other module, and a module that is no parent."""
    with pytest.raises(error):
        call(get_inventory_mass_convert_status, module, client=client(sandbox, version=version), job_id=job_id)
