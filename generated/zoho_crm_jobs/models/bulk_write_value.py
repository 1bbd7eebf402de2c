# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The value to write if the column is empty or missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteValue:
    """The value to write if the column is empty or missing.

    Attributes:
        value (Any): The value, in the type of the field.
    """

    value: Any

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        value: Any = _fields.required("value", codec.anything)
        _fields.end()
        return cls(
            value=value,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "value": self.value,
            },
            nulls=["value"],
        )
