# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to a conversion that runs later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .scheduled_lead_conversion import ScheduledLeadConversion


@define(repr=False)
class ConvertLeadScheduled:
    """The response to a conversion that runs later.

    Attributes:
        data (list[ScheduledLeadConversion]): The one conversion.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[ScheduledLeadConversion]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .scheduled_lead_conversion import ScheduledLeadConversion

        _fields = codec.Fields(source)
        data: list[ScheduledLeadConversion] = _fields.required("data", codec.array(ScheduledLeadConversion.from_dict))
        return cls(data=data, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
            },
            self.additional_properties,
        )
