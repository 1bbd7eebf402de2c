"""Validation of the arguments that the control plane and the library's methods take."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
"""Later moments could not be written as a date."""


class InputError(ValueError):
    """An invalid argument. The message is ``<field>: <value>: <what is expected>``."""

    def __init__(self, field: str, value: Any, expected: str) -> None:
        shown = repr(value)
        super().__init__(f"{field}: {shown if len(shown) <= 80 else shown[:77] + '...'}: {expected}")


def number(field: str, value: Any, *, minimum: float, maximum: float) -> float:
    """Return a value of any type as a float; raise InputError unless it is a number within bounds."""
    # In Python True is an int; in JSON it is not a number.
    if isinstance(value, bool) or not isinstance(value, int | float) or not minimum <= value <= maximum:
        raise InputError(field, value, f"a number from {minimum:g} to {maximum:g}")
    return float(value)


def whole_number(field: str, value: Any, *, minimum: int, maximum: int) -> int:
    """Return a value of any type; raise InputError unless it is an int within bounds."""
    if isinstance(value, bool) or not isinstance(value, int) or not minimum <= value <= maximum:
        raise InputError(field, value, f"a whole number from {minimum} to {maximum}")
    return value


def text(field: str, value: Any) -> str:
    """Return a value of any type; raise InputError unless it is a printable text that is not empty."""
    if not isinstance(value, str) or not value or not value.isprintable():
        raise InputError(field, value, "a printable text")
    return value


def moment(field: str, value: Any) -> float:
    """Return a moment in seconds since 1970, given so or in ISO 8601 (UTC by default); else raise InputError."""
    seconds = math.nan
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value
    elif isinstance(value, str):
        try:
            parsed = datetime.fromisoformat(value)
            seconds = (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            pass
    if not 0 <= seconds <= END_OF_TIME:  # also false for nan
        raise InputError(field, value, "a moment from 1970 to 9999, as ISO 8601 or in seconds since 1970")
    return float(seconds)
