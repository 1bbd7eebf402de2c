# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The records that match a lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .matched_values import MatchedValues
    from .matching_account import MatchingAccount
    from .matching_contact import MatchingContact
    from .matching_record import MatchingRecord
    from .module_name import ModuleName


@define(repr=False)
class LeadConversionOptions:
    """The records that match a lead.

    Attributes:
        module_preference (ModuleName | None): The module that is matched first.
        contacts (list[MatchingContact] | None): The matching contacts.
        accounts (list[MatchingAccount] | None): The matching accounts.
        deals (list[MatchingRecord] | None): The matching deals.
        preference_field_matched_value (MatchedValues | None): The matching fields.
        modules_with_multiple_layouts (list[ModuleName] | None): The modules that need a layout to be chosen.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    module_preference: ModuleName | None = None
    contacts: list[MatchingContact] | None = None
    accounts: list[MatchingAccount] | None = None
    deals: list[MatchingRecord] | None = None
    preference_field_matched_value: MatchedValues | None = None
    modules_with_multiple_layouts: list[ModuleName] | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .matched_values import MatchedValues
        from .matching_account import MatchingAccount
        from .matching_contact import MatchingContact
        from .matching_record import MatchingRecord
        from .module_name import ModuleName

        _fields = codec.Fields(source)
        module_preference: ModuleName | None = _fields.optional(
            "module_preference", codec.nullable(ModuleName.from_dict)
        )
        contacts: list[MatchingContact] | None = _fields.optional(
            "Contacts", codec.nullable(codec.array(MatchingContact.from_dict))
        )
        accounts: list[MatchingAccount] | None = _fields.optional(
            "Accounts", codec.nullable(codec.array(MatchingAccount.from_dict))
        )
        deals: list[MatchingRecord] | None = _fields.optional(
            "Deals", codec.nullable(codec.array(MatchingRecord.from_dict))
        )
        preference_field_matched_value: MatchedValues | None = _fields.optional(
            "preference_field_matched_value", codec.nullable(MatchedValues.from_dict)
        )
        modules_with_multiple_layouts: list[ModuleName] | None = _fields.optional(
            "modules_with_multiple_layouts", codec.nullable(codec.array(ModuleName.from_dict))
        )
        _model = cls(
            module_preference=module_preference,
            contacts=contacts,
            accounts=accounts,
            deals=deals,
            preference_field_matched_value=preference_field_matched_value,
            modules_with_multiple_layouts=modules_with_multiple_layouts,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "module_preference": self.module_preference,
                "Contacts": self.contacts,
                "Accounts": self.accounts,
                "Deals": self.deals,
                "preference_field_matched_value": self.preference_field_matched_value,
                "modules_with_multiple_layouts": self.modules_with_multiple_layouts,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
