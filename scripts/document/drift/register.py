"""The register of known differences from the vendor's files, each with its reason."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import yaml

from document.model import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Difference = tuple[str, str, str]
"""An operation, the only side that states a fact of it ("ours" or "theirs"), and the fact.

In the register, the operation and the fact are patterns, in which ``*`` stands for any text."""

REASONS = {
    "intentional": "both mean the same in another form",
    "vendor_wrong": "a better source agrees with ours",
    "ours_wrong": "ours must change",
    "both_wrong": "the real service does neither",
}
_TREE = {"name", "files", "revision", "differences"}
_ENTRY = {"reason", "decision", "because", "places"}
_PLACE = {"operations", "ours", "theirs"}


def read(file: Path) -> dict[str, Any]:
    """Return the register from ``openapi/drift.yaml``."""
    try:
        register = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DocumentError(f"{file}: {' '.join(str(error).split())}") from error
    if not isinstance(register, dict) or register.keys() != {"version", "trees"}:
        raise DocumentError(f"{file}: expected the keys version and trees")
    for tree in register["trees"]:
        if not isinstance(tree, dict) or tree.keys() != _TREE:
            raise DocumentError(f"{file}: expected a tree with the keys name, files, revision and differences")
        for entry in tree["differences"]:
            _check(file, entry)
    return register


def _check(file: Path, entry: Any) -> None:
    if not isinstance(entry, dict) or not _ENTRY >= entry.keys() >= {"reason", "places"} or len(entry) < 3:
        raise DocumentError(f"{file}: {entry!r}: expected reason, decision or because, and places")
    if entry["reason"] not in REASONS:
        raise DocumentError(f"{file}: reason {entry['reason']!r}: expected one of {', '.join(REASONS)}")
    for place in entry["places"]:
        if not isinstance(place, dict) or not _PLACE >= place.keys() >= {"operations"} or len(place) < 2:
            raise DocumentError(f"{file}: {place!r}: expected operations, and ours or theirs")


def known(tree: dict[str, Any]) -> Iterator[Difference]:
    """Yield the differences that a tree of the register explains, as patterns."""
    for entry in tree["differences"]:
        for place in entry["places"]:
            for side in ("ours", "theirs"):
                for operation, text in itertools.product(place["operations"], place.get(side, [])):
                    for fact in expand(text):
                        yield operation, side, fact


def expand(text: str) -> list[str]:
    """Return the facts for a text with braces: ``A.x`` and ``B.x`` for ``{A,B}.x``."""
    parts = re.split(r"(\{[^{}]*,[^{}]*\})", text)
    choices = [part[1:-1].split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def explained(pattern: Difference, found: set[Difference]) -> set[Difference]:
    """Return the differences that an entry of the register explains."""
    if "*" not in "".join(pattern):
        return {pattern} & found
    operation, side, fact = (re.escape(part).replace(r"\*", ".*") for part in pattern)
    return {
        each
        for each in found
        if each[1] == side and re.fullmatch(operation, each[0]) and re.fullmatch(fact, each[2], re.DOTALL)
    }
