# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""An account that matches the lead, with some of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .named_reference import NamedReference


@define(repr=False)
class MatchingAccount:
    """An account that matches the lead, with some of its fields.

    Attributes:
        id (str): The id, a string of 1 to 19 digits.
        account_name (str | None): The account's name.
        account_type (str | None): The account's type.
        phone (str | None): The account's phone number.
        website (str | None): The account's website.
        layout (NamedReference | None): The name and id of a record.
        locked_s (bool | None): Whether the account is locked.
        editable (bool | None): Whether the user may change the account.
        approval_state (str | None): Where the record is in its approval process. Known values are approved,
            pending, rejected, approval_process_pending and approval_process_rejected.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    id: str
    account_name: str | None = None
    account_type: str | None = None
    phone: str | None = None
    website: str | None = None
    layout: NamedReference | None = None
    locked_s: bool | None = None
    editable: bool | None = None
    approval_state: str | None = None
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
        id: str = _fields.required("id", codec.text)
        account_name: str | None = _fields.optional("Account_Name", codec.text)
        account_type: str | None = _fields.optional("Account_Type", codec.nullable(codec.text))
        phone: str | None = _fields.optional("Phone", codec.nullable(codec.text))
        website: str | None = _fields.optional("Website", codec.nullable(codec.text))
        layout: NamedReference | None = _fields.optional("Layout", NamedReference.from_dict)
        locked_s: bool | None = _fields.optional("Locked__s", codec.boolean)
        editable: bool | None = _fields.optional("$editable", codec.boolean)
        approval_state: str | None = _fields.optional("$approval_state", codec.text)
        _model = cls(
            id=id,
            account_name=account_name,
            account_type=account_type,
            phone=phone,
            website=website,
            layout=layout,
            locked_s=locked_s,
            editable=editable,
            approval_state=approval_state,
            additional_properties=_fields.rest,
        )
        _model._nulls = _fields.nulls
        return _model

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "id": self.id,
                "Account_Name": self.account_name,
                "Account_Type": self.account_type,
                "Phone": self.phone,
                "Website": self.website,
                "Layout": self.layout,
                "Locked__s": self.locked_s,
                "$editable": self.editable,
                "$approval_state": self.approval_state,
            },
            self.additional_properties,
            nulls=self._nulls,
        )
