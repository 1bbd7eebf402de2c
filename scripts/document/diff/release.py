"""What a breaking change demands: a higher version, an entry in the changelog, or a reason why it breaks nobody."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

import yaml

from document.diff.rules import Change, Kind
from document.diff.source import RELEASED, SourceError, at, newest_release, released

if TYPE_CHECKING:
    from pathlib import Path

    from document.diff.findings import Document

ACCEPTED = "openapi/accepted.yaml"
_KEYS = {"rule", "where", "what", "date", "reason"}


def problems(root: Path, before: Document, after: Document, changes: list[Change]) -> list[str]:
    """Returns what stands against the changes since the last release, a line for each; none if they may be released.

    Args:
        root: The work tree.
        before: The document as last released.
        after: The document of the work tree.
        changes: What changed between them.

    Raises:
        SourceError: The list of accepted changes, or a version, cannot be read.
    """
    accepted = read_accepted(root)
    known = {(entry["rule"], entry["where"], entry["what"]) for entry in accepted}
    found = {(change.rule, change.where, change.what) for change in changes if change.kind is Kind.BREAKING}
    lines = [
        f"{ACCEPTED}: {rule} at {where} ({what}) is no breaking change, or no longer one: remove the entry"
        for rule, where, what in sorted(known - found)
    ]
    old, new = version(before), version(after)
    if new < old:
        lines.append(f"info.version: {show(new)} is below {show(old)}, the last release")
    if count := len(found - known):
        lines += demands(root, count, old, new)
    return lines


def demands(root: Path, count: int, old: tuple[int, ...], new: tuple[int, ...]) -> list[str]:
    """Returns what so many breaking changes since a version demand and is not there."""
    lines = []
    since = f"{count} breaking change{'s' * (count > 1)} since {show(old)}"
    needed = (old[0] + 1, 0, 0) if old[0] else (0, old[1] + 1, 0)
    if new < needed:
        lines.append(f"info.version: {since}, so that {show(new)} must become {show(needed)} or later")
    elif not has_breaking_entry((root / "CHANGELOG.md").read_text("utf-8"), show(new)):
        lines.append(f"CHANGELOG.md: {since}, so that [{show(new)}] must have an entry that begins with **Breaking:**")
    return lines


def has_breaking_entry(changelog: str, name: str) -> bool:
    """Returns whether the section of a version has an entry for what breaks."""
    section = re.search(rf"^## \[{re.escape(name)}\].*?(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return section is not None and re.search(r"^- \*\*Breaking:\*\* \S", section[0], re.MULTILINE) is not None


def last_release(root: Path) -> tuple[str, Document]:
    """Returns where the last release was found and its document: the newest tag, or where none is known the copy."""
    tag = newest_release(root)
    return (tag, at(root, tag)) if tag else (RELEASED, released(root))


def stale_copy(root: Path, before: Document) -> list[str]:
    """Returns a line if the copy is neither that of the last release nor that of a later one, still to be tagged."""
    copy = released(root)
    if copy == before or version(copy) > version(before):
        return []
    return [
        f"{RELEASED}: this is not the document of {show(version(before))}, the last release, nor that of a later one"
    ]


def record_problems(root: Path, name: str, before: Document, after: Document, changes: list[Change]) -> list[str]:
    """Returns what stands against making the present document that of a release.

    As long as there is no tag, nothing was promised, and nothing stands against it.
    """
    if name == RELEASED:
        return []
    if version(after) <= version(before):
        return [f"info.version: {name} is released, so that a later version than {show(version(after))} was expected"]
    return problems(root, before, after, changes)


def read_accepted(root: Path) -> list[dict[str, Any]]:
    """Returns the breaking changes that were accepted, each with its reason and date.

    Raises:
        SourceError: The file is not there, or an entry is not as it should be.
    """
    try:
        entries = yaml.safe_load((root / ACCEPTED).read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SourceError(f"{ACCEPTED}: {' '.join(str(error).split())}") from error
    if not isinstance(entries, list):
        raise SourceError(f"{ACCEPTED}: expected a list, which may be empty: []")
    for entry in entries:
        if not isinstance(entry, dict) or entry.keys() != _KEYS:
            raise SourceError(f"{ACCEPTED}: expected {', '.join(sorted(_KEYS))} in each entry, not {entry!r}")
        if not isinstance(entry["date"], datetime.date) or not entry["reason"]:
            raise SourceError(f"{ACCEPTED}: expected a date such as 2026-01-31 and a reason in {entry!r}")
    return entries


def version(document: Document) -> tuple[int, ...]:
    """Returns the version of a document.

    Raises:
        SourceError: It is not three numbers.
    """
    text = str(document["info"].get("version"))
    if not re.fullmatch(r"\d+\.\d+\.\d+", text):
        raise SourceError(f"info.version: {text!r} is not three numbers, such as 1.0.0")
    return tuple(int(part) for part in text.split("."))


def show(numbers: tuple[int, ...]) -> str:
    """Returns a version as text."""
    return ".".join(map(str, numbers))
