"""Reads a copy of the vendor's files: OpenAPI 3.0 or 3.1 as JSON, one file for each topic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from document.drift.register import DriftError
from document.drift.statements import Reader

if TYPE_CHECKING:
    from pathlib import Path

COMMON = "common.json"
"""The file that only holds what the others share. References to it are followed. One to the file of another topic is
not: what is in there is described by that topic."""


class Vendor:
    """A copy of the vendor's files.

    Args:
        folder: Where the files are.
        version: The version of the API that they describe.

    Raises:
        DriftError: There are none, or one cannot be read.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder
        self.version = version
        files = sorted(folder.glob("*.json"))
        if not files:
            raise DriftError(f"{folder}: expected a folder with the vendor's files, *.json")
        self.topics = {file.name: Reader(_load(file), version, self.follow) for file in files}

    def follow(self, reference: str) -> tuple[Reader, Any] | None:
        """Returns what a reference to another file leads to, if that is the common one."""
        url, _, pointer = reference.partition("#")
        if url.rpartition("/")[2] != COMMON:
            return None
        if COMMON not in self.topics:
            raise DriftError(f"{self.folder}: {COMMON} is not there, and {reference} leads to it")
        return self.topics[COMMON].follow(f"#{pointer}")


def _load(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DriftError(f"{file}: this is not JSON: {error}") from error
    if not isinstance(document, dict) or not {"openapi", "paths"} <= document.keys():
        raise DriftError(f"{file}: this is not an OpenAPI document: openapi and paths were expected")
    return document
