# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A column of the file, and the field to write it to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bulk_write_default_value import BulkWriteDefaultValue


@define(repr=False)
class BulkWriteFieldMapping:
    """A column of the file, and the field to write it to.

    Attributes:
        api_name (str): The API name of the field.
        index (int | None): The column in the file, counted from 0.
        format_ (str | None): The format of a date, a date and time or a number in the column.
        find_by (str | None): The unique field that identifies the record in a lookup.
        module (str | None): The module that a lookup field points to.
        default_value (BulkWriteDefaultValue | None): The value to write if the column is empty.
        parent_column_index (int | None): In a child file, the column of the parent file that the row belongs to.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    api_name: str
    index: int | None = None
    format_: str | None = None
    find_by: str | None = None
    module: str | None = None
    default_value: BulkWriteDefaultValue | None = None
    parent_column_index: int | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .bulk_write_default_value import BulkWriteDefaultValue

        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        index: int | None = _fields.optional("index", codec.nullable(codec.integer))
        format_: str | None = _fields.optional("format", codec.nullable(codec.text))
        find_by: str | None = _fields.optional("find_by", codec.nullable(codec.text))
        module: str | None = _fields.optional("module", codec.nullable(codec.text))
        default_value: BulkWriteDefaultValue | None = _fields.optional(
            "default_value", codec.nullable(BulkWriteDefaultValue.from_dict)
        )
        parent_column_index: int | None = _fields.optional("parent_column_index", codec.nullable(codec.integer))
        _model = cls(
            api_name=api_name,
            index=index,
            format_=format_,
            find_by=find_by,
            module=module,
            default_value=default_value,
            parent_column_index=parent_column_index,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "index": self.index,
                "format": self.format_,
                "find_by": self.find_by,
                "module": self.module,
                "default_value": self.default_value,
                "parent_column_index": self.parent_column_index,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
