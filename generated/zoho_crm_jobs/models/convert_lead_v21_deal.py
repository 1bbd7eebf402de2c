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
class ConvertLeadV21Deal:
    """The deal to create, with any field of the Deals module.

    Attributes:
        deal_name (str | None): The name of the deal.
        closing_date (datetime.date | None): When the deal is expected to close.
        stage (str | None): The stage of the deal.
        amount (float | None): The amount, in the currency of the organization.
        pipeline (str | None): The pipeline of the stage.
        additional_properties (dict[str, Any]): Keys that the document does not list.
    """

    deal_name: str | None = None
    closing_date: datetime.date | None = None
    stage: str | None = None
    amount: float | None = None
    pipeline: str | None = None
    additional_properties: dict[str, Any] = _field(factory=dict, kw_only=True)

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        _fields = codec.Fields(source)
        deal_name: str | None = _fields.optional("Deal_Name", codec.text)
        closing_date: datetime.date | None = _fields.optional("Closing_Date", codec.date)
        stage: str | None = _fields.optional("Stage", codec.text)
        amount: float | None = _fields.optional("Amount", codec.number)
        pipeline: str | None = _fields.optional("Pipeline", codec.text)
        return cls(
            deal_name=deal_name,
            closing_date=closing_date,
            stage=stage,
            amount=amount,
            pipeline=pipeline,
            additional_properties=_fields.rest,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "Deal_Name": self.deal_name,
                "Closing_Date": self.closing_date,
                "Stage": self.stage,
                "Amount": self.amount,
                "Pipeline": self.pipeline,
            },
            self.additional_properties,
        )
