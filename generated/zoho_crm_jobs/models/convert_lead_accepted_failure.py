# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to a failed conversion whose HTTP status is 202."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .cannot_perform_action import CannotPerformAction
    from .duplicate_data import DuplicateData
    from .invalid_data import InvalidData
    from .mandatory_not_found import MandatoryNotFound
    from .mapping_mismatch import MappingMismatch
    from .not_allowed import NotAllowed
    from .not_reviewed import NotReviewed


@define(repr=False)
class ConvertLeadAcceptedFailure:
    """The response to a failed conversion whose HTTP status is 202.

    Attributes:
        data (list[CannotPerformAction | DuplicateData | InvalidData | MandatoryNotFound | MappingMismatch |
            NotAllowed | NotReviewed]): The reason why the lead was not converted.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[
        CannotPerformAction
        | DuplicateData
        | InvalidData
        | MandatoryNotFound
        | MappingMismatch
        | NotAllowed
        | NotReviewed
    ]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .cannot_perform_action import CannotPerformAction
        from .duplicate_data import DuplicateData
        from .invalid_data import InvalidData
        from .mandatory_not_found import MandatoryNotFound
        from .mapping_mismatch import MappingMismatch
        from .not_allowed import NotAllowed
        from .not_reviewed import NotReviewed

        _fields = codec.Fields(source)
        data: list[
            CannotPerformAction
            | DuplicateData
            | InvalidData
            | MandatoryNotFound
            | MappingMismatch
            | NotAllowed
            | NotReviewed
        ] = _fields.required(
            "data",
            codec.array(
                codec.by_code(
                    {
                        "DUPLICATE_DATA": DuplicateData.from_dict,
                        "INVALID_DATA": InvalidData.from_dict,
                        "MANDATORY_NOT_FOUND": MandatoryNotFound.from_dict,
                        "MAPPING_MISMATCH": MappingMismatch.from_dict,
                        "CANNOT_PERFORM_ACTION": CannotPerformAction.from_dict,
                        "NOT_ALLOWED": NotAllowed.from_dict,
                        "NOT_REVIEWED": NotReviewed.from_dict,
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
