"""What rests on a source, what is inferred and what is open: in small documents and in ours."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from document.dist import sources as command
from document.dist.citations import Citation
from document.dist.errata import Erratum
from document.dist.reference import reference
from document.model import Document

from tests.support.lint_cases import EXAMPLES, NOT_FOUND, SCHEDULED, SCHEMAS, STATUS, changed
from tests.support.lint_document import CAPTURED, SOURCE
from tests.support.spec import DOCUMENT

if TYPE_CHECKING:
    from tests.support.lint_cases import Changes

CHANGES: Changes = {
    (*STATUS, "x-source"): {**SOURCE, "decision": "J1", "inferred": ["description"]},
    (*SCHEDULED, "x-source"): [CAPTURED, {**SOURCE, "basis": "inferred", "gives": ["job_id"]}],
    (*NOT_FOUND, "x-source"): {**SOURCE, "basis": "inferred", "decision": "J1", "inferred": ["http_status"]},
    (*SCHEMAS, "NotFound", "x-source"): {**SOURCE, "inferred": ["details"], "decision": "J4"},
    (*EXAMPLES, "get_job_status-done", "x-source"): {**SOURCE, "decision": "J3"},
}
ERRATA = [
    Erratum(name, f"topic of {name}", [], "A", "why", f"documented, {sure}")
    for name, sure in (("J1", "open"), ("J2", "open"), ("J3", "likely"), ("J4", "open"))
]


def test_what_is_inferred() -> None:
    """A fact that is inferred as a whole counts as one part, if no part is named."""
    assert Citation("a", "documented").guesses == []
    assert Citation("a", "documented", gives=("b",), inferred=("c",)).guesses == ["c"]
    assert Citation("a", "inferred").guesses == ["everything"]
    assert Citation("a", "inferred", gives=("b",), inferred=("c",)).guesses == ["b", "c"]


def test_overview_counts() -> None:
    """Each source has its number of facts, and the totals follow."""
    lines = list(command.overview(Document(changed(CHANGES))))

    assert lines[1].split() == ["1", "capture.one", "Responses"]
    assert lines[0].split()[1:] == ["page.one", "A", "page,", "v8"]
    assert lines[2].startswith("1 captured, ")
    assert lines[2].endswith(" documented, 2 inferred")
    assert lines[3] == "5 inferred facts"


def test_facts_of_a_source() -> None:
    """What is known of the source comes first, then each fact with its place and parts."""
    document = Document(changed(CHANGES))

    assert list(command.facts(document, "capture.one")) == [
        "Responses",
        "kind: capture",
        "rank: 1",
        "places: the response",
        "examples/schedule_job-scheduled: captured at 200",
    ]
    assert "examples/schedule_job-scheduled: inferred, gives job_id" in command.facts(document, "page.one")


def test_what_no_source_gives() -> None:
    """Each place has its inferred parts, and the number of all parts comes last."""
    assert list(command.inferred(Document(changed(CHANGES)))) == [
        "get_job_status: description (from A page, v8)",
        "schemas/NotFound: details (from A page, v8)",
        "examples/schedule_job-scheduled: job_id (from A page, v8)",
        "examples/get_job_status-not_found: everything, http_status (from A page, v8)",
        "5 inferred facts",
    ]


def test_one_capture_settles_most_first() -> None:
    """What an example and the schema of its error leave open is one capture; the rest is listed after it."""
    changes = {**CHANGES, (*SCHEMAS, "Job", "x-source"): {**SOURCE, "decision": "J1"}}

    assert list(command.unsettled(Document(changed(changes)), ERRATA)) == [
        " 5  404 get_job_status-not_found: J1, everything, http_status, J4, details",
        " 1  200 schedule_job-scheduled: job_id",
        "2 responses to capture. These are not settled by one response:",
        "get_job_status: description",
        "J2: topic of J2",
    ]


@pytest.mark.parametrize("options", [[], ["page.v8.revoke"], ["--inferred"], ["--open"]])
def test_our_document(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The command answers every question about our document."""
    assert command.main(options) == 0
    assert capsys.readouterr().out.count("\n") > 5


def test_unknown_source(capsys: pytest.CaptureFixture[str]) -> None:
    """An id that is in no registry is an error that lists the ids."""
    assert command.main(["page.v9.none"]) == 2
    assert capsys.readouterr().err.startswith("page.v9.none: expected one of capture.convert_lead, ")


def test_reference_shows_all_that_a_citation_says() -> None:
    """A decision that is no row of the errata has no link."""
    entry = {**SOURCE, "source": "capture.convert_lead", "at": "a & b", "decision": "Z1"}
    other = {**SOURCE, "source": "page.v8.revoke", "gives": ["a"], "inferred": ["b"]}
    document = copy.deepcopy(DOCUMENT)
    operation = document["paths"]["/crm/v2.1/Leads/{lead_id}/actions/convert"]["post"]
    operation["x-source"] = [{**entry, "basis": "captured"}, other]

    assert (
        'Source: <a href="#source-capture.convert_lead">Postman collection, Convert Lead, v2.1</a> '
        '(a &amp; b, captured, Z1); <a href="#source-page.v8.revoke">Revoke tokens, v8</a> (for a, inferred: b)'
    ) in reference(document, {})
