# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A related module whose records also get the new owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class RelatedModule:
    """A related module whose records also get the new owner.

    Attributes:
        api_name (str | None): The API name: Tasks, Events or Calls.
        id (int | str | None): The id of the module.
    """

    api_name: str | None = None
    id: int | str | None = None
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str | None = _fields.optional("api_name", codec.nullable(codec.text))
        id: int | str | None = _fields.optional(
            "id",
            codec.nullable(
                codec.either(
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                    codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
                )
            ),
        )
        _fields.end()
        _model = cls(
            api_name=api_name,
            id=id,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "id": self.id,
            },
            nulls=self._nulls,
        )
