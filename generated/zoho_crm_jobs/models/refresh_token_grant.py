# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A request for a new access token, with a refresh token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class RefreshTokenGrant:
    """A request for a new access token, with a refresh token.

    Attributes:
        grant_type (Literal['refresh_token']): Always refresh_token.
        client_id (str): The id of the client.
        client_secret (str): The secret of the client.
        refresh_token (str): The refresh token. It does not expire unless it is revoked. A user has at most 20; a
            new one replaces the oldest.
    """

    grant_type: Literal["refresh_token"]
    client_id: str
    client_secret: str = _field(repr=False)
    refresh_token: str = _field(repr=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        grant_type: Literal["refresh_token"] = _fields.required("grant_type", codec.constant("refresh_token"))
        client_id: str = _fields.required("client_id", codec.text)
        client_secret: str = _fields.required("client_secret", codec.text)
        refresh_token: str = _fields.required("refresh_token", codec.text)
        _fields.end()
        return cls(
            grant_type=grant_type,
            client_id=client_id,
            client_secret=client_secret,
            refresh_token=refresh_token,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "grant_type": self.grant_type,
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "refresh_token": self.refresh_token,
            }
        )
