# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The module to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class BulkWriteModule:
    """The module to write to.

    Attributes:
        api_name (str): The API name of the module.
        id (str | Unset): The id, a string of 1 to 19 digits.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str
    id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        id: str | Unset = _fields.optional("id", codec.text)
        return cls(api_name=api_name, id=id, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "id": self.id,
                "api_name": self.api_name,
                **self.additional_properties,
            }
        )
