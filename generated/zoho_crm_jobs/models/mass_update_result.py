# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The response to an update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .cannot_perform_action import CannotPerformAction
    from .cannot_process import CannotProcess
    from .converted_record import ConvertedRecord
    from .invalid_data import InvalidData
    from .invalid_module import InvalidModule
    from .mandatory_not_found import MandatoryNotFound
    from .mapping_mismatch import MappingMismatch
    from .mass_update_success import MassUpdateSuccess
    from .not_approved import NotApproved
    from .not_supported import NotSupported
    from .record_in_blueprint import RecordInBlueprint
    from .record_locked import RecordLocked


@define(repr=False)
class MassUpdateResult:
    """The response to an update. `data` has the one job of an update by custom view, or one outcome for each record
    of an update by ids, of which some may be errors.

    Attributes:
        data (list[CannotPerformAction | CannotProcess | ConvertedRecord | InvalidData | InvalidModule |
            MandatoryNotFound | MappingMismatch | MassUpdateSuccess | NotApproved | NotSupported | RecordInBlueprint |
            RecordLocked]): The job, or one outcome for each record.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    data: list[
        CannotPerformAction
        | CannotProcess
        | ConvertedRecord
        | InvalidData
        | InvalidModule
        | MandatoryNotFound
        | MappingMismatch
        | MassUpdateSuccess
        | NotApproved
        | NotSupported
        | RecordInBlueprint
        | RecordLocked
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
        from .cannot_process import CannotProcess
        from .converted_record import ConvertedRecord
        from .invalid_data import InvalidData
        from .invalid_module import InvalidModule
        from .mandatory_not_found import MandatoryNotFound
        from .mapping_mismatch import MappingMismatch
        from .mass_update_success import MassUpdateSuccess
        from .not_approved import NotApproved
        from .not_supported import NotSupported
        from .record_in_blueprint import RecordInBlueprint
        from .record_locked import RecordLocked

        _fields = codec.Fields(source)
        data: list[
            CannotPerformAction
            | CannotProcess
            | ConvertedRecord
            | InvalidData
            | InvalidModule
            | MandatoryNotFound
            | MappingMismatch
            | MassUpdateSuccess
            | NotApproved
            | NotSupported
            | RecordInBlueprint
            | RecordLocked
        ] = _fields.required(
            "data",
            codec.array(
                codec.by_code(
                    {
                        "SUCCESS": MassUpdateSuccess.from_dict,
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
                        "INVALID_MODULE": InvalidModule.from_dict,
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
