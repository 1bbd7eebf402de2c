# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``MassUpdateRejections``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.cannot_perform_action import CannotPerformAction
    from ..models.cannot_process import CannotProcess
    from ..models.converted_record import ConvertedRecord
    from ..models.invalid_data import InvalidData
    from ..models.mandatory_not_found import MandatoryNotFound
    from ..models.mapping_mismatch import MappingMismatch
    from ..models.not_approved import NotApproved
    from ..models.not_supported import NotSupported
    from ..models.record_in_blueprint import RecordInBlueprint
    from ..models.record_locked import RecordLocked


@define
class MassUpdateRejections:
    """The answer to an update by ids of which none succeeded, with one error for each record.

    Attributes:
        data (list[CannotPerformAction | CannotProcess | ConvertedRecord | InvalidData | MandatoryNotFound |
            MappingMismatch | NotApproved | NotSupported | RecordInBlueprint | RecordLocked]): One outcome for each
            record.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    data: list[
        CannotPerformAction
        | CannotProcess
        | ConvertedRecord
        | InvalidData
        | MandatoryNotFound
        | MappingMismatch
        | NotApproved
        | NotSupported
        | RecordInBlueprint
        | RecordLocked
    ]
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
        from ..models.cannot_perform_action import CannotPerformAction
        from ..models.cannot_process import CannotProcess
        from ..models.converted_record import ConvertedRecord
        from ..models.invalid_data import InvalidData
        from ..models.mandatory_not_found import MandatoryNotFound
        from ..models.mapping_mismatch import MappingMismatch
        from ..models.not_approved import NotApproved
        from ..models.not_supported import NotSupported
        from ..models.record_in_blueprint import RecordInBlueprint
        from ..models.record_locked import RecordLocked

        _fields = codec.Fields(source)
        data: list[
            CannotPerformAction
            | CannotProcess
            | ConvertedRecord
            | InvalidData
            | MandatoryNotFound
            | MappingMismatch
            | NotApproved
            | NotSupported
            | RecordInBlueprint
            | RecordLocked
        ] = _fields.required(
            "data",
            codec.array(
                codec.by_code(
                    {
                        "INVALID_DATA": InvalidData.from_dict,
                        "MANDATORY_NOT_FOUND": MandatoryNotFound.from_dict,
                        "MAPPING_MISMATCH": MappingMismatch.from_dict,
                        "CANNOT_PROCESS": CannotProcess.from_dict,
                        "RECORD_IN_BLUEPRINT": RecordInBlueprint.from_dict,
                        "CANNOT_PERFORM_ACTION": CannotPerformAction.from_dict,
                        "NOT_APPROVED": NotApproved.from_dict,
                        "RECORD_LOCKED": RecordLocked.from_dict,
                        "CONVERTED_RECORD": ConvertedRecord.from_dict,
                        "NOT_SUPPORTED": NotSupported.from_dict,
                    }
                )
            ),
        )
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
