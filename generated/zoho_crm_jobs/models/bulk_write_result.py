# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``BulkWriteResult``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class BulkWriteResult:
    """Where the result of a completed job can be fetched.

    Attributes:
        download_url (str): The address of the result, a zip file. Absolute in the capture, relative to the api
            domain on newer pages. It stays valid for 7 days.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    download_url: str
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
        _fields = codec.Fields(source)
        download_url: str = _fields.required("download_url", codec.text)
        return cls(download_url=download_url, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "download_url": self.download_url,
                **self.additional_properties,
            }
        )
