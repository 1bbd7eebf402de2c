# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``InvalidDataDetails``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from .._json import (
    Fields,
    encode_fields,
    text,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class InvalidDataDetails:
    """Which value is wrong, named in the way that fits its place.

    Attributes:
        param_name (str | Unset): The name of the query parameter.
        api_name (str | Unset): The API name of the key or field.
        json_path (str | Unset): The place in the request body.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    param_name: str | Unset = UNSET
    api_name: str | Unset = UNSET
    json_path: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict, kw_only=True)

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
        fields = Fields(source)
        param_name: str | Unset = fields.optional("param_name", text)
        api_name: str | Unset = fields.optional("api_name", text)
        json_path: str | Unset = fields.optional("json_path", text)
        return cls(param_name=param_name, api_name=api_name, json_path=json_path, additional_properties=fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return encode_fields(
            {
                "param_name": self.param_name,
                "api_name": self.api_name,
                "json_path": self.json_path,
                **self.additional_properties,
            }
        )
