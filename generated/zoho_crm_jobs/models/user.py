# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A user of the organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class User:
    """A user of the organization.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        name (str | Unset): The user's full name.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        name: str | Unset = _fields.optional("name", codec.text)
        return cls(id=id, name=name, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "id": self.id,
                "name": self.name,
                **self.additional_properties,
            }
        )
