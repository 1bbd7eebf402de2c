# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to a mass change owner status call, with the job in `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .mass_change_owner_job import MassChangeOwnerJob


@define(repr=False)
class MassChangeOwnerStatus:
    """The response to a mass change owner status call, with the job in `data`.

    Attributes:
        data (list[MassChangeOwnerJob]): The job.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[MassChangeOwnerJob]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .mass_change_owner_job import MassChangeOwnerJob

        _fields = codec.Fields(source)
        data: list[MassChangeOwnerJob] = _fields.required("data", codec.array(MassChangeOwnerJob.from_dict))
        return cls(data=data, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
            },
            self.additional_properties,
        )
