# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The deal to create, with any field of the Deals module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define
from attrs import field as _field

from ..runtime import codec

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping


@define(repr=False)
class ConvertLeadDeal:
    """The deal to create, with any field of the Deals module.

    Attributes:
        deal_name (str): The name of the deal.
        closing_date (datetime.date): When the deal is expected to close.
        stage (str): The stage of the deal.
        pipeline (str | None): The pipeline of the stage. Needed if pipelines are enabled.
        amount (float | None): The amount, in the currency of the organization.
        contact_role (int | str | None): The contact's role in the deal, by its id or by its name.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    deal_name: str
    closing_date: datetime.date
    stage: str
    pipeline: str | None = None
    amount: float | None = None
    contact_role: int | str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        deal_name: str = _fields.required("Deal_Name", codec.text)
        closing_date: datetime.date = _fields.required("Closing_Date", codec.date)
        stage: str = _fields.required("Stage", codec.text)
        pipeline: str | None = _fields.optional("Pipeline", codec.text)
        amount: float | None = _fields.optional("Amount", codec.number)
        contact_role: int | str | None = _fields.optional("Contact_Role", codec.either(codec.text, codec.integer))
        return cls(
            deal_name=deal_name,
            closing_date=closing_date,
            stage=stage,
            pipeline=pipeline,
            amount=amount,
            contact_role=contact_role,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Deal_Name": self.deal_name,
                "Closing_Date": self.closing_date,
                "Stage": self.stage,
                "Pipeline": self.pipeline,
                "Amount": self.amount,
                "Contact_Role": self.contact_role,
            },
            self.additional_properties,
        )
