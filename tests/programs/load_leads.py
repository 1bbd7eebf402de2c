"""Load the leads of a CSV file into Zoho CRM, and write what became of each row. Run it again if it was interrupted."""

import csv
import io
import itertools
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from zoho_crm_jobs import Client, File, JobHandle
from zoho_crm_jobs.models import BulkWriteJob

FIELDS = {"First name": "First_Name", "Name": "Last_Name", "Company": "Company", "E-mail": "Email"}


def parts(source: Path, folder: Path, rows: int) -> Iterator[Path]:
    """Pack the rows, as many in a file as one job takes."""
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for number, part in enumerate(iter(lambda: list(itertools.islice(reader, rows)), [])):
            columns = ([row[name] for name in FIELDS] for row in part)
            csv.writer(text := io.StringIO()).writerows([FIELDS.values(), *columns])
            with zipfile.ZipFile(path := folder / f"{number}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("leads.csv", text.getvalue())
            yield path


def job_of(crm: Client, path: Path) -> JobHandle[BulkWriteJob]:
    """Return the job that an earlier run started, or start it. An upsert that is repeated adds no lead twice."""
    if (note := path.with_suffix(".json")).exists():
        return JobHandle[BulkWriteJob].from_dict(json.loads(note.read_text("utf-8")), client=crm)
    file_id = crm.bulk_write.upload_file(file=File.from_path(path)).details.file_id
    job = crm.bulk_write.create_job(
        operation="upsert",
        resource=[{"type": "data", "module": {"api_name": "Leads"}, "file_id": file_id, "find_by": "Email"}],
    )
    note.write_text(json.dumps(job.to_dict()), "utf-8")
    return job


def load(crm: Client, source: Path, folder: Path, rows: int = 25_000) -> Counter[str]:
    """Load the file, write ``folder/outcome.csv``, and return how many rows had each outcome."""
    outcomes = [("row", "status", "record_id", "errors")]
    for job in [job_of(crm, path) for path in parts(source, folder, rows)]:
        job.wait(timeout=7200)
        with zipfile.ZipFile(job.download(folder)) as archive:
            for row in csv.DictReader(io.StringIO(archive.read(archive.namelist()[0]).decode("utf-8"))):
                outcomes.append((str(len(outcomes)), row["STATUS"], row["RECORD_ID"], row["ERRORS"]))
    with (folder / "outcome.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(outcomes)
    return Counter(status for _, status, _, _ in outcomes[1:])


if __name__ == "__main__":
    with Client.from_env() as client:
        print(load(client, Path(sys.argv[1]), Path(sys.argv[2])))
