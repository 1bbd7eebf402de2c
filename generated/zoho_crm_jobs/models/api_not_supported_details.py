# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The first version that has the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class ApiNotSupportedDetails:
    """The first version that has the operation.

    Attributes:
        supported_version (float | None): The version, without its "v".
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    supported_version: float | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        supported_version: float | None = _fields.optional("supported_version", codec.number)
        return cls(supported_version=supported_version, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "supported_version": self.supported_version,
            },
            self.additional_properties,
        )
