"""Fixtures, options and the order of all tests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from coverage import Coverage
from zoho_crm_sandbox import Clock, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = pytest.StashKey[list[str]]()
"""Tables that are shown at the end of the run, whether the tests pass or not."""
SLOW = (
    "properties/test_property_suite.py",
    "properties/test_soak.py",
    "properties/test_mutants.py",
    "properties/test_hooks.py",
    "project/test_contributing.py",
    "properties/test_property_command.py",
    "project/test_typescript.py",
    "client/test_fleet.py",
    "project/test_readme.py",
    "project/test_bench.py",
    "project/test_openapi_generator.py",
    "project/test_demo.py",
    "client/test_fuzz.py",
    "client/test_fault_matrix.py",
    "project/test_generator_defects.py",
    "project/test_generate.py",
    "project/test_site.py",
    "project/test_programs.py",
    "document/test_dist.py",
    "document/test_release.py",
)
"""The files marked as slow."""
UNMEASURED = {"properties/test_property_suite.py", "client/test_fuzz.py", "client/test_fault_matrix.py"}
"""Slow files without coverage, which would double their time: each line that they run, other tests run too."""
LONG = ("document/test_lint.py", "document/test_diff.py")
"""Other files that take long. All of these start first, so that no worker is left alone with one at the end."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for a longer run."""
    parser.addoption("--long", action="store_true", help="soak for longer")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and prepare for workers."""
    config.addinivalue_line("markers", "slow: takes several seconds; left out by scripts/test --quick")
    config.stash[TABLES] = []
    if getattr(config.option, "maxworkerrestart", "0") is None:
        # A new worker would run the test that crashed the last one again. Without, the run ends, and names the test.
        config.option.maxworkerrestart = "0"
    if hasattr(config, "workerinput"):
        _measure_only_this_process()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow files, and put the long ones first."""
    first = {name: place for place, name in enumerate(SLOW + LONG)}
    names = {item: _name(item.path) for item in items}
    for item in items:
        if names[item] in SLOW:
            item.add_marker("slow")
    items.sort(key=lambda item: first.get(names[item], len(first)))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from going through all that was imported, again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def _measured(request: pytest.FixtureRequest) -> Iterator[None]:
    """Count coverage, except in the files for which it takes too long."""
    running = Coverage.current() if _name(request.path) in UNMEASURED else None
    if running:
        running.stop()
    yield
    if running:
        running.start()
        _measure_only_this_process()


def _measure_only_this_process() -> None:
    """Keep coverage, when it starts, from slowing down the processes that tests start."""
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


def _name(path: Path) -> str:
    return path.relative_to(Path(__file__).parent).as_posix()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the tables of a worker."""
    output: dict[str, Any] = getattr(session.config, "workeroutput", {})  # pytest-xdist gives it to workers
    output["tables"] = session.config.stash[TABLES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Receive the tables of a worker. A worker that crashed, as one with a hanging test does, sends none."""
    node.config.stash[TABLES] += getattr(node, "workeroutput", {}).get("tables", [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the tables."""
    for table in config.stash[TABLES]:
        terminalreporter.write_line(table)


@pytest.fixture(scope="session")
def tables(pytestconfig: pytest.Config) -> list[str]:
    """Return the tables that are shown at the end of the run."""
    return pytestconfig.stash[TABLES]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox in this process, whose clock stands still and which validates its responses."""
    with Sandbox(clock=Clock(scale=0), validate_responses=True) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox_url() -> Iterator[str]:
    """Yield the URL of a sandbox in a process of its own, on a free port."""
    command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--quiet", "--clock=scaled", "--scale=60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        yield line[line.index("http://") :].split()[0]
        process.terminate()
