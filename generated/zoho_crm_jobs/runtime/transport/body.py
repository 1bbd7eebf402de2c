"""The body of a response, read within limits of time and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from .deadline import seconds_left

if TYPE_CHECKING:
    from typing import BinaryIO

LARGEST = 64 * 2**20
"""The largest body that is kept in memory, in bytes, decompressed. The largest documented one has a few kilobytes."""
LARGEST_FILE = 2**30
"""The largest body that is written to a file, in bytes, decompressed."""
_OK = 200


class _Body:
    """What has arrived of the body of a response."""

    def __init__(self, response: httpx.Response, sink: BinaryIO | None) -> None:
        self._response = response
        self._sink = sink if response.status_code == _OK else None
        self._limit = LARGEST if self._sink is None else LARGEST_FILE
        self._size = 0
        self._chunks: list[bytes] = []
        if self._sink is not None:
            self._sink.seek(0)
            self._sink.truncate()

    def add(self, chunk: bytes) -> None:
        """Add what arrived. Raise httpx.RequestError if it is too much or too late."""
        self._size += len(chunk)
        request = self._response.request
        if self._size > self._limit:
            raise httpx.DecodingError(f"the body has more than {self._limit} bytes", request=request)
        if not seconds_left(request):
            raise httpx.ReadTimeout("the call has lasted too long", request=request)
        if self._sink is None:
            self._chunks.append(chunk)
        else:
            self._sink.write(chunk)

    def end(self) -> None:
        """Give the response its content."""
        if self._sink is None:
            self._response._content = b"".join(self._chunks)


def read(response: httpx.Response, sink: BinaryIO | None = None) -> None:
    """Read the body of a response, that of a success to the sink if there is one."""
    body = _Body(response, sink)
    try:
        for chunk in response.iter_bytes():
            body.add(chunk)
    finally:
        response.close()
    body.end()


async def read_asyncio(response: httpx.Response, sink: BinaryIO | None = None) -> None:
    """Read the body of a response as ``read`` does, without blocking."""
    body = _Body(response, sink)
    try:
        async for chunk in response.aiter_bytes():
            body.add(chunk)
    finally:
        await response.aclose()
    body.end()
