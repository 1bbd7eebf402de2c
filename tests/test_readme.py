"""The README's examples run, and print what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)


TESTS = re.findall(r"```python\n([^`]*?\ndef test_.*?)```", README, re.DOTALL)


def test_every_example_is_run() -> None:
    """No example goes unchecked: each has its output, or is a test."""
    assert len(EXAMPLES) + len(TESTS) == README.count("```python")
    assert EXAMPLES
    assert TESTS


@pytest.mark.parametrize("program", TESTS)
def test_example_of_a_test(program: str, tmp_path: Path) -> None:
    """An example that is a test passes."""
    (tmp_path / "test_example.py").write_text(program, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir=.", "-p", "no:cacheprovider", "test_example.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert done.stdout.count("1 passed") == 1, done.stdout + done.stderr


@pytest.mark.parametrize(("program", "output"), EXAMPLES)
def test_example(program: str, output: str, sandbox_url: str) -> None:
    """An example, run against a sandbox, prints what stands below it."""
    program = program.replace("http://127.0.0.1:8080", sandbox_url)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == (output, "")


def test_operations_are_listed() -> None:
    """The table of operations is the document's."""
    from test_document import OPERATIONS

    rows = re.findall(r"^\| `(\w+)` \| `(GET|POST) (\S+)` \| (v[\d.]+) \|$", README, re.MULTILINE)
    assert set(rows) == {
        (operation.id, operation.method.upper(), operation.path, operation.node["x-since"].value)
        for operation in OPERATIONS.values()
    }


@pytest.mark.parametrize(
    "script", sorted(file.name for file in (ROOT / "scripts").iterdir() if not file.suffix and file.is_file())
)
def test_scripts_explain_themselves(script: str) -> None:
    """Each script takes --help, and is listed."""
    done = subprocess.run([ROOT / "scripts" / script, "--help"], capture_output=True, text=True, check=True)

    assert re.fullmatch(r"[A-Z].*\.?\n", done.stdout)
    assert f"| `{script}` |" in (ROOT / "scripts/README.md").read_text("utf-8")
