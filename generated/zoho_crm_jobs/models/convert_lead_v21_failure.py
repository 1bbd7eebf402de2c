# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to a failed conversion, although the HTTP status is 202."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .duplicate_data import DuplicateData
    from .id_already_converted import IdAlreadyConverted
    from .invalid_data import InvalidData
    from .not_approved import NotApproved
    from .record_locked import RecordLocked


@define(repr=False)
class ConvertLeadV21Failure:
    """The response to a failed conversion, although the HTTP status is 202.

    Attributes:
        data (list[DuplicateData | IdAlreadyConverted | InvalidData | NotApproved | RecordLocked]): The reason why
            the lead was not converted.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[DuplicateData | IdAlreadyConverted | InvalidData | NotApproved | RecordLocked]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .duplicate_data import DuplicateData
        from .id_already_converted import IdAlreadyConverted
        from .invalid_data import InvalidData
        from .not_approved import NotApproved
        from .record_locked import RecordLocked

        _fields = codec.Fields(source)
        data: list[DuplicateData | IdAlreadyConverted | InvalidData | NotApproved | RecordLocked] = _fields.required(
            "data",
            codec.array(
                codec.by_code(
                    {
                        "ID_ALREADY_CONVERTED": IdAlreadyConverted.from_dict,
                        "INVALID_DATA": InvalidData.from_dict,
                        "DUPLICATE_DATA": DuplicateData.from_dict,
                        "NOT_APPROVED": NotApproved.from_dict,
                        "RECORD_LOCKED": RecordLocked.from_dict,
                    }
                )
            ),
        )
        return cls(data=data, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
            },
            self.additional_properties,
        )
