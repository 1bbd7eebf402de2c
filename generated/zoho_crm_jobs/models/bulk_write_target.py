# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A module, and the file to write to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .bulk_write_target_type import BulkWriteTargetType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_column import BulkWriteColumn
    from .bulk_write_target_module import BulkWriteTargetModule


@define(repr=False)
class BulkWriteTarget:
    """A module, and the file to write to it. The parent comes first, then its children.

    Attributes:
        type_ (BulkWriteTargetType): The kind of content.
        module (BulkWriteTargetModule): The module to write the rows to.
        file_id (int | str): The id of an uploaded file. The pages show digits, the newest files any text.
        file_names (list[str] | None): The name of the CSV file in the zip file. Needed if there are several.
        find_by (str | None): The unique field, or "id", that identifies records. Needed for update and upsert. An
            insert with it skips the rows whose record exists.
        ignore_empty (bool | None): The same as `ignore_empty` of the request, for this file.
        field_mappings (list[BulkWriteColumn] | None): The columns to write. Without it, the header row names the
            fields, a lookup as `Account_Name.id`: the field, and the field of the other module that identifies the
            record. With it, only these columns are written. The fields that are mandatory in the module are needed;
            what only a layout makes mandatory is not checked. A subform needs `Parent_Id`: with `find_by` "id", the
            parent is an existing record; in a child file, with `parent_column_index`, it is a row of the parent file.
            The rows of a child file belong to at most 200 for each parent.
    """

    type_: BulkWriteTargetType
    module: BulkWriteTargetModule
    file_id: int | str
    file_names: list[str] | None = None
    find_by: str | None = None
    ignore_empty: bool | None = None
    field_mappings: list[BulkWriteColumn] | None = None
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_column import BulkWriteColumn
        from .bulk_write_target_module import BulkWriteTargetModule

        _fields = codec.Fields(source)
        type_: BulkWriteTargetType = _fields.required("type", codec.choice(BulkWriteTargetType, ["data"]))
        module: BulkWriteTargetModule = _fields.required("module", BulkWriteTargetModule.from_dict)
        file_id: int | str = _fields.required("file_id", codec.either(codec.text, codec.integer))
        file_names: list[str] | None = _fields.optional("file_names", codec.array(codec.text))
        find_by: str | None = _fields.optional("find_by", codec.nullable(codec.text))
        ignore_empty: bool | None = _fields.optional("ignore_empty", codec.nullable(codec.boolean))
        field_mappings: list[BulkWriteColumn] | None = _fields.optional(
            "field_mappings", codec.nullable(codec.array(BulkWriteColumn.from_dict))
        )
        _fields.end()
        _model = cls(
            type_=type_,
            module=module,
            file_id=file_id,
            file_names=file_names,
            find_by=find_by,
            ignore_empty=ignore_empty,
            field_mappings=field_mappings,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "type": self.type_,
                "module": self.module,
                "file_id": self.file_id,
                "file_names": self.file_names,
                "find_by": self.find_by,
                "ignore_empty": self.ignore_empty,
                "field_mappings": self.field_mappings,
            },
            nulls=self._nulls,
        )
