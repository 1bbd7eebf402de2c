# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A zip file with the CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..runtime.types import File


@define(repr=False)
class BulkWriteUploadRequest:
    """A zip file with the CSV files.

    Attributes:
        file (File): The zip file, at most 25 MB.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    file: File
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        file: File = _fields.required("file", codec.file)
        return cls(file=file, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "file": self.file,
            },
            self.additional_properties,
        )
