# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The account of a matching contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class MatchingContactAccount:
    """The account of a matching contact.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        name (str | None): The account's name.
        locked_s (bool | None): Whether the account is locked.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    name: str | None = None
    locked_s: bool | None = None
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
        locked_s: bool | None = _fields.optional("Locked__s", codec.boolean)
        return cls(id=id, name=name, locked_s=locked_s, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
                "name": self.name,
                "Locked__s": self.locked_s,
            },
            self.additional_properties,
        )
