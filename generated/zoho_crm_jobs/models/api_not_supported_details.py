# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``ApiNotSupportedDetails``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class ApiNotSupportedDetails:
    """The first version that has the operation.

    Attributes:
        supported_version (float | Unset): The version, without its "v".
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    supported_version: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

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
        _fields = codec.Fields(source)
        supported_version: float | Unset = _fields.optional("supported_version", codec.number)
        return cls(supported_version=supported_version, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "supported_version": self.supported_version,
                **self.additional_properties,
            }
        )
