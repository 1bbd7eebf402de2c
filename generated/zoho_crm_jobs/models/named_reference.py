# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The name and id of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class NamedReference:
    """The name and id of a record.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        name (str | None): The record's name.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    name: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        name: str | None = _fields.optional("name", codec.text)
        return cls(id=id, name=name, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "name": self.name,
                "id": self.id,
            },
            self.additional_properties,
        )
