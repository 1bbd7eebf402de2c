# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The stored file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteUploadDetails:
    """The stored file.

    Attributes:
        file_id (int | str): The id of an uploaded file. The pages show digits, the newest files any text.
        created_time (datetime.datetime): When the file was uploaded.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    file_id: int | str
    created_time: datetime.datetime
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        file_id: int | str = _fields.required("file_id", codec.either(codec.text, codec.integer))
        created_time: datetime.datetime = _fields.required("created_time", codec.date_time)
        return cls(file_id=file_id, created_time=created_time, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "file_id": self.file_id,
                "created_time": self.created_time,
            },
            self.additional_properties,
        )
