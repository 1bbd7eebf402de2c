# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The field and the record that already have the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class DuplicateDataDetails:
    """The field and the record that already have the value. Every captured error has all four keys.

    Attributes:
        api_name (str | Unset): The API name of the unique field.
        module (str | Unset): The module of the record that has the value.
        json_path (str | Unset): The place in the request body.
        id (str | Unset): The id, a string of 1 to 19 digits.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str | Unset = UNSET
    module: str | Unset = UNSET
    json_path: str | Unset = UNSET
    id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str | Unset = _fields.optional("api_name", codec.text)
        module: str | Unset = _fields.optional("module", codec.text)
        json_path: str | Unset = _fields.optional("json_path", codec.text)
        id: str | Unset = _fields.optional("id", codec.text)
        return cls(api_name=api_name, module=module, json_path=json_path, id=id, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "module": self.module,
                "json_path": self.json_path,
                "id": self.id,
                **self.additional_properties,
            }
        )
