"""A sandbox in this process, whose clock, state and tokens the property tests control."""

from __future__ import annotations

import functools
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, Self

import httpx
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.systems.effects import apply_due

if TYPE_CHECKING:
    from collections.abc import Iterable

START = "2026-01-25T12:00:00Z"
ORGANIZATION = "694902309"
OTHER_ORGANIZATION = "700000001"


class Tokens(NamedTuple):
    """Tokens that are rejected, each for one reason."""

    expired: str = "sandbox-expired"
    without_scope: str = "sandbox-no-scope"
    of_other_organization: str = "sandbox-other-org"


REFRESH = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret", "refresh_token": "1000.refresh"}
"""A request for a token that is then revoked."""


class Received(NamedTuple):
    """A request to the receiver of callbacks."""

    method: str
    path: str
    content_type: str
    body: bytes


class Receiver:
    """A server on this machine that keeps the callbacks it gets."""

    PATH = "/callback"

    def __init__(self) -> None:
        received = self.received = list[Received]()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                received.append(Received(self.command, self.path, self.headers.get("Content-Type", ""), body))
                self.send_response(200)
                self.end_headers()

            do_GET = do_PUT = do_POST  # noqa: N815  # as the base class names them

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as above
                """Log nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}{self.PATH}"

    def close(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()


class OwnSandbox:
    """A sandbox in this process; ``restarts`` counts its restarts, each of which deletes all jobs."""

    def __init__(self, sandbox: Sandbox | None = None) -> None:
        self.sandbox = sandbox or Sandbox(clock=Clock(scale=0, start=START))
        self.tokens = Tokens()
        self.restarts = 0
        self._fresh = self.digest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.sandbox.close()
        if "receiver" in self.__dict__:
            self.receiver.close()

    @functools.cached_property
    def receiver(self) -> Receiver:
        """The receiver of callbacks."""
        return Receiver()

    def restart(self) -> None:
        """Restore the initial state, so that every request meets the same data."""
        self.restarts += 1
        self.sandbox.faults.clear()
        started = self.sandbox.clock.started_at or 0.0
        if self.sandbox.clock.now() != started or self.digest() != self._fresh:
            self.sandbox.clock.set(started)
            self.sandbox.reset()
            self._fresh = self.digest()

    def advance(self, seconds: float) -> None:
        """Advance the clock by some seconds, and send the due callbacks, which otherwise wait for a request."""
        self.sandbox.clock.advance(seconds)
        with httpx.Client(transport=self.sandbox.transport(), base_url="http://testserver") as client:
            client.get("/_sandbox/clock")

    def digest(self) -> bytes:
        """Return the database, with the effects of all jobs up to now."""
        apply_due(self.sandbox.state, self.sandbox.clock.now())
        return self.sandbox.state._db.serialize()

    def tally(self) -> Counter[str]:
        """Return the numbers of jobs and of records of each module."""
        state = self.sandbox.state
        rows = state._db.execute(
            "SELECT module, count(*) FROM records WHERE organization = ? GROUP BY module", (ORGANIZATION,)
        )
        return Counter({"jobs": state.of(ORGANIZATION).count_jobs(), **dict(rows.fetchall())})

    def token_with(self, scopes: Iterable[str]) -> str:
        """Return a new token with these scopes."""
        return self.sandbox.issue_token(scopes)
