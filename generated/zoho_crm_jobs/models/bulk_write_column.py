# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A column of the file, and the field to write it to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_value import BulkWriteValue


@define(repr=False)
class BulkWriteColumn:
    """A column of the file, and the field to write it to.

    Attributes:
        api_name (str): The API name of the field. `Layout`, with the id of a layout as its default value, chooses
            the layout. Without it, an insert uses the module's default layout and an update concerns the records of
            all layouts.
        index (int | None): The column in the file, counted from 0.
        format_ (str | None): The format of a date, a date and time or a number. Without it, MM/dd/yyyy or
            MM/dd/yyyy HH:mm:ss.
        find_by (str | None): The unique field that identifies the record in a lookup.
        default_value (BulkWriteValue | None): The value to write if the column is empty or missing.
        parent_column_index (int | None): In a child file, the column of the parent file that the row belongs to.
        module (str | None): The module that a lookup field points to.
    """

    api_name: str
    index: int | None = None
    format_: str | None = None
    find_by: str | None = None
    default_value: BulkWriteValue | None = None
    parent_column_index: int | None = None
    module: str | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_value import BulkWriteValue

        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        index: int | None = _fields.optional("index", codec.integer)
        format_: str | None = _fields.optional("format", codec.text)
        find_by: str | None = _fields.optional("find_by", codec.text)
        default_value: BulkWriteValue | None = _fields.optional("default_value", BulkWriteValue.from_dict)
        parent_column_index: int | None = _fields.optional("parent_column_index", codec.integer)
        module: str | None = _fields.optional("module", codec.text)
        _fields.end()
        return cls(
            api_name=api_name,
            index=index,
            format_=format_,
            find_by=find_by,
            default_value=default_value,
            parent_column_index=parent_column_index,
            module=module,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "index": self.index,
                "format": self.format_,
                "find_by": self.find_by,
                "default_value": self.default_value,
                "parent_column_index": self.parent_column_index,
                "module": self.module,
            }
        )
