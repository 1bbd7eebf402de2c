# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The locked record, and the action that locked it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class RecordLockedDetails:
    """The locked record, and the action that locked it. The options of a conversion give the position in the path.

    Attributes:
        action (str | None): The action that locked the record.
        id (str | None): The id, a string of 1 to 19 digits.
        resource_path_index (int | None): The position in the path, counted from 0 at the module.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    action: str | None = None
    id: str | None = None
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
        action: str | None = _fields.optional("action", codec.text)
        id: str | None = _fields.optional("id", codec.text)
        resource_path_index: int | None = _fields.optional("resource_path_index", codec.integer)
        return cls(action=action, id=id, resource_path_index=resource_path_index, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "action": self.action,
                "id": self.id,
                "resource_path_index": self.resource_path_index,
            },
            self.additional_properties,
        )
