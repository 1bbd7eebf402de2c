"""Decoders from JSON to models, with errors that name the place, and the encoder."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")
Decoder = Callable[[Any], T]


_SECRET = re.compile(r"\.|.{41}", re.DOTALL)
"""What Zoho's tokens, codes and client secrets have, and ids and the values of lists do not."""


class DecodeError(ValueError):
    """A JSON value that differs from the document.

    Attributes:
        expected: The value that the document describes, in words.
        found: The actual value. Strings are shown only if ``show`` is true, and never if they could be secrets.
        path: The place of the value, outermost step first.
        shown: True if the value is shown though it is a string.
    """

    def __init__(self, expected: str, value: object, *, show: bool = False) -> None:
        self.expected = expected
        self.path: list[str] = []
        self.shown = show
        if show and isinstance(value, str) and not _SECRET.search(value):
            self.found = repr(value)
        elif isinstance(value, (str, bytes, list, Mapping)):
            kinds = {"str": "a string", "bytes": "bytes", "list": "an array"}
            self.found = kinds.get(type(value).__name__, "an object")
        else:
            self.found = repr(value)
        super().__init__(expected)

    def at(self, step: str) -> DecodeError:
        """Add an outer step to the path, and return the error."""
        self.path.insert(0, step)
        return self

    @property
    def place(self) -> str:
        """The path as text; empty for the body itself."""
        return "".join(self.path).lstrip(".")

    def __str__(self) -> str:
        return f"{self.place or 'the body'}: expected {self.expected}, found {self.found}"


class WrongConstantError(DecodeError):
    """A value that is not the only one that is accepted, as in another form of a request."""


class Fields:
    """The keys of an object, removed as they are decoded."""

    def __init__(self, source: object) -> None:
        if not isinstance(source, Mapping):
            raise DecodeError("an object", source)
        self.rest: dict[str, Any] = dict(source)
        self.nulls: tuple[str, ...] = ()

    def required(self, key: str, decode: Decoder[T]) -> T:
        """Remove a required key, and return its decoded value."""
        if key not in self.rest:
            raise DecodeError(f"the key {key!r}", self.rest)
        try:
            return decode(self.rest.pop(key))
        except DecodeError as error:
            raise error.at(f".{key}") from None

    def optional(self, key: str, decode: Decoder[T]) -> T | None:
        """Remove an optional key, and return its decoded value, or None if it is missing."""
        if key not in self.rest:
            return None
        if self.rest[key] is None:
            self.nulls += (key,)
        return self.required(key, decode)

    def end(self) -> None:
        """Raise DecodeError if keys are left, for an object without additional keys."""
        for key in self.rest:
            raise DecodeError(f"no key {key!r}", self.rest)


def anything(value: Any) -> Any:
    """Accept any value."""
    return value


def file(value: Any) -> Any:
    """Accept a ``File``, encoded or not."""
    if not isinstance(value, tuple) and not hasattr(value, "to_dict"):
        raise DecodeError("a File, such as File.from_path('leads.zip')", value)
    return value


def text(value: object) -> str:
    """Accept a string."""
    if not isinstance(value, str):
        raise DecodeError("a string", value)
    return value


def boolean(value: object) -> bool:
    """Accept true or false."""
    if not isinstance(value, bool):
        raise DecodeError("true or false", value)
    return value


def number(value: object) -> float:
    """Accept a finite number. An integer stays an integer."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -math.inf < value < math.inf:
        raise DecodeError("a number", value)
    return value


def integer(value: object) -> int:
    """Accept a number without a fraction."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise DecodeError("an integer", value)
    return value


def date(value: object) -> datetime.date:
    """Accept a date, such as 2021-01-25."""
    try:
        return datetime.date.fromisoformat(text(value))
    except ValueError:
        raise DecodeError("a date", value) from None


def date_time(value: object) -> datetime.datetime:
    """Accept a date and time, such as 2021-05-11T12:38:29+05:30."""
    try:
        return datetime.datetime.fromisoformat(text(value))
    except ValueError:
        raise DecodeError("a date and time", value) from None


def constant(expected: T) -> Decoder[T]:
    """Accept this one value."""

    def decode(value: object) -> T:
        if value != expected:
            raise WrongConstantError(repr(expected), value)
        return expected

    return decode


def array(item: Decoder[T]) -> Decoder[list[T]]:
    """Accept an array of such items."""

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
    """Accept null, or a value that ``decode`` accepts."""
    return lambda value: None if value is None else decode(value)


def either(*decoders: Decoder[Any]) -> Decoder[Any]:
    """Accept a value that one of the decoders accepts; the first one decodes it."""

    def decode(value: object) -> Any:
        errors, show = [], False
        for decoder in decoders:
            try:
                return decoder(value)
            except DecodeError as error:
                show |= error.shown
                errors.append(f"{error.expected} at {error.place}" if error.path else error.expected)
        raise DecodeError(" or ".join(dict.fromkeys(errors)), value, show=show)

    return decode


def enumeration(members: type[T]) -> Decoder[T]:
    """Accept a string, documented or not, as a member."""

    def decode(value: object) -> T:
        return members(text(value))  # type: ignore[call-arg]  # an enumeration's call takes a value

    return decode


def choice(members: type[T], values: Collection[str]) -> Decoder[T]:
    """Accept one of the documented strings, as a member."""

    def decode(value: object) -> T:
        if value not in values:
            raise DecodeError(f"one of {', '.join(values)}", value, show=isinstance(value, str))
        return members(value)  # type: ignore[call-arg]  # as in enumeration

    return decode


def matching(pattern: str, words: str, accept: Decoder[T]) -> Decoder[T]:
    """Accept a value that ``accept`` accepts and whose text matches a pattern, which ``words`` describes."""
    matches = re.compile(pattern).fullmatch

    def decode(value: object) -> T:
        accepted = accept(value)
        if not matches(str(accepted)):
            raise DecodeError(words, value, show=True)
        return accepted

    return decode


def by_code(decoders: Mapping[str, Decoder[Any]]) -> Decoder[Any]:
    """Accept an object, decoded by its ``code``."""

    def decode(value: object) -> Any:
        code = value.get("code") if isinstance(value, Mapping) else None
        if not isinstance(code, str) or code not in decoders:
            raise DecodeError(f"an object whose code is one of {', '.join(decoders)}", value)
        return decoders[code](value)

    return decode


def encode(value: Any) -> Any:
    """Return a value as JSON data."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def encode_fields(
    fields: Mapping[str, Any], rest: Mapping[str, Any] = MappingProxyType({}), *, nulls: Collection[str] = ()
) -> dict[str, Any]:
    """Return the keys of an object as JSON data: ``fields`` without those that are None and not in ``nulls``."""
    given = {key: encode(value) for key, value in fields.items() if value is not None or key in nulls}
    return {**given, **encode(rest)} if rest else given


def represent(self: Any) -> str:
    """Return the repr of a model: its fields that are set, without secrets. It is the ``__repr__`` of each model."""
    values = ((field.name, getattr(self, field.name)) for field in self.__attrs_attrs__ if field.repr)
    shown = [f"{name}={value!r}" for name, value in values if value is not None and value != {}]
    return f"{type(self).__name__}({', '.join(shown)})"


def without_none(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of an object that were given."""
    return {key: value for key, value in fields.items() if value is not None}


def listed(value: Any) -> Any:
    """Return an array, whose only item can be given without the array."""
    return value if value is None or isinstance(value, (list, tuple)) else [value]
