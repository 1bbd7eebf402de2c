# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The created job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .user import User


@define(repr=False)
class BulkWriteCreatedDetails:
    """The created job.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        created_by (User): A user of the organization.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    created_by: User
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .user import User

        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        created_by: User = _fields.required("created_by", User.from_dict)
        return cls(id=id, created_by=created_by, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
                "created_by": self.created_by,
            },
            self.additional_properties,
        )
