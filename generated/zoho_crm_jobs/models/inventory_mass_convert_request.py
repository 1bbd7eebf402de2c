# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The conversion of quotes to sales orders or invoices, or of sales orders to invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .inventory_conversion_target import InventoryConversionTarget
    from .reference import Reference
    from .related_module import RelatedModule


@define(repr=False)
class InventoryMassConvertRequest:
    """The conversion of quotes to sales orders or invoices, or of sales orders to invoices.

    Attributes:
        convert_to (list[InventoryConversionTarget]): The one target.
        ids (list[int | str]): The ids of the records, all of the module in the path.
        assign_to (Reference | None): The id of a record or user.
        related_modules (list[RelatedModule] | None): The related modules whose records also get the new owner.
    """

    convert_to: list[InventoryConversionTarget]
    ids: list[int | str]
    assign_to: Reference | None = None
    related_modules: list[RelatedModule] | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .inventory_conversion_target import InventoryConversionTarget
        from .reference import Reference
        from .related_module import RelatedModule

        _fields = codec.Fields(source)
        convert_to: list[InventoryConversionTarget] = _fields.required(
            "convert_to", codec.array(InventoryConversionTarget.from_dict)
        )
        ids: list[int | str] = _fields.required(
            "ids",
            codec.array(
                codec.either(
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
                )
            ),
        )
        assign_to: Reference | None = _fields.optional("assign_to", Reference.from_dict)
        related_modules: list[RelatedModule] | None = _fields.optional(
            "related_modules", codec.array(RelatedModule.from_dict)
        )
        _fields.end()
        return cls(
            convert_to=convert_to,
            ids=ids,
            assign_to=assign_to,
            related_modules=related_modules,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "convert_to": self.convert_to,
                "assign_to": self.assign_to,
                "related_modules": self.related_modules,
                "ids": self.ids,
            }
        )
