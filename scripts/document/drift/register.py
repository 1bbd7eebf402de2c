"""The register of known differences from the vendor's files, each with its reason."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import yaml

from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

Difference = tuple[str, str, str]
"""An operation, the only document that states a fact of it ("ours" or "theirs"), and the fact."""

REASONS = {
    "intentional": "both mean the same in another form",
    "vendor_wrong": "a better source agrees with ours",
    "ours_wrong": "ours must change",
    "both_wrong": "the real service does neither",
}
_ENTRY = {"reason", "decision", "because", "places"}
_PLACE = {"operations", "ours", "theirs"}


def read(file: Path) -> dict[str, Any]:
    """Return the register from ``openapi/drift.yaml``."""
    try:
        register = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DocumentError(f"{file}: {' '.join(str(error).split())}") from error
    if not isinstance(register, dict) or not {"revision", "version", "differences"} <= register.keys():
        raise DocumentError(f"{file}: expected the keys revision, version and differences")
    for entry in register["differences"]:
        if not isinstance(entry, dict) or not _ENTRY >= entry.keys() >= {"reason", "places"} or len(entry) < 3:
            raise DocumentError(f"{file}: {entry!r}: expected reason, decision or because, and places")
        if entry["reason"] not in REASONS:
            raise DocumentError(f"{file}: reason {entry['reason']!r}: expected one of {', '.join(REASONS)}")
        for place in entry["places"]:
            if not isinstance(place, dict) or not _PLACE >= place.keys() >= {"operations"} or len(place) < 2:
                raise DocumentError(f"{file}: {place!r}: expected operations, and ours or theirs")
    return register


def known(register: dict[str, Any]) -> set[Difference]:
    """Return the differences that the register explains."""
    return {
        (operation, side, fact)
        for entry in register["differences"]
        for place in entry["places"]
        for operation in place["operations"]
        for side in ("ours", "theirs")
        for text in place.get(side, [])
        for fact in expand(text)
    }


def expand(text: str) -> list[str]:
    """Return the facts for a text with braces: ``A.x`` and ``B.x`` for ``{A,B}.x``."""
    parts = re.split(r"(\{[^{}]*,[^{}]*\})", text)
    choices = [part[1:-1].split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]
