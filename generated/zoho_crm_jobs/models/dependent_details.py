# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The key that contradicts, or comes without, the key it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .place_details import PlaceDetails


@define(repr=False)
class DependentDetails:
    """The key that contradicts, or comes without, the key it depends on.

    Attributes:
        dependee (PlaceDetails | None): The key or field that the error is about.
        api_name (str | None): The API name of the key or field.
        json_path (str | None): The place in the request body.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    dependee: PlaceDetails | None = None
    api_name: str | None = None
    json_path: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .place_details import PlaceDetails

        _fields = codec.Fields(source)
        dependee: PlaceDetails | None = _fields.optional("dependee", PlaceDetails.from_dict)
        api_name: str | None = _fields.optional("api_name", codec.text)
        json_path: str | None = _fields.optional("json_path", codec.text)
        return cls(dependee=dependee, api_name=api_name, json_path=json_path, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "dependee": self.dependee,
                "api_name": self.api_name,
                "json_path": self.json_path,
            },
            self.additional_properties,
        )
