"""The command behind ``scripts/generate``, whose ``--check`` is part of ``scripts/check``."""

from __future__ import annotations

import argparse
import sys

from document.model import DocumentError

from codegen.generate import ROOT, check, replace


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 1 if the document is unusable, or if ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(prog="generate", description="Make the published forms and the client.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a file would change")
    options = parser.parse_args(arguments)
    try:
        lines = check(ROOT) if options.check else replace(ROOT)
    except (DocumentError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in lines:
        print(line if options.check else line.partition(":")[0])
    return 1 if options.check and lines else 0


if __name__ == "__main__":
    sys.exit(main())
