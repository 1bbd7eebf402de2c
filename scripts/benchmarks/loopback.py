"""A minimal server that reports the status of made-up mass updates.

A job takes as many seconds from its first request as the last two digits of its id; those with 99 never end.
``python -m benchmarks.loopback`` starts it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER = 99
TOTAL = 50


def response(job_id: bytes, begun: dict[bytes, float]) -> bytes:
    """Return the raw response for a job, and note in ``begun`` when it was first requested."""
    now = time.monotonic()
    length = int(job_id[-2:])
    elapsed = now - begun.setdefault(job_id, now)
    if length == NEVER:
        status, done = "RUNNING", 30
    elif elapsed >= length:
        status, done = "COMPLETED", TOTAL
    else:
        status, done = "RUNNING", int(TOTAL * elapsed / length)
    body = {
        "Status": status,
        "Failed_Count": 0,
        "Updated_Count": done,
        "Not_Updated_Count": TOTAL - done,
        "Total_Count": TOTAL,
    }
    content = json.dumps({"data": [body]}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(content) + content


class _Connection(asyncio.Protocol):
    def __init__(self, begun: dict[bytes, float]) -> None:
        self._begun = begun
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # it is a TCP connection
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None  # noqa: S101  # set by connection_made
        *requests, self._received = (self._received + data).split(b"\r\n\r\n")
        for request in requests:
            target = request.split(b" ", 2)[1]
            self._transport.write(response(target.rpartition(b"job_id=")[2], self._begun))


async def serve(certificate: str | None = None) -> asyncio.Server:
    """Start the server on a free port; ``certificate`` is a file with a certificate and its key, for TLS."""
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
    begun: dict[bytes, float] = {}
    return await asyncio.get_running_loop().create_server(lambda: _Connection(begun), "127.0.0.1", 0, ssl=context)


def url(server: asyncio.Server, certificate: str | None) -> str:
    """Return the URL of a server."""
    return f"http{'s' if certificate else ''}://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until the process ends."""
    parser = argparse.ArgumentParser(prog="loopback", description="Report the status of made-up jobs.")
    parser.add_argument("--certificate", metavar="FILE", help="a certificate and its key, to serve over TLS")
    options = parser.parse_args(arguments)
    async with await serve(options.certificate) as server:
        print(url(server, options.certificate), flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
