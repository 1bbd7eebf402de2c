# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The exceeded limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .place_details import PlaceDetails


@define(repr=False)
class LimitDetails:
    """The exceeded limit.

    Attributes:
        limit (int | None): The limit.
        limit_due_to (list[PlaceDetails] | None): The keys or fields that exceed the limit.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    limit: int | None = None
    limit_due_to: list[PlaceDetails] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .place_details import PlaceDetails

        _fields = codec.Fields(source)
        limit: int | None = _fields.optional("limit", codec.integer)
        limit_due_to: list[PlaceDetails] | None = _fields.optional("limit_due_to", codec.array(PlaceDetails.from_dict))
        return cls(limit=limit, limit_due_to=limit_due_to, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "limit": self.limit,
                "limit_due_to": self.limit_due_to,
            },
            self.additional_properties,
        )
