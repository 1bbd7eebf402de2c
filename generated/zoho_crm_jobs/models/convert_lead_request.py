# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The conversion of one lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .lead_conversion import LeadConversion


@define(repr=False)
class ConvertLeadRequest:
    """The conversion of one lead.

    Attributes:
        data (list[LeadConversion]): The one conversion.
    """

    data: list[LeadConversion]

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .lead_conversion import LeadConversion

        _fields = codec.Fields(source)
        data: list[LeadConversion] = _fields.required("data", codec.array(LeadConversion.from_dict))
        _fields.end()
        return cls(
            data=data,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
            }
        )
