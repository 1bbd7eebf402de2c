# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The files to write, and how to write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_operation import BulkWriteOperation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_callback import BulkWriteCallback
    from .bulk_write_target import BulkWriteTarget


@define(repr=False)
class BulkWriteRequest:
    """The files to write, and how to write them.

    Attributes:
        operation (BulkWriteOperation): The operation on each row.
        resource (list[BulkWriteTarget]): One entry for each module.
        character_encoding (str | None): The encoding of the files. Detected by default.
        ignore_empty (bool | None): Whether an empty cell leaves the field unchanged. Defaults to false.
        callback (BulkWriteCallback | None): The URL to which Zoho posts the job's details when the job ends.
    """

    operation: BulkWriteOperation
    resource: list[BulkWriteTarget]
    character_encoding: str | None = None
    ignore_empty: bool | None = None
    callback: BulkWriteCallback | None = None
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_callback import BulkWriteCallback
        from .bulk_write_target import BulkWriteTarget

        _fields = codec.Fields(source)
        operation: BulkWriteOperation = _fields.required(
            "operation", codec.choice(BulkWriteOperation, ["insert", "update", "upsert"])
        )
        resource: list[BulkWriteTarget] = _fields.required("resource", codec.array(BulkWriteTarget.from_dict))
        character_encoding: str | None = _fields.optional("character_encoding", codec.nullable(codec.text))
        ignore_empty: bool | None = _fields.optional("ignore_empty", codec.boolean)
        callback: BulkWriteCallback | None = _fields.optional("callback", BulkWriteCallback.from_dict)
        _fields.end()
        _model = cls(
            operation=operation,
            resource=resource,
            character_encoding=character_encoding,
            ignore_empty=ignore_empty,
            callback=callback,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "operation": self.operation,
                "character_encoding": self.character_encoding,
                "ignore_empty": self.ignore_empty,
                "callback": self.callback,
                "resource": self.resource,
            },
            nulls=self._nulls,
        )
