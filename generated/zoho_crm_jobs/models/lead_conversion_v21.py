# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The options of the conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .carry_over_tags import CarryOverTags
    from .convert_lead_v21_deal import ConvertLeadV21Deal


@define(repr=False)
class LeadConversionV21:
    """The options of the conversion. Without `Deals`, no deal is created.

    Attributes:
        overwrite (bool | None): If the request names an account, whether the lead's company replaces the
            contact's account name. The account's own data stay as they are. Defaults to false, which only links the
            records.
        notify_lead_owner (bool | None): Whether to notify the lead's owner. Defaults to false.
        notify_new_entity_owner (bool | None): Whether to notify the owner of the new records. Defaults to false.
        accounts (int | str | None): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in
            every language.
        contacts (int | str | None): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in
            every language.
        assign_to (int | str | None): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in
            every language.
        deals (ConvertLeadV21Deal | None): The deal to create, with any field of the Deals module.
        carry_over_tags (CarryOverTags | None): The names of the lead's tags to copy to each new record.
    """

    overwrite: bool | None = None
    notify_lead_owner: bool | None = None
    notify_new_entity_owner: bool | None = None
    accounts: int | str | None = None
    contacts: int | str | None = None
    assign_to: int | str | None = None
    deals: ConvertLeadV21Deal | None = None
    carry_over_tags: CarryOverTags | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .carry_over_tags import CarryOverTags
        from .convert_lead_v21_deal import ConvertLeadV21Deal

        _fields = codec.Fields(source)
        overwrite: bool | None = _fields.optional("overwrite", codec.boolean)
        notify_lead_owner: bool | None = _fields.optional("notify_lead_owner", codec.boolean)
        notify_new_entity_owner: bool | None = _fields.optional("notify_new_entity_owner", codec.boolean)
        accounts: int | str | None = _fields.optional(
            "Accounts",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        contacts: int | str | None = _fields.optional(
            "Contacts",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        assign_to: int | str | None = _fields.optional(
            "assign_to",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        deals: ConvertLeadV21Deal | None = _fields.optional("Deals", ConvertLeadV21Deal.from_dict)
        carry_over_tags: CarryOverTags | None = _fields.optional("carry_over_tags", CarryOverTags.from_dict)
        _fields.end()
        return cls(
            overwrite=overwrite,
            notify_lead_owner=notify_lead_owner,
            notify_new_entity_owner=notify_new_entity_owner,
            accounts=accounts,
            contacts=contacts,
            assign_to=assign_to,
            deals=deals,
            carry_over_tags=carry_over_tags,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "overwrite": self.overwrite,
                "notify_lead_owner": self.notify_lead_owner,
                "notify_new_entity_owner": self.notify_new_entity_owner,
                "Accounts": self.accounts,
                "Contacts": self.contacts,
                "assign_to": self.assign_to,
                "Deals": self.deals,
                "carry_over_tags": self.carry_over_tags,
            }
        )
