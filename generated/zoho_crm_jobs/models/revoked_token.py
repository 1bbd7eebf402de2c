# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The token was revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class RevokedToken:
    """The token was revoked.

    Attributes:
        status (Literal['success']): Always "success".
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    status: Literal["success"]
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        status: Literal["success"] = _fields.required("status", codec.constant("success"))
        return cls(status=status, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "status": self.status,
            },
            self.additional_properties,
        )
