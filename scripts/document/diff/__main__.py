"""The command behind ``scripts/diff``, and the comparison with the last release in ``scripts/check``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from document.bundle import bundle
from document.diff.compare import compare
from document.diff.release import document_at, newest_release, release_errors, show, version
from document.diff.rules import Change, Kind
from document.model import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 1 if the changes may not be released, 2 if a file cannot be read."""
    parser = argparse.ArgumentParser(prog="diff", description="Compare the document with an earlier revision.")
    parser.add_argument("revision", nargs="?", metavar="REV", help="the revision (default: the newest tag vX.Y.Z)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="the work tree (default: this one)")
    parser.add_argument(
        "--check", action="store_true", help="fail on breaking changes without a new version and a changelog entry"
    )
    options = parser.parse_args(arguments)
    if options.revision is not None and options.check:
        parser.error("--check compares with the last release: expected no REV")
    try:
        return _run(options)
    except DocumentError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        print(f"one of the documents is not valid OpenAPI: {type(error).__name__}: {error}", file=sys.stderr)
    return 2


def _run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    after = bundle(root / "openapi/openapi.yaml")
    revision = options.revision or newest_release(root)
    before = document_at(root, revision) if revision else after
    changes = compare(before, after)
    errors = release_errors(root, before, after, changes) if options.check else []
    base = f"{revision}, version {show(version(before))}" if revision else "nothing: no release is tagged"
    if options.json:
        print(json.dumps(_report(base, version(after), changes, errors), indent=2, ensure_ascii=False))
    else:
        print(_text(base, [change for change in changes if not options.check or change.kind is Kind.BREAKING]))
    for line in errors:
        print(line, file=sys.stderr)
    return 1 if errors else 0


def _report(base: str, now: tuple[int, ...], changes: list[Change], errors: list[str]) -> dict[str, Any]:
    return {
        "compared_with": base,
        "version": show(now),
        "changes": [change.to_dict() for change in changes],
        "errors": errors,
    }


def _text(base: str, changes: list[Change]) -> str:
    lines = [f"compared with {base}"]
    for kind in Kind:
        of_kind = [change for change in changes if change.kind is kind]
        if of_kind:
            lines.append(f"\n{kind} ({len(of_kind)})")
        for change in of_kind:
            lines.append(f"  {change.where}: {change.what}  [{change.rule}]")
            if kind is not Kind.COSMETIC:
                lines.append(f"    {change.reason}")
                lines += [f"    in {', '.join(change.operations)}"] if change.operations else []
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
