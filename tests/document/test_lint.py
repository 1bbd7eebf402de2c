"""The rules of how the document is written: for each, a document that breaks it and one that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from codegen.generate import ROOT
from document.lint import __main__ as command
from document.lint.extensions import SHAPES
from document.lint.rule import RULES
from document.model import Document, step
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.support.lint_cases import CASES, GONE, Case, changed
from tests.support.lint_document import small_document

if TYPE_CHECKING:
    from pathlib import Path

BY_NAME = {rule.name: rule for rule in RULES}


def findings(name: str, document: dict[str, Any]) -> dict[str, str]:
    """Return the findings of a rule in a document, by place."""
    return {finding.pointer: finding.found for finding in BY_NAME[name].check(Document(document))}


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{number}" for number, case in enumerate(CASES)])
def test_breaks_and_keeps(case: Case) -> None:
    """A document that breaks the rule is found to do so, at the place, and one much like it is not."""
    assert findings(case.rule, changed(case.right)) == {}
    assert case.found in findings(case.rule, changed(case.wrong))[step("#", *case.place)]


def test_every_rule_has_a_case() -> None:
    """No rule is without a document that breaks it."""
    assert {case.rule for case in CASES} == set(BY_NAME)


def test_the_small_document_keeps_every_rule() -> None:
    """The document that the cases change is valid, and each rule can say of it that it is."""
    assert list(OpenAPIV31SpecValidator(small_document()).iter_errors()) == []
    assert [found for name in BY_NAME for found in findings(name, small_document())] == []


def test_what_is_no_operation_and_what_has_no_schema_is_passed_over() -> None:
    """A path may have a summary beside its operations, and a body no schema."""
    document = changed(
        {
            ("paths", "/files/{id}", "summary"): "Files",
            ("components", "responses", "FileOK", "content", "text/html"): {},
        }
    )

    assert [found for name in BY_NAME for found in findings(name, document)] == []


def test_every_rule_has_a_reason_and_says_what_it_expects() -> None:
    """A finding is of use to who never saw the rule."""
    assert len({rule.reason for rule in RULES}) == len(RULES)
    for case in CASES:
        for finding in BY_NAME[case.rule].check(Document(changed(case.wrong))):
            assert finding.expected
            assert finding.expected != finding.found


@pytest.mark.parametrize("case", [case for case in CASES if case.rule == "example-valid"], ids=lambda case: case.found)
def test_wrong_examples_stop_no_rule(case: Case) -> None:
    """Every rule can be asked about a document whose examples are wrong."""
    document = Document(changed(case.wrong))

    assert "example-valid" in [rule.name for rule in RULES if list(rule.check(document))]


def test_extensions_are_those_that_are_described() -> None:
    """The extensions that the rules know are the chapters of EXTENSIONS.md."""
    chapters = (ROOT / "openapi/EXTENSIONS.md").read_text("utf-8").split("\n## `")[1:]

    assert [chapter.partition("`")[0] for chapter in chapters] == list(SHAPES)


def test_our_document_keeps_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """The document keeps every rule, without exception."""
    assert command.main([]) == 0
    assert capsys.readouterr().err == ""


class TestCommand:
    """``python -m lint``."""

    @staticmethod
    def run(document: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> int:
        monkeypatch.setattr(command, "bundle", lambda _: document)
        return command.main(["jobs.yaml"])

    def test_a_broken_rule_is_explained(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(changed({("info", "version"): "1.2"}), monkeypatch) == 1
        assert capsys.readouterr().err == (
            "semantic-version: #/info/version\n"
            "  found: '1.2'\n"
            "  expected: major.minor.patch, as semver.org has it\n"
            "  why: Other teams pin the document by its version, independently of any package.\n"
        )

    def test_what_operations_share_is_told_once(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        message = ("components", "examples", "any_operation-internal_error", "value", "message")

        assert self.run(changed({message: 5}), monkeypatch) == 1
        assert capsys.readouterr().err.count("example-valid: ") == 1

    def test_other_rules_wait_for_the_plain_form(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        parameter = ("components", "parameters", "JobId")
        content = {"application/json": {"schema": {"type": "string"}}}
        document = changed(
            {(*parameter, "schema"): GONE, (*parameter, "examples"): GONE, (*parameter, "content"): content}
        )

        assert self.run(document, monkeypatch) == 1
        assert capsys.readouterr().err.startswith("plain-form: #/components/parameters/JobId\n")

    def test_what_is_no_openapi_is_one_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(changed({("info", "title"): GONE}), monkeypatch) == 1
        assert capsys.readouterr().err == (
            'jobs.yaml: this is not a valid OpenAPI document: #/info: "title" is a required property\n'
        )

    def test_what_cannot_be_bundled_is_one_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        entry = tmp_path / "openapi.yaml"

        assert command.main([str(entry)]) == 1
        assert capsys.readouterr().err == f"{entry}: a reference leads to this file, which does not exist\n"

    def test_a_document_without_findings_is_quiet(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(small_document(), monkeypatch) == 0
        assert capsys.readouterr().err == ""
