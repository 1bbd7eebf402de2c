# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The value to write if the column is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class BulkWriteDefaultValue:
    """The value to write if the column is empty.

    Attributes:
        value (Any | Unset): The value, in the type of the field.
        name (None | str | Unset): The name of the record or user that the value refers to.
        module (None | str | Unset): The module of the record that the value refers to.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    value: Any | Unset = UNSET
    name: None | str | Unset = UNSET
    module: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        value: Any | Unset = _fields.optional("value", codec.anything)
        name: None | str | Unset = _fields.optional("name", codec.nullable(codec.text))
        module: None | str | Unset = _fields.optional("module", codec.nullable(codec.text))
        return cls(value=value, name=name, module=module, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "value": self.value,
                "name": self.name,
                "module": self.module,
                **self.additional_properties,
            }
        )
