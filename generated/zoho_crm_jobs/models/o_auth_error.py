# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The reason why there is no token, regardless of the HTTP status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from .o_auth_error_error import OAuthErrorError

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class OAuthError:
    """The reason why there is no token, regardless of the HTTP status.

    Attributes:
        error (OAuthErrorError): The reason.
        error_description (str | None): A description of the reason.
        status (str | None): The only known value is "failure".
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    error: OAuthErrorError
    error_description: str | None = None
    status: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        error: OAuthErrorError = _fields.required("error", codec.enumeration(OAuthErrorError))
        error_description: str | None = _fields.optional("error_description", codec.text)
        status: str | None = _fields.optional("status", codec.text)
        return cls(error=error, error_description=error_description, status=status, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "error": self.error,
                "error_description": self.error_description,
                "status": self.status,
            },
            self.additional_properties,
        )
