# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The record after the update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from .user import User


@define(repr=False)
class UpdatedRecordDetails:
    """The record after the update.

    Attributes:
        modified_time (datetime.datetime): When the record was last changed.
        modified_by (User): A user of the organization.
        created_time (datetime.datetime): When the record was created.
        id (str): The id, a string of 1 to 19 digits.
        created_by (User): A user of the organization.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    modified_time: datetime.datetime
    modified_by: User
    created_time: datetime.datetime
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
        modified_time: datetime.datetime = _fields.required("Modified_Time", codec.date_time)
        modified_by: User = _fields.required("Modified_By", User.from_dict)
        created_time: datetime.datetime = _fields.required("Created_Time", codec.date_time)
        id: str = _fields.required("id", codec.text)
        created_by: User = _fields.required("Created_By", User.from_dict)
        return cls(
            modified_time=modified_time,
            modified_by=modified_by,
            created_time=created_time,
            id=id,
            created_by=created_by,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Modified_Time": self.modified_time,
                "Modified_By": self.modified_by,
                "Created_Time": self.created_time,
                "id": self.id,
                "Created_By": self.created_by,
            },
            self.additional_properties,
        )
