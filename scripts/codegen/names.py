"""Names in Python for the names of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from openapi_python_client import strings

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def unique(names: Iterable[T]) -> list[T]:
    """Return the names without repetitions, in their order."""
    return list(dict.fromkeys(names))


def class_name(schema_name: str) -> str:
    """Return the generator's name for the class of a schema."""
    return str(strings.ClassName(schema_name, "field_"))


def method_name(operation_id: str, tag: str) -> str:
    """Return the name of an operation's method in the resource of its tag: its id without the tag's words."""
    verb, *rest = operation_id.split("_")
    return "_".join([verb, *(word for word in rest if word not in tag.split("_"))])
