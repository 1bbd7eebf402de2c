"""The register of known differences from the vendor's files: each with its reason, none without a match."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

Difference = tuple[str, str, str]
"""An operation, whose document alone states a fact ("ours" or "theirs"), and the fact."""

REASONS = {
    "intentional": "both say the same in another form",
    "vendor_wrong": "a better source says what ours says",
    "ours_wrong": "ours is to be changed",
    "both_wrong": "the real service does neither",
}
_ENTRY = {"reason", "decision", "because", "places"}
_PLACE = {"operations", "ours", "theirs"}


class DriftError(Exception):
    """The documents cannot be compared; the message says why, in one line."""


def read(file: Path) -> dict[str, Any]:
    """Returns the register.

    Args:
        file: ``openapi/drift.yaml``.

    Raises:
        DriftError: It is not there, or an entry is not as it should be.
    """
    try:
        register = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DriftError(f"{file}: {' '.join(str(error).split())}") from error
    if not isinstance(register, dict) or not {"revision", "version", "differences"} <= register.keys():
        raise DriftError(f"{file}: expected the keys revision, version and differences")
    for entry in register["differences"]:
        if not isinstance(entry, dict) or not _ENTRY >= entry.keys() >= {"reason", "places"} or len(entry) < 3:
            raise DriftError(f"{file}: expected reason, decision or because, and places in {entry!r}")
        if entry["reason"] not in REASONS:
            raise DriftError(f"{file}: reason {entry['reason']!r}: expected one of {', '.join(REASONS)}")
        for place in entry["places"]:
            if not isinstance(place, dict) or not _PLACE >= place.keys() >= {"operations"} or len(place) < 2:
                raise DriftError(f"{file}: expected operations, and ours or theirs, in {place!r}")
    return register


def known(register: dict[str, Any]) -> set[Difference]:
    """Returns the differences that the register explains: each fact of a place in each of its operations."""
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
    """Returns the facts that a text with braces stands for: ``A.x`` and ``B.x`` for ``{A,B}.x``."""
    parts = re.split(r"(\{[^{}]*,[^{}]*\})", text)
    choices = [part[1:-1].split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]
