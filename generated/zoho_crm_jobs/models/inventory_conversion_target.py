# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The module to convert the records to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .module_reference import ModuleReference


@define(repr=False)
class InventoryConversionTarget:
    """The module to convert the records to.

    Attributes:
        module (ModuleReference): The API name and id of a module.
        carry_over_tags (bool): Whether to copy the tags of the parents to the new records.
    """

    module: ModuleReference
    carry_over_tags: bool

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .module_reference import ModuleReference

        _fields = codec.Fields(source)
        module: ModuleReference = _fields.required("module", ModuleReference.from_dict)
        carry_over_tags: bool = _fields.required("carry_over_tags", codec.boolean)
        _fields.end()
        return cls(
            module=module,
            carry_over_tags=carry_over_tags,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "module": self.module,
                "carry_over_tags": self.carry_over_tags,
            }
        )
