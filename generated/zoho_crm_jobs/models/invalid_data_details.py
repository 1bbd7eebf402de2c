# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The wrong value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .range_details import RangeDetails


@define(repr=False)
class InvalidDataDetails:
    """The wrong value. Which keys are present depends on its place.

    Attributes:
        param_name (str | None): The name of the query parameter.
        api_name (str | None): The API name of the key or field.
        json_path (str | None): The place in the request body.
        id (str | None): The id, a string of 1 to 19 digits.
        resource_path_index (int | None): The position in the path, counted from 0 at the module.
        expected_data_type (str | None): The expected type of the value.
        owner_status (str | None): The reason why the user cannot be the owner. Known values are not_crm_user,
            deleted and inactive.
        maximum_length (int | None): The maximum length of the field, in characters.
        maximum_decimal_place (int | None): The most decimal places of the field.
        limit (int | None): The limit of the field that the value exceeds.
        range_ (RangeDetails | None): The smallest and the largest value that a field accepts.
        supported_values (list[str] | None): The accepted values.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    param_name: str | None = None
    api_name: str | None = None
    json_path: str | None = None
    id: str | None = None
    resource_path_index: int | None = None
    expected_data_type: str | None = None
    owner_status: str | None = None
    maximum_length: int | None = None
    maximum_decimal_place: int | None = None
    limit: int | None = None
    range_: RangeDetails | None = None
    supported_values: list[str] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .range_details import RangeDetails

        _fields = codec.Fields(source)
        param_name: str | None = _fields.optional("param_name", codec.text)
        api_name: str | None = _fields.optional("api_name", codec.text)
        json_path: str | None = _fields.optional("json_path", codec.text)
        id: str | None = _fields.optional("id", codec.text)
        resource_path_index: int | None = _fields.optional("resource_path_index", codec.integer)
        expected_data_type: str | None = _fields.optional("expected_data_type", codec.text)
        owner_status: str | None = _fields.optional("owner_status", codec.text)
        maximum_length: int | None = _fields.optional("maximum_length", codec.integer)
        maximum_decimal_place: int | None = _fields.optional("maximum_decimal_place", codec.integer)
        limit: int | None = _fields.optional("limit", codec.integer)
        range_: RangeDetails | None = _fields.optional("range", RangeDetails.from_dict)
        supported_values: list[str] | None = _fields.optional("supported_values", codec.array(codec.text))
        return cls(
            param_name=param_name,
            api_name=api_name,
            json_path=json_path,
            id=id,
            resource_path_index=resource_path_index,
            expected_data_type=expected_data_type,
            owner_status=owner_status,
            maximum_length=maximum_length,
            maximum_decimal_place=maximum_decimal_place,
            limit=limit,
            range_=range_,
            supported_values=supported_values,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "param_name": self.param_name,
                "api_name": self.api_name,
                "json_path": self.json_path,
                "id": self.id,
                "resource_path_index": self.resource_path_index,
                "expected_data_type": self.expected_data_type,
                "owner_status": self.owner_status,
                "maximum_length": self.maximum_length,
                "maximum_decimal_place": self.maximum_decimal_place,
                "limit": self.limit,
                "range": self.range_,
                "supported_values": self.supported_values,
            },
            self.additional_properties,
        )
