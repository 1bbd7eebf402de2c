# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A territory whose records the job is limited to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class Territory:
    """A territory whose records the job is limited to.

    Attributes:
        id (str): An identifier, a number of at most 19 digits, sent as a string.
        include_child (bool | Unset): Whether the territories below it count too, which is not the case if this is
            left out.
    """

    id: str
    include_child: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        include_child: bool | Unset = _fields.optional("include_child", codec.boolean)
        _fields.end()
        return cls(
            id=id,
            include_child=include_child,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "id": self.id,
                "include_child": self.include_child,
            }
        )
