# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to an update by custom view, with the job in `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .mass_update_scheduled_job import MassUpdateScheduledJob


@define(repr=False)
class MassUpdateScheduled:
    """The response to an update by custom view, with the job in `data`.

    Attributes:
        data (list[MassUpdateScheduledJob]): The job.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[MassUpdateScheduledJob]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .mass_update_scheduled_job import MassUpdateScheduledJob

        _fields = codec.Fields(source)
        data: list[MassUpdateScheduledJob] = _fields.required("data", codec.array(MassUpdateScheduledJob.from_dict))
        return cls(data=data, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
            },
            self.additional_properties,
        )
