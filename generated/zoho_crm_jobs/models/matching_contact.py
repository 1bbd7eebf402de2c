# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A contact that matches the lead, with some of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .matching_contact_account import MatchingContactAccount
    from .named_reference import NamedReference


@define(repr=False)
class MatchingContact:
    """A contact that matches the lead, with some of its fields.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        full_name (str | None): The contact's name.
        email (str | None): The contact's email address.
        layout (NamedReference | None): The name and id of a record.
        account_name (MatchingContactAccount | None): The contact's account.
        locked_s (bool | None): Whether the contact is locked.
        editable (bool | None): Whether the user may change the contact.
        approval_state (str | None): Where the record is in its approval process. Known values are approved,
            pending, rejected, approval_process_pending and approval_process_rejected.
        data_processing_basis (str | None): The basis of data processing under the GDPR.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    full_name: str | None = None
    email: str | None = None
    layout: NamedReference | None = None
    account_name: MatchingContactAccount | None = None
    locked_s: bool | None = None
    editable: bool | None = None
    approval_state: str | None = None
    data_processing_basis: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)
    _nulls: tuple[str, ...] = _field(default=(), init=False, repr=False, eq=False)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .matching_contact_account import MatchingContactAccount
        from .named_reference import NamedReference

        _fields = codec.Fields(source)
        id: str = _fields.required("id", codec.text)
        full_name: str | None = _fields.optional("Full_Name", codec.text)
        email: str | None = _fields.optional("Email", codec.nullable(codec.text))
        layout: NamedReference | None = _fields.optional("Layout", NamedReference.from_dict)
        account_name: MatchingContactAccount | None = _fields.optional(
            "Account_Name", codec.nullable(MatchingContactAccount.from_dict)
        )
        locked_s: bool | None = _fields.optional("Locked__s", codec.boolean)
        editable: bool | None = _fields.optional("$editable", codec.boolean)
        approval_state: str | None = _fields.optional("$approval_state", codec.text)
        data_processing_basis: str | None = _fields.optional("Data_Processing_Basis", codec.nullable(codec.text))
        _model = cls(
            id=id,
            full_name=full_name,
            email=email,
            layout=layout,
            account_name=account_name,
            locked_s=locked_s,
            editable=editable,
            approval_state=approval_state,
            data_processing_basis=data_processing_basis,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
                "Full_Name": self.full_name,
                "Email": self.email,
                "Layout": self.layout,
                "Account_Name": self.account_name,
                "Locked__s": self.locked_s,
                "$editable": self.editable,
                "$approval_state": self.approval_state,
                "Data_Processing_Basis": self.data_processing_basis,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
