# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The job does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .empty_details import EmptyDetails


@define(repr=False)
class ResourceNotFound:
    """The job does not exist.

    Attributes:
        code (Literal['RESOURCE_NOT_FOUND']): The error code.
        status (Literal['error']): Always "error".
        details (EmptyDetails | None): No source documents details for this code. Captured errors have an empty
            object.
        message (str | None): Zoho's message. The wording differs between pages and versions.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    code: Literal["RESOURCE_NOT_FOUND"]
    status: Literal["error"]
    details: EmptyDetails | None = None
    message: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .empty_details import EmptyDetails

        _fields = codec.Fields(source)
        code: Literal["RESOURCE_NOT_FOUND"] = _fields.required("code", codec.constant("RESOURCE_NOT_FOUND"))
        status: Literal["error"] = _fields.required("status", codec.constant("error"))
        details: EmptyDetails | None = _fields.optional("details", EmptyDetails.from_dict)
        message: str | None = _fields.optional("message", codec.text)
        return cls(code=code, status=status, details=details, message=message, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "code": self.code,
                "details": self.details,
                "message": self.message,
                "status": self.status,
            },
            self.additional_properties,
        )
