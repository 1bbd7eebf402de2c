# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``BulkWriteCreatedDetails``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.user import User


@define
class BulkWriteCreatedDetails:
    """The job that was created.

    Attributes:
        id (str): An identifier, a number of at most 19 digits, sent as a string.
        created_by (User): A user of the organization.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    id: str
    created_by: User
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

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
        from ..models.user import User

        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        created_by: User = _fields.required("created_by", User.from_dict)
        return cls(id=id, created_by=created_by, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "id": self.id,
                "created_by": self.created_by,
                **self.additional_properties,
            }
        )
