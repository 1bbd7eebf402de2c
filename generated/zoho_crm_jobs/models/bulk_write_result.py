# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The URL of the result of a completed job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteResult:
    """The URL of the result of a completed job.

    Attributes:
        download_url (str): The URL of the result, a zip file. Absolute in the capture and in the newest example,
            relative to the api domain on the pages of v7. It takes the access token and stays valid for 7 days.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    download_url: str
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        download_url: str = _fields.required("download_url", codec.text)
        return cls(download_url=download_url, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "download_url": self.download_url,
            },
            self.additional_properties,
        )
