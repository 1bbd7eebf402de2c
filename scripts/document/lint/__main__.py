"""The command that checks the rules of the document, which ``scripts/check`` runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from document.bundle import bundle
from document.lint import (  # noqa: F401  # they add RULES
    errors,
    examples,
    extensions,
    jobs,
    naming,
    security,
    sources,
    structure,
    texts,
)
from document.lint.rule import RULES, Rule
from document.lint.structure import plain_form
from document.model import Document, DocumentError, step

ENTRY = Path(__file__).parents[3] / "openapi" / "openapi.yaml"


def main(arguments: list[str] | None = None) -> int:
    """Run the command, and return 1 if the document breaks a rule or cannot be read."""
    parser = argparse.ArgumentParser(prog="document.lint", description="Check how the document is written.")
    parser.add_argument("entry", nargs="?", type=Path, default=ENTRY, help="the entry of the document: openapi.yaml")
    options = parser.parse_args(arguments)
    try:
        lines = lint(options.entry)
    except DocumentError as error:
        lines = [str(error)]
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def lint(entry: Path) -> list[str]:
    """Return the findings in a document as lines of text."""
    value = bundle(entry)
    if invalid := next(OpenAPIV31SpecValidator(value).iter_errors(), None):
        place = step("#", *invalid.absolute_path)
        return [f"{entry}: this is not a valid OpenAPI document: {place}: {invalid.message.splitlines()[0]}"]
    document = Document(value)
    first = explained(plain_form, document)
    return first or [line for rule in RULES for line in explained(rule, document)]


def explained(rule: Rule, document: Document) -> list[str]:
    """Return the findings of a rule as lines of text."""
    return [
        line
        for finding in dict.fromkeys(rule.check(document))  # operations that share a schema repeat its findings
        for line in (
            f"{rule.name}: {finding.pointer}",
            f"  found: {finding.found}",
            f"  expected: {finding.expected}",
            f"  why: {rule.reason}",
        )
    ]


if __name__ == "__main__":
    sys.exit(main())
