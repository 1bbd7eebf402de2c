"""The comparison with the last release, and the demands of breaking changes, in a small repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from codegen.generate import ROOT
from document.bundle import bundle, to_json
from document.diff.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """\
openapi: 3.1.1
info: {{title: Jobs, version: {version}}}
paths: {{/jobs: {{$ref: paths/jobs.yaml#/jobs}}}}
components: {{securitySchemes: {{}}}}
"""
JOBS = """\
jobs:
  get:
    operationId: list_jobs
    responses:
      "200": {{description: fine, content: {{application/json: {{schema: {{enum: {states}}}}}}}}}
"""
CHANGELOG = (
    "# Changelog\n\n## [{version}] - unreleased\n\n{entries}\n\n## [0.0.1] - 2020-01-01\n\n- **Breaking:** all.\n"
)
ACCEPTED = """\
- rule: response-values-added
  where: response 200
  what: '"FAILED"'
  date: 2026-01-31
  reason: It was always sent.
"""


class Repository:
    """A project with a small document, in git, with the release 0.1.0."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "openapi/paths").mkdir(parents=True)
        (root / "openapi/dist").mkdir()
        self.write("0.1.0", ["DONE"])
        self.accept("[]")
        self.git("init", "--quiet")
        self.release("0.1.0")

    def write(self, version: str, states: list[str], entries: str = "") -> None:
        """Write the document and the changelog."""
        (self.root / "openapi/openapi.yaml").write_text(ENTRY.format(version=version), "utf-8")
        (self.root / "openapi/paths/jobs.yaml").write_text(JOBS.format(states=states), "utf-8")
        (self.root / "CHANGELOG.md").write_text(CHANGELOG.format(version=version, entries=entries), "utf-8")
        self.write_bundle()

    def write_bundle(self) -> None:
        """Bundle the document."""
        made = to_json(bundle(self.root / "openapi/openapi.yaml"))
        (self.root / "openapi/dist/zoho-crm-jobs.json").write_text(made, "utf-8")

    def accept(self, text: str) -> None:
        """Write the list of accepted changes."""
        (self.root / "openapi/accepted.yaml").write_text(text, "utf-8")

    def diff(self, *arguments: str) -> int:
        """Run the command here."""
        return main([*arguments, "--root", str(self.root)])

    def git(self, *arguments: str) -> None:
        """Run git here."""
        settings = ("user.name=a", "user.email=a@example.com", "commit.gpgsign=false", "tag.gpgsign=false")
        options = [part for setting in settings for part in ("-c", setting)]
        subprocess.run(["git", "-C", str(self.root), *options, *arguments], check=True)  # noqa: S607  # git, on the path

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change the document")

    def release(self, version: str) -> None:
        """Commit everything, and tag it as the release of a version."""
        self.commit()
        self.git("tag", "--force", f"v{version}")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project with a released document."""
    return Repository(tmp_path / "project")


@pytest.mark.parametrize(
    ("old", "new", "entries", "error"),
    [
        ("0.1.0", "0.1.0", "", "info.version: 1 breaking change since 0.1.0: 0.1.0 must become 0.2.0 or later"),
        ("0.1.0", "0.1.1", "- **Breaking:** FAILED.", "0.1.1 must become 0.2.0 or later"),
        ("1.0.0", "1.9.0", "- **Breaking:** FAILED.", "1.9.0 must become 2.0.0 or later"),
        ("0.1.0", "0.2.0", "", "CHANGELOG.md: 1 breaking change since 0.1.0: [0.2.0] must have an entry"),
        ("0.1.0", "0.2.0", "- Breaking: FAILED.", "entry that begins with **Breaking:**"),
        ("0.1.0", "0.2.0", "- **Breaking:** FAILED.", None),
        ("0.1.0", "1.0.0", "- **Breaking:** FAILED.", None),
        ("1.2.3", "2.0.0", "- **Breaking:** FAILED.", None),
    ],
)
def test_breaking_change_demands_a_version_and_an_entry(
    repository: Repository, capsys: pytest.CaptureFixture[str], old: str, new: str, entries: str, error: str | None
) -> None:
    """The first number of the version that is not zero must rise."""
    repository.write(old, ["DONE"])
    repository.release(old)
    repository.write(new, ["DONE", "FAILED"], entries)
    capsys.readouterr()

    assert repository.diff("--check") == (0 if error is None else 1)
    printed = capsys.readouterr()
    assert f"compared with v{old}, version {old}" in printed.out
    assert 'response 200: "FAILED"  [response-values-added]' in printed.out
    assert (error or "") in printed.err


def test_cosmetic_change_demands_nothing(repository: Repository) -> None:
    """A new title needs no new version."""
    text = (repository.root / "openapi/openapi.yaml").read_text("utf-8")
    (repository.root / "openapi/openapi.yaml").write_text(text.replace("Jobs", "All jobs"), "utf-8")
    assert repository.diff("--check") == 0


def test_lower_version_is_an_error(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """The version never decreases."""
    repository.write("0.0.9", ["DONE"])
    assert repository.diff("--check") == 1
    assert capsys.readouterr().err == "info.version: 0.0.9 is below 0.1.0, the last release\n"


def test_accepted_change_must_match(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """An accepted change needs no new version; an entry without a change is an error."""
    repository.write("0.1.0", ["DONE", "FAILED"])
    repository.accept(ACCEPTED)
    assert repository.diff("--check") == 0

    repository.write("0.1.0", ["DONE"])
    assert repository.diff("--check") == 1
    assert "is not a breaking change (any more): remove the entry" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "openapi/accepted.yaml: "),
        ("a: b", "openapi/accepted.yaml: expected a list"),
        ("- {rule: a}", "{'rule': 'a'}: expected date, reason, rule, what, where"),
        (ACCEPTED.replace("2026-01-31", "soon"), "expected a date such as 2026-01-31 and a reason"),
        (ACCEPTED.replace("It was always sent.", '""'), "expected a date such as 2026-01-31 and a reason"),
    ],
)
def test_list_of_accepted_changes_is_checked(
    repository: Repository, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """An entry without a date or a reason is an error in one line."""
    repository.accept(text)

    assert repository.diff("--check") == 2
    printed = capsys.readouterr().err
    assert message in printed
    assert printed.count("\n") == 1


def test_base_is_the_newest_tag_of_a_release(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Versions are compared as numbers, and other tags are ignored."""
    repository.write("0.10.0", ["DONE", "FAILED"], "- **Breaking:** FAILED.")
    repository.release("0.10.0")
    repository.git("tag", "version-9")
    repository.write("0.9.0", ["DONE"])
    repository.release("0.9.0")
    capsys.readouterr()

    assert repository.diff() == 0
    assert "compared with v0.10.0, version 0.10.0\n" in capsys.readouterr().out


def test_nothing_is_released(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a tag nothing can break, but an accepted change has no match."""
    repository.git("tag", "--delete", "v0.1.0")
    repository.write("0.1.0", ["DONE", "FAILED"])
    capsys.readouterr()
    assert repository.diff("--check") == 0
    assert capsys.readouterr().out == "compared with nothing: no release is tagged\n"

    repository.accept(ACCEPTED)
    assert repository.diff("--check") == 1


def test_scripts_check_fails(repository: Repository) -> None:
    """The real scripts/check, with the other tools replaced by stubs that succeed, fails on a breaking change."""
    scripts, tools = repository.root / "scripts", repository.root / ".venv/bin"
    scripts.mkdir()
    tools.mkdir(parents=True)
    shutil.copy(ROOT / "scripts/check", scripts)
    for package in ("document", "codegen"):
        shutil.copytree(ROOT / "scripts" / package, scripts / package)
    commands = set(
        re.findall(r"^check (\S+)|^generate\(\) { (\S+)", (ROOT / "scripts/check").read_text("utf-8"), re.MULTILINE)
    )
    stubs = {tools / (command or inner): "" for command, inner in commands}
    stubs[tools / "python"] = f'[ "$2" != document.diff ] || exec {sys.executable} "$@"\n'
    for file, text in {**stubs, scripts / "install": ""}.items():
        file.write_text(f"#!/bin/sh\n{text}", "utf-8")
        file.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(scripts)}

    def check() -> subprocess.CompletedProcess[str]:
        command = [str(scripts / "check")]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert check().returncode == 0
    repository.write("0.1.0", ["DONE", "FAILED"])
    done = check()
    assert done.returncode == 1
    assert "0.1.0 must become 0.2.0 or later" in done.stdout
    repository.write("0.2.0", ["DONE", "FAILED"], "- **Breaking:** FAILED.")
    assert check().returncode == 0
    for tool in stubs.keys() - {tools / "python"}:
        tool.write_text("#!/bin/sh\nexit 1\n")
        assert check().returncode == 1
        tool.write_text("#!/bin/sh\n")


def test_revision_as_json(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision is any name of a commit."""
    repository.write("0.2.0", ["DONE", "FAILED"])
    repository.commit()
    capsys.readouterr()

    assert repository.diff("HEAD~1", "--json") == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert report == {
        "compared_with": "HEAD~1, version 0.1.0",
        "version": "0.2.0",
        "changes": [
            {
                "kind": "breaking",
                "rule": "response-values-added",
                "where": "response 200",
                "what": '"FAILED"',
                "operations": ["list_jobs"],
                "reason": "programs do not know the new value",
            }
        ],
        "errors": [],
    }
    assert repository.diff("HEAD") == 0
    assert capsys.readouterr().out == "compared with HEAD, version 0.2.0\n"


def test_report_as_text(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind has a heading; breaking and compatible changes have a reason and operations."""
    repository.write("0.2.0", ["DONE", "FAILED"])
    entry = repository.root / "openapi/openapi.yaml"
    entry.write_text(entry.read_text("utf-8").replace("Jobs", "All jobs") + "servers: [{url: https://a}]\n", "utf-8")
    capsys.readouterr()

    assert repository.diff() == 0
    assert (
        capsys.readouterr().out
        == """\
compared with v0.1.0, version 0.1.0

breaking (1)
  response 200: "FAILED"  [response-values-added]
    programs do not know the new value
    in list_jobs

compatible (1)
  servers: https://a  [server-added]
    no program has to use it

cosmetic (1)
  info: title  [text-changed]
"""
    )


def break_base(repository: Repository, text: str) -> None:
    """Replace the bundle of the release by a text."""
    (repository.root / "openapi/dist/zoho-crm-jobs.json").write_text(text, "utf-8")
    repository.release("0.1.0")


def break_version(repository: Repository) -> None:
    """Give the document a version that is not one."""
    repository.write("one", ["DONE"])


def break_document(repository: Repository) -> None:
    """Make the document's entry refer to a missing file."""
    (repository.root / "openapi/paths/jobs.yaml").unlink()


def break_repository(repository: Repository) -> None:
    """Remove the repository, but not the work tree."""
    shutil.rmtree(repository.root / ".git")


def break_bundle(repository: Repository) -> None:
    """Commit a revision without a bundle."""
    (repository.root / "openapi/dist/zoho-crm-jobs.json").unlink()
    repository.commit()


@pytest.mark.parametrize(
    ("spoil", "arguments", "message"),
    [
        (None, ["nowhere"], "'nowhere': git knows no such revision"),
        (None, ["--", "--output=x"], "'--output=x': git knows no such revision"),
        (break_repository, ["HEAD"], "not a git repository"),
        (break_bundle, ["HEAD"], "HEAD: this revision has no openapi/dist/zoho-crm-jobs.json"),
        (lambda it: break_base(it, "{"), [], "v0.1.0:openapi/dist/zoho-crm-jobs.json: not JSON"),
        (lambda it: break_base(it, "[]"), [], "v0.1.0:openapi/dist/zoho-crm-jobs.json: not an OpenAPI document"),
        (lambda it: break_base(it, '{"openapi": "3.1.1", "info": {}, "paths": 1}'), [], "not valid OpenAPI"),
        (break_version, ["--check"], "info.version: 'one': expected three numbers, such as 1.0.0"),
        (break_document, [], "which does not exist"),
    ],
)
def test_unusable_document_is_an_error_in_one_line(
    repository: Repository, capsys: pytest.CaptureFixture[str], spoil: Any, arguments: list[str], message: str
) -> None:
    """The exit code is 2."""
    if spoil:
        spoil(repository)
    capsys.readouterr()

    assert main(["--root", str(repository.root), *arguments]) == 2
    printed = capsys.readouterr().err
    assert message in printed
    assert printed.count("\n") == 1


def test_versions_of_the_api_and_durations_are_checked(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that no rule can compare is an error."""
    jobs = repository.root / "openapi/paths/jobs.yaml"
    plain = jobs.read_text("utf-8")
    waiter = "{{name: a, state: a, pending: [], success: [], failure: [], counts: {{}}, absent: [], delay: 1, {}}}"
    for before, after, message in (
        ("x-since: v2", "x-since: two", "x-since: 'two' is not a version such as v2.1"),
        ("retention: P1D", "retention: P1M", "retention: 'P1M' is not a duration of days"),
    ):
        for text in (before, after):
            value = text if text.startswith("x-since") else f"x-waiter: {waiter.format(text)}"
            place = "    responses:\n" if text.startswith("x-since") else "{description: fine, "
            new = f"    {value}\n{place}" if text.startswith("x-since") else f"{place}{value}, "
            jobs.write_text(plain.replace(place, new), "utf-8")
            if text is before:
                repository.write_bundle()
                repository.release("0.1.0")
        assert repository.diff() == 2
        assert message in capsys.readouterr().err


def test_without_git(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without git there are no revisions and no releases."""
    monkeypatch.setenv("PATH", "")
    capsys.readouterr()

    assert repository.diff("--check") == 0
    assert repository.diff("HEAD") == 2
    assert "not a git repository, or git is not installed: cannot find 'HEAD'" in capsys.readouterr().err


def test_check_takes_no_revision(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """``--check`` always compares with the last release."""
    with pytest.raises(SystemExit) as exit_:
        repository.diff("HEAD", "--check")

    assert exit_.value.code == 2
    assert "expected no REV" in capsys.readouterr().err
