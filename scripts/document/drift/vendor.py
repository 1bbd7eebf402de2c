"""A copy of the vendor's files: OpenAPI 3.0 or 3.1 as JSON, one file for each topic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from document.drift.statements import Reader
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

COMMON = "common.json"
"""The file that the others share. References to it are followed; references to the file of another topic are not."""


class Vendor:
    """The vendor's files in a folder, which describe one version of the API."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder
        self.version = version
        files = sorted(folder.glob("*.json"))
        if not files:
            raise DocumentError(f"{folder}: expected a folder with the vendor's files, *.json")
        self.topics = {file.name: Reader(_load(file), version, self.follow) for file in files}

    def follow(self, reference: str) -> tuple[Reader, Any] | None:
        """Return the target of a reference to the common file, ``None`` for any other file."""
        url, _, pointer = reference.partition("#")
        if url.rpartition("/")[2] != COMMON:
            return None
        if COMMON not in self.topics:
            raise DocumentError(f"{self.folder}: {COMMON} is missing, and {reference} leads to it")
        return self.topics[COMMON].follow(f"#{pointer}")


def _load(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DocumentError(f"{file}: not JSON: {error}") from error
    if not isinstance(document, dict) or not {"openapi", "paths"} <= document.keys():
        raise DocumentError(f"{file}: not an OpenAPI document: expected openapi and paths")
    return document
