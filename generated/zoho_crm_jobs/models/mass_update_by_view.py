# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""An update of every record of a custom view, at most 50,000, in a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import define

from ..runtime import codec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .mass_update_fields import MassUpdateFields
    from .territory import Territory


@define(repr=False)
class MassUpdateByView:
    """An update of every record of a custom view, at most 50,000, in a job.

    Attributes:
        data (list[MassUpdateFields]): The fields and values, in one item.
        cvid (int | str): The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every
            language.
        territory (Territory | None): A territory that limits the records of the job.
        over_write (bool | None): Whether to replace the values of a multi-select picklist instead of adding to
            them. Defaults to false.
    """

    data: list[MassUpdateFields]
    cvid: int | str
    territory: Territory | None = None
    over_write: bool | None = None

    __repr__ = codec.represent

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode the model from a JSON object.

        Raises:
            ValueError: The object differs from the document; the message says where.
        """
        from .mass_update_fields import MassUpdateFields
        from .territory import Territory

        _fields = codec.Fields(source)
        data: list[MassUpdateFields] = _fields.required("data", codec.array(MassUpdateFields.from_dict))
        cvid: int | str = _fields.required(
            "cvid",
            codec.either(
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.text),
                codec.matching(r"[0-9]{1,19}", "1 to 19 digits", codec.integer),
            ),
        )
        territory: Territory | None = _fields.optional("territory", Territory.from_dict)
        over_write: bool | None = _fields.optional("over_write", codec.boolean)
        _fields.end()
        return cls(
            data=data,
            cvid=cvid,
            territory=territory,
            over_write=over_write,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a JSON object."""
        return codec.encode_fields(
            {
                "data": self.data,
                "cvid": self.cvid,
                "territory": self.territory,
                "over_write": self.over_write,
            }
        )
