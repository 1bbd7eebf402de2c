# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The missing parameter or key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class ParamDetails:
    """The missing parameter or key.

    Attributes:
        param_name (str | None): The name of the query parameter.
        api_name (str | None): The API name of the key.
        json_path (str | None): The place in the request body.
        expected_data_type (str | None): The expected type of the key.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    param_name: str | None = None
    api_name: str | None = None
    json_path: str | None = None
    expected_data_type: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        param_name: str | None = _fields.optional("param_name", codec.text)
        api_name: str | None = _fields.optional("api_name", codec.text)
        json_path: str | None = _fields.optional("json_path", codec.text)
        expected_data_type: str | None = _fields.optional("expected_data_type", codec.text)
        return cls(
            param_name=param_name,
            api_name=api_name,
            json_path=json_path,
            expected_data_type=expected_data_type,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "param_name": self.param_name,
                "api_name": self.api_name,
                "json_path": self.json_path,
                "expected_data_type": self.expected_data_type,
            },
            self.additional_properties,
        )
