# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The permissions that the user lacks, or the place of what the user may not use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class NoPermissionDetails:
    """The permissions that the user lacks, or the place of what the user may not use.

    Attributes:
        permissions (list[str] | None): The permissions, by their internal names.
        api_name (str | None): The API name of the key.
        json_path (str | None): The place in the request body.
        resource_path_index (int | None): The position in the path, counted from 0 at the module.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    permissions: list[str] | None = None
    api_name: str | None = None
    json_path: str | None = None
    resource_path_index: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        permissions: list[str] | None = _fields.optional("permissions", codec.array(codec.text))
        api_name: str | None = _fields.optional("api_name", codec.text)
        json_path: str | None = _fields.optional("json_path", codec.text)
        resource_path_index: int | None = _fields.optional("resource_path_index", codec.integer)
        return cls(
            permissions=permissions,
            api_name=api_name,
            json_path=json_path,
            resource_path_index=resource_path_index,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "permissions": self.permissions,
                "api_name": self.api_name,
                "json_path": self.json_path,
                "resource_path_index": self.resource_path_index,
            },
            self.additional_properties,
        )
