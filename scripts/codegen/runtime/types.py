"""What every operation shares: the mark of a value that was left out, and the response."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, Generic, Literal, TypeVar

from attrs import define, field

if TYPE_CHECKING:
    import httpx

    from ._errors import ZohoCRMError

__all__ = ("UNSET", "File", "Response", "Unset")

T = TypeVar("T")


class Unset:
    """The type of ``UNSET``, which is not ``None``: a key that is left out is not a key that is null."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset()
"""Stands for a key or parameter that is left out."""


@define
class File:
    """A file to upload.

    Attributes:
        payload: Its content, or what it is read from, opened in binary mode.
        file_name: Its name.
        mime_type: Its media type.
    """

    payload: BinaryIO | bytes = field(repr=False)
    file_name: str
    mime_type: str = "application/octet-stream"

    def to_dict(self) -> tuple[str, BinaryIO | bytes, str]:
        """Returns the file as httpx takes it."""
        return self.file_name, self.payload, self.mime_type


@define
class Response(Generic[T]):
    """An answer with a documented status, whether it is a success or not.

    Attributes:
        status_code: The HTTP status.
        headers: The headers, by name in any case.
        content: The body as it came.
        parsed: The body as the model that the document has for it. ``None`` if there is no body, or none that the
            document describes; then ``problem`` says more.
        problem: What ``sync`` and ``asyncio`` raise for this answer, ``None`` for a success.
    """

    status_code: int
    headers: httpx.Headers = field(repr=False)
    content: bytes = field(repr=False)
    parsed: T | None
    problem: ZohoCRMError | None
