"""Types that all operations share: enumerations, files, responses, and the root of all errors."""

from __future__ import annotations

import io
import mimetypes
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, Self, TypeVar

if TYPE_CHECKING:
    import httpx

__all__ = ("File", "OpenEnum", "Response", "ZohoCRMError")

T = TypeVar("T")


class OpenEnum(StrEnum):
    """An enumeration of the documented values that accepts any other string too.

    An undocumented value becomes a member that equals its string, survives a round trip through JSON, and is recognized
    by ``is_documented``.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_documented(self) -> bool:
        """True if the document lists this value."""
        return type(self)._value2member_map_.get(self._value_) is self

    # Enum hashes by name, so a dict or set would not find a member by its string.
    __hash__ = str.__hash__


class ZohoCRMError(Exception):
    """The root of all errors.

    Attributes:
        operation_id: The operation that was called.
    """

    def __init__(self, operation_id: str, message: str) -> None:
        super().__init__(f"{operation_id}: {message}")
        self.operation_id = operation_id

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with the message alone, which fails when an error comes from another process.
        return type(self).__new__, (type(self), *self.args), self.__dict__


class _OnDisk(io.RawIOBase):
    """A file that is opened for each chunk, so that none stays open when a call breaks off."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._place = 0

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the place of the next chunk."""
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Set the place of the next chunk."""
        self._place = offset + (self._path.stat().st_size if whence == os.SEEK_END else 0)
        return self._place

    def read(self, size: int = -1) -> bytes:
        """Return the next chunk."""
        with self._path.open("rb") as file:
            file.seek(self._place)
            chunk = file.read(size)
        self._place += len(chunk)
        return chunk


class File:
    """A file to upload.

    Attributes:
        payload: The content: bytes, or a seekable file opened in binary mode, since a retry reads it again.
        file_name: The name of the file.
        mime_type: The media type.
    """

    __slots__ = ("file_name", "mime_type", "payload")

    def __init__(
        self, payload: BinaryIO | io.RawIOBase | bytes, file_name: str, mime_type: str = "application/octet-stream"
    ) -> None:
        """Make a file to upload.

        Args:
            payload: The content: bytes, or a seekable file opened in binary mode.
            file_name: The name of the file.
            mime_type: The media type.

        Raises:
            ValueError: The payload is a file that is not seekable.
        """
        # Set before anything is raised, so that repr works on a half-made object, as in Client.
        self.file_name = file_name
        self.mime_type = mime_type
        if not isinstance(payload, bytes) and not payload.seekable():
            raise ValueError(f"payload: {type(payload).__name__}: expected bytes or a seekable file")
        self.payload = payload

    @classmethod
    def from_path(cls, path: str | os.PathLike[str], mime_type: str | None = None) -> Self:
        """Return a file on disk under its own name. It is read in chunks while it is sent.

        Args:
            path: The path of the file.
            mime_type: The media type. Guessed from the name by default.

        Raises:
            ValueError: The path is not that of a file.
        """
        if not Path(path).is_file():
            raise ValueError(f"path: {os.fspath(path)!r}: expected a file")
        name = Path(path).name
        guessed = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return cls(_OnDisk(path), name, guessed)

    def __repr__(self) -> str:
        return f"File(file_name={self.file_name!r}, mime_type={self.mime_type!r})"

    def to_dict(self) -> tuple[str, BinaryIO | io.RawIOBase | bytes, str]:
        """Return the file in the form that httpx expects."""
        return self.file_name, self.payload, self.mime_type


class Response(Generic[T]):
    """A response with a documented status, success or error.

    Attributes:
        status_code: The HTTP status.
        headers: The headers; names are case-insensitive.
        content: The raw body; empty if the body was written to a file.
        parsed: The body as a model: a success, or a list of errors. None if there is no body, or if it is a single
            error, whose model is ``error.body``.
        error: The error that ``sync`` and ``asyncio`` raise for this response; None for a success.
    """

    __slots__ = ("_json", "content", "error", "headers", "parsed", "status_code")

    def __init__(
        self,
        status_code: int,
        headers: httpx.Headers,
        content: bytes,
        parsed: T | None,
        error: ZohoCRMError | None,
        json: Any = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        self.content = content
        self.parsed = parsed
        self.error = error
        self._json = json

    def __repr__(self) -> str:
        return f"Response(status_code={self.status_code}, parsed={self.parsed!r}, error={self.error!r})"

    @property
    def credits_remaining(self) -> int | None:
        """The API credits left for the day; None if the header is missing.

        Zoho sends ``X-API-CREDITS-REMAINING`` only after half of the credits are used.
        """
        value = self.headers.get("X-API-CREDITS-REMAINING", "")
        return int(value) if value.isdecimal() else None
