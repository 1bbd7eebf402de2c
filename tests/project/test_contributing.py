"""The guide to changing the document: its examples, followed on a copy, change all that is made from the document."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT, replace
from document.bundle import bundle, to_json
from document.lint.__main__ import lint

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
ASKING = re.findall(r"^\| `(tests/\S+)` \|", GUIDE, re.MULTILINE)
ERROR_CODE, OPERATION, HANDLER = re.findall(r"```diff\n(.*?)```", GUIDE, re.DOTALL)

PROGRAM = """
import httpx
from zoho_crm_jobs import AccessToken, Client, errors
from zoho_crm_jobs.api.mass_tag import get_mass_tag_status
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_sandbox import Clock, Plan, Sandbox

with Sandbox(clock=Clock(scale=0), validate_responses=True) as sandbox:
    http_client = httpx.Client(transport=sandbox.transport())
    crm = Client(AccessToken("sandbox"), http_client=http_client)

    sandbox.inject_fault("get_mass_update_status", "JOB_CANCELLED")
    try:
        get_mass_update_status.sync("Accounts", client=crm, job_id="554023000000506003")
    except errors.JobCancelledError as error:
        print(error.status_code, error.code, error.message)

    done = sandbox.add_job("mass_tag", "Leads", Plan.of(50, failed=5))
    failed = sandbox.add_job("mass_tag", "Leads", Plan.of(50, failed=50, end="FAILED"))
    print(get_mass_tag_status.sync(client=crm, job_id=done).data[0].status)
    sandbox.clock.advance(60)
    job = get_mass_tag_status.wait(client=crm, job_id=done).data[0]
    print(job.status, job.updated_count, job.failed_count)
    for job_id in (failed, "1"):
        try:
            get_mass_tag_status.wait(client=crm, job_id=job_id)
        except (errors.JobFailed, errors.JobNotFound) as error:
            print(type(error).__name__)

    narrow = Client(AccessToken(sandbox.issue_token(["ZohoCRM.mass_update.READ"])), http_client=http_client)
    try:
        get_mass_tag_status.sync(client=narrow, job_id=done)
    except errors.OAuthScopeMismatchError as error:
        print(error.code)
"""


class Copy:
    """A copy of the project.

    Args:
        root: Where it is.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, expected: int = 0) -> str:
        """Runs Python in the copy and returns what it prints, after checking its exit code."""
        environment = {"PYTHONPATH": f"{self.root}/generated:{self.root}/scripts", "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [sys.executable, "-W", "error", *command],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout + done.stderr

    def apply(self, change: str) -> None:
        """Makes a change of the guide."""
        git = shutil.which("git")
        assert git
        subprocess.run([git, "apply", "-"], cwd=self.root, input=change, text=True, check=True)

    def read(self, path: str) -> str:
        """Returns the text of a file."""
        return (self.root / path).read_text("utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the project in which the examples' changes to the document were made, and everything generated."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("openapi", "generated", "scripts", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, root)
    project = Copy(root)
    project.apply(ERROR_CODE)
    project.apply(OPERATION)
    replace(root)
    return project


def test_everything_is_made(project: Copy) -> None:
    """The client, the reference and the forms for other teams have the code and the operation."""
    operation = project.read("generated/zoho_crm_jobs/api/mass_tag/get_mass_tag_status.py")

    assert re.findall(r"^(?:async )?def (\w+)", operation, re.MULTILINE) == [
        "sync",
        "sync_detailed",
        "asyncio",
        "asyncio_detailed",
        "wait",
        "wait_asyncio",
    ]
    assert "class JobCancelledError(" in project.read("generated/zoho_crm_jobs/errors.py")
    for form in (file.name for file in (project.root / "openapi/dist").iterdir() if "arazzo" not in file.name):
        assert "mass_tag" in project.read(f"openapi/dist/{form}"), form
        assert "JOB_CANCELLED" in project.read(f"openapi/dist/{form}"), form


def test_the_rules_follow(project: Copy, tmp_path: Path) -> None:
    """The examples keep every rule, and a step of theirs that was forgotten breaks one."""
    entry = tmp_path / "openapi/openapi.yaml"
    shutil.copytree(project.root / "openapi", entry.parent)
    assert lint(entry) == []
    for file, line, message in (
        ("paths/mass_tag.yaml", "    x-since: v6\n", "since: #/paths/~1crm~1{version}~1Leads~1actions~1mass_tag/get"),
        ("security.yaml", "        ZohoCRM.mass_tag.READ: Read the status of mass tag jobs.\n", "scope-declared: "),
    ):
        text = project.read(f"openapi/{file}")
        assert line in text
        (entry.parent / file).write_text(text.replace(line, ""), "utf-8")
        assert lint(entry)[0].startswith(message)
        (entry.parent / file).write_text(text, "utf-8")


def release(root: Path, tag: str) -> None:
    """Make a git repository of a folder, and tag it."""
    name = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Release"], ["tag", tag]):
        subprocess.run(["git", *name, *command], cwd=root, check=True)  # noqa: S607  # git, on the path


def test_what_breaks_is_said(project: Copy, tmp_path: Path) -> None:
    """The code breaks and the operation does not, and a new version and an entry make that right."""
    before = bundle(ROOT / "openapi/openapi.yaml")
    now: str = before["info"]["version"]
    major, minor, _ = map(int, now.split("."))
    after = f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    entry = tmp_path / "openapi/openapi.yaml"
    shutil.copytree(project.root / "openapi", entry.parent)
    (entry.parent / "dist/zoho-crm-jobs.json").write_text(to_json(before), "utf-8")
    release(tmp_path, f"v{now}")
    (entry.parent / "accepted.yaml").write_text("[]\n", "utf-8")
    diff = ("-m", "document.diff", "--root", str(tmp_path))

    breaking, compatible = project.run(*diff).split("\ncompatible")
    assert "response 400: JOB_CANCELLED  [error-code-added]" in breaking
    assert "get_mass_tag_status: GET /crm/{version}/Leads/actions/mass_tag  [operation-added]" in compatible
    assert f"{now} must become {after} or later" in project.run(*diff, "--check", expected=1)

    entry.write_text(entry.read_text("utf-8").replace(f"  version: {now}\n", f"  version: {after}\n"), "utf-8")
    news = f"## [{after}] - unreleased\n\n- **Breaking:** a mass update may be `JOB_CANCELLED`.\n"
    (tmp_path / "CHANGELOG.md").write_text(news, "utf-8")
    project.run(*diff, "--check")


def test_the_sandbox_follows(project: Copy) -> None:
    """It lacks what the operation does and has all else from the document; then tests ask for what is missing."""
    missing = project.run("-m", "zoho_crm_sandbox", "--port", "0", expected=1)
    assert missing == (
        "zoho_crm_sandbox: no system has a handler for these operations of the document: get_mass_tag_status\n"
    )

    project.apply(HANDLER)
    assert project.run("-c", PROGRAM).splitlines() == [
        "400 JOB_CANCELLED the job was cancelled",
        "SCHEDULED",
        "COMPLETED 45 5",
        "JobFailed",
        "JobNotFound",
        "OAUTH_SCOPE_MISMATCH",
    ]

    asked = project.run("-m", "pytest", "-q", "--tb=no", "-p", "no:cacheprovider", *ASKING, expected=1)
    assert re.search(rf"^{len(ASKING)} failed in", asked, re.MULTILINE), asked
