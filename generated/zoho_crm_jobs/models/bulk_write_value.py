# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``BulkWriteValue``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class BulkWriteValue:
    """The value that is written where the column is empty, or where there is no column.

    Attributes:
        value (Any): The value, of the type of the field.
    """

    value: Any

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Reads the model out of a JSON object.

        Args:
            source: The object.

        Returns:
            The model.

        Raises:
            ValueError: The object is not what the document says; the message says where.
        """
        _fields = codec.Fields(source)
        value: Any = _fields.required("value", codec.anything)
        _fields.end()
        return cls(
            value=value,
        )

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "value": self.value,
            }
        )
