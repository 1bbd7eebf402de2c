# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The names of the lead's tags to copy to each new record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class CarryOverTags:
    """The names of the lead's tags to copy to each new record.

    Attributes:
        contacts (list[str] | None): The tags for the contact.
        accounts (list[str] | None): The tags for the account.
        deals (list[str] | None): The tags for the deal.
    """

    contacts: list[str] | None = None
    accounts: list[str] | None = None
    deals: list[str] | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        contacts: list[str] | None = _fields.optional("Contacts", codec.array(codec.text))
        accounts: list[str] | None = _fields.optional("Accounts", codec.array(codec.text))
        deals: list[str] | None = _fields.optional("Deals", codec.array(codec.text))
        _fields.end()
        return cls(
            contacts=contacts,
            accounts=accounts,
            deals=deals,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Accounts": self.accounts,
                "Deals": self.deals,
            }
        )
