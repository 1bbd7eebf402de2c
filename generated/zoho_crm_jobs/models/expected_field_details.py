# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The keys of which one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .place_details import PlaceDetails


@define(repr=False)
class ExpectedFieldDetails:
    """The keys of which one is needed.

    Attributes:
        expected_fields (list[PlaceDetails] | None): The keys.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    expected_fields: list[PlaceDetails] | None = None
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
        expected_fields: list[PlaceDetails] | None = _fields.optional(
            "expected_fields", codec.array(PlaceDetails.from_dict)
        )
        return cls(expected_fields=expected_fields, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "expected_fields": self.expected_fields,
            },
            self.additional_properties,
        )
