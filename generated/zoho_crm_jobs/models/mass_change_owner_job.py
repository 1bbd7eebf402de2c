# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The progress of a mass change owner job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .mass_change_owner_job_status import MassChangeOwnerJobStatus

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class MassChangeOwnerJob:
    """The progress of a mass change owner job. `Total_Count` is the sum of the other three counts.

    Attributes:
        total_count (int): The total number of records whose owner was to change.
        updated_count (int): The number of records whose owner was changed.
        not_updated_count (int): The number of records whose owner is not changed yet.
        failed_count (int): The number of records whose owner could not be changed.
        status (MassChangeOwnerJobStatus): The state of a mass change owner job. COMPLETED: the job is finished
            successfully. SCHEDULED: the job is queued and awaiting execution. RUNNING: the job is currently in
            progress. FAILED: the job could not be completed due to errors.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    total_count: int
    updated_count: int
    not_updated_count: int
    failed_count: int
    status: MassChangeOwnerJobStatus
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        total_count: int = _fields.required("Total_Count", codec.integer)
        updated_count: int = _fields.required("Updated_Count", codec.integer)
        not_updated_count: int = _fields.required("Not_Updated_Count", codec.integer)
        failed_count: int = _fields.required("Failed_Count", codec.integer)
        status: MassChangeOwnerJobStatus = _fields.required("Status", codec.enumeration(MassChangeOwnerJobStatus))
        return cls(
            total_count=total_count,
            updated_count=updated_count,
            not_updated_count=not_updated_count,
            failed_count=failed_count,
            status=status,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Total_Count": self.total_count,
                "Updated_Count": self.updated_count,
                "Not_Updated_Count": self.not_updated_count,
                "Failed_Count": self.failed_count,
                "Status": self.status,
            },
            self.additional_properties,
        )
