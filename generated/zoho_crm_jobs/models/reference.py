# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A record or user, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class Reference:
    """A record or user, by its id.

    Attributes:
        id (str): An identifier, a number of at most 19 digits, sent as a string.
    """

    id: str

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        _fields.end()
        return cls(
            id=id,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "id": self.id,
            }
        )
