# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A territory that limits the records of the job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class Territory:
    """A territory that limits the records of the job.

    Attributes:
        id (int | str): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
        include_child (bool | None): Whether to include the territories below it. Defaults to false, like null.
    """

    id: int | str
    include_child: bool | None = None
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        id: int | str = _fields.required(
            "id",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        include_child: bool | None = _fields.optional("include_child", codec.nullable(codec.boolean))
        _fields.end()
        _model = cls(
            id=id,
            include_child=include_child,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
                "include_child": self.include_child,
            },
            nulls=self._nulls,
        )
