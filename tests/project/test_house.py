"""The rules of the house: who may import whom, how full a folder may be, and that the map shows every room."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("benchmarks", "codegen", "document", "property_tests", "zoho_crm_jobs", "zoho_crm_sandbox")
MODELS = "generated/zoho_crm_jobs/models"  # one file a schema


def tracked(*places: str) -> list[Path]:
    """Return the files that git knows, relative to the root."""
    command = [shutil.which("git") or "git", "ls-files", *places]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for path in map(Path, listed.splitlines()) if (ROOT / path).exists()]


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
        f"{file} imports {name}"
        for file in tracked("tests/**.py")
        for name in imported((ROOT / file).read_text("utf-8"))
        if any(part.startswith("test_") for part in name.split("."))
    }
    assert offenders == set()


def test_imports_are_found_wherever_they_stand() -> None:
    """The rule above sees imports in functions, and those for annotations."""
    source = "import a.b\ndef f():\n    from tests.client import test_x\nif TYPE_CHECKING:\n    from . import test_y"
    assert imported(source) == {"a.b", "tests.client", "tests.client.test_x", ".", "..test_y"}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_import_circle(package: str) -> None:
    """No module imports itself through others, not even for annotations or when a function is called."""
    graph = grimp.build_graph(package, cache_dir=None)
    modules = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(modules).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_no_folder_is_crowded() -> None:
    """A folder has at most fifteen files, so that a name is found at a glance."""
    sizes = Counter(str(path.parent) for path in tracked("generated", "openapi", "scripts", "tests"))
    assert {folder: size for folder, size in sizes.items() if size > 15 and folder != MODELS} == {}


def test_every_room_is_on_the_map() -> None:
    """The map in ``scripts/README.md`` names each folder of written code."""
    lines = (ROOT / "scripts/README.md").read_text("utf-8").partition("```text\n")[2].partition("```")[0].splitlines()
    rooms: set[str] = set()
    path: list[str] = []
    for line in lines:
        name = line.split()[0]
        if name.endswith("/"):
            depth = (len(line) - len(line.lstrip())) // 2
            path = [*path[:depth], name.rstrip("/")]
            rooms.add("/".join(path))
    folders = {folder for path in tracked("scripts") for folder in map(str, path.parents) if folder != "."}
    assert folders <= rooms
    assert {room for room in rooms if not (ROOT / room).is_dir()} == set()


@pytest.mark.slow
def test_a_hanging_test_is_named(tmp_path: Path) -> None:
    """Even if SIGINT is ignored, as under ``nohup``, and tests run in several processes."""
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_hanging.py").write_text("import time\ndef test_hangs():\n    time.sleep(600)\n", "utf-8")
    plugins = "--disable-plugin-autoload -p xdist -p no:cacheprovider"  # others take long to load
    options = f"{plugins} -n 1 -o faulthandler_timeout=1 -o faulthandler_exit_on_timeout=true"
    command = f"trap '' INT; exec {sys.executable} -m pytest {options}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "crashed while running 'test_hanging.py::test_hangs'" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
