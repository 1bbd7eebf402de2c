"""The command behind ``scripts/diff`` and the comparison with the last release in ``scripts/check``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from document.bundle import to_json
from document.diff.compare import compare
from document.diff.release import last_release, problems, record_problems, show, stale_copy, version
from document.diff.rules import Change, Kind
from document.diff.source import RELEASED, SourceError, at, working

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command.

    Args:
        arguments: The command line, ``sys.argv`` if left out.

    Returns:
        The exit code: 0; 1 if ``--check`` or ``--record`` finds something against the changes; 2 if there is nothing to
        compare.
    """
    parser = argparse.ArgumentParser(prog="diff", description="Compare the document with an earlier revision.")
    parser.add_argument(
        "revision", nargs="?", metavar="REV", help=f"the revision; the last release ({RELEASED}) if left out"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="the work tree (default: this one)")
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument(
        "--check", action="store_true", help="fail on breaking changes without a version and an entry for them"
    )
    deeds.add_argument("--record", action="store_true", help="make this document the last release; part of a release")
    options = parser.parse_args(arguments)
    if options.revision is not None and (options.check or options.record):
        parser.error("--check and --record compare with the last release: expected no REV")
    try:
        return _run(options)
    except SourceError as error:
        print(error, file=sys.stderr)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        print(f"one of the documents is not valid OpenAPI: {type(error).__name__}: {error}", file=sys.stderr)
    return 2


def _run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    after = working(root)
    if options.revision:
        name, before = options.revision, at(root, options.revision)
    elif options.record and not (root / RELEASED).exists():
        name, before = RELEASED, after
    else:
        name, before = last_release(root)
    changes = compare(before, after)
    against = []
    if options.check:
        against = problems(root, before, after, changes) + stale_copy(root, before)
    if options.record:
        against = record_problems(root, name, before, after, changes)
        if not against:
            (root / RELEASED).write_text(to_json(after), "utf-8")
    base = f"{name}, version {show(version(before))}"
    if options.json:
        print(json.dumps(_report(base, version(after), changes, against), indent=2, ensure_ascii=False))
    else:
        print(_text(base, [change for change in changes if not options.check or change.kind is Kind.BREAKING]))
    for line in against:
        print(line, file=sys.stderr)
    return 1 if against else 0


def _report(base: str, now: tuple[int, ...], changes: list[Change], against: list[str]) -> dict[str, Any]:
    return {
        "compared_with": base,
        "version": show(now),
        "changes": [change.to_dict() for change in changes],
        "problems": against,
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
