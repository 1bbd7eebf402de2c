"""The rules of the house: who may import whom in the tests, and how full a folder may be."""

from __future__ import annotations

import ast
from pathlib import Path

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
