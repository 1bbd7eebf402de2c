# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A matching field, and the lead's value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .match_field import MatchField


@define(repr=False)
class FieldMatch:
    """A matching field, and the lead's value.

    Attributes:
        field (MatchField): A field used to match leads.
        matched_lead_value (Any): The lead's value.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    field: MatchField
    matched_lead_value: Any
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .match_field import MatchField

        _fields = codec.Fields(source)
        field: MatchField = _fields.required("field", MatchField.from_dict)
        matched_lead_value: Any = _fields.required("matched_lead_value", codec.anything)
        return cls(field=field, matched_lead_value=matched_lead_value, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "field": self.field,
                "matched_lead_value": self.matched_lead_value,
            },
            self.additional_properties,
            nulls=["matched_lead_value"],
        )
