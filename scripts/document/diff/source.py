"""Where the documents that are compared come from: the work tree, the last release, or a revision in git."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

from document.bundle import bundle
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    from document.diff.findings import Document

BUNDLE = "openapi/dist/zoho-crm-jobs.json"
RELEASED = "openapi/released.json"


class SourceError(Exception):
    """A document cannot be had; the message says which one and why, in one line."""


def working(root: Path) -> Document:
    """Returns the document of the work tree, bundled."""
    try:
        return bundle(root / "openapi" / "openapi.yaml")
    except DocumentError as error:
        raise SourceError(" ".join(str(error).split())) from error


def released(root: Path) -> Document:
    """Returns the document as last released, which lies in the work tree so that every clone has it."""
    file = root / RELEASED
    try:
        return parse(file.read_text("utf-8"), RELEASED)
    except OSError as error:
        raise SourceError(f"{RELEASED}: {error.strerror}; scripts/diff --record makes it") from error


def at(root: Path, revision: str) -> Document:
    """Returns the document of a revision.

    Args:
        root: The work tree.
        revision: A commit, by any name that git knows.

    Raises:
        SourceError: There is no git, no repository, no such revision, or no readable document in it.
    """
    if git(root, "rev-parse", "--git-dir") is None:
        raise SourceError(f"{root}: this is not a git repository, or git is not installed: there is no {revision!r}")
    if git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        raise SourceError(
            f"{revision!r}: git has no revision of this name here; in a shallow clone it may not be fetched"
        )
    text = git(root, "show", f"{revision}:./{BUNDLE}")
    if text is None:
        raise SourceError(f"{revision}: this revision has no {BUNDLE}")
    return parse(text, f"{revision}:{BUNDLE}")


def newest_release(root: Path) -> str | None:
    """Returns the tag of the newest release that the present commit holds; None where no tag is known."""
    tags = git(root, "tag", "--list", "v*", "--merged", "HEAD") or ""
    versions = [tag for tag in tags.split() if re.fullmatch(r"v\d+\.\d+\.\d+", tag)]
    return max(versions, key=lambda tag: [int(part) for part in tag[1:].split(".")], default=None)


def git(root: Path, *arguments: str) -> str | None:
    """Returns what git answers in a folder; None if it refuses, or is not installed."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # git, and what it shall do
    except FileNotFoundError:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


def parse(text: str, name: str) -> Document:
    """Returns the document that a text holds.

    Args:
        text: The bundle, as JSON.
        name: What to call it in an error.

    Raises:
        SourceError: It is not JSON, or not an OpenAPI document.
    """
    try:
        document: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{name}: this is not JSON: {error}") from error
    if not isinstance(document, dict) or not {"openapi", "info", "paths"} <= document.keys():
        raise SourceError(f"{name}: this is not an OpenAPI document: openapi, info and paths were expected")
    return document
