# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Empty in v2.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class IdAlreadyConvertedDetails:
    """Empty in v2.1. Later versions give the position of the id in the path.

    Attributes:
        resource_path_index (int | None): The position in the path, counted from 0 at the module.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

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
        resource_path_index: int | None = _fields.optional("resource_path_index", codec.integer)
        return cls(resource_path_index=resource_path_index, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "resource_path_index": self.resource_path_index,
            },
            self.additional_properties,
        )
