# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The progress of a conversion job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .inventory_mass_convert_job_status import InventoryMassConvertJobStatus

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class InventoryMassConvertJob:
    """The progress of a conversion job. `total_count` is the sum of the other three counts.

    Attributes:
        total_count (int): The total number of records scheduled for conversion.
        not_converted_count (int): The number of records that are not converted yet.
        failed_count (int): The number of records that could not be converted.
        converted_count (int): The number of records that were converted.
        status (InventoryMassConvertJobStatus): The state of a conversion job. The space in "IN PROGRESS" is
            Zoho's.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    total_count: int
    not_converted_count: int
    failed_count: int
    converted_count: int
    status: InventoryMassConvertJobStatus
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        total_count: int = _fields.required("total_count", codec.integer)
        not_converted_count: int = _fields.required("not_converted_count", codec.integer)
        failed_count: int = _fields.required("failed_count", codec.integer)
        converted_count: int = _fields.required("converted_count", codec.integer)
        status: InventoryMassConvertJobStatus = _fields.required(
            "status", codec.enumeration(InventoryMassConvertJobStatus)
        )
        return cls(
            total_count=total_count,
            not_converted_count=not_converted_count,
            failed_count=failed_count,
            converted_count=converted_count,
            status=status,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "total_count": self.total_count,
                "not_converted_count": self.not_converted_count,
                "failed_count": self.failed_count,
                "converted_count": self.converted_count,
                "status": self.status,
            },
            self.additional_properties,
        )
