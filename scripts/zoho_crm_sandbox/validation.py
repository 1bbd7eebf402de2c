"""Validation of the arguments that the control plane and the library's methods take."""

from __future__ import annotations

import ipaddress
import json
import math
import re
from datetime import UTC, datetime
from typing import Any

END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
"""Later moments could not be written as a date."""


HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\[\]:]*))(?::\d*)?")
ZOHO = re.compile(r"(?:[a-z-]+\.)*zoho(?:apis|cloud)?\.(?:com|eu|in|com\.au|com\.cn|jp|sa|ca|uk|ae)")
MAX_DEPTH = 64
"""How deep arrays and objects may be nested. The schemas' validator takes 254, the module json about 970."""


class InputError(ValueError):
    """An invalid argument. The message is ``<field>: <value>: <what is expected>``."""

    def __init__(self, field: str, value: Any, expected: str) -> None:
        shown = repr(value)
        super().__init__(f"{field}: {shown if len(shown) <= 80 else shown[:77] + '...'}: {expected}")


def read_json(content: str | bytes) -> Any:
    """Return parsed JSON; raise ValueError for what cannot be written back, and for values that are nested too deep."""
    try:
        value = json.loads(content)
        # NaN, infinity and half a surrogate pair cannot be written back.
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    marks = (b"[", b"{") if isinstance(content, bytes) else ("[", "{")
    # Few bodies have so many arrays and objects that the values need a look.
    if sum(map(content.count, marks)) > MAX_DEPTH and _depth_exceeds(value, MAX_DEPTH):  # type: ignore[arg-type]  # both text or both bytes
        raise ValueError("nested too deep")
    return value


def _depth_exceeds(value: Any, left: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    return not left or any(
        _depth_exceeds(item, left - 1) for item in (value.values() if isinstance(value, dict) else value)
    )


def is_known_host(host: str) -> bool:
    """Return whether a Host header has an address, localhost or a host of Zoho: no name of a foreign web page."""
    match = HOST.fullmatch(host.lower())
    name = (match[1] or match[2]) if match else ""
    try:
        return name == "localhost" or bool(ZOHO.fullmatch(name) or ipaddress.ip_address(name))
    except ValueError:
        return False


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
