"""Inventory mass conversion: the client against the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_jobs import errors
from zoho_crm_jobs.api.inventory_mass_convert import (
    get_inventory_mass_convert_status,
    schedule_inventory_mass_convert,
)
from zoho_crm_jobs.models import (
    InventoryConversionTarget,
    InventoryMassConvertJobStatus,
    InventoryMassConvertRequest,
    InventoryParentModule,
    ModuleReference,
)

from tests.support.clients import client, sync_and_asyncio

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


@sync_and_asyncio
@pytest.mark.parametrize(
    ("module", "job_id"),
    [("Quotes", "2423488000000626117"), (InventoryParentModule.SALES_ORDERS, "2423488000000626119")],
)
def test_sample(call: Callable[..., Any], sandbox: Sandbox, module: Any, job_id: str) -> None:
    """The documentation's sample, for both parent modules, with its keys in order."""
    status = call(get_inventory_mass_convert_status, module, client=client(sandbox), job_id=job_id)

    assert str(status.to_dict()) == str(SAMPLE)


@sync_and_asyncio
def test_progress_of_a_job(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """A job that converts all records, and one that converts none."""
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


@sync_and_asyncio
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
def test_status_errors(
    call: Callable[..., Any], sandbox: Sandbox, module: str, job_id: str, version: Any, error: type[errors.ApiError]
) -> None:
    """Unknown, invalid and missing ids, a job of the other module, and an unsupported module."""
    with pytest.raises(error):
        call(get_inventory_mass_convert_status, module, client=client(sandbox, version=version), job_id=job_id)


SALES_ORDERS = ModuleReference(api_name="Sales_Orders", id="2423488000000000171")


def request(*ids: str, targets: int = 1) -> InventoryMassConvertRequest:
    """Return a request to convert quotes to sales orders."""
    target = InventoryConversionTarget(module=SALES_ORDERS, carry_over_tags=True)
    return InventoryMassConvertRequest(convert_to=[target] * targets, ids=list(ids))


@sync_and_asyncio
def test_from_submission_to_the_end(call: Callable[..., Any], sandbox: Sandbox) -> None:
    """Two quotes become two sales orders, and cannot be converted again."""
    crm = client(sandbox)
    body = request("2423488000000625004", "2423488000000625032")
    before = len(list(sandbox.state.of("694902309").records("Sales_Orders")))
    scheduled = call(schedule_inventory_mass_convert, "Quotes", client=crm, body=body)
    sandbox.clock.advance(3600)
    (job,) = call(get_inventory_mass_convert_status, "Quotes", client=crm, job_id=scheduled.details.job_id).data

    assert scheduled.message == "Mass Convert scheduled successfully"
    assert (job.status, job.converted_count, job.total_count) == ("COMPLETED", 2, 2)
    assert len(list(sandbox.state.of("694902309").records("Sales_Orders"))) == before + 2
    with pytest.raises(errors.IdAlreadyConvertedError):
        call(schedule_inventory_mass_convert, "Quotes", client=crm, body=body)


@sync_and_asyncio
@pytest.mark.parametrize(
    ("body", "error"),
    [
        (request("1"), errors.InvalidDataError),
        (request("2423488000000625004", targets=2), errors.InvalidDataError),
        (request(*(str(number) for number in range(51))), errors.LimitExceededError),
    ],
)
def test_submission_errors(call: Callable[..., Any], sandbox: Sandbox, body: Any, error: type[errors.ApiError]) -> None:
    """An unknown quote, two targets, and more than 50 records."""
    with pytest.raises(error):
        call(schedule_inventory_mass_convert, "Quotes", client=client(sandbox), body=body)
