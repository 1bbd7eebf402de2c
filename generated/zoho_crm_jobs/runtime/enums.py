"""Enumerations that keep values which nobody documented."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ("OpenEnum",)


class OpenEnum(StrEnum):
    """An enumeration of what is documented, that takes any other text too.

    A value that is not documented becomes an unnamed member: equal to its text, an instance of the enumeration, the
    same after a round trip through JSON, and told apart by ``is_documented``.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_documented(self) -> bool:
        """Whether the document names this value."""
        return type(self)._value2member_map_.get(self._value_) is self

    # Enum hashes by name, and so a member would not be found by its text in a dict or set.
    __hash__ = str.__hash__
