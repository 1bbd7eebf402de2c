"""Uses all five systems through the client, over HTTP, against a sandbox that the demo starts and stops."""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bars
from rich.table import Table
from zoho_crm_jobs import AccessToken, Client, File, Fixed, JobHandle, errors, models, watch
from zoho_crm_jobs.api.bulk_write import create_bulk_write_job, get_bulk_write_job, upload_bulk_write_file
from zoho_crm_jobs.api.convert_lead import convert_lead, get_lead_conversion_options
from zoho_crm_jobs.api.inventory_mass_convert import get_inventory_mass_convert_status, schedule_inventory_mass_convert
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status, schedule_mass_change_owner
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zoho_crm_jobs import Progress

POLL_SECONDS = 0.05
DEADLINE_SECONDS = 60


@contextmanager
def sandbox(scale: float) -> Iterator[str]:
    """Start a sandbox on a free loopback port, yield its URL, and stop it at the end."""
    command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--clock=scaled", f"--scale={scale}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own command
        try:
            assert process.stdout is not None  # noqa: S101  # it was piped
            line = process.stdout.readline()
            if "http://" not in line:
                raise RuntimeError(f"the sandbox did not start: {line!r}")
            yield line[line.index("http://") :].split()[0]
        finally:
            process.terminate()


def leads_as_zip(count: int) -> bytes:
    """Return a zip file with a CSV file of leads; every hundredth lacks the mandatory last name."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Last_Name", "Email", "Company"])
    for number in range(1, count + 1):
        writer.writerow([f"Lead {number}" if number % 100 else "", f"lead{number}@example.com", "Zylker"])
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("leads.csv", text.getvalue())
    return archive.getvalue()


class Demo:
    """The calls, and the table of their outcomes."""

    def __init__(self, client: Client, console: Console) -> None:
        self.client = client
        self.console = console
        self.table = Table(title="What the demo did", title_justify="left")
        for heading in ("system", "what", "outcome"):
            self.table.add_column(heading)

    def add(self, system: str, what: str, outcome: str) -> None:
        """Add a row to the table."""
        self.table.add_row(system, what, outcome)

    def expect(self, system: str, what: str, error: type[errors.ApiError], call: Callable[[], Any]) -> None:
        """Make a call that must raise this error, and add a row."""
        try:
            call()
        except error as caught:
            self.add(system, what, f"[red]{type(caught).__name__}[/] {caught.status_code} {caught.message!r}")
        else:
            raise RuntimeError(f"{system}: {what}: expected {error.__name__}")

    def watch(self, *jobs: JobHandle[Any]) -> list[str]:
        """Show the progress of jobs until all have ended; return the states of each job."""
        seen: dict[str, list[str]] = {job.job_id: [] for job in jobs}
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"))
        with Bars(*columns, console=self.console) as bars:
            of_job = {job_id: bars.add_task(job_id, total=None, state="") for job_id in seen}

            def show(job: JobHandle[Any], now: Progress) -> None:
                if now.state not in seen[job.job_id]:
                    seen[job.job_id].append(now.state)
                bars.update(of_job[job.job_id], total=now.total, completed=now.done or 0, state=now.state)

            # The sandbox's clock is fast, so the demo polls more often than a client of Zoho should.
            for outcome in watch(jobs, timeout=DEADLINE_SECONDS, policy=Fixed(POLL_SECONDS), on_progress=show):
                if outcome.error is not None and not isinstance(outcome.error, errors.JobFailed):
                    raise outcome.error
        return [" → ".join(states) for states in seen.values()]

    def records(self, module: str, **fields: str) -> int:
        """Return the number of records with these values, as the sandbox's control plane counts them."""
        response = httpx.get(f"{self.client.base_url}/_sandbox/records", params={"module": module, "limit": 10_000})
        records = [record["fields"] for record in response.raise_for_status().json()["records"]]
        return sum(all(record.get(key) == value for key, value in fields.items()) for record in records)

    def run(self) -> None:
        """Use the five systems."""
        self.inventory_mass_convert()
        self.mass_update()
        self.mass_change_owner()
        self.bulk_write()
        self.convert_lead()
        self.console.print(self.table)

    def inventory_mass_convert(self) -> None:
        """Convert quotes to sales orders, and read the status of a conversion of sales orders."""
        system = "inventory_mass_convert"
        target = models.ModuleReference(api_name="Sales_Orders", id="2423488000000000171")
        request = models.InventoryMassConvertRequest(
            convert_to=[models.InventoryConversionTarget(module=target, carry_over_tags=True)],
            ids=["2423488000000625004", "2423488000000625032"],
        )
        before = self.records("Sales_Orders")
        job = schedule_inventory_mass_convert.start("Quotes", client=self.client, body=request)
        self.add(system, "convert two quotes", *self.watch(job))
        self.add(system, "sales orders before and after", f"{before} → {self.records('Sales_Orders')}")
        orders = "2423488000000626119"
        done = get_inventory_mass_convert_status.sync("Sales_Orders", client=self.client, job_id=orders).data[0]
        self.add(system, "a conversion of sales orders", f"{done.status}, {done.converted_count} of {done.total_count}")
        self.expect(
            system,
            "convert the same quotes again",
            errors.ApiError,
            lambda: schedule_inventory_mass_convert.sync("Quotes", client=self.client, body=request),
        )

    def mass_update(self) -> None:
        """Update the accounts of a view, and watch another job fail."""
        system = "mass_update"
        before = self.records("Accounts", Industry="Education")
        fields = models.MassUpdateFields.from_dict({"Industry": "Education"})
        request = models.MassUpdateByView(data=[fields], cvid="554023000000091515")
        job = schedule_mass_update.start("Accounts", client=self.client, body=request)
        parameters = {"module_api_name": "Accounts", "job_id": "554023000000506005"}
        failing: JobHandle[Any] = JobHandle("get_mass_update_status", parameters, client=self.client)
        ends = self.watch(job, failing)
        for name, states in zip(("the update", "one that fails"), ends, strict=True):
            self.add(system, name, states)
        if [states.rpartition(" ")[2] for states in ends] != ["COMPLETED", "FAILED"]:
            raise RuntimeError(f"{system}: expected one job to complete and one to fail: {ends}")
        after = self.records("Accounts", Industry="Education")
        self.add(system, "accounts in education before and after", f"{before} → {after}")
        self.expect(
            system,
            "ask for a job that does not exist, in v2.1",
            errors.NoSuchJobError,
            lambda: get_mass_update_status.sync("Leads", client=self.client.with_options(version="v2.1"), job_id="1"),
        )

    def mass_change_owner(self) -> None:
        """Assign deals to another user."""
        system, owner = "mass_change_owner", "2423488000000483001"
        before = self.records("Deals", Owner=owner)
        request = models.MassChangeOwnerRequest(cvid="2423488000000091545", owner=models.Reference(id=owner))
        job = schedule_mass_change_owner.start("Deals", client=self.client, body=request)
        self.add(system, "give deals to another user", *self.watch(job))
        self.add(system, "deals of that user before and after", f"{before} → {self.records('Deals', Owner=owner)}")
        self.expect(
            system,
            "ask with a malformed id",
            errors.RequiredParamMissingError,
            lambda: get_mass_change_owner_status.sync("Deals", client=self.client, job_id="x"),
        )

    def bulk_write(self) -> None:
        """Write 1,000 leads from a CSV file, and read the result."""
        system, organization = "bulk_write", "694902309"
        before = self.records("Leads")
        upload = upload_bulk_write_file.sync(
            client=self.client,
            body=models.BulkWriteUploadRequest(file=File(leads_as_zip(1000), "leads.zip", "application/zip")),
            feature="bulk-write",
            x_crm_org=organization,
        )
        columns = [
            models.BulkWriteColumn(api_name=name, index=index)
            for index, name in enumerate(("Last_Name", "Email", "Company"))
        ]
        target = models.BulkWriteTarget(
            type_=models.BulkWriteTargetType.DATA,
            module=models.BulkWriteTargetModule(api_name="Leads"),
            file_id=upload.details.file_id,
            field_mappings=columns,
        )
        request = models.BulkWriteRequest(operation=models.BulkWriteOperation.INSERT, resource=[target])
        job = create_bulk_write_job.start(client=self.client, body=request)
        self.add(system, "write 1,000 leads", *self.watch(job))
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(job.download(folder)) as archive:
            rows = list(csv.DictReader(io.StringIO(archive.read(archive.namelist()[0]).decode())))
        outcomes = Counter(row["STATUS"] for row in rows)
        reason = next(row["ERRORS"] for row in rows if row["ERRORS"])
        self.add(system, "read the result", f"{dict(outcomes)}, such as {reason}")
        self.add(system, "leads before and after", f"{before} → {self.records('Leads')}")
        self.expect(
            system,
            "ask for a job that does not exist",
            errors.ResourceNotFoundError,
            lambda: get_bulk_write_job.sync("1", client=self.client),
        )

    def convert_lead(self) -> None:
        """Convert a lead, and try to convert it again."""
        system, lead_id = "convert_lead", "738964000002118026"
        options = get_lead_conversion_options.sync(lead_id, client=self.client)
        self.add(system, "what the lead matches", "nothing" if options is None else "a record")
        conversion = models.LeadConversion(
            overwrite=True,
            accounts=models.Reference(id="738964000002058030"),
            contacts=models.Reference(id="738964000002058055"),
            deals=models.ConvertLeadDeal(
                deal_name="Sample",
                stage="Closed Won",
                closing_date=datetime.date(2026, 1, 25),
                pipeline="Standard (Standard)",
                amount=5000,
            ),
        )
        request = models.ConvertLeadRequest(data=[conversion])
        response = convert_lead.sync(lead_id, client=self.client, body=request)
        if not isinstance(response, models.ConvertLeadResponse):
            raise TypeError(f"{system}: expected a converted lead, got {response}")
        records = response.data[0].details
        self.add(
            system, "convert the lead", f"contact {records.contacts.name}, deal {records.deals and records.deals.name}"
        )
        self.expect(
            system,
            "convert the lead again",
            errors.IdAlreadyConvertedError,
            lambda: convert_lead.sync(lead_id, client=self.client, body=request),
        )


def main(arguments: list[str] | None = None) -> int:
    """Run the demo and return its exit code: 0 if every call had the expected outcome."""
    parser = argparse.ArgumentParser(prog="demo", description="Use all five systems against a sandbox.")
    parser.add_argument("--scale", type=float, default=40, help="how much faster than real time jobs go (default: 40)")
    options = parser.parse_args(arguments)
    console = Console()
    try:
        with sandbox(options.scale) as url, Client(AccessToken("sandbox"), base_url=url) as client:
            console.print(f"The sandbox listens on {url}.")
            Demo(client, console).run()
    except (RuntimeError, TypeError, errors.ZohoCRMError) as error:
        console.print(f"[red]The demo failed:[/] {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
