# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A request for an access token, with client credentials (self client)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class ClientCredentialsGrant:
    """A request for an access token, with client credentials (self client).

    Attributes:
        grant_type (Literal['client_credentials']): Always client_credentials.
        client_id (str): The id of the client.
        client_secret (str): The secret of the client.
        scope (str): The scopes, separated by commas.
        soid (str): The organization, as ZohoCRM.<zsoid>.
    """

    grant_type: Literal["client_credentials"]
    client_id: str
    client_secret: str = _field(repr=False)
    scope: str
    soid: str

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        grant_type: Literal["client_credentials"] = _fields.required("grant_type", codec.constant("client_credentials"))
        client_id: str = _fields.required("client_id", codec.text)
        client_secret: str = _fields.required("client_secret", codec.text)
        scope: str = _fields.required("scope", codec.text)
        soid: str = _fields.required("soid", codec.text)
        _fields.end()
        return cls(
            grant_type=grant_type,
            client_id=client_id,
            client_secret=client_secret,
            scope=scope,
            soid=soid,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "grant_type": self.grant_type,
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "scope": self.scope,
                "soid": self.soid,
            }
        )
