"""The errata: complete rows, and no citation of a row that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from codegen.generate import ROOT
from document.dist.errata import COLUMNS, read_errata
from document.model import DocumentError

HERE = Path(__file__)
FILE = ROOT / "openapi/DECISIONS.md"
ERRATA = {erratum.id: erratum for errata in read_errata(FILE).values() for erratum in errata}
OWN = re.findall(r"^\| ([A-Z]\d+) \|", FILE.read_text("utf-8").partition("## Our own decisions")[2], re.MULTILINE)
HEADER = f"# A\n\n## Jobs\n\n| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"
ROW = "| J1 | topic | A: page, v7<br>B: SDK | A: one<br>B: `a\\|b` | A | newer | documented, likely |\n"


def test_every_row_is_an_erratum_or_a_decision() -> None:
    """No id is used twice."""
    rows = re.findall(r"^\| ([A-Z]\d+) \|", FILE.read_text("utf-8"), re.MULTILINE)

    assert sorted([*ERRATA, *OWN]) == sorted(rows)
    assert len(set(rows)) == len(rows)
    assert OWN


def test_sources_are_those_of_the_introduction() -> None:
    """Each source is of a kind that the introduction explains, unless no source mentions the topic."""
    introduction = FILE.read_text("utf-8").partition("## Jobs")[0]
    kinds = re.findall(r"^\| ([\w ]+) \|", introduction, re.MULTILINE)
    others = ["all sources", "official sources", "sample", "the accounts documentation", "the paths of", "the same"]
    known = re.compile("|".join([*kinds, *others]), re.IGNORECASE)
    for erratum in ERRATA.values():
        assert all(known.search(source) for source, _ in erratum.claims), erratum.id


def test_letters_of_a_choice_are_claims_of_its_row() -> None:
    """A letter in the choice or in the reason names a claim."""
    for erratum in ERRATA.values():
        letters = set(re.findall(r"(?<![\w`<-])[A-H](?![\w`-])", f"{erratum.chosen}; {erratum.why}"))
        assert letters <= set("ABCDEFGH"[: len(erratum.claims)]), erratum.id


def test_cited_ids_exist() -> None:
    """All texts of the project are searched for ids."""
    folders = (file for folder in ("openapi", "scripts", "tests") for file in (ROOT / folder).rglob("*"))
    for file in [*ROOT.glob("*.md"), *folders]:
        if file.suffix in (".md", ".yaml", ".py", ".jinja", ".html") and "dist" not in file.parts and file != HERE:
            cited = re.findall(r"(?<![%\w])[BCDEJLPRS]\d{1,2}\b", file.read_text("utf-8"))
            assert set(cited) <= {*ERRATA, *OWN}, file


def test_row_with_an_escaped_bar(tmp_path: Path) -> None:
    """Sources and claims are paired, and an escaped bar is a bar."""
    file = tmp_path / "DECISIONS.md"
    file.write_text(HEADER + ROW + "\n## Own\n\n| # | why |\n|---|---|\n| C1 | so |\n")

    [[erratum]] = read_errata(file).values()
    assert erratum.claims == [("page, v7", "one"), ("SDK", "`a|b`")]
    assert erratum.sure == "documented, likely"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW.replace("| newer ", ""), "line 7: expected 7 columns"),
        (ROW.replace("newer", ""), "none of them empty"),
        (ROW.replace("<br>B: SDK", ""), "A: ...<br>B: ..."),
        (ROW.replace("J1", "J-1"), "id J-1: expected a letter and a number"),
        (ROW.replace("likely", "probable"), "how sure: 'documented, probable': expected "),
        (ROW + ROW, "the id J1 is not unique"),
    ],
)
def test_malformed_row_is_an_error(tmp_path: Path, row: str, message: str) -> None:
    """The error says where the row is and what was expected."""
    file = tmp_path / "DECISIONS.md"
    file.write_text(HEADER + row)

    with pytest.raises(DocumentError, match=re.escape(message)):
        read_errata(file)
