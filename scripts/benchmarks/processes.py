"""Helpers of the benchmarks: the processes to measure, and the arguments."""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PEAK = """
def peak():
    from pathlib import Path
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
"""
"""Code for another process: its peak memory in KiB; 0 if the system does not have it."""


class Server(NamedTuple):
    """A running server; ``started_in`` is the time until it accepted connections, in seconds."""

    url: str
    started_in: float
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """The port."""
        return int(self.url.rpartition(":")[2])

    def memory(self) -> float:
        """Return the resident memory in MiB; 0 if the system does not have it."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


@contextlib.contextmanager
def serving(*arguments: str) -> Iterator[Server]:
    """Start a server that prints its URL with arguments of the interpreter, and stop it at the end."""
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own
        try:
            assert process.stdout is not None  # noqa: S101  # it is a pipe
            url = process.stdout.readline().strip()
            yield Server(url, time.perf_counter() - begun, process)
        finally:
            process.terminate()


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return an argument type for a whole number of at least ``least`` and, unless ``None``, at most ``most``."""
    expected = f"a whole number, {least} or more" if most is None else f"a whole number from {least} to {most}"

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least or (most is not None and int(text) > most):
            raise argparse.ArgumentTypeError(f"{text!r}: expected {expected}")
        return int(text)

    return read
