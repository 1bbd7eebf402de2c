# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response with the conversion options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .lead_conversion_options import LeadConversionOptions


@define(repr=False)
class LeadConversionOptionsResponse:
    """The response with the conversion options.

    Attributes:
        field_conversion_options (LeadConversionOptions | None): The records that match a lead.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    field_conversion_options: LeadConversionOptions | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .lead_conversion_options import LeadConversionOptions

        _fields = codec.Fields(source)
        field_conversion_options: LeadConversionOptions | None = _fields.optional(
            "__conversion_options", LeadConversionOptions.from_dict
        )
        return cls(field_conversion_options=field_conversion_options, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "__conversion_options": self.field_conversion_options,
            },
            self.additional_properties,
        )
