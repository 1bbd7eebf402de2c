# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The smallest and the largest value that a field accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class RangeDetails:
    """The smallest and the largest value that a field accepts.

    Attributes:
        from_ (int | Unset): The smallest value.
        to (int | Unset): The largest value.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    from_: int | Unset = UNSET
    to: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        from_: int | Unset = _fields.optional("from", codec.integer)
        to: int | Unset = _fields.optional("to", codec.integer)
        return cls(from_=from_, to=to, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "from": self.from_,
                "to": self.to,
                **self.additional_properties,
            }
        )
