# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The options of the conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .attachment_target import AttachmentTarget
    from .carry_over_tags import CarryOverTags
    from .convert_lead_deal import ConvertLeadDeal
    from .reference import Reference


@define(repr=False)
class LeadConversion:
    """The options of the conversion. Without `Deals`, no deal is created.

    Attributes:
        overwrite (bool | None): If the request names an account, whether the lead's company replaces the
            contact's account name. The account's own data stay as they are. Defaults to false, which only links the
            records.
        notify_lead_owner (bool | None): Whether to notify the lead's owner. Defaults to false.
        notify_new_entity_owner (bool | None): Whether to notify the owner of the new records. Defaults to false.
        move_attachments_to (AttachmentTarget | None): The new record that gets the lead's attachments.
        accounts (Reference | None): The id of a record or user.
        contacts (Reference | None): The id of a record or user.
        assign_to (Reference | None): The id of a record or user.
        deals (ConvertLeadDeal | None): The deal to create, with any field of the Deals module.
        carry_over_tags (CarryOverTags | None): The names of the lead's tags to copy to each new record.
        add_to_existing_record (bool | None): Whether to link matching records instead of duplicating them.
    """

    overwrite: bool | None = None
    notify_lead_owner: bool | None = None
    notify_new_entity_owner: bool | None = None
    move_attachments_to: AttachmentTarget | None = None
    accounts: Reference | None = None
    contacts: Reference | None = None
    assign_to: Reference | None = None
    deals: ConvertLeadDeal | None = None
    carry_over_tags: CarryOverTags | None = None
    add_to_existing_record: bool | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .attachment_target import AttachmentTarget
        from .carry_over_tags import CarryOverTags
        from .convert_lead_deal import ConvertLeadDeal
        from .reference import Reference

        _fields = codec.Fields(source)
        overwrite: bool | None = _fields.optional("overwrite", codec.boolean)
        notify_lead_owner: bool | None = _fields.optional("notify_lead_owner", codec.boolean)
        notify_new_entity_owner: bool | None = _fields.optional("notify_new_entity_owner", codec.boolean)
        move_attachments_to: AttachmentTarget | None = _fields.optional(
            "move_attachments_to", AttachmentTarget.from_dict
        )
        accounts: Reference | None = _fields.optional("Accounts", Reference.from_dict)
        contacts: Reference | None = _fields.optional("Contacts", Reference.from_dict)
        assign_to: Reference | None = _fields.optional("assign_to", Reference.from_dict)
        deals: ConvertLeadDeal | None = _fields.optional("Deals", ConvertLeadDeal.from_dict)
        carry_over_tags: CarryOverTags | None = _fields.optional("carry_over_tags", CarryOverTags.from_dict)
        add_to_existing_record: bool | None = _fields.optional("add_to_existing_record", codec.boolean)
        _fields.end()
        return cls(
            overwrite=overwrite,
            notify_lead_owner=notify_lead_owner,
            notify_new_entity_owner=notify_new_entity_owner,
            move_attachments_to=move_attachments_to,
            accounts=accounts,
            contacts=contacts,
            assign_to=assign_to,
            deals=deals,
            carry_over_tags=carry_over_tags,
            add_to_existing_record=add_to_existing_record,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "overwrite": self.overwrite,
                "notify_lead_owner": self.notify_lead_owner,
                "notify_new_entity_owner": self.notify_new_entity_owner,
                "move_attachments_to": self.move_attachments_to,
                "Accounts": self.accounts,
                "Contacts": self.contacts,
                "assign_to": self.assign_to,
                "Deals": self.deals,
                "carry_over_tags": self.carry_over_tags,
                "add_to_existing_record": self.add_to_existing_record,
            }
        )
