"""The form of a rule."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from document.model import Document, Node


@dataclass(frozen=True)
class Finding:
    """A place where the bundled document breaks a rule, by its JSON pointer."""

    pointer: str
    found: str
    expected: str


@dataclass(frozen=True)
class Rule:
    """A rule for the document, with its reason and its check."""

    name: str
    reason: str
    check: Callable[[Document], Iterator[Finding]]


RULES: list[Rule] = []
"""Every rule, in the order of the modules that hold them."""


def rule(check: Callable[[Document], Iterator[Finding]]) -> Rule:
    """Register a function that yields the findings of a rule.

    The rule has the name of the function. The docstring states the rule in the first line, and the reason below.
    """
    _, _, reason = (inspect.getdoc(check) or "").partition("\n\n")
    made = Rule(check.__name__.replace("_", "-"), " ".join(reason.split()), check)
    RULES.append(made)
    return made


def found(node: Node, expected: str) -> Finding:
    """Return a finding that shows the value of a node."""
    return Finding(node.pointer, repr(node.value), expected)
