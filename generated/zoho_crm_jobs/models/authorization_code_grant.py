# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A request for tokens, with an authorization code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class AuthorizationCodeGrant:
    """A request for tokens, with an authorization code.

    Attributes:
        grant_type (Literal['authorization_code']): Always authorization_code.
        client_id (str): The id of the client.
        client_secret (str): The secret of the client.
        code (str): The code, valid once and for three minutes.
        redirect_uri (str | None): The URI that the code was sent to.
    """

    grant_type: Literal["authorization_code"]
    client_id: str
    client_secret: str = _field(repr=False)
    code: str = _field(repr=False)
    redirect_uri: str | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        grant_type: Literal["authorization_code"] = _fields.required("grant_type", codec.constant("authorization_code"))
        client_id: str = _fields.required("client_id", codec.text)
        client_secret: str = _fields.required("client_secret", codec.text)
        code: str = _fields.required("code", codec.text)
        redirect_uri: str | None = _fields.optional("redirect_uri", codec.text)
        _fields.end()
        return cls(
            grant_type=grant_type,
            client_id=client_id,
            client_secret=client_secret,
            code=code,
            redirect_uri=redirect_uri,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "grant_type": self.grant_type,
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "redirect_uri": self.redirect_uri,
                "code": self.code,
            }
        )
