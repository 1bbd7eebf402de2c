"""What the control plane and the library's methods take, checked in one place."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
"""Later moments could not be written as a date."""


class InputError(ValueError):
    """A value that cannot be taken. The message is ``<field>: <value>: <what is expected>``."""

    def __init__(self, field: str, value: Any, expected: str) -> None:
        shown = repr(value)
        super().__init__(f"{field}: {shown if len(shown) <= 80 else shown[:77] + '...'}: {expected}")


def number(field: str, value: Any, *, minimum: float, maximum: float) -> float:
    """Returns ``value`` as a float.

    Args:
        field: What the value is called, for the message.
        value: The value, of any type.
        minimum: The smallest value that is taken.
        maximum: The largest value that is taken.

    Raises:
        InputError: It is no number, or out of bounds.
    """
    # True is an int in Python and not a number in JSON.
    if isinstance(value, bool) or not isinstance(value, int | float) or not minimum <= value <= maximum:
        raise InputError(field, value, f"a number from {minimum:g} to {maximum:g}")
    return float(value)


def whole_number(field: str, value: Any, *, minimum: int, maximum: int) -> int:
    """Returns ``value`` if it is an int within bounds.

    Args:
        field: What the value is called, for the message.
        value: The value, of any type.
        minimum: The smallest value that is taken.
        maximum: The largest value that is taken.

    Raises:
        InputError: It is no whole number, or out of bounds.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not minimum <= value <= maximum:
        raise InputError(field, value, f"a whole number from {minimum} to {maximum}")
    return value


def text(field: str, value: Any) -> str:
    """Returns ``value`` if it is a printable text that is not empty.

    Args:
        field: What the value is called, for the message.
        value: The value, of any type.

    Raises:
        InputError: It is no text, empty, or not printable.
    """
    if not isinstance(value, str) or not value or not value.isprintable():
        raise InputError(field, value, "a printable text")
    return value


def moment(field: str, value: Any) -> float:
    """Returns a moment in seconds since 1970.

    Args:
        field: What the value is called, for the message.
        value: Seconds since 1970, or a date and time in ISO 8601, which is in UTC if it does not say otherwise.

    Raises:
        InputError: It is neither, or no moment from 1970 to 9999.
    """
    seconds = math.nan
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value
    elif isinstance(value, str):
        try:
            parsed = datetime.fromisoformat(value)
            seconds = (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            pass
    if not 0 <= seconds <= END_OF_TIME:  # not so for nan either
        raise InputError(field, value, "a moment from 1970 to 9999, as ISO 8601 or in seconds since 1970")
    return float(seconds)
