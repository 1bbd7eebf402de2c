# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A field used to match leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class MatchField:
    """A field used to match leads.

    Attributes:
        api_name (str): The API name.
        id (str): The id, a string of 1 to 19 digits.
        field_label (str | None): The label.
        unique (Any): Whether and how the field is unique.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str
    id: str
    field_label: str | None = None
    unique: Any = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        id: str = _fields.required("id", codec.text)
        field_label: str | None = _fields.optional("field_label", codec.text)
        unique: Any = _fields.optional("unique", codec.anything)
        _model = cls(
            api_name=api_name, id=id, field_label=field_label, unique=unique, additional_properties=_fields.rest
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "id": self.id,
                "field_label": self.field_label,
                "unique": self.unique,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
