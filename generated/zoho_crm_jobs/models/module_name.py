# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The API name and id of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class ModuleName:
    """The API name and id of a module.

    Attributes:
        api_name (str): The API name.
        id (str): The id, a string of 1 to 19 digits.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str
    id: str
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        id: str = _fields.required("id", codec.text)
        return cls(api_name=api_name, id=id, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "id": self.id,
            },
            self.additional_properties,
        )
