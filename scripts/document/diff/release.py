"""The documents to compare, and the demands of a breaking change: a higher version and an entry in the changelog."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import yaml

from document.diff.rules import Change, Kind
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

ACCEPTED = "openapi/accepted.yaml"
BUNDLE = "openapi/dist/zoho-crm-jobs.json"
_KEYS = {"rule", "where", "what", "date", "reason"}


def newest_release(root: Path) -> str | None:
    """Return the newest tag ``vX.Y.Z`` that HEAD contains; ``None`` if nothing has been released."""
    tags = git(root, "tag", "--list", "v*", "--merged", "HEAD") or ""
    versions = [tag for tag in tags.split() if re.fullmatch(r"v\d+\.\d+\.\d+", tag)]
    return max(versions, key=lambda tag: [int(part) for part in tag[1:].split(".")], default=None)


def document_at(root: Path, revision: str) -> dict[str, Any]:
    """Return the bundled document of a git revision."""
    if git(root, "rev-parse", "--git-dir") is None:
        raise DocumentError(f"{root}: not a git repository, or git is not installed: cannot find {revision!r}")
    if git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        raise DocumentError(f"{revision!r}: git knows no such revision; in a shallow clone, fetch it first")
    text = git(root, "show", f"{revision}:./{BUNDLE}")
    if text is None:
        raise DocumentError(f"{revision}: this revision has no {BUNDLE}")
    return parse(text, f"{revision}:{BUNDLE}")


def git(root: Path, *arguments: str) -> str | None:
    """Return the output of git in a folder; ``None`` if git fails or is not installed."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # no shell, and a fixed program
    except FileNotFoundError:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


def parse(text: str, name: str) -> dict[str, Any]:
    """Parse a bundled document; ``name`` identifies it in errors."""
    try:
        document: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentError(f"{name}: not JSON: {error}") from error
    if not isinstance(document, dict) or not {"openapi", "info", "paths"} <= document.keys():
        raise DocumentError(f"{name}: not an OpenAPI document: expected openapi, info and paths")
    return document


def release_errors(root: Path, before: dict[str, Any], after: dict[str, Any], changes: list[Change]) -> list[str]:
    """Return the reasons, one per line, why the changes since the last release may not be released."""
    accepted = read_accepted(root)
    known = {(entry["rule"], entry["where"], entry["what"]) for entry in accepted}
    found = {(change.rule, change.where, change.what) for change in changes if change.kind is Kind.BREAKING}
    lines = [
        f"{ACCEPTED}: {rule} at {where} ({what}) is not a breaking change (any more): remove the entry"
        for rule, where, what in sorted(known - found)
    ]
    old, new = version(before), version(after)
    if new < old:
        lines.append(f"info.version: {show(new)} is below {show(old)}, the last release")
    if count := len(found - known):
        lines += version_errors(root, count, old, new)
    return lines


def version_errors(root: Path, count: int, old: tuple[int, ...], new: tuple[int, ...]) -> list[str]:
    """Return the unmet demands of ``count`` breaking changes, one per line."""
    since = f"{count} breaking change{'s' * (count > 1)} since {show(old)}"
    needed = (old[0] + 1, 0, 0) if old[0] else (0, old[1] + 1, 0)
    if new < needed:
        return [f"info.version: {since}: {show(new)} must become {show(needed)} or later"]
    if not has_breaking_entry((root / "CHANGELOG.md").read_text("utf-8"), show(new)):
        return [f"CHANGELOG.md: {since}: [{show(new)}] must have an entry that begins with **Breaking:**"]
    return []


def has_breaking_entry(changelog: str, name: str) -> bool:
    """Tell whether the section of a version has an entry for a breaking change."""
    section = re.search(rf"^## \[{re.escape(name)}\].*?(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return section is not None and re.search(r"^- \*\*Breaking:\*\* \S", section[0], re.MULTILINE) is not None


def read_accepted(root: Path) -> list[dict[str, Any]]:
    """Return the accepted breaking changes, each with its reason and date."""
    try:
        entries = yaml.safe_load((root / ACCEPTED).read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DocumentError(f"{ACCEPTED}: {' '.join(str(error).split())}") from error
    if not isinstance(entries, list):
        raise DocumentError(f"{ACCEPTED}: expected a list, which may be empty: []")
    for entry in entries:
        if not isinstance(entry, dict) or entry.keys() != _KEYS:
            raise DocumentError(f"{ACCEPTED}: {entry!r}: expected {', '.join(sorted(_KEYS))}")
        if not isinstance(entry["date"], datetime.date) or not entry["reason"]:
            raise DocumentError(f"{ACCEPTED}: {entry!r}: expected a date such as 2026-01-31 and a reason")
    return entries


def version(document: dict[str, Any]) -> tuple[int, ...]:
    """Return the version of a document."""
    text = str(document["info"].get("version"))
    if not re.fullmatch(r"\d+\.\d+\.\d+", text):
        raise DocumentError(f"info.version: {text!r}: expected three numbers, such as 1.0.0")
    return tuple(int(part) for part in text.split("."))


def show(numbers: tuple[int, ...]) -> str:
    """Return a version as text."""
    return ".".join(map(str, numbers))
