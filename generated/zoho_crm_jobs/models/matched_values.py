# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The matching fields, by module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .field_match import FieldMatch


@define(repr=False)
class MatchedValues:
    """The matching fields, by module.

    Attributes:
        contacts (list[FieldMatch] | None): The matching fields in Contacts.
        accounts (list[FieldMatch] | None): The matching fields in Accounts.
        deals (list[FieldMatch] | None): The matching fields in Deals.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    contacts: list[FieldMatch] | None = None
    accounts: list[FieldMatch] | None = None
    deals: list[FieldMatch] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .field_match import FieldMatch

        _fields = codec.Fields(source)
        contacts: list[FieldMatch] | None = _fields.optional(
            "Contacts", codec.nullable(codec.array(FieldMatch.from_dict))
        )
        accounts: list[FieldMatch] | None = _fields.optional(
            "Accounts", codec.nullable(codec.array(FieldMatch.from_dict))
        )
        deals: list[FieldMatch] | None = _fields.optional("Deals", codec.nullable(codec.array(FieldMatch.from_dict)))
        _model = cls(contacts=contacts, accounts=accounts, deals=deals, additional_properties=_fields.rest)
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Contacts": self.contacts,
                "Accounts": self.accounts,
                "Deals": self.deals,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
