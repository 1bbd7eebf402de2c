# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A bulk write job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_job_status import BulkWriteJobStatus
from .bulk_write_operation import BulkWriteOperation

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from .bulk_write_callback import BulkWriteCallback
    from .bulk_write_resource import BulkWriteResource
    from .bulk_write_result import BulkWriteResult
    from .user import User


@define(repr=False)
class BulkWriteJob:
    """A bulk write job. It is the whole body, without `data`.

    Attributes:
        status (BulkWriteJobStatus): The state of a bulk write job, of one of its resources, or of a resource's
            file. Zoho writes both "IN PROGRESS" (its prose) and "INPROGRESS" (its samples).
        resource (list[BulkWriteResource]): One entry for each module and file.
        id (str): The id, a string of 1 to 19 digits.
        created_by (User): A user of the organization.
        operation (BulkWriteOperation): The operation on each row.
        created_time (datetime.datetime): When the job was created.
        character_encoding (str | None): The encoding of the file. Absent while the state is ADDED.
        callback (BulkWriteCallback | None): The URL to which Zoho posts the job's details when the job ends.
        result (BulkWriteResult | None): The URL of the result of a completed job.
        ignore_empty (bool | None): Whether an empty cell leaves the field unchanged.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: BulkWriteJobStatus
    resource: list[BulkWriteResource]
    id: str
    created_by: User
    operation: BulkWriteOperation
    created_time: datetime.datetime
    character_encoding: str | None = None
    callback: BulkWriteCallback | None = None
    result: BulkWriteResult | None = None
    ignore_empty: bool | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_callback import BulkWriteCallback
        from .bulk_write_resource import BulkWriteResource
        from .bulk_write_result import BulkWriteResult
        from .user import User

        _fields = codec.Fields(source)
        status: BulkWriteJobStatus = _fields.required("status", codec.enumeration(BulkWriteJobStatus))
        resource: list[BulkWriteResource] = _fields.required("resource", codec.array(BulkWriteResource.from_dict))
        id: str = _fields.required("id", codec.text)
        created_by: User = _fields.required("created_by", User.from_dict)
        operation: BulkWriteOperation = _fields.required("operation", codec.enumeration(BulkWriteOperation))
        created_time: datetime.datetime = _fields.required("created_time", codec.date_time)
        character_encoding: str | None = _fields.optional("character_encoding", codec.text)
        callback: BulkWriteCallback | None = _fields.optional("callback", BulkWriteCallback.from_dict)
        result: BulkWriteResult | None = _fields.optional("result", BulkWriteResult.from_dict)
        ignore_empty: bool | None = _fields.optional("ignore_empty", codec.boolean)
        return cls(
            status=status,
            resource=resource,
            id=id,
            created_by=created_by,
            operation=operation,
            created_time=created_time,
            character_encoding=character_encoding,
            callback=callback,
            result=result,
            ignore_empty=ignore_empty,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "status": self.status,
                "character_encoding": self.character_encoding,
                "resource": self.resource,
                "id": self.id,
                "callback": self.callback,
                "result": self.result,
                "created_by": self.created_by,
                "ignore_empty": self.ignore_empty,
                "operation": self.operation,
                "created_time": self.created_time,
            },
            self.additional_properties,
        )
