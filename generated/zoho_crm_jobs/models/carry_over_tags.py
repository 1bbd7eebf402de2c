# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The names of the lead's tags to copy to each new record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class CarryOverTags:
    """The names of the lead's tags to copy to each new record.

    Attributes:
        contacts (list[str] | Unset): The tags for the contact.
        accounts (list[str] | Unset): The tags for the account.
        deals (list[str] | Unset): The tags for the deal.
    """

    contacts: list[str] | Unset = UNSET
    accounts: list[str] | Unset = UNSET
    deals: list[str] | Unset = UNSET

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        contacts: list[str] | Unset = _fields.optional("Contacts", codec.array(codec.text))
        accounts: list[str] | Unset = _fields.optional("Accounts", codec.array(codec.text))
        deals: list[str] | Unset = _fields.optional("Deals", codec.array(codec.text))
        _fields.end()
        return cls(
            contacts=contacts,
            accounts=accounts,
            deals=deals,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Accounts": self.accounts,
                "Deals": self.deals,
            }
        )
