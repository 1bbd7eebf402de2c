"""Reads models out of JSON, with errors that say where, and writes them back."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar

from .types import UNSET, Unset

T = TypeVar("T")
Decoder = Callable[[Any], T]


class DecodeError(ValueError):
    """A JSON value is not what the document says.

    Attributes:
        expected: What the document says, in words.
        found: What there is. Text is only named as such, since it may be a secret.
        path: Where, outermost first.
    """

    def __init__(self, expected: str, value: object) -> None:
        self.expected = expected
        self.path: list[str] = []
        if isinstance(value, (str, list, Mapping)):
            self.found = {"str": "a string", "list": "an array"}.get(type(value).__name__, "an object")
        else:
            self.found = repr(value)
        super().__init__(expected)

    def at(self, step: str) -> DecodeError:
        """Returns the error as seen from one level further out."""
        self.path.insert(0, step)
        return self

    @property
    def place(self) -> str:
        """Where, as text; empty for the body itself."""
        return "".join(self.path).lstrip(".")

    def __str__(self) -> str:
        return f"{self.place or 'the body'}: expected {self.expected}, found {self.found}"


class Fields:
    """The keys of an object, taken out one by one."""

    def __init__(self, source: object) -> None:
        if not isinstance(source, Mapping):
            raise DecodeError("an object", source)
        self.rest: dict[str, Any] = dict(source)

    def required(self, key: str, decode: Decoder[T]) -> T:
        """Takes out the value of a key that must be there."""
        if key not in self.rest:
            raise DecodeError(f"the key {key!r}", self.rest)
        try:
            return decode(self.rest.pop(key))
        except DecodeError as error:
            raise error.at(f".{key}") from None

    def optional(self, key: str, decode: Decoder[T]) -> T | Unset:
        """Takes out the value of a key that may be left out."""
        return self.required(key, decode) if key in self.rest else UNSET

    def end(self) -> None:
        """Refuses what is left, for an object that has no other keys."""
        for key in self.rest:
            raise DecodeError(f"no key {key!r}", self.rest)


def anything(value: Any) -> Any:
    """Takes any value."""
    return value


def text(value: object) -> str:
    """Takes a string."""
    if not isinstance(value, str):
        raise DecodeError("a string", value)
    return value


def boolean(value: object) -> bool:
    """Takes true or false."""
    if not isinstance(value, bool):
        raise DecodeError("true or false", value)
    return value


def number(value: object) -> float:
    """Takes a number, and leaves an integer as it is. One that is too great for a float is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -math.inf < value < math.inf:
        raise DecodeError("a number", value)
    return value


def integer(value: object) -> int:
    """Takes a number without a fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise DecodeError("an integer", value)
    return value


def date(value: object) -> datetime.date:
    """Takes a date, such as 2021-01-25."""
    try:
        return datetime.date.fromisoformat(text(value))
    except ValueError:
        raise DecodeError("a date", value) from None


def date_time(value: object) -> datetime.datetime:
    """Takes a date and time, such as 2021-05-11T12:38:29+05:30."""
    try:
        return datetime.datetime.fromisoformat(text(value))
    except ValueError:
        raise DecodeError("a date and time", value) from None


def constant(expected: T) -> Decoder[T]:
    """Takes this one value."""

    def decode(value: object) -> T:
        if value != expected:
            raise DecodeError(repr(expected), value)
        return expected

    return decode


def array(item: Decoder[T]) -> Decoder[list[T]]:
    """Takes an array of such items."""

    def decode(value: object) -> list[T]:
        if not isinstance(value, list):
            raise DecodeError("an array", value)
        items = []
        for index, element in enumerate(value):
            try:
                items.append(item(element))
            except DecodeError as error:
                raise error.at(f"[{index}]") from None
        return items

    return decode


def nullable(decode: Decoder[T]) -> Decoder[T | None]:
    """Takes null, or what ``decode`` takes."""
    return lambda value: None if value is None else decode(value)


def either(*decoders: Decoder[Any]) -> Decoder[Any]:
    """Takes what the first decoder that takes it takes."""

    def decode(value: object) -> Any:
        errors = []
        for decoder in decoders:
            try:
                return decoder(value)
            except DecodeError as error:
                errors.append(f"{error.expected} at {error.place}" if error.path else error.expected)
        raise DecodeError(" or ".join(errors), value)

    return decode


def enumeration(members: type[T]) -> Decoder[T]:
    """Takes a string, documented or not, as a member."""

    def decode(value: object) -> T:
        return members(text(value))  # type: ignore[call-arg]  # an enumeration's call takes a value

    return decode


def by_code(decoders: Mapping[str, Decoder[Any]]) -> Decoder[Any]:
    """Takes an object as its ``code`` says."""

    def decode(value: object) -> Any:
        code = value.get("code") if isinstance(value, Mapping) else None
        if not isinstance(code, str) or code not in decoders:
            raise DecodeError(f"an object whose code is one of {', '.join(decoders)}", value)
        return decoders[code](value)

    return decode


def encode(value: Any) -> Any:
    """Returns a value as JSON has it."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def encode_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the keys of an object as JSON has them, without those that are left out."""
    return {key: encode(value) for key, value in fields.items() if not isinstance(value, Unset)}
