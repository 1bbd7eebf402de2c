"""The command that tells what rests on a source, what is inferred, and what is open: ``scripts/sources``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from document.bundle import bundle
from document.dist.citations import citations, holders, title
from document.dist.errata import read_errata
from document.errors import codes_of, errors_in
from document.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.dist.errata import Erratum
    from document.model import Node

ROOT = Path(__file__).parents[3]
BASES = ("captured", "documented", "inferred")


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line; defaults to ``sys.argv``.

    Returns:
        The exit code: 0, or 2 if there is no such source.
    """
    parser = argparse.ArgumentParser(prog="sources", description="Tell what rests on which source.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("id", nargs="?", help="a source: print every fact that rests on it")
    choice.add_argument("--inferred", action="store_true", help="print every fact, or part of one, that no source gives")
    choice.add_argument("--open", action="store_true", help="print what is open, by what one captured response settles")
    parser.add_argument("--root", type=Path, default=ROOT, help="the work tree (default: this one)")
    options = parser.parse_args(arguments)
    document = Document(bundle(options.root / "openapi/openapi.yaml"))
    if options.id and options.id not in document.value["x-sources"]:
        print(f"{options.id}: expected one of {', '.join(document.value['x-sources'])}", file=sys.stderr)
        return 2
    if options.id:
        lines = facts(document, options.id)
    elif options.inferred:
        lines = inferred(document)
    elif options.open:
        errata = read_errata(options.root / "openapi/DECISIONS.md")
        lines = unsettled(document, [erratum for section in errata.values() for erratum in section])
    else:
        lines = overview(document)
    print(*lines, sep="\n")
    return 0


def overview(document: Document) -> Iterator[str]:
    """Yield a line for each source, with the number of facts that rest on it, and the totals."""
    cited = [citation for _, node in holders(document) for citation in citations(node)]
    facts = Counter(citation.source for citation in cited)
    width = max(map(len, document.value["x-sources"]))
    for source in document.value["x-sources"]:
        yield f"{facts[source]:4}  {source:{width}}  {title(document, source)}"
    bases = Counter(citation.basis for citation in cited)
    yield ", ".join(f"{bases[basis]} {basis}" for basis in BASES)
    yield _total(document)


def facts(document: Document, source: str) -> Iterator[str]:
    """Yield what is known of a source, and a line for each fact that rests on it."""
    yield title(document, source)
    yield from (f"{key}: {value}" for key, value in document.value["x-sources"][source].items() if key != "title")
    for name, node in holders(document):
        for citation in citations(node):
            if citation.source == source:
                gives = f", gives {', '.join(citation.gives)}" if citation.gives else ""
                place = f" at {citation.at}" if citation.at else ""
                yield f"{name}: {citation.basis}{place}{gives}"


def inferred(document: Document) -> Iterator[str]:
    """Yield a line for each place with parts that no source gives, and their number."""
    for name, node in holders(document):
        for citation in citations(node):
            if citation.guesses:
                yield f"{name}: {', '.join(citation.guesses)} (from {title(document, citation.source)})"
    yield _total(document)


def _total(document: Document) -> str:
    guesses = [len(citation.guesses) for _, node in holders(document) for citation in citations(node)]
    return f"{sum(guesses)} inferred facts"


def unsettled(document: Document, errata: list[Erratum]) -> Iterator[str]:
    """Yield the responses of which one capture settles something, most first, then what no single response settles."""
    topics = {erratum.id: erratum.topic for erratum in errata if erratum.sure.endswith("open")}
    parts = {name: _open_parts(node, topics) for name, node in holders(document)}
    schemas = {code: f"schemas/{name}" for name, node in document.components("schemas") for code in codes_of(node.value)}
    captures: dict[str, list[str]] = {}
    settled: set[str] = set()
    for content in document.contents():
        for _, example in document.examples(content.node) if content.status else ():
            codes = [error["code"] for error in errors_in(example.value["value"])]
            names = [f"examples/{example.name}", *(schemas[code] for code in codes if code in schemas)]
            if found := [part for name in names for part in parts[name]]:
                captures.setdefault(f"{content.status} {example.name}", found)
                settled.update(names, found)
    for place, found in sorted(captures.items(), key=lambda capture: (-len(capture[1]), capture[0])):
        yield f"{len(found):2}  {place}: {', '.join(found)}"
    yield f"{len(captures)} responses to capture. These are not settled by one response:"
    for name, found in parts.items():
        left = [part for part in found if part not in topics or part not in settled]
        if left and name not in settled:
            yield f"{name}: {', '.join(left)}"
    yield from (f"{name}: {topic}" for name, topic in topics.items() if name not in settled)


def _open_parts(node: Node, topics: dict[str, str]) -> list[str]:
    cited = citations(node)
    decisions = [citation.decision for citation in cited if citation.decision in topics]
    return [*dict.fromkeys(decisions), *(part for citation in cited for part in citation.guesses)]


if __name__ == "__main__":
    sys.exit(main())
