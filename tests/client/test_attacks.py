"""The attacks on the client that were found, each by its number, and those next to them."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import fcntl
import gc
import gzip
import io
import json
import multiprocessing
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from typing import TYPE_CHECKING, Any, Self

import httpcore
import httpx
import pytest
from zoho_crm_jobs import (
    AccessToken,
    AsyncJobHandle,
    Client,
    Clock,
    FileTokenStore,
    JobHandle,
    MemoryTokenStore,
    RateLimit,
    RefreshToken,
    RetryPolicy,
    Token,
    errors,
    watch,
    watch_asyncio,
)
from zoho_crm_jobs.runtime import responses
from zoho_crm_jobs.runtime.jobs.results import _defect_of
from zoho_crm_jobs.runtime.transport import deadline, fork

from tests.support.clients import asynchronous
from tests.support.spec import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FIELDS = {"Industry": "Education"}
VIEW = "554023000000091515"
SCHEDULED = {
    "data": [
        {
            "code": "SUCCESS",
            "details": {"job_id": "111111000000000001"},
            "message": "mass update scheduled successfully",
            "status": "success",
        }
    ]
}
NAMELESS = {"data": [{**SCHEDULED["data"][0], "details": {"job_id": ""}}]}
COUNTS = {"Failed_Count": 0, "Updated_Count": 0, "Not_Updated_Count": 10, "Total_Count": 10}
RUNNING = {"data": [{"Status": "RUNNING", **COUNTS}]}
TOKEN = {"access_token": "1000.a", "api_domain": "https://www.zohoapis.com", "expires_in": 3600, "token_type": "Bearer"}


Reply = bytes | None
"""What is sent, and then the connection is kept; None: nothing, for ever."""


def response(status: int, body: bytes | Any = b"", *headers: str) -> bytes:
    """Return a response with a body of bytes, or of JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", "Content-Type: application/json", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def bomb(size: int) -> bytes:
    """Return a compressed response of so many bytes."""
    return response(200, gzip.compress(b" " * size), "Content-Encoding: gzip")


class HostileServer:
    """A server on loopback.

    Attributes:
        url: Its URL.
        reply: The function that returns what to send for a request.
        requests: The first line of each request.
        drip: The seconds between two bytes of a response; 0 sends it at once.
    """

    def __init__(self, reply: Callable[[str], Reply] = lambda _: None, *, drip: float = 0) -> None:
        self.reply = reply
        self.drip = drip
        self.requests: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._ended = threading.Event()
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._socket.close()

    def submissions(self) -> int:
        """Return the number of requests that change data."""
        return sum(not line.startswith("GET") for line in self.requests if "/oauth/" not in line)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            while line := self._request(connection):
                self.requests.append(line)
                reply = self.reply(line)
                if reply is None:
                    self._ended.wait()
                    return
                if not self.drip:
                    connection.sendall(reply)
                    continue
                for begin in range(len(reply)):
                    connection.sendall(reply[begin : begin + 1])
                    time.sleep(self.drip)

    def _request(self, connection: socket.socket) -> str:
        """Return the first line of the next request, "" at the end."""
        head = b""
        while b"\r\n\r\n" not in head:
            if not (chunk := connection.recv(65536)):
                return ""
            head += chunk
        head, _, body = head.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        length = next((int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length")), 0)
        while len(body) < length:
            body += connection.recv(65536)
        return lines[0]


# The connections of an event loop that has ended, and of a parent process, cannot be closed.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")


@pytest.fixture
def server() -> Iterator[HostileServer]:
    """Return a hostile server, silent until told otherwise."""
    with HostileServer() as started:
        yield started
    gc.collect()  # so that what a test leaves open is not reported in another one


def client(server: HostileServer, auth: httpx.Auth | None = None, **options: Any) -> Client:
    """Return a client of a server."""
    return Client(auth or AccessToken("t"), base_url=server.url, **{"retry": None, **options})


def start(crm: Client) -> JobHandle[Any]:
    """Submit a job."""
    return crm.mass_update.schedule("Leads", cvid=VIEW, data=FIELDS)


async def start_asyncio(crm: Client) -> AsyncJobHandle[Any]:
    """Submit a job."""
    return await asynchronous(crm).mass_update.schedule("Leads", cvid=VIEW, data=FIELDS)


def job(crm: Client, job_id: str = "1") -> JobHandle[Any]:
    """Return a handle."""
    return JobHandle("get_mass_update_status", {"module_api_name": "Leads", "job_id": job_id}, client=crm)


def job_asyncio(crm: Client) -> AsyncJobHandle[Any]:
    """Return a handle."""
    return AsyncJobHandle(
        "get_mass_update_status", {"module_api_name": "Leads", "job_id": "1"}, client=asynchronous(crm)
    )


def finished(address: str) -> Any:
    """Return the status of a bulk write with a result."""
    status = COMPONENTS["examples"]["get_bulk_write_job-completed"]["value"]
    return {**status, "result": {"download_url": address}}


both = pytest.mark.parametrize("submit", [start, lambda crm: asyncio.run(start_asyncio(crm))], ids=["sync", "asyncio"])


class TestSaid:
    """A submission that was sent is said to have been sent."""

    def test_01_two_event_loops_one_after_the_other(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)
        crm = client(server)
        for _ in range(3):
            assert asyncio.run(start_asyncio(crm)).job_id == "111111000000000001"

    def test_01_two_event_loops_at_the_same_time(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)
        crm, ended = client(server), []

        async def several() -> None:
            async with asynchronous(crm):
                ended.extend(await asyncio.gather(*(start_asyncio(crm) for _ in range(5))))

        threads = [threading.Thread(target=asyncio.run, args=(several(),)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(ended) == server.submissions() == 20

    def test_01_a_client_of_a_dead_loop_is_uncertain(self, server: HostileServer) -> None:
        """An httpx client of the caller's own stays with its loop."""
        server.reply = lambda _: response(200, SCHEDULED)
        crm = client(server, async_http_client=httpx.AsyncClient())
        asyncio.run(start_asyncio(crm))
        with pytest.raises(errors.SubmissionUncertain, match="RuntimeError: Event loop is closed"):
            asyncio.run(start_asyncio(crm))

    def test_03_a_fork_after_use(self, server: HostileServer) -> None:
        """Parent and child have connections of their own."""
        server.reply = lambda _: response(200, SCHEDULED)
        crm = client(server, rate_limit=RateLimit(concurrency=1))
        start(crm)
        asyncio.run(start_asyncio(crm))
        first = crm._session.http()
        with crm._session.rate_limit.hold(crm._session.clock):  # type: ignore[union-attr]  # given above
            child = multiprocessing.get_context("fork").Process(target=_in_child, args=(crm, id(first)))
            child.start()
        child.join(20)
        assert child.exitcode == 0
        assert crm._session.http() is first
        fork._after_fork()
        _in_child(crm, id(first))

    def test_03_two_threads_open_one_client(self, monkeypatch: pytest.MonkeyPatch, server: HostileServer) -> None:
        opened: list[httpx.Client] = []

        class Slow(httpx.Client):
            def __init__(self) -> None:
                time.sleep(0.2)  # the other thread waits meanwhile
                super().__init__()
                opened.append(self)

        monkeypatch.setattr(httpx, "Client", Slow)
        crm = client(server)
        threads = [threading.Thread(target=crm._session.http) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert opened == [crm._session.http()]

    def test_03_a_given_client_is_refused_in_a_fork(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)
        crm = client(server, http_client=httpx.Client())
        start(crm)
        child = multiprocessing.get_context("fork").Process(target=_refused_in_child, args=(crm,))
        child.start()
        child.join(20)
        assert child.exitcode == 0
        fork._after_fork()
        _refused_in_child(crm)

    def test_a_defect_after_the_response(self, monkeypatch: pytest.MonkeyPatch, server: HostileServer) -> None:
        """An error of the client itself is one of its errors, and shows nothing of the response."""

        def fail(*_: object) -> None:
            raise KeyError("1000.secret")

        monkeypatch.setattr(responses, "_parse_body", fail)
        server.reply = lambda _: response(200, SCHEDULED)
        with pytest.raises(errors.SubmissionUncertain, match="bytes\\): KeyError") as caught:
            start(client(server))
        assert "secret" not in str(caught.value)

    @pytest.mark.parametrize(
        ("reply", "cause"),
        [
            (response(302, b"", "Location: mailto:a@example.com"), errors.TransportError),
            (response(302, b"", "Location: http://[::1"), errors.TransportError),
            (response(408), errors.UnexpectedResponse),
            (response(499), errors.UnexpectedResponse),
            (response(400, b'{"code": "INVALID_DA'), errors.UnexpectedResponse),
            (response(202, b"[" * 100_000), errors.UnexpectedResponse),
            (response(202, b"\xff\xfe"), errors.UnexpectedResponse),
            (response(202, b"no gzip", "Content-Encoding: gzip"), errors.TransportError),
            (b"HTTP/1.1 202 X\r\nContent-Length: 50\r\n\r\n{", errors.TransportError),
            (b"SSH-2.0-OpenSSH\r\n\r\n", errors.TransportError),
        ],
    )
    @both
    def test_04_and_14_what_cannot_be_understood(
        self, server: HostileServer, submit: Callable[[Client], Any], reply: bytes, cause: type[Exception]
    ) -> None:
        server.reply = lambda _: reply
        with pytest.raises(errors.SubmissionUncertain) as caught:
            submit(client(server, timeout=0.5))
        assert type(caught.value.cause) is cause
        assert server.submissions() == 1

    @pytest.mark.parametrize("date", ["Fri, 31 Dec 99999999999999 23:59:59 GMT", "1 Jan 0000", ";", "9" * 400, "²"])
    def test_04_retry_after(self, server: HostileServer, date: str) -> None:
        server.reply = lambda _: response(429, {"code": "X", "status": "error"}, f"Retry-After: {date}")  # fmt: skip
        with pytest.raises(errors.ZohoCRMError):
            start(client(server, retry=RetryPolicy(attempts=2, initial_delay=0)))
        assert server.submissions() in (1, 2)

    def test_04_counts(self, server: HostileServer) -> None:
        """Counts of hundreds of digits predict nothing, and end no watch."""
        clock, polls, large = Ticking(), iter(range(3, 100)), 10**310
        server.reply = lambda _: response(
            200,
            {"data": [{**RUNNING["data"][0], "Updated_Count": next(polls) * large, "Total_Count": 1000 * large}]},
        )
        with client(server, clock=clock) as crm:
            outcomes = list(watch([job(crm), job(crm, "2")], timeout=500))
        assert {type(outcome.error) for outcome in outcomes} == {errors.JobTimedOut}

    @pytest.mark.parametrize("depth", [900, 5000, 100_000])
    def test_04_a_deep_401(self, server: HostileServer, depth: int) -> None:
        server.reply = lambda line: response(200, TOKEN) if "oauth" in line else response(401, b"[" * depth)
        crm = client(server, RefreshToken("a", "b", "c"))
        with pytest.raises(errors.SubmissionUncertain):
            start(crm)

    @pytest.mark.parametrize(
        ("token", "error"),
        [
            ({"expires_in": 10**400}, None),
            ({"expires_in": -5}, None),
            ({"access_token": "a\nb"}, errors.UnexpectedResponse),
            ({"access_token": 5}, errors.UnexpectedResponse),
        ],
    )
    def test_04_tokens(self, server: HostileServer, token: dict[str, Any], error: type[Exception] | None) -> None:
        server.reply = lambda line: response(200, {**TOKEN, **token}) if "oauth" in line else response(200, SCHEDULED)
        with contextlib.nullcontext() if error is None else pytest.raises(error):
            start(client(server, RefreshToken("a", "b", "c")))
        assert server.submissions() == (error is None)

    @pytest.mark.parametrize(
        "domain", ["http://[", "https://www.zohoapis.com:99", "https://a@www.zohoapis.com", "x" * 70_000, "https://é"]
    )
    def test_04_an_api_domain_that_is_none(self, domain: str) -> None:
        """The token is not stored, so that other processes ask for another one."""
        store = MemoryTokenStore()
        transport = httpx.MockTransport(lambda _: httpx.Response(200, json={**TOKEN, "api_domain": domain}))
        crm = Client(RefreshToken("a", "b", "c", store=store), http_client=httpx.Client(transport=transport))
        with pytest.raises(errors.DataCenterMismatch, match=r"^create_token: api_domain: "):
            start(crm)
        assert not store._tokens

    def test_09_an_interrupted_submission(self, server: HostileServer, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        crm = client(server)
        monkeypatch.setattr(crm._session.http(), "send", interrupt)
        with pytest.raises(KeyboardInterrupt) as caught:
            start(crm)
        assert caught.value.__notes__ == [
            "zoho_crm_jobs: POST /crm/v8/Leads/actions/mass_update may have been sent and taken effect. "
            "Check before you submit again."
        ]
        with pytest.raises(KeyboardInterrupt) as caught:
            job(crm).poll()
        assert not hasattr(caught.value, "__notes__")

    def test_09_a_cancelled_submission(self, server: HostileServer) -> None:
        with pytest.raises(TimeoutError) as caught:
            asyncio.run(asyncio.wait_for(start_asyncio(client(server)), 0.2))
        assert "may have been sent" in caught.value.__cause__.__notes__[0]  # type: ignore[union-attr]  # it is the cancellation

    def test_09_a_bug_in_a_hook(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)

        def fail(_: httpx.Response) -> None:
            raise RuntimeError

        with pytest.raises(RuntimeError) as caught:
            start(client(server, on_response=[fail]))
        assert "may have been sent" in caught.value.__notes__[0]

    def test_09_nothing_is_said_while_a_token_is_fetched(self, server: HostileServer) -> None:
        with pytest.raises(TimeoutError) as caught:
            asyncio.run(asyncio.wait_for(start_asyncio(client(server, RefreshToken("a", "b", "c"))), 0.2))
        assert not hasattr(caught.value.__cause__, "__notes__")

    @pytest.mark.parametrize("body", [{"data": []}, {}, [], NAMELESS])
    def test_15_a_success_that_names_no_job(self, server: HostileServer, body: Any) -> None:
        server.reply = lambda _: response(200, body)
        with pytest.raises(errors.SubmissionUncertain):
            start(client(server))


class Ticking(Clock):
    """A clock that a sleep advances."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        """Return the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Advance."""
        self.now += seconds


def _in_child(crm: Client, first: int) -> None:
    assert id(crm._session.http()) != first
    assert start(crm).job_id
    assert asyncio.run(start_asyncio(crm)).job_id


def _refused_in_child(crm: Client) -> None:
    with pytest.raises(ValueError, match=r"^http_client: used before this process was forked"):
        start(crm)


class TestDeadlines:
    """Every wait has an end."""

    def test_05_encrypted_connections_keep_to_it(self) -> None:
        http = httpx.Client()
        pool: Any = http._transport._pool  # type: ignore[attr-defined]  # of httpx.HTTPTransport
        pool._network_backend = httpcore.MockBackend([b"HTTP/1.1 204 No Content\r\n\r\n"])
        deadline.limit_streams(http)
        with deadline.limited(0), pytest.raises(httpx.WriteTimeout, match="the call has lasted too long"):
            http.get("https://www.zohoapis.com")
        assert http.get("https://www.zohoapis.com").status_code == 204

    def test_05_limits_of_the_phases_do_not_end_a_call(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)
        assert start(client(server, timeout=httpx.Timeout(5))).job_id == "111111000000000001"

    @pytest.mark.parametrize("drip", [0, 0.02])
    def test_05_a_wait_ends_in_time(self, server: HostileServer, drip: float) -> None:
        server.drip = drip
        server.reply = lambda _: None if not drip else response(200, b" " * 100_000)
        crm = client(server, retry=RetryPolicy())
        waits: list[Callable[[], object]] = [
            lambda: job(crm).wait(1),
            lambda: asyncio.run(job_asyncio(crm).wait(1)),
        ]
        for wait in waits:
            begun = time.monotonic()
            with pytest.raises(errors.JobTimedOut, match="is in an unknown state after 1 s"):
                wait()
            assert time.monotonic() - begun < 1.6

    @pytest.mark.parametrize("drip", [0, 0.02])
    @pytest.mark.parametrize("given", [True, False])
    @both
    def test_05_a_call_ends_in_time(
        self, server: HostileServer, submit: Callable[[Client], Any], drip: float, given: bool
    ) -> None:
        if drip and given and "lambda" not in submit.__name__:
            pytest.skip("the connections of an httpx client of the caller's own are not limited")
        server.drip = drip
        server.reply = lambda _: None if not drip else response(202, b" " * 100_000)
        options: Any = {"http_client": httpx.Client(), "async_http_client": httpx.AsyncClient()} if given else {}
        crm = client(server, timeout=0.5, **options)
        begun = time.monotonic()
        with pytest.raises(errors.SubmissionUncertain, match="ReadTimeout"):
            submit(crm)
        assert time.monotonic() - begun < 1

    def test_05_a_body_that_drips_to_a_given_client(self, server: HostileServer) -> None:
        server.reply = lambda _: b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 1000
        server.drip = 0.002
        with pytest.raises(errors.TransportError, match="ReadTimeout"):
            job(client(server, timeout=0.5, http_client=httpx.Client())).poll()

    def test_05_retries_end_in_time(self, server: HostileServer) -> None:
        server.reply = lambda _: response(429, {"code": "X", "message": "", "details": {}}, "Retry-After: 1")
        begun = time.monotonic()
        with pytest.raises(errors.ZohoCRMError):
            job(client(server, timeout=0.8, retry=RetryPolicy())).poll()
        assert time.monotonic() - begun < 0.5

    @both
    def test_05_the_rate_limit_ends_in_time(self, server: HostileServer, submit: Callable[[Client], Any]) -> None:
        """Nothing was sent."""
        server.reply = lambda _: response(200, SCHEDULED)
        slow = RateLimit(per_second=0.1)
        crm = client(server, timeout=0.5, rate_limit=slow)
        submit(crm)
        with pytest.raises(errors.TransportError, match="PoolTimeout"):
            submit(crm)
        assert server.submissions() == 1

    def test_05_the_slots_of_a_rate_limit(self, server: HostileServer) -> None:
        limit = RateLimit(concurrency=1)
        crm = client(server, timeout=0.2, rate_limit=limit)
        with limit.hold(crm._session.clock), pytest.raises(errors.TransportError, match="PoolTimeout"):
            start(crm)

        async def hold() -> None:
            async with limit.hold_asyncio(crm._session.clock):
                await start_asyncio(crm)

        with pytest.raises(errors.TransportError, match="PoolTimeout"):
            asyncio.run(hold())

    def test_05_a_large_upload_is_sent(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, SCHEDULED)
        crm = client(server, timeout=5)
        crm._session.http().post(server.url, content=b"x" * 300_000)
        server.reply = lambda _: None
        with pytest.raises(httpx.ReadTimeout):
            crm._session.http().post(server.url, content=b"x", timeout=0.1)

    @pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP])
    def test_11_no_locks(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: HostileServer, number: int
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(fcntl, "flock", fail)
        crm = client(server, RefreshToken("a", "b", "c", store=FileTokenStore(tmp_path / "t")))
        with pytest.raises(errors.TokenStoreFailed, match="OSError"):
            start(crm)

    @both
    def test_11_a_lock_that_is_held_for_ever(self, server: HostileServer, submit: Callable[[Client], Any]) -> None:
        store = MemoryTokenStore()
        auth = RefreshToken("a", "b", "c", store=store)
        store.try_lock(auth._key)
        begun = time.monotonic()
        with pytest.raises(errors.TokenStoreFailed, match="held the lock for as long as the call may last"):
            submit(client(server, auth, timeout=0.3))
        assert time.monotonic() - begun < 0.6

    def test_11_a_fork_during_a_renewal(self, tmp_path: Path, server: HostileServer) -> None:
        server.reply = lambda line: response(200, TOKEN) if "oauth" in line else response(200, SCHEDULED)
        memory, file = MemoryTokenStore(), FileTokenStore(tmp_path / "tokens")
        auth = RefreshToken("a", "b", "c", store=memory)
        assert memory.try_lock(auth._key)
        assert file.try_lock("key")
        child = multiprocessing.get_context("fork").Process(target=start, args=(client(server, auth, timeout=2),))
        child.start()
        child.join(10)
        assert child.exitcode == 0
        assert not FileTokenStore(tmp_path / "tokens").try_lock("key")
        file.after_fork()  # here no parent has the file open, so that closing it releases the lock
        memory.after_fork()
        assert FileTokenStore(tmp_path / "tokens").try_lock("key")
        assert memory.try_lock(auth._key)


class TestResults:
    """Downloads, and bodies that are too large."""

    def test_10_no_file_is_left(self, tmp_path: Path, server: HostileServer) -> None:
        server.reply = lambda line: None if ".zip" in line else response(200, finished("/v2/crm/1/bulk-write/1/1.zip"))
        crm = client(server)
        handle: AsyncJobHandle[Any] = AsyncJobHandle("get_bulk_write_job", {"job_id": "1"}, client=asynchronous(crm))

        async def give_up() -> list[Path]:
            task = asyncio.create_task(handle.download(tmp_path / "r.zip"))
            await asyncio.sleep(0.3)
            assert len(list(tmp_path.iterdir())) == (1 if ".zip" in server.requests[-1] else 0)
            task.cancel()
            await asyncio.wait([task])
            return list(tmp_path.iterdir())  # while the task still holds the exception

        assert asyncio.run(give_up()) == []

    def test_16_archives(self, tmp_path: Path) -> None:
        def packed(name: str, mode: int = 0, size: int = 1, method: int = zipfile.ZIP_DEFLATED) -> bytes:
            content = io.BytesIO()
            with zipfile.ZipFile(content, "w", method) as archive:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = mode << 16
                archive.writestr(entry, b"a" * size, method)
            return content.getvalue()

        damaged = bytearray(packed("a.csv", size=100_000, method=zipfile.ZIP_LZMA))
        damaged[60] ^= 0xFF
        for content, defect in (
            (packed("a", stat.S_IFIFO), "is no file"),
            (packed("a", stat.S_IFCHR), "is no file"),
            (packed("a", stat.S_IFLNK), "is no file"),
            (bytes(damaged), "expected a zip file"),
            (packed("a", size=30_000_000, method=zipfile.ZIP_BZIP2), "too large to be a result"),
            (packed("a"), None),
        ):
            (tmp_path / "a.zip").write_bytes(content)
            found = _defect_of(str(tmp_path / "a.zip"))
            assert (defect is None and found is None) or (defect or "") in (found or "")

    @pytest.mark.parametrize(
        "address",
        [
            "http://[::1/v2/crm/1/bulk-write/1/1.zip",
            "/v2/crm/1/bulk-write/1/.bashrc",
            f"/v2/crm/1/bulk-write/1/{'a' * 300}.zip",
            "/v2/crm/1/bulk-write/1/\ud800.zip",
            "https://a@download.zoho.com/v2/crm/1/bulk-write/1/1.zip",
            "https://evil.example/v2/crm/1/bulk-write/1/1.zip",
            "x" * 70_000,
        ],
    )
    def test_16_addresses(self, tmp_path: Path, server: HostileServer, address: str) -> None:
        server.reply = lambda _: response(200, finished(address))
        handle: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": "1"}, client=client(server))
        with pytest.raises((errors.InvalidResult, errors.UnexpectedResponse)):
            handle.download(tmp_path)
        assert not list(tmp_path.iterdir())
        assert len(server.requests) == 1

    def test_16_a_folder_that_is_missing(self, tmp_path: Path, server: HostileServer) -> None:
        server.reply = lambda _: response(200, finished("/v2/crm/1/bulk-write/1/1.zip"))
        handle: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": "1"}, client=client(server))
        with pytest.raises(FileNotFoundError, match=r"missing/r\.zip"):
            handle.download(tmp_path / "missing" / "r.zip")

    @both
    def test_17_a_bomb(self, server: HostileServer, submit: Callable[[Client], Any]) -> None:
        """It is given up after 64 MiB, not held in memory."""
        packed = bomb(200 * 2**20)
        server.reply = lambda _: packed
        with pytest.raises(errors.SubmissionUncertain, match="the body has more than 67108864 bytes"):
            submit(client(server))

    def test_17_a_token_that_is_a_bomb(self, server: HostileServer) -> None:
        packed = bomb(80 * 2**20)
        server.reply = lambda _: packed
        for submit in (start, lambda crm: asyncio.run(start_asyncio(crm))):
            with pytest.raises(errors.TransportError, match="the body has more than"):
                submit(client(server, RefreshToken("a", "b", "c")))
        assert server.submissions() == 0

    def test_18_ctrl_c_of_a_watch(self, server: HostileServer) -> None:
        """The process ends at once, whatever the server does."""
        program = (
            "from zoho_crm_jobs import *\n"
            f"crm = Client(AccessToken('t'), base_url={server.url!r})\n"
            "job = JobHandle('get_mass_update_status', {'module_api_name': 'Leads', 'job_id': '1'}, client=crm)\n"
            "class Now:\n    def delay(self, context): return 0.0\n"
            "list(watch([job], policy=Now()))\n"
        )
        with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE) as process:
            while not server.requests:
                assert process.poll() is None
                time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            begun = time.monotonic()
            process.communicate(timeout=20)
            assert time.monotonic() - begun < 3


class TestTokens:
    """What the accounts server and the store say."""

    def test_19_an_undocumented_error_passes(self) -> None:
        now, answers = [1000.0], [{"error": "server_busy"}, TOKEN]
        transport = httpx.MockTransport(
            lambda request: (
                httpx.Response(200, json=answers.pop(0))
                if "oauth" in request.url.path
                else httpx.Response(200, json=SCHEDULED)
            )
        )
        auth = RefreshToken("a", "b", "c", clock=lambda: now[0])
        crm = Client(auth, base_url="https://x", http_client=httpx.Client(transport=transport))
        for _ in range(2):
            with pytest.raises(errors.ApiError, match="server_busy"):
                start(crm)
        now[0] += 61
        start(crm)

    def test_19_a_clock_that_goes_back(self) -> None:
        now, answers = [1000.0], [{"error": "Access Denied", "status": "failure"}, TOKEN]
        transport = httpx.MockTransport(
            lambda request: (
                httpx.Response(400 if len(answers) == 2 else 200, json=answers.pop(0))
                if "oauth" in request.url.path
                else httpx.Response(200, json=SCHEDULED)
            )
        )
        auth = RefreshToken("a", "b", "c", clock=lambda: now[0])
        crm = Client(auth, base_url="https://x", http_client=httpx.Client(transport=transport), retry=None)
        with pytest.raises(errors.ZohoCRMError):
            start(crm)
        now[0] -= 500
        start(crm)

    @pytest.mark.parametrize("text", ['{"k": ' + "[" * 100_000, "{}x", "5"])
    def test_20_a_file_that_is_no_json(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "t").write_text(text)
        with pytest.raises(ValueError, match="not a token file"):
            FileTokenStore(tmp_path / "t").load("k")

    @pytest.mark.parametrize(
        "key", [{"access_token": 1}, {"api_domain": 5}, {"refresh_token": []}, {"renew_at": "x"}, {"renew_at": None}]
    )
    def test_20_a_damaged_file(self, tmp_path: Path, server: HostileServer, key: dict[str, Any]) -> None:
        token = {"access_token": "a", "api_domain": None, "refresh_token": None, "renew_at": 0, **key}
        (tmp_path / "t").write_text(json.dumps({"k": token}))
        store = FileTokenStore(tmp_path / "t")
        with pytest.raises(ValueError, match="not a token file"):
            store.load("k")
        with pytest.raises(errors.TokenStoreFailed, match="not a token file"):
            start(client(server, RefreshToken("a", "b", "c", store=store)))

    def test_20_a_store_that_cannot_save(self, server: HostileServer) -> None:
        """One token is asked for, and the next call uses it."""

        class Full(MemoryTokenStore):
            def save(self, key: str, token: Token) -> None:  # noqa: ARG002  (the interface of a store)
                raise OSError(errno.ENOSPC, "No space left")

        server.reply = lambda line: response(200, TOKEN) if "oauth" in line else response(200, SCHEDULED)
        crm = client(server, RefreshToken("a", "b", "c", store=Full()))
        with pytest.raises(errors.TokenStoreFailed, match="No space left"):
            start(crm)
        start(crm)
        assert len(server.requests) == 2

    def test_20_a_draft_of_a_killed_process(self, tmp_path: Path) -> None:
        store = FileTokenStore(tmp_path / "t")
        (tmp_path / ".t.draft").write_text("left")
        store.save("k", Token("a", 0.0))
        assert [each.name for each in tmp_path.iterdir()] == ["t"]


class TestArguments:
    """Wrong arguments fail where they are given."""

    @pytest.mark.parametrize(
        ("make", "message"),
        [
            (lambda: AccessToken(None), "^access_token: a NoneType: expected a string"),  # type: ignore[arg-type]
            (lambda: RefreshToken("a", "b", "c", store="tok.json"), "^store: 'tok.json': expected a TokenStore"),  # type: ignore[arg-type]
            (lambda: FileTokenStore("."), "^path: '.': expected a file in an existing folder"),
            (lambda: FileTokenStore("/nonexistent/t"), "^path: '/nonexistent/t': expected a file"),
            (lambda: job(Client(AccessToken("t")), "abc"), "^job_id: 'abc': expected a number of at most 19 digits"),
            (lambda: job(Client(AccessToken("t")), "1" * 40), "^job_id: '1+': expected a number"),
            (lambda: Client("t", retry=3), "^retry: 3: expected a RetryPolicy"),  # type: ignore[arg-type]
            (lambda: Client("t", rate_limit=5), "^rate_limit: 5: expected a RateLimit"),  # type: ignore[arg-type]
            (lambda: Client("t", timeout=0), "^timeout: 0: expected a number of seconds > 0"),
            (lambda: job(Client(AccessToken("t"))).wait(policy=5), "^policy: 5: expected a PollPolicy"),  # type: ignore[arg-type]
            (lambda: list(watch([], policy=5)), "^policy: 5: expected"),  # type: ignore[arg-type]
            (lambda: list(watch([], timeout=-1)), "^timeout: -1: expected a finite number"),
        ],
    )
    def test_wrong_arguments(self, make: Callable[[], object], message: str) -> None:
        with pytest.raises(ValueError, match=message):
            make()

    def test_watch_uses_the_clock_of_the_client(self, server: HostileServer) -> None:
        server.reply = lambda _: response(200, RUNNING)
        begun = time.monotonic()
        with client(server, clock=Ticking()) as crm:
            assert [type(outcome.error) for outcome in watch([job(crm)])] == [errors.JobTimedOut]
        assert time.monotonic() - begun < 5

    def test_an_empty_watch(self) -> None:
        async def all_of() -> list[Any]:
            return [outcome async for outcome in watch_asyncio(list[AsyncJobHandle[Any]]())]

        assert list(watch(list[JobHandle[Any]]())) == asyncio.run(all_of()) == []
