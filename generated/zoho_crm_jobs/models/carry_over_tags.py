# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``CarryOverTags``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class CarryOverTags:
    """The names of the lead's tags that each new record gets.

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
        """Reads the model out of a JSON object.

        Args:
            source: The object.

        Returns:
            The model.

        Raises:
            ValueError: The object is not what the document says; the message says where.
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
        """Writes the model as a JSON object.

        Returns:
            The object, without the keys that are left out.
        """
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Accounts": self.accounts,
                "Deals": self.deals,
            }
        )
