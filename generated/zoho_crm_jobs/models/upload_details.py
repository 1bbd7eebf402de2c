# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""When the file was uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping


@define(repr=False)
class UploadDetails:
    """When the file was uploaded.

    Attributes:
        created_time (datetime.datetime | None): When the file was uploaded.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    created_time: datetime.datetime | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        created_time: datetime.datetime | None = _fields.optional("created_time", codec.date_time)
        return cls(created_time=created_time, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "created_time": self.created_time,
            },
            self.additional_properties,
        )
