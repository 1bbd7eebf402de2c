# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The ids of the records that the lead was converted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


@define
class ConvertedLeadV21:
    """The ids of the records that the lead was converted to.

    Attributes:
        contacts (str): The id, a string of 1 to 19 digits.
        deals (None | str | Unset): The id of the deal, null if none was requested.
        accounts (None | str | Unset): The id of the account, null if there is none.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    contacts: str
    deals: None | str | Unset = UNSET
    accounts: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        contacts: str = _fields.required("Contacts", codec.text)
        deals: None | str | Unset = _fields.optional("Deals", codec.nullable(codec.text))
        accounts: None | str | Unset = _fields.optional("Accounts", codec.nullable(codec.text))
        return cls(contacts=contacts, deals=deals, accounts=accounts, additional_properties=_fields.rest)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object, without the keys that are ``UNSET``."""
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Deals": self.deals,
                "Accounts": self.accounts,
                **self.additional_properties,
            }
        )
