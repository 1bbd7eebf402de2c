# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The scheduled job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .job_details import JobDetails


@define(repr=False)
class MassUpdateScheduledJob:
    """The scheduled job.

    Attributes:
        code (Literal['SUCCESS']): Always SUCCESS.
        details (JobDetails): The scheduled job.
        message (str): Zoho's message.
        status (Literal['success']): Always "success".
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    code: Literal["SUCCESS"]
    details: JobDetails
    message: str
    status: Literal["success"]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .job_details import JobDetails

        _fields = codec.Fields(source)
        code: Literal["SUCCESS"] = _fields.required("code", codec.constant("SUCCESS"))
        details: JobDetails = _fields.required("details", JobDetails.from_dict)
        message: str = _fields.required("message", codec.text)
        status: Literal["success"] = _fields.required("status", codec.constant("success"))
        return cls(code=code, details=details, message=message, status=status, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "code": self.code,
                "details": self.details,
                "message": self.message,
                "status": self.status,
            },
            self.additional_properties,
        )
