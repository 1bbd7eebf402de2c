# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A module that the job writes to, and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_job_status import BulkWriteJobStatus
from .bulk_write_resource_type import BulkWriteResourceType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_field_mapping import BulkWriteFieldMapping
    from .bulk_write_file import BulkWriteFile
    from .bulk_write_module import BulkWriteModule


@define(repr=False)
class BulkWriteResource:
    """A module that the job writes to, and its file.

    Attributes:
        status (BulkWriteJobStatus): The state of a bulk write job, of one of its resources, or of a resource's
            file. Zoho writes both "IN PROGRESS" (its prose) and "INPROGRESS" (its samples).
        type_ (BulkWriteResourceType): The kind of content.
        module (BulkWriteModule): The module to write to.
        field_mappings (list[BulkWriteFieldMapping] | None): The columns to write.
        file (BulkWriteFile | None): A CSV file and the outcome of its rows. A job in the state ADDED has only
            `status`. `total_count` is the sum of the other three counts.
        code (str | None): The outcome of the resource. Known values are ADDED, INPROGRESS, SUCCESS and COMPLETED.
        ignore_empty (bool | None): Whether an empty cell leaves the field unchanged, if the request says so for
            the resource.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: BulkWriteJobStatus
    type_: BulkWriteResourceType
    module: BulkWriteModule
    field_mappings: list[BulkWriteFieldMapping] | None = None
    file: BulkWriteFile | None = None
    code: str | None = None
    ignore_empty: bool | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_field_mapping import BulkWriteFieldMapping
        from .bulk_write_file import BulkWriteFile
        from .bulk_write_module import BulkWriteModule

        _fields = codec.Fields(source)
        status: BulkWriteJobStatus = _fields.required("status", codec.enumeration(BulkWriteJobStatus))
        type_: BulkWriteResourceType = _fields.required("type", codec.enumeration(BulkWriteResourceType))
        module: BulkWriteModule = _fields.required("module", BulkWriteModule.from_dict)
        field_mappings: list[BulkWriteFieldMapping] | None = _fields.optional(
            "field_mappings", codec.array(BulkWriteFieldMapping.from_dict)
        )
        file: BulkWriteFile | None = _fields.optional("file", BulkWriteFile.from_dict)
        code: str | None = _fields.optional("code", codec.text)
        ignore_empty: bool | None = _fields.optional("ignore_empty", codec.nullable(codec.boolean))
        _model = cls(
            status=status,
            type_=type_,
            module=module,
            field_mappings=field_mappings,
            file=file,
            code=code,
            ignore_empty=ignore_empty,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "status": self.status,
                "type": self.type_,
                "module": self.module,
                "field_mappings": self.field_mappings,
                "file": self.file,
                "code": self.code,
                "ignore_empty": self.ignore_empty,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
