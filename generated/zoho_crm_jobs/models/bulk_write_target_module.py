# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The module to write the rows to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class BulkWriteTargetModule:
    """The module to write the rows to.

    Attributes:
        api_name (str): The API name of the module or subform.
        id (int | str | None): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
    """

    api_name: str
    id: int | str | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: str = _fields.required("api_name", codec.text)
        id: int | str | None = _fields.optional(
            "id",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        _fields.end()
        return cls(
            api_name=api_name,
            id=id,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "api_name": self.api_name,
                "id": self.id,
            }
        )
