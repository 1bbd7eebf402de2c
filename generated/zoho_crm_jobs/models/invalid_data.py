# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .invalid_data_details import InvalidDataDetails


@define(repr=False)
class InvalidData:
    """A value is wrong, such as an id that does not exist or is malformed, or a value that the field does not
    accept.

    Attributes:
        code (Literal['INVALID_DATA']): The error code.
        status (Literal['error']): Always "error".
        details (InvalidDataDetails | None): The wrong value. Which keys are present depends on its place.
        message (str | None): Zoho's message. The wording differs between pages and versions.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    code: Literal["INVALID_DATA"]
    status: Literal["error"]
    details: InvalidDataDetails | None = None
    message: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .invalid_data_details import InvalidDataDetails

        _fields = codec.Fields(source)
        code: Literal["INVALID_DATA"] = _fields.required("code", codec.constant("INVALID_DATA"))
        status: Literal["error"] = _fields.required("status", codec.constant("error"))
        details: InvalidDataDetails | None = _fields.optional("details", InvalidDataDetails.from_dict)
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
