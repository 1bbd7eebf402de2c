# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The progress of a mass update job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .mass_update_job_status import MassUpdateJobStatus

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class MassUpdateJob:
    """The progress of a mass update job. `Total_Count` is the sum of the other three counts.

    Attributes:
        status (MassUpdateJobStatus): The state of a mass update job. Only the newest vendor file has QUEUED and
            SUSPENDED.
        failed_count (int): The number of records that could not be updated.
        updated_count (int): The number of records that were updated.
        not_updated_count (int): The number of records that are not updated yet.
        total_count (int): The total number of records scheduled for the update.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: MassUpdateJobStatus
    failed_count: int
    updated_count: int
    not_updated_count: int
    total_count: int
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        status: MassUpdateJobStatus = _fields.required("Status", codec.enumeration(MassUpdateJobStatus))
        failed_count: int = _fields.required("Failed_Count", codec.integer)
        updated_count: int = _fields.required("Updated_Count", codec.integer)
        not_updated_count: int = _fields.required("Not_Updated_Count", codec.integer)
        total_count: int = _fields.required("Total_Count", codec.integer)
        return cls(
            status=status,
            failed_count=failed_count,
            updated_count=updated_count,
            not_updated_count=not_updated_count,
            total_count=total_count,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Status": self.status,
                "Failed_Count": self.failed_count,
                "Updated_Count": self.updated_count,
                "Not_Updated_Count": self.not_updated_count,
                "Total_Count": self.total_count,
            },
            self.additional_properties,
        )
