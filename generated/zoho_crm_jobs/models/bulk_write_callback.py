# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``BulkWriteCallback``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..models.bulk_write_callback_method import BulkWriteCallbackMethod
from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class BulkWriteCallback:
    """Where Zoho posts the job's details when it ends.

    Attributes:
        url (str): The address that is called.
        method (BulkWriteCallbackMethod): The HTTP method of the call.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    url: str
    method: BulkWriteCallbackMethod
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
        url: str = _fields.required("url", codec.text)
        method: BulkWriteCallbackMethod = _fields.required("method", codec.enumeration(BulkWriteCallbackMethod))
        return cls(url=url, method=method, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "url": self.url,
                "method": self.method,
                **self.additional_properties,
            }
        )
