# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``InventoryConversionTarget``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.module_reference import ModuleReference


@define
class InventoryConversionTarget:
    """The module that the records are converted to.

    Attributes:
        module (ModuleReference): A module, by its API name and its id.
        carry_over_tags (bool): Whether the new records get the tags of their parents.
    """

    module: ModuleReference
    carry_over_tags: bool

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Reads the model out of a JSON object.

        Args:
            source: The object.

        Returns:
            The model.

        Raises:
            ValueError: The object is not what the document says; the message says where.
        """
        from ..models.module_reference import ModuleReference

        _fields = codec.Fields(source)
        module: ModuleReference = _fields.required("module", ModuleReference.from_dict)
        carry_over_tags: bool = _fields.required("carry_over_tags", codec.boolean)
        _fields.end()
        return cls(
            module=module,
            carry_over_tags=carry_over_tags,
        )

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "module": self.module,
                "carry_over_tags": self.carry_over_tags,
            }
        )
