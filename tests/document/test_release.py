"""The comparison with the last release: what it demands, on a repository that each test makes."""

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
  where: answer 200
  what: '"FAILED"'
  date: 2026-01-31
  reason: It was always answered.
"""


class Repository:
    """A project with a small document, in git."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "openapi/paths").mkdir(parents=True)
        (root / "openapi/dist").mkdir()
        self.write("0.1.0", ["DONE"])
        self.accept("[]")
        assert self.diff("--record") == 0
        self.git("init", "--quiet")
        self.commit()

    def write(self, version: str, states: list[str], entries: str = "") -> None:
        """Writes the document and the changelog."""
        (self.root / "openapi/openapi.yaml").write_text(ENTRY.format(version=version), "utf-8")
        (self.root / "openapi/paths/jobs.yaml").write_text(JOBS.format(states=states), "utf-8")
        (self.root / "CHANGELOG.md").write_text(CHANGELOG.format(version=version, entries=entries), "utf-8")
        made = to_json(bundle(self.root / "openapi/openapi.yaml"))
        (self.root / "openapi/dist/zoho-crm-jobs.json").write_text(made, "utf-8")

    def accept(self, text: str) -> None:
        """Writes the list of accepted changes."""
        (self.root / "openapi/accepted.yaml").write_text(text, "utf-8")

    def diff(self, *arguments: str) -> int:
        """Runs the command here."""
        return main([*arguments, "--root", str(self.root)])

    def git(self, *arguments: str) -> None:
        """Runs git here."""
        settings = ("user.name=a", "user.email=a@example.com", "commit.gpgsign=false", "tag.gpgsign=false")
        options = [part for setting in settings for part in ("-c", setting)]
        subprocess.run(["git", "-C", str(self.root), *options, *arguments], check=True)  # noqa: S607  # git, on the path

    def commit(self) -> None:
        """Commits everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change the document")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project whose document is recorded as released, and not tagged."""
    return Repository(tmp_path / "project")


@pytest.mark.parametrize(
    ("old", "new", "entries", "problem"),
    [
        ("0.1.0", "0.1.0", "", "info.version: 1 breaking change since 0.1.0, so that 0.1.0 must become 0.2.0 or later"),
        ("0.1.0", "0.1.1", "- **Breaking:** FAILED.", "0.1.1 must become 0.2.0 or later"),
        ("1.0.0", "1.9.0", "- **Breaking:** FAILED.", "1.9.0 must become 2.0.0 or later"),
        ("0.1.0", "0.2.0", "", "CHANGELOG.md: 1 breaking change since 0.1.0, so that [0.2.0] must have an entry"),
        ("0.1.0", "0.2.0", "- Breaking: FAILED.", "entry that begins with **Breaking:**"),
        ("0.1.0", "0.2.0", "- **Breaking:** FAILED.", None),
        ("0.1.0", "1.0.0", "- **Breaking:** FAILED.", None),
        ("1.2.3", "2.0.0", "- **Breaking:** FAILED.", None),
    ],
)
def test_a_breaking_change_demands_a_version_and_an_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, entries: str, problem: str | None
) -> None:
    """The first number that is not zero must rise, and the changelog must say what breaks."""
    repository = Repository(tmp_path / "project")
    repository.write(old, ["DONE"])
    assert repository.diff("--record") == 0
    repository.write(new, ["DONE", "FAILED"], entries)
    capsys.readouterr()

    assert repository.diff("--check") == (0 if problem is None else 1)
    printed = capsys.readouterr()
    assert f"compared with openapi/released.json, version {old}" in printed.out
    assert 'answer 200: "FAILED"  [response-values-added]' in printed.out
    assert (problem or "") in printed.err


def test_other_changes_demand_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A new text needs no new version, but a version does not go back."""
    text = (repository.root / "openapi/openapi.yaml").read_text("utf-8")
    (repository.root / "openapi/openapi.yaml").write_text(text.replace("Jobs", "All jobs"), "utf-8")
    assert repository.diff("--check") == 0

    repository.write("0.0.9", ["DONE"])
    assert repository.diff("--check") == 1
    assert capsys.readouterr().err == "info.version: 0.0.9 is below 0.1.0, the last release\n"


def test_an_accepted_change_needs_a_reason_and_a_match(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is accepted with a reason breaks nobody; an entry that matches nothing fails."""
    repository.write("0.1.0", ["DONE", "FAILED"])
    repository.accept(ACCEPTED)
    assert repository.diff("--check") == 0

    repository.write("0.1.0", ["DONE"])
    assert repository.diff("--check") == 1
    assert "is no breaking change, or no longer one: remove the entry" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "openapi/accepted.yaml: "),
        ("a: b", "openapi/accepted.yaml: expected a list"),
        ("- {rule: a}", "expected date, reason, rule, what, where in each entry, not {'rule': 'a'}"),
        (ACCEPTED.replace("2026-01-31", "soon"), "expected a date such as 2026-01-31 and a reason"),
        (ACCEPTED.replace("It was always answered.", '""'), "expected a date such as 2026-01-31 and a reason"),
    ],
)
def test_the_list_of_accepted_changes_is_checked(
    repository: Repository, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """An entry without a date or a reason is refused, in one line."""
    repository.accept(text)

    assert repository.diff("--check") == 2
    printed = capsys.readouterr().err
    assert message in printed
    assert printed.count("\n") == 1


def test_a_released_document_stays(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the tag the copy may be recorded again; after it, only with a new version that passes."""
    repository.write("0.1.0", ["DONE", "RUNNING"])
    assert repository.diff("--record") == 0
    repository.commit()
    repository.git("tag", "v0.1.0")

    repository.write("0.1.0", ["DONE", "FAILED", "RUNNING"])
    assert repository.diff("--record") == 1
    assert "v0.1.0 is released, so that a later version than 0.1.0 was expected" in capsys.readouterr().err

    repository.write("0.1.1", ["DONE", "FAILED", "RUNNING"])
    assert repository.diff("--record") == 1
    assert "0.1.1 must become 0.2.0 or later" in capsys.readouterr().err

    repository.write("0.2.0", ["DONE", "FAILED", "RUNNING"], "- **Breaking:** FAILED.")
    assert repository.diff("--record") == 0
    assert repository.diff("--check") == 0
    assert "compared with v0.1.0, version 0.1.0" in capsys.readouterr().out

    repository.commit()
    repository.git("tag", "v0.2.0")
    assert repository.diff("--check") == 0
    assert "compared with v0.2.0, version 0.2.0\n" in capsys.readouterr().out


def test_the_copy_must_be_that_of_the_newest_tag(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy that was changed by hand after the release, or not recorded, is found out wherever the tag is known."""
    repository.git("tag", "v0.1.0")
    repository.git("tag", "version-9")
    assert repository.diff("--check") == 0
    released = repository.root / "openapi/released.json"
    plain = released.read_text("utf-8")
    for text in (plain.replace("DONE", "FAILED"), plain.replace("0.1.0", "0.0.9")):
        released.write_text(text, "utf-8")
        assert repository.diff("--check") == 1
        assert "this is not the document of 0.1.0, the last release, nor that of a later one" in capsys.readouterr().err


def test_a_shallow_clone_without_tags_has_the_base(repository: Repository, tmp_path: Path) -> None:
    """The base lies in the work tree, so that no clone is too small, and none need be a repository."""
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", "--no-tags", repository.root.as_uri(), str(clone)],  # noqa: S607  # git
        check=True,
    )
    jobs = clone / "openapi/paths/jobs.yaml"
    jobs.write_text(jobs.read_text("utf-8").replace("DONE", "FAILED"), "utf-8")
    assert main(["--check", "--root", str(clone)]) == 1

    shutil.rmtree(clone / ".git")
    assert main(["--check", "--root", str(clone)]) == 1


def test_scripts_check_fails(repository: Repository) -> None:
    """The real scripts/check, with the other tools replaced by ones that succeed, fails on what breaks."""
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


def test_a_revision_is_compared_with(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Any name of a commit will do, and the answer can be had as JSON."""
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
                "where": "answer 200",
                "what": '"FAILED"',
                "operations": ["list_jobs"],
                "reason": "a value comes that programs do not know",
            }
        ],
        "problems": [],
    }
    assert repository.diff("HEAD") == 0
    assert capsys.readouterr().out == "compared with HEAD, version 0.2.0\n"


def test_what_people_read(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind has a heading, and what matters has its reason and its operations."""
    repository.write("0.2.0", ["DONE", "FAILED"])
    entry = repository.root / "openapi/openapi.yaml"
    entry.write_text(entry.read_text("utf-8").replace("Jobs", "All jobs") + "servers: [{url: https://a}]\n", "utf-8")
    capsys.readouterr()

    assert repository.diff() == 0
    assert (
        capsys.readouterr().out
        == """\
compared with openapi/released.json, version 0.1.0

breaking (1)
  answer 200: "FAILED"  [response-values-added]
    a value comes that programs do not know
    in list_jobs

compatible (1)
  servers: https://a  [server-added]
    nobody has to use it

cosmetic (1)
  info: title  [text-changed]
"""
    )


def break_base(repository: Repository, text: str) -> None:
    """Puts a text in the place of the base."""
    (repository.root / "openapi/released.json").write_text(text, "utf-8")


def break_version(repository: Repository) -> None:
    """Gives the document a version that is none."""
    repository.write("one", ["DONE"])


def break_document(repository: Repository) -> None:
    """Makes the document's entry refer to nothing."""
    (repository.root / "openapi/paths/jobs.yaml").unlink()


def break_repository(repository: Repository) -> None:
    """Takes the repository away from the work tree."""
    shutil.rmtree(repository.root / ".git")


def break_bundle(repository: Repository) -> None:
    """Commits a revision without a bundle."""
    (repository.root / "openapi/dist/zoho-crm-jobs.json").unlink()
    repository.commit()


@pytest.mark.parametrize(
    ("spoil", "arguments", "message"),
    [
        (None, ["nowhere"], "'nowhere': git has no revision of this name here"),
        (None, ["--", "--output=x"], "'--output=x': git has no revision of this name here"),
        (break_repository, ["HEAD"], "this is not a git repository"),
        (break_bundle, ["HEAD"], "HEAD: this revision has no openapi/dist/zoho-crm-jobs.json"),
        (lambda it: break_base(it, "{"), [], "openapi/released.json: this is not JSON"),
        (lambda it: break_base(it, "[]"), [], "openapi/released.json: this is not an OpenAPI document"),
        (lambda it: break_base(it, '{"openapi": "3.1.1", "info": {}, "paths": 1}'), [], "not valid OpenAPI"),
        (lambda it: (it.root / "openapi/released.json").unlink(), [], "scripts/diff --record makes it"),
        (break_version, ["--check"], "info.version: 'one' is not three numbers, such as 1.0.0"),
        (break_document, [], "which does not exist"),
    ],
)
def test_what_cannot_be_compared(
    repository: Repository, capsys: pytest.CaptureFixture[str], spoil: Any, arguments: list[str], message: str
) -> None:
    """Bad input is told in one line, with exit code 2."""
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
    """A text that no rule can compare is named."""
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
                assert repository.diff("--record") == 0
        assert repository.diff() == 2
        assert message in capsys.readouterr().err


def test_without_git(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without git there are no revisions, and the last release is there all the same."""
    monkeypatch.setenv("PATH", "")
    capsys.readouterr()

    assert repository.diff("--check") == 0
    assert repository.diff("HEAD") == 2
    assert "this is not a git repository, or git is not installed: there is no 'HEAD'" in capsys.readouterr().err


def test_only_the_last_release_can_be_checked(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision and --check contradict each other."""
    with pytest.raises(SystemExit) as exit_:
        repository.diff("HEAD", "--check")

    assert exit_.value.code == 2
    assert "expected no REV" in capsys.readouterr().err
