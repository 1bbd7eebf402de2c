"""The guide to changing the document: its examples, applied to a copy, change everything made from the document."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT, replace
from document.bundle import bundle, to_json
from document.lint.__main__ import lint
from document.lint.rule import RULES
from document.model import Document

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
ASKING = re.findall(r"^\| `(tests/\S+)` \|", GUIDE, re.MULTILINE)
SECTIONS = {
    section.partition("\n")[0]: re.findall(r"```diff\n (.*?)```", section, re.DOTALL)
    for section in GUIDE.split("\n## ")[1:]
}
EXISTING_CODE, NEW_CODE, ONE_EDIT, OPERATION = SECTIONS.values()
DOCUMENT = [change for change in (*EXISTING_CODE, *NEW_CODE, *ONE_EDIT, *OPERATION) if change.startswith("openapi/")]
HANDLER = [change for change in OPERATION if not change.startswith("openapi/")]

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
    print(crm.mass_tag.get_status(job_id=done).data[0].status)
    sandbox.clock.advance(60)
    job = crm.mass_tag.job(job_id=done).wait().status.data[0]
    print(job.status, job.updated_count, job.failed_count)
    for job_id in (failed, "1"):
        try:
            crm.mass_tag.job(job_id=job_id).wait()
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
        """Run Python in the copy, check its exit code, and return its output."""
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
        """Apply an example: each line that begins with a space is looked for below the one before."""
        path, *lines = change.splitlines()
        file = self.root / path
        text = file.read_text("utf-8").splitlines() if file.exists() else []
        at = 0
        for line in lines:
            if line.startswith("+"):
                text.insert(at, line[1:])
                at += 1
            else:
                at = text.index(line[1:], at) + (0 if line.startswith("-") else 1)
            if line.startswith("-"):
                del text[at]
        file.write_text("\n".join(text) + "\n", "utf-8")

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.root / path).read_text("utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the project with the examples applied to the document, and everything generated."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("openapi", "generated", "scripts", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, root)
    project = Copy(root)
    for change in DOCUMENT:
        project.apply(change)
    replace(root)
    return project


def edits(changes: list[str]) -> tuple[int, int]:
    """Return how many files some examples edit, and in how many places."""
    places = [re.findall(r"(?:^[-+].*\n)+", change, re.MULTILINE) for change in changes]
    return len({change.splitlines()[0] for change in changes}), sum(map(len, places))


def test_edits_are_few() -> None:
    """The document has each fact in one place."""
    assert edits(EXISTING_CODE) == (1, 2)
    assert edits(NEW_CODE) == (2, 3)
    assert [edits([change]) for change in ONE_EDIT] == [(1, 1)] * 4
    assert [title.partition(":")[2] for title in SECTIONS] == [
        " one file, two edits",
        " two files, three edits",
        " one edit",
        "",
    ]


def test_everything_is_made(project: Copy) -> None:
    """The client and the forms for other teams have the code and the operation."""
    operation = project.read("generated/zoho_crm_jobs/api/mass_tag/get_mass_tag_status.py")

    assert re.findall(r"^(?:async )?def (\w+)", operation, re.MULTILINE) == [
        "sync",
        "sync_detailed",
        "asyncio",
        "asyncio_detailed",
    ]
    resource = project.read("generated/zoho_crm_jobs/resources/mass_tag.py")
    assert resource.count("def get_status(") == resource.count("def job(") == len(["MassTag", "AsyncMassTag"])
    assert "class JobCancelledError(" in project.read("generated/zoho_crm_jobs/errors.py")
    facts = project.read("generated/zoho_crm_jobs/_document.py")
    assert facts.count("zohoapis.uk") == len(["www", "sandbox", "developer", "content"])
    for form in (file.name for file in (project.root / "openapi/dist").iterdir() if "arazzo" not in file.name):
        assert "mass_tag" in project.read(f"openapi/dist/{form}"), form
        assert "JOB_CANCELLED" in project.read(f"openapi/dist/{form}"), form


def test_all_that_follows_is_made(project: Copy) -> None:
    """One edit changes every place of the bundle that depends on it."""
    made = json.loads(project.read("openapi/dist/zoho-crm-jobs.json"))
    components, paths = made["components"], made["paths"]
    mass_update = paths["/crm/{version}/{module_api_name}/actions/mass_update"]

    errors = components["responses"]["MassUpdateStatusBadRequest"]["content"]["application/json"]
    for code in ("LIMIT_EXCEEDED", "JOB_CANCELLED"):
        assert code in errors["schema"]["discriminator"]["mapping"]
        assert f"get_mass_update_status-{code.lower()}" in components["examples"]

    domains = made["servers"][0]["variables"]["api_domain"]["enum"]
    assert {"www.zohoapis.uk", "sandbox.zohoapis.uk", "developer.zohoapis.uk"} < set(domains)
    tokens = paths["/oauth/v2/token"]["post"]["servers"][0]["variables"]["accounts_domain"]["enum"]
    assert "accounts.zoho.uk" in tokens

    scopes = components["securitySchemes"]["ZohoOAuth"]["flows"]["clientCredentials"]["scopes"]
    for method, access in (("get", "READ"), ("post", "UPDATE")):
        scope = f"ZohoCRM.mass_update.bigprojects.{access}"
        assert {"ZohoOAuth": [scope]} in mass_update[method]["security"]
        assert mass_update[method]["x-module-scope"]["modules"]["Big_Projects"] == ["bigprojects"]
        assert scopes[scope].endswith(" of Big Projects.")

    waiter = components["responses"]["MassUpdateStatusOK"]["x-waiter"]
    assert "PAUSED" in waiter["pending"]
    assert waiter["pending"] == components["responses"]["MassTagStatusOK"]["x-waiter"]["pending"]

    versions = [schema["enum"] for name, schema in components["schemas"].items() if name.startswith("ApiVersion")]
    assert len(versions) == 4
    assert all(each[-2:] == ["v8", "v9"] for each in versions)


def test_the_rules_follow(project: Copy, tmp_path: Path) -> None:
    """The examples keep every rule; a forgotten line of theirs breaks one."""
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
        finding, *_ = [
            f"{rule.name}: {finding.pointer}"
            for rule in RULES
            if rule.name == message.partition(":")[0]
            for finding in rule.check(Document(bundle(entry)))
        ]
        assert finding.startswith(message)
        (entry.parent / file).write_text(text, "utf-8")


def release(root: Path, tag: str) -> None:
    """Make a git repository of a folder, and tag it."""
    name = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Release"], ["tag", tag]):
        subprocess.run(["git", *name, *command], cwd=root, check=True)  # noqa: S607  # git, on the path


def test_what_breaks_is_said(project: Copy, tmp_path: Path) -> None:
    """The code is breaking and the operation is not; a new version and an entry allow both."""
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
    """The sandbox lacks only the handler; with it, tests fail that name what else is missing."""
    missing = project.run("-m", "zoho_crm_sandbox", "--port", "0", expected=1)
    assert missing == (
        "zoho-crm-sandbox: no system has a handler for these operations of the document: get_mass_tag_status\n"
    )

    for change in HANDLER:
        project.apply(change)
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
