# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The records that the lead was converted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .named_reference import NamedReference


@define
class ConvertedLeadDetails:
    """The records that the lead was converted to.

    Attributes:
        contacts (NamedReference): The name and id of a record.
        deals (NamedReference | None | Unset): The deal, null if none was requested.
        accounts (NamedReference | None | Unset): The account, null if there is none.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    contacts: NamedReference
    deals: NamedReference | None | Unset = UNSET
    accounts: NamedReference | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .named_reference import NamedReference

        _fields = codec.Fields(source)
        contacts: NamedReference = _fields.required("Contacts", NamedReference.from_dict)
        deals: NamedReference | None | Unset = _fields.optional("Deals", codec.nullable(NamedReference.from_dict))
        accounts: NamedReference | None | Unset = _fields.optional("Accounts", codec.nullable(NamedReference.from_dict))
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
