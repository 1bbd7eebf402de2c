# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``ConvertLeadRequest``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.lead_conversion import LeadConversion


@define
class ConvertLeadRequest:
    """The conversion of one lead.

    Attributes:
        data (list[LeadConversion]): The one conversion.
    """

    data: list[LeadConversion]

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
        from ..models.lead_conversion import LeadConversion

        _fields = codec.Fields(source)
        data: list[LeadConversion] = _fields.required("data", codec.array(LeadConversion.from_dict))
        _fields.end()
        return cls(
            data=data,
        )

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "data": self.data,
            }
        )
