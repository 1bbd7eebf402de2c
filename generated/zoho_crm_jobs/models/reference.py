# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The id of a record or user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class Reference:
    """The id of a record or user.

    Attributes:
        id (int | str): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
    """

    id: int | str

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: int | str = _fields.required(
            "id",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        _fields.end()
        return cls(
            id=id,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
            }
        )
