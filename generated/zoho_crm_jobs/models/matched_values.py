# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The schema ``MatchedValues``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec
from ..runtime.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..models.field_match import FieldMatch


@define
class MatchedValues:
    """What matched, by module.

    Attributes:
        contacts (list[FieldMatch] | None | Unset): What matched in Contacts.
        accounts (list[FieldMatch] | None | Unset): What matched in Accounts.
        deals (list[FieldMatch] | None | Unset): What matched in Deals.
        additional_properties (dict[str, Any]): The keys that the document does not name.
    """

    contacts: list[FieldMatch] | None | Unset = UNSET
    accounts: list[FieldMatch] | None | Unset = UNSET
    deals: list[FieldMatch] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

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
        from ..models.field_match import FieldMatch

        _fields = codec.Fields(source)
        contacts: list[FieldMatch] | None | Unset = _fields.optional(
            "Contacts", codec.nullable(codec.array(FieldMatch.from_dict))
        )
        accounts: list[FieldMatch] | None | Unset = _fields.optional(
            "Accounts", codec.nullable(codec.array(FieldMatch.from_dict))
        )
        deals: list[FieldMatch] | None | Unset = _fields.optional(
            "Deals", codec.nullable(codec.array(FieldMatch.from_dict))
        )
        return cls(contacts=contacts, accounts=accounts, deals=deals, additional_properties=_fields.rest)

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
                **self.additional_properties,
            }
        )
