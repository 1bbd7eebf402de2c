# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The new record that gets the lead's attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from .attachment_target_api_name import AttachmentTargetApiName

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class AttachmentTarget:
    """The new record that gets the lead's attachments.

    Attributes:
        api_name (AttachmentTargetApiName | None): The module of the record.
        id (int | str | None): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
    """

    api_name: AttachmentTargetApiName | None = None
    id: int | str | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        api_name: AttachmentTargetApiName | None = _fields.optional(
            "api_name", codec.choice(AttachmentTargetApiName, ["Contacts", "Deals", "Accounts"])
        )
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
