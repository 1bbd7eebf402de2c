# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The smallest and the largest value that a field accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class RangeDetails:
    """The smallest and the largest value that a field accepts.

    Attributes:
        from_ (int | None): The smallest value.
        to (int | None): The largest value.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    from_: int | None = None
    to: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        from_: int | None = _fields.optional("from", codec.integer)
        to: int | None = _fields.optional("to", codec.integer)
        return cls(from_=from_, to=to, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "from": self.from_,
                "to": self.to,
            },
            self.additional_properties,
        )
