"""A client in TypeScript: the commands of the documentation work, and two jobs run to their end."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import httpx
import pytest
from codegen.generate import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (ROOT / "scripts/site/pages/how-to/other-languages.md").read_text("utf-8")
SECTION = PAGE.partition("## TypeScript in five minutes\n")[2].partition("\n##")[0]
START, INSTALL, RUN = re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)
((PROGRAM, OUTPUT),) = re.findall(r"```ts\n(.*?)```.*?```text\n(.*?)```", SECTION, re.DOTALL)
URL = "http://127.0.0.1:8080"
NO_NETWORK = re.compile(
    r"npm error code (E(AI_AGAIN|CONN\w+|NETUNREACH|HOSTUNREACH|NOTFOUND|TIMEDOUT|RR_SOCKET_TIMEOUT))"
)
NPM = {"npm_config_audit": "false", "npm_config_fund": "false", "npm_config_update_notifier": "false"}
# Dependencies are taken as of a day, so that every run installs the same.
NPM |= {"npm_config_before": "2026-11-01", "npm_config_fetch_retries": "1", "npm_config_fetch_retry_mintimeout": "1000"}


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the documentation, and capture its output."""
    environment = {**os.environ, **NPM}
    shell = ["/bin/sh", "-ec", command]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the documentation's commands installed the tools and generated the client."""
    for tool in ("node", "npm"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    above = tmp_path_factory.mktemp("typescript")
    (above / "zoho-crm-jobs").symlink_to(ROOT)
    done = run(above, INSTALL)
    if failed := NO_NETWORK.search(done.stderr):
        pytest.skip(f"npm has no network: {failed[1]}")
    assert done.returncode == 0, done.stdout + done.stderr
    return above / "crm"


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    """Yield the URL of a sandbox that the documentation's command started, on a free port, at a minute a second."""
    command = f"exec {START.replace('8080', '0')}"
    with subprocess.Popen(["/bin/sh", "-ec", command], cwd=folder.parent, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        line = it.stdout.readline()
        url = line[line.index("http://") :].split()[0]
        httpx.post(f"{url}/_sandbox/clock", json={"scale": 60}).raise_for_status()
        yield url
        it.terminate()


def test_a_first_call(folder: Path, url: str) -> None:
    """The program in the documentation compiles, and prints the output there."""
    (folder / "first.mts").write_text(PROGRAM.replace(URL, url), "utf-8")
    done = run(folder, RUN)

    assert (done.stdout, done.returncode) == (OUTPUT, 0), done.stderr


def test_two_jobs(folder: Path, url: str) -> None:
    """Under strict rules the program compiles and runs, and the compiler finds two mistakes in another."""
    for name in ("lifecycle.mts", "wrong.mts"):
        program = (ROOT / "tests/project/typescript" / name).read_text("utf-8")
        (folder / name).write_text(program.replace(URL, url), "utf-8")
    shutil.copy(ROOT / "openapi/dist/zoho-crm-jobs-dereferenced.json", folder)
    with zipfile.ZipFile(folder / "leads.zip", "w") as archive:
        archive.writestr("leads.csv", "Last_Name,Email\nBoyle,patricia@example.com\n")

    compiled = run(folder, "npx tsc --strict --noUncheckedIndexedAccess --module nodenext lifecycle.mts wrong.mts")
    code, detail = [line for line in compiled.stdout.splitlines() if not line.startswith(" ")]
    assert re.fullmatch(r"wrong\.mts\(8,5\): error TS2367: .* and '\"INVALID_DATE\"' have no overlap\.", code)
    assert detail.startswith(
        "wrong.mts(9,64): error TS2339: Property 'permissions' does not exist on type '{ param_name"
    )

    done = run(folder, "node lifecycle.mjs")
    assert done.stdout.splitlines() == [
        "mass update COMPLETED 40 updated 10 failed",
        "INVALID_DATA job_id",
        "bulk write COMPLETED 1 added",
    ], done.stderr
    with zipfile.ZipFile(folder / "result.zip") as archive:
        assert archive.read("Leads-leads.csv").decode().splitlines()[1].startswith("Boyle,patricia@example.com,added")
