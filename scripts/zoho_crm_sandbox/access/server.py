"""The server of a sandbox on a port of this machine."""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from zoho_crm_sandbox.platform.faults import ABORT

if TYPE_CHECKING:
    from starlette.types import ASGIApp


class _Protocol(HttpToolsProtocol):
    """A protocol through which the sandbox can break a connection, which ASGI cannot."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        extensions: dict[str, Any] = {ABORT: self.transport.abort}
        self.scope["extensions"] = extensions


def config_of(sandbox: ASGIApp) -> uvicorn.Config:
    """Return how uvicorn serves a sandbox."""
    return uvicorn.Config(
        sandbox, http=_Protocol, log_level="warning", access_log=False, server_header=False, date_header=False
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raise OSError if none can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # asyncio turns off Nagle's delay, 44 ms a request, only for a socket whose protocol is given as TCP.
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
        except OSError:
            listener.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OSError(f"cannot listen on {host} port {port}: {reason}") from error
    return listener


def url_of(listener: socket.socket) -> str:
    """Return the URL of a socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class ThreadServer:
    """A server in a thread, on a free port.

    Attributes:
        url: The URL.
    """

    def __init__(self, sandbox: ASGIApp) -> None:
        self._listener = listen("127.0.0.1", 0)
        self.url = url_of(self._listener)
        self._server = uvicorn.Server(config_of(sandbox))
        self._thread = Thread(target=self._server.run, args=([self._listener],), name="zoho_crm_sandbox", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer what has arrived, and stop."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()
