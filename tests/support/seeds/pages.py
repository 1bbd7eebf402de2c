"""What the five source pages say, by page and line, written down apart from the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

PAGES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text("utf-8"))


class Error(NamedTuple):
    """An error of a page, with its resolution if the page has one."""

    page: str
    line: int
    status: int
    code: str
    message: str
    resolution_line: int | None = None
    resolution: str | None = None

    @property
    def operation(self) -> str:
        """Return the operation that the page is about."""
        return str(PAGES[self.page]["operation"])

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


ERRORS = [Error(page, *row) for page, items in PAGES.items() for row in items["errors"]]
RESOLUTIONS = [error for error in ERRORS if error.resolution]


class Item(NamedTuple):
    """A statement of a page: one word, or one request, key, parameter, sample or body."""

    page: str
    line: int
    value: Any

    @property
    def operation(self) -> str:
        """Return the operation that the page is about."""
        return str(PAGES[self.page]["operation"])

    def __str__(self) -> str:
        return f"{self.page}:{self.line}" + f"-{self.value}" * (isinstance(self.value, str) and " " not in self.value)


LISTS = ("auth", "modules", "scopes", "sdk", "states")
"""The kinds whose lines are lists of words."""


def items(kind: str) -> list[Item]:
    """Return the items of a kind, of all pages."""
    return [
        Item(page, line, value)
        for page, all_items in PAGES.items()
        for line, found in all_items.get(kind, {}).items()
        for value in (found.split() if kind in LISTS else [found])
    ]
