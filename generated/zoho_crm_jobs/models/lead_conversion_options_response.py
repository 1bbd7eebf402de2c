# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``LeadConversionOptionsResponse``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.lead_conversion_options import LeadConversionOptions


@define
class LeadConversionOptionsResponse:
    """The answer to a call for conversion options.

    Attributes:
        field_conversion_options (LeadConversionOptions): What a lead could be joined with.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    field_conversion_options: LeadConversionOptions
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Reads the model out of a JSON object.

        Args:
            source: The object.

        Returns:
            The model.

        Raises:
            ValueError: The object is not what the document says; the message says where.
        """
        from ..models.lead_conversion_options import LeadConversionOptions

        _fields = codec.Fields(source)
        field_conversion_options: LeadConversionOptions = _fields.required(
            "__conversion_options", LeadConversionOptions.from_dict
        )
        return cls(field_conversion_options=field_conversion_options, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "__conversion_options": self.field_conversion_options,
                **self.additional_properties,
            }
        )
