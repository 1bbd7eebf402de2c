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
from zoho_crm_jobs import Client, File, Fixed, JobHandle, errors, models, params, watch
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status

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

    def __init__(self, client: Client, url: str, console: Console) -> None:
        self.crm = client
        self.url = url
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
        response = httpx.get(f"{self.url}/_sandbox/records", params={"module": module, "limit": 10_000})
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
        target: params.InventoryConversionTargetDict = {
            "module": {"api_name": "Sales_Orders", "id": "2423488000000000171"},
            "carry_over_tags": True,
        }
        quotes = ["2423488000000625004", "2423488000000625032"]
        before = self.records("Sales_Orders")
        job = self.crm.inventory_mass_convert.schedule("Quotes", ids=quotes, convert_to=target)
        self.add(system, "convert two quotes", *self.watch(job))
        self.add(system, "sales orders before and after", f"{before} → {self.records('Sales_Orders')}")
        orders = "2423488000000626119"
        done = self.crm.inventory_mass_convert.get_status("Sales_Orders", job_id=orders).data[0]
        self.add(system, "a conversion of sales orders", f"{done.status}, {done.converted_count} of {done.total_count}")
        self.expect(
            system,
            "convert the same quotes again",
            errors.ApiError,
            lambda: self.crm.inventory_mass_convert.schedule("Quotes", ids=quotes, convert_to=target),
        )

    def mass_update(self) -> None:
        """Update the accounts of a view, and watch another job fail."""
        system = "mass_update"
        before = self.records("Accounts", Industry="Education")
        job = self.crm.mass_update.schedule("Accounts", cvid="554023000000091515", data={"Industry": "Education"})
        failing = self.crm.mass_update.job("Accounts", job_id="554023000000506005")
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
            lambda: self.crm.with_options(version="v2.1").mass_update.get_status("Leads", job_id="1"),
        )

    def mass_change_owner(self) -> None:
        """Assign deals to another user."""
        system, owner = "mass_change_owner", "2423488000000483001"
        before = self.records("Deals", Owner=owner)
        job = self.crm.mass_change_owner.schedule("Deals", cvid="2423488000000091545", owner={"id": owner})
        self.add(system, "give deals to another user", *self.watch(job))
        self.add(system, "deals of that user before and after", f"{before} → {self.records('Deals', Owner=owner)}")
        self.expect(
            system,
            "ask with a malformed id",
            errors.RequiredParamMissingError,
            lambda: get_mass_change_owner_status.sync("Deals", client=self.crm, job_id="x"),  # the method checks the id
        )

    def bulk_write(self) -> None:
        """Write 1,000 leads from a CSV file, and read the result."""
        system = "bulk_write"
        before = self.records("Leads")
        upload = self.crm.bulk_write.upload_file(file=File(leads_as_zip(1000), "leads.zip", "application/zip"))
        target: params.BulkWriteTargetDict = {
            "type": "data",
            "module": {"api_name": "Leads"},
            "file_id": upload.details.file_id,
            "field_mappings": [
                {"api_name": name, "index": index} for index, name in enumerate(("Last_Name", "Email", "Company"))
            ],
        }
        job = self.crm.bulk_write.create_job(operation="insert", resource=[target])
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
            lambda: self.crm.bulk_write.get_job("1"),
        )

    def convert_lead(self) -> None:
        """Convert a lead, and try to convert it again."""
        system, lead_id = "convert_lead", "738964000002118026"
        options = self.crm.convert_lead.get_conversion_options(lead_id)
        self.add(system, "what the lead matches", "nothing" if options is None else "a record")
        conversion: params.LeadConversionDict = {
            "overwrite": True,
            "Accounts": {"id": "738964000002058030"},
            "Contacts": {"id": "738964000002058055"},
            "Deals": {
                "Deal_Name": "Sample",
                "Stage": "Closed Won",
                "Closing_Date": datetime.date(2026, 1, 25),
                "Pipeline": "Standard (Standard)",
                "Amount": 5000,
            },
        }
        response = self.crm.convert_lead.convert(lead_id, data=conversion)
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
            lambda: self.crm.convert_lead.convert(lead_id, data=conversion),
        )


def main(arguments: list[str] | None = None) -> int:
    """Run the demo and return its exit code: 0 if every call had the expected outcome."""
    parser = argparse.ArgumentParser(prog="demo", description="Use all five systems against a sandbox.")
    parser.add_argument("--scale", type=float, default=40, help="how much faster than real time jobs go (default: 40)")
    options = parser.parse_args(arguments)
    console = Console()
    try:
        with sandbox(options.scale) as url, Client("sandbox", base_url=url, organization="694902309") as client:
            console.print(f"The sandbox listens on {url}.")
            Demo(client, url, console).run()
    except (RuntimeError, TypeError, errors.ZohoCRMError) as error:
        console.print(f"[red]The demo failed:[/] {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
