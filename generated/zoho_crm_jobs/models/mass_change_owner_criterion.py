# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A condition that the records of the view must also meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from .comparator import Comparator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .criterion_field import CriterionField


@define(repr=False)
class MassChangeOwnerCriterion:
    """A condition that the records of the view must also meet.

    Attributes:
        field (CriterionField): The API name or id of a criterion's field. If both are given, they must agree.
        comparator (Comparator): How to compare the field with the value.
        value (str): The value to compare the field with.
    """

    field: CriterionField
    comparator: Comparator
    value: str

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .criterion_field import CriterionField

        _fields = codec.Fields(source)
        field: CriterionField = _fields.required("field", CriterionField.from_dict)
        comparator: Comparator = _fields.required(
            "comparator",
            codec.choice(
                Comparator,
                [
                    "equal",
                    "not_equal",
                    "starts_with",
                    "ends_with",
                    "greater_than",
                    "less_than",
                    "greater_equal",
                    "less_equal",
                    "between",
                    "not_between",
                ],
            ),
        )
        value: str = _fields.required("value", codec.text)
        _fields.end()
        return cls(
            field=field,
            comparator=comparator,
            value=value,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "field": self.field,
                "comparator": self.comparator,
                "value": self.value,
            }
        )
