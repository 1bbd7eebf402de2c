# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The scheduled job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .mass_change_owner_scheduled_job_code import MassChangeOwnerScheduledJobCode
from .mass_change_owner_scheduled_job_status import MassChangeOwnerScheduledJobStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .job_details import JobDetails


@define(repr=False)
class MassChangeOwnerScheduledJob:
    """The scheduled job.

    Attributes:
        code (MassChangeOwnerScheduledJobCode): SUCCESS according to the pages, SCHEDULED according to the newest
            vendor file.
        details (JobDetails): The scheduled job.
        message (str): Zoho's message.
        status (MassChangeOwnerScheduledJobStatus): success according to the pages; an SDK of the vendor has
            scheduled too.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    code: MassChangeOwnerScheduledJobCode
    details: JobDetails
    message: str
    status: MassChangeOwnerScheduledJobStatus
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
        code: MassChangeOwnerScheduledJobCode = _fields.required(
            "code", codec.enumeration(MassChangeOwnerScheduledJobCode)
        )
        details: JobDetails = _fields.required("details", JobDetails.from_dict)
        message: str = _fields.required("message", codec.text)
        status: MassChangeOwnerScheduledJobStatus = _fields.required(
            "status", codec.enumeration(MassChangeOwnerScheduledJobStatus)
        )
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
