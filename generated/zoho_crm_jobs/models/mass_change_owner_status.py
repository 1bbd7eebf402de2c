# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``MassChangeOwnerStatus``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.mass_change_owner_job import MassChangeOwnerJob


@define
class MassChangeOwnerStatus:
    """The answer to a mass change owner status call, with the one job in `data`.

    Attributes:
        data (list[MassChangeOwnerJob]): The job.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    data: list[MassChangeOwnerJob]
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
        from ..models.mass_change_owner_job import MassChangeOwnerJob

        _fields = codec.Fields(source)
        data: list[MassChangeOwnerJob] = _fields.required("data", codec.array(MassChangeOwnerJob.from_dict))
        return cls(data=data, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "data": self.data,
                **self.additional_properties,
            }
        )
