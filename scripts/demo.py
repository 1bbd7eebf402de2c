"""Uses all five systems through the client, over HTTP, against a sandbox that it starts and stops."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from zoho_crm_jobs import AccessToken, Client, errors, models
from zoho_crm_jobs.api.bulk_write import get_bulk_write_job
from zoho_crm_jobs.api.convert_lead import convert_lead_v2_1
from zoho_crm_jobs.api.inventory_mass_convert import get_inventory_mass_convert_status
from zoho_crm_jobs.api.mass_change_owner import get_mass_change_owner_status
from zoho_crm_jobs.api.mass_update import get_mass_update_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

POLL_SECONDS = 0.1
DEADLINE_SECONDS = 60


@contextmanager
def sandbox(scale: float) -> Iterator[str]:
    """Starts a sandbox on a free loopback port, and stops it whatever happens.

    Args:
        scale: How much faster than real time its clock goes.

    Yields:
        Its URL.

    Raises:
        RuntimeError: It did not start.
    """
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


class Demo:
    """The calls, and the table of what came back."""

    def __init__(self, client: Client, console: Console) -> None:
        self.client = client
        self.console = console
        self.table = Table(title="What the demo did", title_justify="left")
        for heading in ("system", "call", "answer"):
            self.table.add_column(heading)

    def add(self, system: str, call: str, answer: str) -> None:
        """Adds a row to the table."""
        self.table.add_row(system, call, answer)

    def refused(self, system: str, call: str, error: type[errors.ApiError], make: Callable[[], Any]) -> None:
        """Makes a call that is to end in this error, and adds a row."""
        try:
            make()
        except error as caught:
            self.add(system, call, f"[red]{type(caught).__name__}[/] {caught.status_code} {caught.message!r}")
        else:
            raise RuntimeError(f"{system}: {call}: expected {error.__name__}")

    def run(self) -> None:
        """Uses the five systems."""
        self.inventory_mass_convert()
        self.mass_update()
        self.mass_change_owner()
        self.bulk_write()
        self.convert_lead()
        self.console.print(self.table)

    def inventory_mass_convert(self) -> None:
        """Asks for the conversion of quotes and of sales orders."""
        system = "inventory_mass_convert"
        quotes, orders = "2423488000000626117", "2423488000000626119"
        job = get_inventory_mass_convert_status.sync("Quotes", client=self.client, job_id=quotes).data[0]
        self.add(system, f"status of {quotes} in Quotes", f"{job.status}, {job.converted_count} of {job.total_count}")
        job = get_inventory_mass_convert_status.sync("Sales_Orders", client=self.client, job_id=orders).data[0]
        self.add(
            system, f"status of {orders} in Sales_Orders", f"{job.status}, {job.converted_count} of {job.total_count}"
        )
        self.refused(
            system,
            "status of 1 in Quotes",
            errors.InvalidDataError,
            lambda: get_inventory_mass_convert_status.sync("Quotes", client=self.client, job_id="1"),
        )

    def mass_update(self) -> None:
        """Watches two jobs, of which one fails, until both have ended."""
        system = "mass_update"
        jobs = {"3524033000006027001": "Leads", "554023000000506005": "Accounts"}
        pending = {models.MassUpdateJobStatus.SCHEDULED, models.MassUpdateJobStatus.RUNNING}
        seen: dict[str, list[str]] = {job_id: [] for job_id in jobs}
        deadline = time.monotonic() + DEADLINE_SECONDS
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"))
        with Progress(*columns, console=self.console) as progress:
            bars = {
                job_id: progress.add_task(f"mass update {job_id} in {module}", total=None, state="")
                for job_id, module in jobs.items()
            }
            while bars and time.monotonic() < deadline:
                for job_id in list(bars):
                    job = get_mass_update_status.sync(jobs[job_id], client=self.client, job_id=job_id).data[0]
                    if job.status not in seen[job_id]:
                        seen[job_id].append(job.status)
                    done = job.total_count - job.not_updated_count
                    progress.update(bars[job_id], total=job.total_count, completed=done, state=job.status)
                    if job.status not in pending:
                        del bars[job_id]
                time.sleep(POLL_SECONDS)
        for job_id, module in jobs.items():
            self.add(system, f"status of {job_id} in {module}, until the end", " → ".join(seen[job_id]))
        if [states[-1:] for states in seen.values()] != [["COMPLETED"], ["FAILED"]]:
            raise RuntimeError(f"{system}: expected one job to complete and one to fail: {seen}")
        old = self.client.with_options(version="v2.1")
        self.refused(
            system,
            "status of 1 in Leads, in v2.1",
            errors.NotFoundError,
            lambda: get_mass_update_status.sync("Leads", client=old, job_id="1"),
        )

    def mass_change_owner(self) -> None:
        """Asks for a change of owner in which some records failed."""
        system, job_id = "mass_change_owner", "3652397000009565021"
        job = get_mass_change_owner_status.sync("Leads", client=self.client, job_id=job_id).data[0]
        answer = f"{job.status}, {job.updated_count} of {job.total_count}, {job.failed_count} failed"
        self.add(system, f"status of {job_id} in Leads", answer)
        self.refused(
            system,
            "status of 'x' in Leads",
            errors.RequiredParamMissingError,
            lambda: get_mass_change_owner_status.sync("Leads", client=self.client, job_id="x"),
        )

    def bulk_write(self) -> None:
        """Asks for the details of a bulk write."""
        system, job_id = "bulk_write", "4150868000005350003"
        job = get_bulk_write_job.sync(job_id, client=self.client)
        file = job.resource[0].file
        counts = f"{file.added_count} added, {file.skipped_count} skipped" if file else "no file yet"
        self.add(system, f"details of {job_id}", f"{job.status}, {job.operation}, {counts}")
        self.refused(
            system,
            "details of 1",
            errors.ResourceNotFoundError,
            lambda: get_bulk_write_job.sync("1", client=self.client),
        )

    def convert_lead(self) -> None:
        """Converts a lead, and tries to convert it again."""
        system, lead_id = "convert_lead", "738964000002118026"
        conversion = models.LeadConversionV21(
            overwrite=True,
            accounts="738964000002058030",
            contacts="738964000002058055",
            deals=models.ConvertLeadV21Deal(deal_name="Sample", stage="Closed Won", amount=5000),
        )
        body = models.ConvertLeadV21Request(data=[conversion])
        converted = convert_lead_v2_1.sync(lead_id, client=self.client, body=body).data[0]
        self.add(system, f"convert lead {lead_id}", f"contact {converted.contacts}, deal {converted.deals}")
        self.refused(
            system,
            f"convert lead {lead_id} again",
            errors.IdAlreadyConvertedError,
            lambda: convert_lead_v2_1.sync(lead_id, client=self.client, body=body),
        )


def main(arguments: list[str] | None = None) -> int:
    """Runs the demo.

    Args:
        arguments: The command line, ``sys.argv`` if left out.

    Returns:
        The exit code: 0 if everything came out as it should.
    """
    parser = argparse.ArgumentParser(prog="demo", description="Use all five systems against a sandbox.")
    parser.add_argument("--scale", type=float, default=10, help="how much faster than real time jobs go (default: 10)")
    options = parser.parse_args(arguments)
    console = Console()
    try:
        with sandbox(options.scale) as url, Client(AccessToken("sandbox"), base_url=url) as client:
            console.print(f"The sandbox listens on {url}.")
            Demo(client, console).run()
    except (RuntimeError, errors.ZohoCRMError) as error:
        console.print(f"[red]The demo failed:[/] {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
