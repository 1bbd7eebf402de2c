"""The README's examples run, and print the output shown there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from codegen.generate import ROOT

from tests.support.spec import DOCUMENT

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n([^`]*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
COMMANDS = re.findall(r"```sh\n([^`]*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
FLEET = re.findall(r"```python\n([^`]*?= Celery[^`]*?)```", README)
TESTS = re.findall(r"```python\n([^`]*?\ndef test_.*?)```", README, re.DOTALL)


def test_every_example_is_run() -> None:
    """Each example has its output, is a test, or is run by another test."""
    assert len(EXAMPLES) + len(TESTS) + len(FLEET) == README.count("```python")
    assert EXAMPLES
    assert COMMANDS
    assert TESTS


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
    rows = re.findall(r"^\| `(\w+)` \| `(GET|POST) (\S+)` \| (v[\d.]+) \|$", README, re.MULTILINE)
    assert set(rows) == {
        (operation["operationId"], method.upper(), path, operation["x-since"])
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    }


def test_published_files_are_listed() -> None:
    """The table names every file in ``openapi/dist``."""
    rows = README.partition("| file | for |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
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
