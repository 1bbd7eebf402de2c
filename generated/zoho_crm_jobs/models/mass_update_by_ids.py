# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""An immediate update of the given records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .mass_update_fields import MassUpdateFields


@define(repr=False)
class MassUpdateByIds:
    """An immediate update of the given records.

    Attributes:
        data (list[MassUpdateFields]): The fields and values, in one item.
        ids (list[int | str]): The ids of the records.
        over_write (bool | None): Whether to replace the values of a multi-select picklist instead of adding to
            them. Defaults to false.
    """

    data: list[MassUpdateFields]
    ids: list[int | str]
    over_write: bool | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .mass_update_fields import MassUpdateFields

        _fields = codec.Fields(source)
        data: list[MassUpdateFields] = _fields.required("data", codec.array(MassUpdateFields.from_dict))
        ids: list[int | str] = _fields.required(
            "ids",
            codec.array(
                codec.either(
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
                )
            ),
        )
        over_write: bool | None = _fields.optional("over_write", codec.boolean)
        _fields.end()
        return cls(
            data=data,
            ids=ids,
            over_write=over_write,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
                "ids": self.ids,
                "over_write": self.over_write,
            }
        )
