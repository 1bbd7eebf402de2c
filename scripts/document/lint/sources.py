"""Rules of where facts come from. The registry of sources is ``openapi/sources.yaml``."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from document.dist.citations import citations, has_part
from document.dist.citations import holders as cited
from document.errors import errors_in, is_error
from document.lint.extensions import has_form
from document.lint.rule import Finding, rule
from document.model import Node, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.dist.citations import Citation
    from document.model import Document

DECISIONS = Path(__file__).parents[3] / "openapi" / "DECISIONS.md"
NO_PLACE = re.compile(r"\b(every|all|each|any) (operation|page|file)s?\b")


def _citations(document: Document) -> Iterator[tuple[Node, Node, Citation]]:
    """Yield each citation of a registered source, after what rests on it and the node of the citation."""
    for _, holder in cited(document):
        if (node := holder.get("x-source")) and has_form(node):
            for index, citation in enumerate(citations(holder)):
                yield holder, node[index] if isinstance(node.value, list) else node, citation


@rule
def known_source(document: Document) -> Iterator[Finding]:
    """Every source that is cited is in the registry.

    An id that leads nowhere is as good as no source.
    """
    for _, node, citation in _citations(document):
        if citation.source not in document.value["x-sources"]:
            yield Finding(node.pointer, f"no source {citation.source}", "an id of openapi/sources.yaml")


@rule
def used_source(document: Document) -> Iterator[Finding]:
    """Every source of the registry is cited.

    A source that nothing rests on makes the evidence look better than it is.
    """
    used = {citation.source for _, _, citation in _citations(document)}
    for name in document.value["x-sources"]:
        if name not in used:
            yield Finding(step("#/x-sources", name), "nothing rests on it", "a citation, or no such source")


@rule
def source_place(document: Document) -> Iterator[Finding]:
    """A citation says where in the source the fact stands, if the source has places; "every operation" is no place.

    Who checks a fact has to find it. What one place says of every operation was inferred for the others.
    """
    for _, node, citation in _citations(document):
        places = document.value["x-sources"].get(citation.source, {}).get("places")
        if places and not citation.at:
            yield Finding(node.pointer, "no place", f"at: {places}")
        if NO_PLACE.search(citation.at or ""):
            yield Finding(node.pointer, str(citation.at), "the one place, and basis: inferred for other operations")


@rule
def known_decision(document: Document) -> Iterator[Finding]:
    """Every decision that a citation names is a row of DECISIONS.md.

    The row says what the other sources have and why this one was followed.
    """
    rows = set(re.findall(r"^\| ([A-Z]\d+) \|", DECISIONS.read_text("utf-8"), re.MULTILINE))
    for _, node, citation in _citations(document):
        if citation.decision and citation.decision not in rows:
            yield Finding(node.pointer, f"no decision {citation.decision}", "the id of a row of DECISIONS.md")


@rule
def known_part(document: Document) -> Iterator[Finding]:
    """Every part that a source gives or that is inferred exists: a place in the value or schema, or an error code.

    A renamed or removed part would leave a mark that is about nothing.
    """
    for holder, node, citation in _citations(document):
        for part in (*citation.gives, *citation.inferred):
            if not has_part(document, holder, part):
                yield Finding(node.pointer, f"no part {part}", "a part of what has the source")


@rule
def source_of_details(document: Document) -> Iterator[Finding]:
    """The details of an error have a source that shows details, or are marked as inferred.

    The tables of errors on the vendor's pages have codes and messages only: details in an example are from elsewhere,
    and so is the fact that an error has none. Details with keys are a schema with its own source.
    """
    for holder, group in groupby(_citations(document), key=itemgetter(0)):
        if _says_details(document, holder) and not any(_tells_details(document, c) for _, _, c in group):
            yield Finding(holder.pointer, "details", "a source that shows them, or inferred: [details]")


def _says_details(document: Document, holder: Node) -> bool:
    if is_error(holder.value) and "details" in holder.value["properties"]:
        return not document.resolve(holder["properties"]["details"]).value.get("properties")
    return any(error.get("details") for error in errors_in(holder.value.get("value")))


def _tells_details(document: Document, citation: Citation) -> bool:
    shows = document.value["x-sources"].get(citation.source, {}).get("details", True)
    parts = [*citation.inferred, *(citation.gives if shows else ())]
    return (shows and not citation.gives) or any({"details", "data"} & set(part.split(".")) for part in parts)
