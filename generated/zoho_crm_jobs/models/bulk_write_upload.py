# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to an upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_upload_details import BulkWriteUploadDetails


@define(repr=False)
class BulkWriteUpload:
    """The response to an upload.

    Attributes:
        status (Literal['success']): Always "success".
        code (Literal['FILE_UPLOAD_SUCCESS']): Always FILE_UPLOAD_SUCCESS.
        message (str): Zoho's message.
        details (BulkWriteUploadDetails): The stored file.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: Literal["success"]
    code: Literal["FILE_UPLOAD_SUCCESS"]
    message: str
    details: BulkWriteUploadDetails
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_upload_details import BulkWriteUploadDetails

        _fields = codec.Fields(source)
        status: Literal["success"] = _fields.required("status", codec.constant("success"))
        code: Literal["FILE_UPLOAD_SUCCESS"] = _fields.required("code", codec.constant("FILE_UPLOAD_SUCCESS"))
        message: str = _fields.required("message", codec.text)
        details: BulkWriteUploadDetails = _fields.required("details", BulkWriteUploadDetails.from_dict)
        return cls(status=status, code=code, message=message, details=details, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "status": self.status,
                "code": self.code,
                "message": self.message,
                "details": self.details,
            },
            self.additional_properties,
        )
