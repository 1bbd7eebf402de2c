# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The permissions that the user lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class NoPermissionDetails:
    """The permissions that the user lacks.

    Attributes:
        permissions (list[str] | None): The permissions, by their internal names.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    permissions: list[str] | None = None
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
        return cls(permissions=permissions, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "permissions": self.permissions,
            },
            self.additional_properties,
        )
