"""The examples of the README and of the documentation run, print the output shown there, and are strictly typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from codegen.generate import ROOT

from tests.support.spec import DOCUMENT

README = ROOT / "README.md"
PAGES = {path.name: path.read_text("utf-8") for path in [README, *sorted((ROOT / "scripts/site/pages").rglob("*.md"))]}
TEXT = "\n".join(PAGES.values())


def _found(pattern: str) -> list[Any]:
    """Return what matches, each once, with the page it stands on as the id of its test."""
    found = {match: page for page, text in PAGES.items() for match in re.findall(pattern, text, re.DOTALL)}
    return [
        pytest.param(*([match] if isinstance(match, str) else match), id=f"{number}-{page}")
        for number, (match, page) in enumerate(found.items())
    ]


EXAMPLES = _found(r"```python\n([^`]*?)```\n\n```text\n(.*?)```")
COMMANDS = _found(r"```sh\n([^`]*?)```\n\n```text\n(.*?)```")
FLEET = re.findall(r"```python\n([^`]*?= Celery[^`]*?)```", TEXT)
TESTS = _found(r"```python\n([^`]*?\ndef test_.*?)```")


def test_every_example_is_run() -> None:
    """Each example has its output, is a test, or is run by another test."""
    programs = set(re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL))
    assert {param.values[0] for param in EXAMPLES + TESTS} | set(FLEET) == programs
    assert COMMANDS


def test_examples_are_strictly_typed(tmp_path: Path) -> None:
    """Both type checkers accept each example."""
    for number, param in enumerate(EXAMPLES + TESTS):
        (tmp_path / f"example_{number}.py").write_text(str(param.values[0]), "utf-8")
    (tmp_path / "fleet.py").write_text(FLEET[0], "utf-8")
    paths = [str(ROOT / folder) for folder in ("generated", "scripts")]
    settings = {"typeCheckingMode": "strict", "extraPaths": paths, "reportMissingTypeStubs": False}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(paths), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    for command in (["mypy", "--strict", "--config-file=", "."], ["pyright", "--pythonpath", sys.executable]):
        done = subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, text=True, check=False, cwd=tmp_path, env=environment
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_readme_is_short() -> None:
    """A reader from the package index reads it in five minutes, and follows no link that leads nowhere there."""
    assert len(README.read_bytes()) < 8000
    assert re.findall(r"\]\((?!https://)", PAGES["README.md"]) == []


def test_example_of_a_fleet() -> None:
    """``test_fleet`` runs the example."""
    (program,) = FLEET
    assert (ROOT / "tests/support/fleet.py").read_text("utf-8").endswith(f"\n{program}")


@pytest.mark.parametrize("program", TESTS)
def test_example_of_a_test(program: str, tmp_path: Path) -> None:
    """An example that is a test passes."""
    (tmp_path / "test_example.py").write_text(program, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir=.", "-p", "no:cacheprovider", "test_example.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert done.stdout.count("1 passed") == 1, done.stdout + done.stderr


@pytest.mark.parametrize(("program", "output"), EXAMPLES)
def test_example(program: str, output: str, sandbox_url: str, tmp_path: Path) -> None:
    """An example, run against a sandbox, prints the output below it."""
    program = program.replace("http://127.0.0.1:8080", sandbox_url)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert (done.stdout, done.stderr) == (output, "")


@pytest.mark.parametrize(("commands", "output"), COMMANDS)
def test_example_of_a_command(commands: str, output: str, sandbox_url: str) -> None:
    """An example for a shell, run against a sandbox, prints the output below it."""
    commands = commands.replace("http://127.0.0.1:8080", sandbox_url)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(["/bin/sh", "-c", commands], capture_output=True, text=True, check=False, env=environment)

    assert (done.stdout, done.stderr) == (output, "")


def test_operations_are_listed() -> None:
    """The table of operations is the document's."""
    rows = re.findall(r"^\| `(\w+)` \| `(GET|POST) (\S+)` \| (v[\d.]+) \|$", TEXT, re.MULTILINE)
    assert set(rows) == {
        (operation["operationId"], method.upper(), path, operation["x-since"])
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    }


def test_published_files_are_listed() -> None:
    """The table names every file in ``openapi/dist``."""
    rows = TEXT.partition("| file | for |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    files = {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}

    assert files == {file.name for file in (ROOT / "openapi/dist").iterdir()}


@pytest.mark.parametrize(
    "script", sorted(file.name for file in (ROOT / "scripts").iterdir() if not file.suffix and file.is_file())
)
def test_scripts_explain_themselves(script: str) -> None:
    """Each script takes --help, and is listed in the README of the scripts."""
    done = subprocess.run([ROOT / "scripts" / script, "--help"], capture_output=True, text=True, check=True)

    assert re.fullmatch(r"[A-Z].*\.?\n", done.stdout)
    assert f"| `{script}` |" in (ROOT / "scripts/README.md").read_text("utf-8")
