"""The errata in ``openapi/DECISIONS.md``: where the sources disagree, and what was chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("#", "topic", "sources", "what each says", "chosen", "why", "how sure")
SURENESS = re.compile(r"(captured|documented|inferred), (sure|likely|open)")


class Erratum(NamedTuple):
    """A topic on which the sources disagree or are silent; ``claims`` are the sources and their statements."""

    id: str
    topic: str
    claims: list[tuple[str, str]]
    chosen: str
    why: str
    sure: str


def read_errata(file: Path) -> dict[str, list[Erratum]]:
    """Return the errata by the title of their section."""
    sections: dict[str, list[Erratum]] = {}
    section: list[Erratum] | None = None
    title = ""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            title, section = line[3:], None
        elif line.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if tuple(cells) == COLUMNS:
                section = sections.setdefault(title, [])
            elif section is not None and set(line) - set("|-"):
                section.append(_erratum(cells, f"{file}, line {number}"))
    ids = [erratum.id for errata in sections.values() for erratum in errata]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise DocumentError(f"{file}: the id {id_} is not unique")
    return sections


def _erratum(cells: list[str], place: str) -> Erratum:
    if len(cells) != len(COLUMNS) or not all(cells):
        raise DocumentError(f"{place}: expected {len(COLUMNS)} columns, none of them empty")
    id_, topic, sources, says, chosen, why, sure = cells
    lettered = [[part.partition(": ") for part in cell.split("<br>")] for cell in (sources, says)]
    letters = ["".join(letter for letter, _, _ in parts) for parts in lettered]
    if letters[0] != letters[1] or letters[0] != "ABCDEFGH"[: len(letters[0])]:
        raise DocumentError(f"{place}: expected sources and what each says as A: ...<br>B: ... and so on")
    if not re.fullmatch(r"[A-Z]\d+", id_):
        raise DocumentError(f"{place}: id {id_}: expected a letter and a number")
    if not SURENESS.fullmatch(sure):
        raise DocumentError(f"{place}: how sure: {sure!r}: expected {SURENESS.pattern}")
    claims = [(source, claim) for (_, _, source), (_, _, claim) in zip(*lettered, strict=True)]
    return Erratum(id_, topic, claims, chosen, why, sure)
