# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``FieldMatch``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.match_field import MatchField


@define
class FieldMatch:
    """A field that matched, and the lead's value in it.

    Attributes:
        field (MatchField): A field by which leads are matched.
        matched_lead_value (Any): The lead's value.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    field: MatchField
    matched_lead_value: Any
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
        from ..models.match_field import MatchField

        _fields = codec.Fields(source)
        field: MatchField = _fields.required("field", MatchField.from_dict)
        matched_lead_value: Any = _fields.required("matched_lead_value", codec.anything)
        return cls(field=field, matched_lead_value=matched_lead_value, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "field": self.field,
                "matched_lead_value": self.matched_lead_value,
                **self.additional_properties,
            }
        )
