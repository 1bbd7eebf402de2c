"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from zoho_crm_sandbox import Clock, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator


TABLES = pytest.StashKey[list[str]]()
"""What tests have to show, whether they pass or not."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option for a longer run."""
    parser.addoption("--long", action="store_true", help="soak for longer")


def pytest_configure(config: pytest.Config) -> None:
    """Makes room for the tables."""
    config.stash[TABLES] = []
    if hasattr(config, "workerinput"):
        # What the tests start is measured by what the tests run themselves; measured too, it would be much slower.
        os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hands the tables of a worker on."""
    output: dict[str, Any] = getattr(session.config, "workeroutput", {})  # pytest-xdist gives it to workers
    output["tables"] = session.config.stash[TABLES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Takes the tables of a worker."""
    node.config.stash[TABLES] += node.workeroutput.get("tables", [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Shows the tables."""
    for table in config.stash[TABLES]:
        terminalreporter.write_line(table)


@pytest.fixture(scope="session")
def tables(pytestconfig: pytest.Config) -> list[str]:
    """Takes tables to be shown at the end of the run."""
    return pytestconfig.stash[TABLES]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox in this process, whose clock stands still and whose every answer is checked."""
    with Sandbox(clock=Clock(scale=0), validate_responses=True) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox_url() -> Iterator[str]:
    """The URL of a sandbox in a process of its own, on a free port."""
    command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--quiet", "--clock=scaled", "--scale=60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # our own command
        assert process.stdout is not None
        line = process.stdout.readline()
        yield line[line.index("http://") :].split()[0]
        process.terminate()
