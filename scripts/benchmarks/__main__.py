"""The command behind ``scripts/bench``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Protocol

from benchmarks import client, sandbox, waiting, watch

if TYPE_CHECKING:
    from collections.abc import Sequence


class Benchmark(Protocol):
    """The interface of the modules here."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments of this benchmark."""
        ...

    def report(self, options: argparse.Namespace) -> str:
        """Measure, and return the text to print."""
        ...


BENCHMARKS: dict[str, Benchmark] = {"client": client, "sandbox": sandbox, "waiting": waiting, "watch": watch}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure the client and the sandbox.")
    commands = parser.add_subparsers(required=True, metavar="|".join(BENCHMARKS))
    for name, benchmark in BENCHMARKS.items():
        about = (benchmark.__doc__ or "").partition("\n")[0]
        command = commands.add_parser(name, help=about, description=about)
        benchmark.add_arguments(command)
        command.set_defaults(report=benchmark.report)
    options = parser.parse_args(arguments)
    print(options.report(options))


if __name__ == "__main__":
    main()
