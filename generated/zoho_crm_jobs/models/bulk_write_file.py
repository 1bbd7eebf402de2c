# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A CSV file and the outcome of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_job_status import BulkWriteJobStatus

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteFile:
    """A CSV file and the outcome of its rows. A job in the state ADDED has only `status`. `total_count` is the sum
    of the other three counts.

    Attributes:
        status (BulkWriteJobStatus): The state of a bulk write job, of one of its resources, or of a resource's
            file. Zoho writes both "IN PROGRESS" (its prose) and "INPROGRESS" (its samples).
        name (str | None): The name of the CSV file.
        added_count (int | None): The number of records that were added.
        skipped_count (int | None): The number of records that were skipped.
        updated_count (int | None): The number of records that were updated.
        total_count (int | None): The sum of the other counts; of the rows so far while the job is in progress.
        module (Any): In the page's list of keys, but in no sample. Its type is not documented.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: BulkWriteJobStatus
    name: str | None = None
    added_count: int | None = None
    skipped_count: int | None = None
    updated_count: int | None = None
    total_count: int | None = None
    module: Any = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        status: BulkWriteJobStatus = _fields.required("status", codec.enumeration(BulkWriteJobStatus))
        name: str | None = _fields.optional("name", codec.text)
        added_count: int | None = _fields.optional("added_count", codec.integer)
        skipped_count: int | None = _fields.optional("skipped_count", codec.integer)
        updated_count: int | None = _fields.optional("updated_count", codec.integer)
        total_count: int | None = _fields.optional("total_count", codec.integer)
        module: Any = _fields.optional("module", codec.anything)
        _model = cls(
            status=status,
            name=name,
            added_count=added_count,
            skipped_count=skipped_count,
            updated_count=updated_count,
            total_count=total_count,
            module=module,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "status": self.status,
                "name": self.name,
                "added_count": self.added_count,
                "skipped_count": self.skipped_count,
                "updated_count": self.updated_count,
                "total_count": self.total_count,
                "module": self.module,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
