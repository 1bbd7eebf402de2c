"""A copy of the vendor's files: OpenAPI 3.0 or 3.1 as JSON or YAML, one file for each topic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from document.bundle import SafeLoader
from document.drift.statements import Operation, Reader
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

COMMON = "common"
"""The file that the others share. References to it are followed; references to the file of another topic are not."""


class Vendor:
    """The vendor's files in a folder, which describe one version of the API."""

    def __init__(self, folder: Path, files: str, version: str) -> None:
        self.folder = folder
        self.topics = {file.stem: Reader(_load(file), version, self.follow) for file in sorted(folder.glob(files))}

    def operations(self) -> dict[str, dict[tuple[str, str], list[Operation]]]:
        """Return the descriptions of each operation by method and path, for each topic that has operations."""
        found: dict[tuple[str, str], list[Operation]] = {}
        topics: dict[str, dict[tuple[str, str], list[Operation]]] = {}
        for name, topic in self.topics.items():
            for key, operation in topic.operations():
                found.setdefault(key, []).append(operation)
                topics.setdefault(name, {})[key] = found[key]
        return topics

    def follow(self, reference: str) -> tuple[Reader, Any] | None:
        """Return the target of a reference to the common file, ``None`` for any other file."""
        url, _, pointer = reference.partition("#")
        if url.rpartition("/")[2].partition(".")[0] != COMMON:
            return None
        if COMMON not in self.topics:
            raise DocumentError(f"{self.folder}: {COMMON} is missing, and {reference} leads to it")
        return self.topics[COMMON].follow(f"#{pointer}")


def _load(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text("utf-8")
        document = json.loads(text) if file.suffix == ".json" else yaml.load(text, SafeLoader)  # noqa: S506  (it is safe)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise DocumentError(f"{file}: not {file.suffix[1:].upper()}: {' '.join(str(error).split())}") from error
    if not isinstance(document, dict) or not {"openapi", "paths"} <= document.keys():
        raise DocumentError(f"{file}: not an OpenAPI document: expected openapi and paths")
    return document
