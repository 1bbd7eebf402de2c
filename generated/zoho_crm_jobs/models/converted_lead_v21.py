# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The ids of the records that the lead was converted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping


@define(repr=False)
class ConvertedLeadV21:
    """The ids of the records that the lead was converted to.

    Attributes:
        contacts (str): The id, a string of 1 to 19 digits.
        deals (str | None): The id of the deal, null if none was requested.
        accounts (str | None): The id of the account, null if there is none.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    contacts: str
    deals: str | None = None
    accounts: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        contacts: str = _fields.required("Contacts", codec.text)
        deals: str | None = _fields.optional("Deals", codec.nullable(codec.text))
        accounts: str | None = _fields.optional("Accounts", codec.nullable(codec.text))
        _model = cls(contacts=contacts, deals=deals, accounts=accounts, additional_properties=_fields.rest)
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Deals": self.deals,
                "Accounts": self.accounts,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
