"""A Celery app whose workers start jobs and wait for them, as the documentation shows it. ``test_fleet`` runs it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from celery import Celery
from zoho_crm_jobs import Client, JobHandle
from zoho_crm_jobs.models import InventoryMassConvertStatus

if TYPE_CHECKING:
    from zoho_crm_jobs.params import InventoryConversionTargetDict

app = Celery("fleet", broker=os.environ["BROKER_URL"], backend=os.environ["BROKER_URL"])
app.conf.worker_prefetch_multiplier = 1  # a worker takes no handle that it cannot wait for at once
app.conf.broker_transport_options = {"visibility_timeout": 7200}  # longer than the longest wait
crm = Client.from_env()  # it opens no connection before a process uses it
TARGET: InventoryConversionTargetDict = {
    "module": {"api_name": "Sales_Orders", "id": "2423488000000000171"},
    "carry_over_tags": True,
}


@app.task
def convert(quotes: list[str]) -> dict[str, Any]:
    """Start a job and return its handle. It is acknowledged before it begins, so that no job is started twice."""
    return crm.inventory_mass_convert.schedule("Quotes", ids=quotes, convert_to=TARGET).to_dict()


@app.task(acks_late=True, reject_on_worker_lost=True)
def finish(handle: dict[str, Any]) -> dict[str, Any]:
    """Wait for a job. It is acknowledged at its end, so that another worker goes on with it if this one is lost."""
    job = JobHandle[InventoryMassConvertStatus].from_dict(handle, client=crm)
    return job.wait(timeout=3600).status.to_dict()
