"""What every operation shares: the mark of a value that was left out, files, and the response."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, Generic, Literal, TypeVar

if TYPE_CHECKING:
    import httpx

    from .errors import ZohoCRMError

__all__ = ("UNSET", "File", "Response", "Unset")

T = TypeVar("T")


class Unset:
    """The type of ``UNSET``, which is not ``None``: a key that is left out is not a key that is null."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"  # a copy, or what another process gets, is the one that there is


UNSET: Final = Unset()
"""Stands for a key or parameter that is left out."""


class File:
    """A file to upload.

    Attributes:
        payload: Its content, or what it is read from: opened in binary mode, and able to seek, since it may have to be
            sent twice.
        file_name: Its name.
        mime_type: Its media type.
    """

    __slots__ = ("file_name", "mime_type", "payload")

    def __init__(self, payload: BinaryIO | bytes, file_name: str, mime_type: str = "application/octet-stream") -> None:
        """Takes the file.

        Args:
            payload: Its content, or what it is read from, opened in binary mode.
            file_name: Its name.
            mime_type: Its media type.

        Raises:
            ValueError: The payload cannot be read twice.
        """
        # Before anything is raised, so that the repr can be asked for, as in Client.
        self.file_name = file_name
        self.mime_type = mime_type
        if not isinstance(payload, bytes) and not payload.seekable():
            raise ValueError(f"payload: {type(payload).__name__}: expected bytes or a file that can seek")
        self.payload = payload

    def __repr__(self) -> str:
        return f"File(file_name={self.file_name!r}, mime_type={self.mime_type!r})"

    def to_dict(self) -> tuple[str, BinaryIO | bytes, str]:
        """Returns the file as httpx takes it."""
        return self.file_name, self.payload, self.mime_type


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

    __slots__ = ("content", "headers", "parsed", "problem", "status_code")

    def __init__(
        self, status_code: int, headers: httpx.Headers, content: bytes, parsed: T | None, problem: ZohoCRMError | None
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        self.content = content
        self.parsed = parsed
        self.problem = problem

    def __repr__(self) -> str:
        return f"Response(status_code={self.status_code}, parsed={self.parsed!r}, problem={self.problem!r})"

    @property
    def credits_remaining(self) -> int | None:
        """How many API credits are left for the day; ``None`` where the header is missing.

        Zoho sends ``X-API-CREDITS-REMAINING`` only once half of the credits are used.
        """
        value = self.headers.get("X-API-CREDITS-REMAINING", "")
        return int(value) if value.isdecimal() else None
