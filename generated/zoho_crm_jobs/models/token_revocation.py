# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The token to revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class TokenRevocation:
    """The token to revoke.

    Attributes:
        token (str): A refresh token or an access token.
    """

    token: str = _field(repr=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        token: str = _fields.required("token", codec.text)
        _fields.end()
        return cls(
            token=token,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "token": self.token,
            }
        )
