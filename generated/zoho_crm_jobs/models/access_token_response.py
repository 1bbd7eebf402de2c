# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""An access token, with a refresh token if it is the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class AccessTokenResponse:
    """An access token, with a refresh token if it is the first one.

    Attributes:
        access_token (str): The access token.
        api_domain (str): The api domain to use with the token.
        token_type (str): The kind of token.
        expires_in (int): The number of seconds for which the token is valid.
        refresh_token (str | None): The refresh token, only for an authorization code with offline access.
        scope (str | None): The scopes of the token.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    access_token: str = _field(repr=False)
    api_domain: str
    token_type: str
    expires_in: int
    refresh_token: str | None = _field(default=None, repr=False)
    scope: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        access_token: str = _fields.required("access_token", codec.text)
        api_domain: str = _fields.required("api_domain", codec.text)
        token_type: str = _fields.required("token_type", codec.text)
        expires_in: int = _fields.required("expires_in", codec.integer)
        refresh_token: str | None = _fields.optional("refresh_token", codec.text)
        scope: str | None = _fields.optional("scope", codec.text)
        return cls(
            access_token=access_token,
            api_domain=api_domain,
            token_type=token_type,
            expires_in=expires_in,
            refresh_token=refresh_token,
            scope=scope,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "access_token": self.access_token,
                "refresh_token": self.refresh_token,
                "api_domain": self.api_domain,
                "token_type": self.token_type,
                "expires_in": self.expires_in,
                "scope": self.scope,
            },
            self.additional_properties,
        )
