# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""A change of owner of the records of a custom view, at most 50,000."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .mass_change_owner_criterion import MassChangeOwnerCriterion
    from .reference import Reference
    from .territory import Territory


@define(repr=False)
class MassChangeOwnerRequest:
    """A change of owner of the records of a custom view, at most 50,000.

    Attributes:
        cvid (int | str): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
        owner (Reference): The id of a record or user.
        territory (Territory | None): A territory that limits the records of the job.
        criteria (MassChangeOwnerCriterion | None): A condition that the records of the view must also meet.
    """

    cvid: int | str
    owner: Reference
    territory: Territory | None = None
    criteria: MassChangeOwnerCriterion | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .mass_change_owner_criterion import MassChangeOwnerCriterion
        from .reference import Reference
        from .territory import Territory

        _fields = codec.Fields(source)
        cvid: int | str = _fields.required(
            "cvid",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        owner: Reference = _fields.required("owner", Reference.from_dict)
        territory: Territory | None = _fields.optional("territory", Territory.from_dict)
        criteria: MassChangeOwnerCriterion | None = _fields.optional("criteria", MassChangeOwnerCriterion.from_dict)
        _fields.end()
        return cls(
            cvid=cvid,
            owner=owner,
            territory=territory,
            criteria=criteria,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "cvid": self.cvid,
                "owner": self.owner,
                "territory": self.territory,
                "criteria": self.criteria,
            }
        )
