# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to the creation of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_created_details import BulkWriteCreatedDetails


@define(repr=False)
class BulkWriteCreated:
    """The response to the creation of a job. The job is the whole body, without `data`.

    Attributes:
        status (Literal['success']): Always "success".
        code (Literal['SUCCESS']): Always SUCCESS.
        message (str): Zoho's message.
        details (BulkWriteCreatedDetails): The created job.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: Literal["success"]
    code: Literal["SUCCESS"]
    message: str
    details: BulkWriteCreatedDetails
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_created_details import BulkWriteCreatedDetails

        _fields = codec.Fields(source)
        status: Literal["success"] = _fields.required("status", codec.constant("success"))
        code: Literal["SUCCESS"] = _fields.required("code", codec.constant("SUCCESS"))
        message: str = _fields.required("message", codec.text)
        details: BulkWriteCreatedDetails = _fields.required("details", BulkWriteCreatedDetails.from_dict)
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
