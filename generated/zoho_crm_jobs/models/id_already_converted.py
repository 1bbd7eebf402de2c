# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The record was converted before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .id_already_converted_details import IdAlreadyConvertedDetails


@define(repr=False)
class IdAlreadyConverted:
    """The record was converted before.

    Attributes:
        code (Literal['ID_ALREADY_CONVERTED']): The error code.
        status (Literal['error']): Always "error".
        details (IdAlreadyConvertedDetails | None): Empty in v2.1. Later versions give the position of the id in
            the path.
        message (str | None): Zoho's message. The wording differs between pages and versions.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    code: Literal["ID_ALREADY_CONVERTED"]
    status: Literal["error"]
    details: IdAlreadyConvertedDetails | None = None
    message: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .id_already_converted_details import IdAlreadyConvertedDetails

        _fields = codec.Fields(source)
        code: Literal["ID_ALREADY_CONVERTED"] = _fields.required("code", codec.constant("ID_ALREADY_CONVERTED"))
        status: Literal["error"] = _fields.required("status", codec.constant("error"))
        details: IdAlreadyConvertedDetails | None = _fields.optional("details", IdAlreadyConvertedDetails.from_dict)
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
