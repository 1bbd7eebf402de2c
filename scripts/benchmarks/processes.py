"""Processes that are measured."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PEAK = """
def peak():
    from pathlib import Path
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
"""
"""Code for another process: how much memory it had at most, in KiB; 0 where the system does not tell."""


class Server(NamedTuple):
    """A server that runs.

    Attributes:
        url: Where it is.
        started_in: How many seconds it took until it could be called.
        process: Its process.
    """

    url: str
    started_in: float
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """Its port."""
        return int(self.url.rpartition(":")[2])

    def memory(self) -> float:
        """Returns its memory in MiB, as resident; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


@contextlib.contextmanager
def serving(*arguments: str) -> Iterator[Server]:
    """Starts a server that prints its URL, and stops it in the end.

    Args:
        arguments: What the interpreter gets.
    """
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own
        try:
            assert process.stdout is not None  # noqa: S101  (it is a pipe)
            url = process.stdout.readline().strip()
            yield Server(url, time.perf_counter() - begun, process)
        finally:
            process.terminate()
