"""Callbacks of bulk write jobs: sent once, only to this machine, and without disturbing requests."""

from __future__ import annotations

import asyncio
import http.server
import json
import threading
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.systems.bulk_write.callbacks import is_loopback

from tests.support.bulk_files import LAST_NAME, create, details, file_id, job, resource

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}


class Receiver:
    """A server that stores the bodies posted to it.

    Attributes:
        url: Its URL.
        received: The bodies, parsed.
        status: The status of its responses.
    """

    def __init__(self) -> None:
        receiver = self
        self.received: list[Any] = []
        self.status = 200

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.received.append(json.loads(body))
                self.send_response(receiver.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name is the base class's
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/callback"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        """Stop the server."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Run a server on this machine."""
    receiver = Receiver()
    yield receiver
    receiver.close()


def submit(zoho: httpx.Client, url: str, name: str = "leads") -> str:
    """Create a job with a callback and return its id."""
    entry = resource(file_id(zoho, **{name: "L\na\n"}), LAST_NAME)
    return create(zoho, job(entry, callback={"url": url, "method": "post"}))


@pytest.mark.parametrize(("name", "state"), [("leads", "COMPLETED"), ("fails", "FAILED")])
def test_the_details_are_posted_once(
    sandbox: Sandbox, zoho: httpx.Client, receiver: Receiver, name: str, state: str
) -> None:
    """At the first request after the end of the job, even one to the control plane."""
    identity = submit(zoho, receiver.url, name)
    sandbox.clock.advance(34)
    details(zoho, identity)
    assert sandbox.callbacks == []
    sandbox.clock.advance(1)
    zoho.get("/_sandbox/clock")
    zoho.get("/_sandbox/clock")
    assert receiver.received == [details(zoho, identity)]
    assert receiver.received[0]["status"] == state
    assert [tuple(callback) for callback in sandbox.callbacks] == [(identity, receiver.url, 200, None)]
    sandbox.reset()
    assert sandbox.callbacks == []


def test_an_error_response_is_recorded(sandbox: Sandbox, zoho: httpx.Client, receiver: Receiver) -> None:
    """A callback is not retried."""
    receiver.status = 500
    identity = submit(zoho, receiver.url)
    sandbox.clock.advance(35)
    assert details(zoho, identity)["status"] == "COMPLETED"
    assert [callback.status for callback in sandbox.callbacks] == [500]


def test_a_connection_error_is_recorded(sandbox: Sandbox, zoho: httpx.Client, receiver: Receiver) -> None:
    """The job completes all the same."""
    receiver.close()
    identity = submit(zoho, receiver.url)
    sandbox.clock.advance(35)
    assert details(zoho, identity)["status"] == "COMPLETED"
    (callback,) = sandbox.callbacks
    assert callback.status is None
    assert "ConnectError" in str(callback.error)


def test_other_hosts_are_not_called(sandbox: Sandbox, zoho: httpx.Client) -> None:
    """Unless the sandbox allows it."""
    identity = submit(zoho, "http://zoho.invalid/callback")
    sandbox.clock.advance(35)
    details(zoho, identity)
    assert [callback.error for callback in sandbox.callbacks] == ["not a loopback address"]
    with (
        Sandbox(clock=Clock(0), allow_callbacks=True) as open_sandbox,
        httpx.Client(transport=open_sandbox.transport(), base_url="http://127.0.0.1", headers=HEADERS) as client,
    ):
        submit(client, "http://zoho.invalid/callback")
        open_sandbox.clock.advance(35)
        client.get("/_sandbox/clock")
        assert "ConnectError" in str(open_sandbox.callbacks[0].error)


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://localhost/", True),
        ("https://127.0.0.2:1/", True),
        ("http://[::1]/", True),
        ("http://10.0.0.1/", False),
        ("http://localhost.example.com/", False),
        ("http://127.0.0.1@example.com/", False),
    ],
)
def test_loopback_urls(url: str, loopback: bool) -> None:
    """Decided without resolving host names."""
    assert is_loopback(url) == loopback


@pytest.mark.parametrize("there", [True, False])
def test_an_event_loop_is_not_blocked(sandbox: Sandbox, zoho: httpx.Client, receiver: Receiver, there: bool) -> None:
    """The response is sent first; the callback follows in the background."""
    submit(zoho, receiver.url)
    if not there:
        receiver.close()
    sandbox.clock.advance(35)

    async def ask() -> None:
        transport = httpx.ASGITransport(sandbox)
        async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=HEADERS) as client:
            await client.get("/_sandbox/clock")
            assert sandbox.callbacks == []
            while not sandbox.callbacks:
                await asyncio.sleep(0.001)

    asyncio.run(ask())
    assert len(receiver.received) == there
    assert [callback.status for callback in sandbox.callbacks] == [200 if there else None]
