# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The records that the lead was converted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .named_reference import NamedReference


@define(repr=False)
class ConvertedLeadDetails:
    """The records that the lead was converted to.

    Attributes:
        contacts (NamedReference): The name and id of a record.
        deals (NamedReference | None): The deal, null if none was requested.
        accounts (NamedReference | None): The account, null if there is none.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    contacts: NamedReference
    deals: NamedReference | None = None
    accounts: NamedReference | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .named_reference import NamedReference

        _fields = codec.Fields(source)
        contacts: NamedReference = _fields.required("Contacts", NamedReference.from_dict)
        deals: NamedReference | None = _fields.optional("Deals", codec.nullable(NamedReference.from_dict))
        accounts: NamedReference | None = _fields.optional("Accounts", codec.nullable(NamedReference.from_dict))
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
