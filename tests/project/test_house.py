"""The rules of the house: who may import whom in the tests, and how full a folder may be."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def imported(source: str) -> set[str]:
    """Return the names of the modules that a program imports, in functions and for annotations too."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = "." * node.level + (node.module or "")
            names |= {package, *(f"{package}.{alias.name}" for alias in node.names)}
    return names


def test_no_test_module_is_imported() -> None:
    """What several test modules use stands in ``tests/support``."""
    offenders = {
        f"{file.relative_to(TESTS)} imports {name}"
        for file in TESTS.rglob("*.py")
        for name in imported(file.read_text("utf-8"))
        if any(part.startswith("test_") for part in name.split("."))
    }
    assert offenders == set()


def test_imports_are_found_wherever_they_stand() -> None:
    """The rule above sees imports in functions, and those for annotations."""
    source = "import a.b\ndef f():\n    from tests.client import test_x\nif TYPE_CHECKING:\n    from . import test_y"
    assert imported(source) == {"a.b", "tests.client", "tests.client.test_x", ".", "..test_y"}


def test_support_has_at_most_fifteen_modules() -> None:
    """A folder with more modules is a drawer."""
    assert len(list((TESTS / "support").glob("*.py"))) <= 15


@pytest.mark.slow
def test_a_hanging_test_is_named(tmp_path: Path) -> None:
    """Even if SIGINT is ignored, as under ``nohup``, and tests run in several processes."""
    shutil.copy(TESTS / "conftest.py", tmp_path)
    (tmp_path / "test_hanging.py").write_text("import time\ndef test_hangs():\n    time.sleep(600)\n", "utf-8")
    plugins = "--disable-plugin-autoload -p xdist -p no:cacheprovider"  # others take long to load
    options = f"{plugins} -n 1 -o faulthandler_timeout=1 -o faulthandler_exit_on_timeout=true"
    command = f"trap '' INT; exec {sys.executable} -m pytest {options}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "crashed while running 'test_hanging.py::test_hangs'" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
