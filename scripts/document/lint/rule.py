"""What a rule is."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from document.model import Document, Node


@dataclass(frozen=True)
class Finding:
    """A place where the document breaks a rule.

    Args:
        pointer: The JSON pointer to the place, in the bundled document.
        found: What is there.
        expected: What should be there.
    """

    pointer: str
    found: str
    expected: str


@dataclass(frozen=True)
class Rule:
    """A rule of how the document is written.

    Args:
        name: What the rule is called.
        reason: Why there is this rule.
        check: Finds where a document breaks it.
    """

    name: str
    reason: str
    check: Callable[[Document], Iterator[Finding]]


RULES: list[Rule] = []
"""Every rule, in the order of the modules that hold them."""


def rule(check: Callable[[Document], Iterator[Finding]]) -> Rule:
    """Makes a rule of a function that yields where a document breaks it.

    Args:
        check: Its name is the rule's name. Its docstring says the rule in the first line, and the reason below.

    Returns:
        The rule, which is one of ``RULES`` from now on.
    """
    _, _, reason = (inspect.getdoc(check) or "").partition("\n\n")
    made = Rule(check.__name__.replace("_", "-"), " ".join(reason.split()), check)
    RULES.append(made)
    return made


def found(node: Node, expected: str) -> Finding:
    """Makes a finding that shows the value of a node, which is expected to be something else."""
    return Finding(node.pointer, repr(node.value), expected)
