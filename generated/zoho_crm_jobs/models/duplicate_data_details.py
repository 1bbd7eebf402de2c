# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The field and the record that already have the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class DuplicateDataDetails:
    """The field and the record that already have the value. Every captured error has all four keys.

    Attributes:
        api_name (str | None): The API name of the unique field.
        module (str | None): The module of the record that has the value.
        json_path (str | None): The place in the request body.
        id (str | None): The id, a string of 1 to 19 digits.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str | None = None
    module: str | None = None
    json_path: str | None = None
    id: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str | None = _fields.optional("api_name", codec.text)
        module: str | None = _fields.optional("module", codec.text)
        json_path: str | None = _fields.optional("json_path", codec.text)
        id: str | None = _fields.optional("id", codec.text)
        return cls(api_name=api_name, module=module, json_path=json_path, id=id, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "module": self.module,
                "json_path": self.json_path,
                "id": self.id,
            },
            self.additional_properties,
        )
