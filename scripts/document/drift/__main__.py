"""The command behind ``scripts/drift``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from document.bundle import bundle
from document.drift.register import Difference, known, read
from document.drift.statements import Reader
from document.drift.vendor import Vendor
from document.model import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[3]


def compare(ours: dict[str, Any], vendor: Vendor) -> set[Difference]:
    """Return the differences between the bundled document and the vendor's files that describe its operations."""
    reader = Reader(ours, vendor.version)
    mine = dict(reader.operations())
    found: set[Difference] = set()
    matched = set()
    for topic in vendor.topics.values():
        theirs = dict(topic.operations())
        matched |= mine.keys() & theirs.keys()
        for key in theirs if mine.keys() & theirs.keys() else ():
            if key not in mine:
                found.add((" ".join(key), "theirs", "operation"))
                continue
            operation = mine[key]
            name = operation["operationId"]
            forms = operation.get("x-module-scope", {}).get("scopes", [])
            facts, others = reader.facts(operation, forms), topic.facts(theirs[key], forms)
            found |= {(name, "ours", fact) for fact in facts.beyond(others)}
            found |= {(name, "theirs", fact) for fact in others.beyond(facts)}
    if not matched:
        raise DocumentError(f"{vendor.folder}: none of these files describes an operation of the document")
    return found | {(mine[key]["operationId"], "ours", "operation") for key in mine.keys() - matched}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 1 if the register is wrong, 2 if a file cannot be read."""
    parser = argparse.ArgumentParser(prog="drift", description="Compare the document with the vendor's own files.")
    parser.add_argument("path", type=Path, help="a folder with a copy of the vendor's files, v8.0/*.json")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="the work tree (default: this one)")
    options = parser.parse_args(arguments)
    try:
        register = read(options.root / "openapi/drift.yaml")
        vendor = Vendor(options.path, register["version"])
        found = compare(bundle(options.root / "openapi/openapi.yaml"), vendor)
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    except (AttributeError, KeyError, TypeError) as error:
        print(
            f"{options.path}: one of the files is not valid OpenAPI: {type(error).__name__}: {error}", file=sys.stderr
        )
        return 2
    expected = known(register)
    report = {
        "written_against": register["revision"],
        "explained": len(found & expected),
        "unexplained": _rows(found - expected),
        "stale": _rows(expected - found),
    }
    print(json.dumps(report, indent=2, ensure_ascii=False) if options.json else _text(report))
    return 1 if found ^ expected else 0


def _rows(differences: set[Difference]) -> list[dict[str, str]]:
    return [{"operation": operation, "only": side, "fact": fact} for operation, side, fact in sorted(differences)]


def _text(report: dict[str, Any]) -> str:
    lines = [f"{report['explained']} known differences, written against revision {report['written_against']}"]
    for heading, meaning in (("unexplained", "differs"), ("stale", "no longer differs")):
        rows = report[heading]
        lines += [f"{row['operation']}: only {row['only']}: {row['fact']}  [{meaning}]" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
