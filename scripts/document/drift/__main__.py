"""The command behind ``scripts/drift``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from document.bundle import bundle
from document.drift.register import Difference, explained, known, read
from document.drift.statements import Reader, facts
from document.drift.vendor import Vendor
from document.model import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parents[3]


def compare(ours: dict[str, Any], vendor: Vendor, version: str) -> set[Difference]:
    """Return the differences between the bundled document and the vendor's files that describe its operations."""
    mine = dict(Reader(ours, version).operations())
    found: set[Difference] = set()
    matched = set()
    for theirs in vendor.operations().values():
        matched |= mine.keys() & theirs.keys()
        for key in theirs if mine.keys() & theirs.keys() else ():
            if key not in mine:
                found.add((" ".join(key), "theirs", "operation"))
                continue
            name = mine[key].value["operationId"]
            forms = mine[key].value.get("x-module-scope", {}).get("scopes", [])
            stated, others = facts([mine[key]], forms), facts(theirs[key], forms)
            found |= {(name, "ours", fact) for fact in stated.beyond(others)}
            found |= {(name, "theirs", fact) for fact in others.beyond(stated)}
    if not matched:
        raise DocumentError(f"{vendor.folder}: none of these files describes an operation of the document")
    return found | {(mine[key].value["operationId"], "ours", "operation") for key in mine.keys() - matched}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 1 if the register is wrong, 2 if a file cannot be read."""
    parser = argparse.ArgumentParser(prog="drift", description="Compare the document with the vendor's own files.")
    parser.add_argument("path", type=Path, help="a folder with a copy of the vendor's files: *.json or */*.yaml")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="the work tree (default: this one)")
    options = parser.parse_args(arguments)
    try:
        register = read(options.root / "openapi/drift.yaml")
        tree = _tree(register["trees"], options.path)
        vendor = Vendor(options.path, tree["files"], register["version"])
        found = compare(bundle(options.root / "openapi/openapi.yaml"), vendor, register["version"])
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    except (AttributeError, KeyError, TypeError) as error:
        print(
            f"{options.path}: one of the files is not valid OpenAPI: {type(error).__name__}: {error}", file=sys.stderr
        )
        return 2
    uses = {pattern: explained(pattern, found) for pattern in known(tree)}
    covered = set().union(*uses.values())
    report = {
        "tree": tree["name"],
        "written_against": tree["revision"],
        "explained": len(covered),
        "unexplained": _rows(found - covered),
        "stale": _rows(pattern for pattern, used in uses.items() if not used),
    }
    print(json.dumps(report, indent=2, ensure_ascii=False) if options.json else _text(report))
    return 1 if report["unexplained"] or report["stale"] else 0


def _tree(trees: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Return the tree of the register whose files are in the folder."""
    found = [tree for tree in trees if any(folder.glob(tree["files"]))]
    if len(found) != 1:
        expected = " or ".join(tree["files"] for tree in trees)
        raise DocumentError(f"{folder}: expected a folder with the vendor's files, either {expected}")
    return found[0]


def _rows(differences: Iterable[Difference]) -> list[dict[str, str]]:
    return [{"operation": operation, "only": side, "fact": fact} for operation, side, fact in sorted(differences)]


def _text(report: dict[str, Any]) -> str:
    lines = [f"{report['tree']}, {report['written_against']}: {report['explained']} known differences"]
    for heading, meaning in (("unexplained", "differs"), ("stale", "no longer differs")):
        rows = report[heading]
        lines += [f"{row['operation']}: only {row['only']}: {row['fact']}  [{meaning}]" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
