"""The command behind ``scripts/generate`` and the comparison of ``scripts/check``."""

from __future__ import annotations

import argparse
import sys

from document.model import DocumentError

from codegen.context import GenerateError
from codegen.generate import ROOT, check, replace


def main(arguments: list[str] | None = None) -> int:
    """Runs the command.

    Args:
        arguments: The command line, ``sys.argv`` if left out.

    Returns:
        The exit code: 0, or 1 if the document cannot be used or ``--check`` finds a difference.
    """
    parser = argparse.ArgumentParser(prog="generate", description="Make the bundle and the client from the document.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if anything would change")
    options = parser.parse_args(arguments)
    try:
        lines = check(ROOT) if options.check else replace(ROOT)
    except (DocumentError, GenerateError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in lines:
        print(line if options.check else line.partition(":")[0])
    return 1 if options.check and lines else 0


if __name__ == "__main__":
    sys.exit(main())
