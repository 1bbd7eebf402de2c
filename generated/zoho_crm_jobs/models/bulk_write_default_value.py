# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The value to write if the column is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteDefaultValue:
    """The value to write if the column is empty.

    Attributes:
        value (Any): The value, in the type of the field.
        name (str | None): The name of the record or user that the value refers to.
        module (str | None): The module of the record that the value refers to.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    value: Any = None
    name: str | None = None
    module: str | None = None
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
        value: Any = _fields.optional("value", codec.anything)
        name: str | None = _fields.optional("name", codec.nullable(codec.text))
        module: str | None = _fields.optional("module", codec.nullable(codec.text))
        _model = cls(value=value, name=name, module=module, additional_properties=_fields.rest)
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "value": self.value,
                "name": self.name,
                "module": self.module,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
