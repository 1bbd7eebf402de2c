# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The URL to which Zoho posts the job's details when the job ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_callback_method import BulkWriteCallbackMethod

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteCallback:
    """The URL to which Zoho posts the job's details when the job ends.

    Attributes:
        url (str): The URL to call.
        method (BulkWriteCallbackMethod): The HTTP method of the call.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    url: str
    method: BulkWriteCallbackMethod
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        url: str = _fields.required("url", codec.text)
        method: BulkWriteCallbackMethod = _fields.required("method", codec.enumeration(BulkWriteCallbackMethod))
        return cls(url=url, method=method, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "url": self.url,
                "method": self.method,
            },
            self.additional_properties,
        )
