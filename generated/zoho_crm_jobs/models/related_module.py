# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A related module whose records also get the new owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class RelatedModule:
    """A related module whose records also get the new owner.

    Attributes:
        api_name (None | str | Unset): The API name: Tasks, Events or Calls.
        id (int | None | str | Unset): The id of the module.
    """

    api_name: None | str | Unset = UNSET
    id: int | None | str | Unset = UNSET

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: None | str | Unset = _fields.optional("api_name", codec.nullable(codec.text))
        id: int | None | str | Unset = _fields.optional("id", codec.nullable(codec.either(codec.text, codec.integer)))
        _fields.end()
        return cls(
            api_name=api_name,
            id=id,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "id": self.id,
            }
        )
