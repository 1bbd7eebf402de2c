"""No secret appears in a repr, log, exception or traceback, or in a file that others can read."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import io
import json
import logging
import os
import pickle
import signal
import socketserver
import ssl
import stat
import subprocess
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
import pytest
from zoho_crm_jobs import (
    AccessToken,
    AuthorizationCode,
    Client,
    ClientCredentials,
    Clock,
    File,
    FileTokenStore,
    JobHandle,
    MemoryTokenStore,
    RateLimit,
    RefreshToken,
    RetryPolicy,
    Token,
    errors,
    models,
)
from zoho_crm_jobs.api.mass_update import get_mass_update_status, schedule_mass_update
from zoho_crm_jobs.api.oauth import create_token, revoke_token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from zoho_crm_jobs import TokenStore

CLIENT_SECRET = "client-secret-3f1c9a7e5b2d"
REFRESH = "1000.refresh-token-8d2e6f4a0c1b"
ACCESS = "1000.access-token-5a9b3c7d1e0f"
CODE = "1000.authorization-code-7c4d2e9f"
SECRETS = (CLIENT_SECRET, REFRESH, ACCESS, CODE)
GRANTED = {
    "access_token": ACCESS,
    "refresh_token": REFRESH,
    "api_domain": "https://www.zohoapis.com",
    "token_type": "Bearer",
    "expires_in": 3600,
}
VIEW = models.MassUpdateByView.from_dict({"data": [{"Industry": "Education"}], "cvid": "1"})
REFRESHING = models.RefreshTokenGrant("refresh_token", "1000.ID", CLIENT_SECRET, REFRESH)
sync_and_asyncio = pytest.mark.parametrize("function", ["sync", "asyncio"])


# -- the search


def leaks(texts: Iterable[str]) -> list[str]:
    """Return the texts that contain at least half of a secret."""
    parts = [part for secret in SECRETS for part in (secret[: len(secret) // 2], secret[len(secret) // 2 :])]
    return [text for text in texts if any(part in text for part in parts)]


def shown(value: object) -> list[str]:
    """Return everything that an object shows of itself."""
    return [repr(value), str(value), f"{value}"]


def chain(error: BaseException) -> Iterator[BaseException]:
    """Return an exception and its whole cause and context chain, including suppressed ones."""
    pending, seen = [error], set[int]()
    while pending:
        each = pending.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            pending += [other for other in (each.__cause__, each.__context__) if other is not None]


def reported(error: BaseException) -> list[str]:
    """Return everything that an exception tells people, and error reporters that show the variables of its frames."""
    texts = []
    for each in chain(error):
        frames = each.__traceback__
        while frames is not None and frames.tb_frame.f_code.co_filename == __file__:
            frames = frames.tb_next  # the frames of the test hold the secrets
        texts += [*shown(each), repr(each.args), repr(getattr(each, "__notes__", ""))]
        texts += traceback.format_exception(each)
        texts += traceback.TracebackException(type(each), each, frames, capture_locals=True).format()
    return texts


class Recorder(logging.Handler):
    """A handler that keeps the records of all loggers.

    Attributes:
        texts: The texts of the records.
        loggers: The names of the loggers.
    """

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []
        self.loggers: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record with all its attributes."""
        self.loggers.add(record.name.partition(".")[0])
        self.texts += [record.getMessage(), repr(record.__dict__)]


@pytest.fixture
def log() -> Iterator[Recorder]:
    """All records of any logger, from DEBUG on."""
    recorder, root = Recorder(), logging.getLogger()
    level = root.level
    root.addHandler(recorder)
    root.setLevel(logging.DEBUG)
    yield recorder
    root.setLevel(level)
    root.removeHandler(recorder)


def raised(program: str) -> BaseException:
    """Return an exception raised by code outside of this file."""
    try:
        exec(compile(program, "another.py", "exec"), {"SECRET": REFRESH})  # noqa: S102  (it is written below)
    except ValueError as error:
        return error
    raise AssertionError(program)


@pytest.mark.parametrize(
    "program",
    [
        "raise ValueError(SECRET)",
        "raise ValueError({'a': [SECRET]})",
        "raise ValueError from KeyError(SECRET)",
        "try:\n  raise KeyError(SECRET)\nexcept KeyError:\n  raise ValueError from None",
        "def call(body):\n  raise ValueError\ncall(b'token=' + SECRET.encode())",
        "def call(part):\n  raise KeyError\ntry:\n  call(SECRET[:20])\nexcept KeyError:\n  raise ValueError from None",
        "error = ValueError()\nerror.add_note(SECRET)\nraise error",
    ],
)
def test_the_search_finds_a_secret_in_an_exception(program: str) -> None:
    """In messages, arguments, notes and variables, and in exceptions hidden by ``from None``."""
    assert leaks(reported(raised(program)))


def test_the_search_finds_a_secret_in_a_log(log: Recorder) -> None:
    """In messages, and in arguments that the message does not show."""
    for words in (("%s", REFRESH), ("%.3s", REFRESH), (REFRESH,)):
        log.texts.clear()
        logging.getLogger("zoho_crm_jobs").debug(*words)
        assert leaks(log.texts)


# -- a server with scripted responses


def http_response(status: int, body: str, kind: str = "application/json", length: int | None = None) -> bytes:
    """Return an HTTP response as bytes, perhaps with a wrong length."""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n"
    return (head + body).encode()


TOKEN = http_response(200, json.dumps(GRANTED))
HTML = http_response(200, "<html>One moment, please</html>", "text/html")
REJECTED = http_response(401, json.dumps({"code": "INVALID_TOKEN", "details": {}, "message": "no", "status": "error"}))
SILENCE = b""


class Wire(socketserver.ThreadingTCPServer):
    """A server with one response to all token requests, and one to all other requests.

    Attributes:
        url: The URL of the server.
    """

    allow_reuse_address = True

    def __init__(self, token: bytes, other: bytes) -> None:
        self.token, self.other = token, other
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", 0), WireHandler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    @contextlib.contextmanager
    def serving(self) -> Iterator[str]:
        """Serve until the block ends."""
        thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield self.url
        finally:
            self.closing.set()
            self.shutdown()
            self.server_close()
            thread.join()


class WireHandler(socketserver.StreamRequestHandler):
    """A connection: one request, one response."""

    def handle(self) -> None:
        """Read a request and respond."""
        wire = self.server
        assert isinstance(wire, Wire)
        path, size = self.rfile.readline(), 0
        while line := self.rfile.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        self.rfile.read(size)
        sent = wire.token if b"/oauth/" in path else wire.other
        if sent == SILENCE:
            wire.closing.wait(5)
        with contextlib.suppress(OSError):  # the client may have gone
            self.wfile.write(sent)


class NoTime(Clock):
    """A clock whose sleeps take no time."""

    def sleep(self, seconds: float) -> None:
        """Return immediately."""

    async def sleep_asyncio(self, seconds: float) -> None:
        """Return immediately."""


TLS = ssl.create_default_context()
"""Made once, because that takes longer than a call."""


def called(function: str, operation: Any, *arguments: Any, client: Callable[..., Client], **named: Any) -> Any:
    """Call an operation through one of its functions, with connections of its own."""
    if function == "sync":
        with httpx.Client(verify=TLS, trust_env=False) as http:
            return operation.sync(*arguments, client=client(http_client=http), **named)

    async def call() -> Any:
        async with httpx.AsyncClient(verify=TLS, trust_env=False) as http:
            return await operation.asyncio(*arguments, client=client(async_http_client=http), **named)

    return asyncio.run(call())


def auths() -> list[httpx.Auth]:
    """Return every kind of auth."""
    return [
        AccessToken(ACCESS),
        RefreshToken("1000.ID", CLIENT_SECRET, REFRESH),
        AuthorizationCode("1000.ID", CLIENT_SECRET, CODE),
        ClientCredentials("1000.ID", CLIENT_SECRET, "ZohoCRM.1", ["ZohoCRM.bulk.ALL"]),
    ]


class Failure(NamedTuple):
    """A way in which calls fail.

    Attributes:
        token: The response of the accounts server.
        other: The response of the API; None if there is no server.
        error: The error that is raised.
    """

    token: bytes
    other: bytes | None
    error: type[errors.ZohoCRMError]


FAILURES = {
    "connection refused": Failure(TOKEN, None, errors.TransportError),
    "token: silence": Failure(SILENCE, HTML, errors.TransportError),
    "token: breaks off": Failure(http_response(200, json.dumps(GRANTED), length=1000), HTML, errors.TransportError),
    "token: half": Failure(http_response(200, json.dumps(GRANTED)[:100]), HTML, errors.UnexpectedResponse),
    "token: html": Failure(HTML, HTML, errors.UnexpectedResponse),
    "token: 500": Failure(http_response(500, "no", "text/plain"), HTML, errors.UnexpectedResponse),
    "token: rejected": Failure(
        http_response(200, '{"error": "invalid_client"}'), HTML, errors.OAuthAuthenticationError
    ),
    "token: a key of another type": Failure(
        http_response(200, json.dumps({**GRANTED, "expires_in": [ACCESS]})), HTML, errors.UnexpectedResponse
    ),
    "token: no text for a header": Failure(
        http_response(200, json.dumps({**GRANTED, "access_token": f"{ACCESS} x"})), HTML, errors.UnexpectedResponse
    ),
    "silence": Failure(TOKEN, SILENCE, errors.TransportError),
    "breaks off": Failure(TOKEN, http_response(200, '{"data": [', length=1000), errors.TransportError),
    "no http": Failure(TOKEN, b"220 mail.example.com\r\n\r\n", errors.TransportError),
    "html": Failure(TOKEN, HTML, errors.UnexpectedResponse),
    "500": Failure(TOKEN, http_response(500, "no", "text/plain"), errors.UnexpectedResponse),
    "401 after another token": Failure(TOKEN, REJECTED, errors.InvalidTokenError),
}


@sync_and_asyncio
@pytest.mark.parametrize("failure", FAILURES)
def test_failures_show_no_secret(log: Recorder, failure: str, function: str) -> None:
    """Over real connections: the error and its chain, the arguments of hooks, and the log."""
    token, other, expected = FAILURES[failure]
    texts: list[str] = []
    wire = Wire(token, other or b"")
    with contextlib.ExitStack() as stack:
        if other is None:
            wire.server_close()
        else:
            stack.enter_context(wire.serving())

        def client(auth: httpx.Auth, **connections: Any) -> Client:
            crm = Client(
                auth,
                base_url=wire.url,
                timeout=0.15 if SILENCE in (token, other) else 5,
                retry=RetryPolicy(attempts=2),
                clock=NoTime(),
                on_request=[lambda request: texts.extend([*shown(request), *shown(dict(request.headers))])],
                on_response=[lambda response: texts.extend([*shown(response), *shown(response.headers)])],
                **connections,
            )
            texts.extend(shown(crm))
            return crm

        calls: list[tuple[httpx.Auth, Any, tuple[str, ...], dict[str, Any]]] = [
            (auth, get_mass_update_status, ("Leads",), {"job_id": "1"}) for auth in auths()
        ]
        calls.append((auths()[1], schedule_mass_update, ("Leads",), {"body": VIEW}))
        if failure.startswith("token: "):
            calls = calls[1:]  # without the AccessToken
            if failure != "token: no text for a header":
                calls.append((auths()[0], create_token, (), {"body": REFRESHING}))
        for auth, operation, arguments, named in calls:
            with pytest.raises(errors.ZohoCRMError) as caught:
                called(function, operation, *arguments, client=lambda auth=auth, **http: client(auth, **http), **named)
            error = caught.value
            assert type(error.cause if isinstance(error, errors.SubmissionUncertain) else error) is expected
            texts += [*reported(error), *shown(auth)]

    assert not leaks(texts)
    assert not leaks(log.texts)
    assert {"zoho_crm_jobs", "httpx", "httpcore"} & log.loggers


# -- without a connection


def client_factory(**responses: Any) -> Callable[..., Client]:
    """Return a function that makes a client with given responses, by the last segment of the path."""

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=responses[request.url.path.rpartition("/")[2]])

    def client(auth: httpx.Auth, **options: Any) -> Client:
        transport = httpx.MockTransport(respond)
        return Client(
            auth,
            http_client=httpx.Client(transport=transport),
            async_http_client=httpx.AsyncClient(transport=transport),
            **options,
        )

    return client


JOB = {"Status": "COMPLETED", "Failed_Count": 0, "Updated_Count": 1, "Not_Updated_Count": 0, "Total_Count": 1}
WELL = {"token": GRANTED, "mass_update": {"data": [JOB]}, "revoke": {"status": "success"}}


def test_another_data_center(log: Recorder) -> None:
    """The token belongs to another data center, or to an unknown one."""
    texts: list[str] = []
    for domain in ("https://www.zohoapis.com", "https://www.example.com"):
        for auth in auths()[1:]:
            client = client_factory(token={**GRANTED, "api_domain": domain})
            with pytest.raises(errors.DataCenterMismatch) as caught:
                get_mass_update_status.sync("Leads", client=client(auth, data_center="eu"), job_id="1")
            texts += reported(caught.value)

    assert not leaks([*texts, *log.texts])


def test_objects_show_no_secret(tmp_path: Path) -> None:
    """All public objects, before and after a token is obtained, as failing tests print them."""
    texts: list[str] = []
    stores: list[TokenStore] = [MemoryTokenStore(), FileTokenStore(tmp_path / "tokens.json")]
    for store in stores:
        auth = RefreshToken("1000.ID", CLIENT_SECRET, REFRESH, store=store)
        for each in (*auths(), auth):
            crm = client_factory(**WELL)(each, clock=NoTime())
            handle: JobHandle[Any] = JobHandle(
                "get_mass_update_status", {"module_api_name": "Leads", "job_id": "1"}, client=crm
            )
            result = handle.wait()
            response = get_mass_update_status.sync_detailed("Leads", client=crm, job_id="1")
            for thing in (
                each,
                crm,
                handle,
                result,
                result.status,
                response,
                response.headers,
                crm._session.destination,
                handle.to_dict(),
            ):
                texts += shown(thing)
        texts += shown(store)
    crm = client_factory(**WELL)(auths()[0], rate_limit=RateLimit())
    created = create_token.sync_detailed(client=crm, body=REFRESHING)
    revocation = models.TokenRevocation(token=REFRESH)
    granted = [
        REFRESHING,
        models.AuthorizationCodeGrant("authorization_code", "1000.ID", CLIENT_SECRET, CODE, "https://www.example.com"),
        models.ClientCredentialsGrant("client_credentials", "1000.ID", CLIENT_SECRET, "ZohoCRM.bulk.ALL", "ZohoCRM.1"),
    ]
    for thing in (created, created.parsed, revocation, revoke_token.sync(client=crm, body=revocation), *granted):
        texts += shown(thing)
    texts += shown(Token(ACCESS, 0.0, None, REFRESH))

    assert isinstance(created.parsed, models.AccessTokenResponse)
    assert created.parsed.access_token == ACCESS
    assert leaks(path.read_text() for path in tmp_path.glob("tokens.json"))  # if a token was stored
    assert not leaks(texts)


@pytest.mark.parametrize(
    "variables",
    [
        {"ACCESS_TOKEN": f"{ACCESS}\n"},
        {"CLIENT_SECRET": CLIENT_SECRET, "REFRESH_TOKEN": REFRESH},
        {"CLIENT_ID": "1000.ID", "REFRESH_TOKEN": REFRESH},
        {"CLIENT_ID": "1000.ID", "CLIENT_SECRET": CLIENT_SECRET},
        {"CLIENT_ID": "1000.ID", "CLIENT_SECRET": CLIENT_SECRET, "SOID": "ZohoCRM.1"},
        {"CLIENT_ID": "1000.ID", "CLIENT_SECRET": CLIENT_SECRET, "REFRESH_TOKEN": REFRESH, "VERSION": "v0"},
    ],
)
def test_a_wrong_environment_shows_no_secret(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    """Any variable may be missing or wrong."""
    for name in os.environ:
        if name.startswith("ZOHO_CRM_"):
            monkeypatch.delenv(name)
    for name, value in variables.items():
        monkeypatch.setenv(f"ZOHO_CRM_{name}", value)
    with pytest.raises(ValueError, match=r"^\w+: ") as caught:
        Client.from_env()

    assert not leaks(reported(caught.value))


class Unseekable(io.BytesIO):
    """A file that cannot seek."""

    def seekable(self) -> bool:
        """Return False."""
        return False


def test_the_repr_of_a_half_made_object() -> None:
    """Error reporters ask for the repr of objects whose ``__init__`` raised."""
    unknown: Any = "unknown"
    crm = client_factory()(auths()[0])
    makers: list[Callable[[], object]] = [
        lambda: Client(crm._session.auth, data_center=unknown),
        lambda: Client(crm._session.auth, version=unknown),
        lambda: RateLimit(concurrency=0),
        lambda: File(Unseekable(), "leads.zip"),
        lambda: JobHandle("no_such", {}, client=crm),
        lambda: JobHandle("get_bulk_write_job", {"id": "1"}, client=crm),
        lambda: RefreshToken("1000.ID", "", ""),
    ]
    for make in makers:
        with pytest.raises(ValueError, match=": ") as caught:
            make()
        assert "self = " in "".join(reported(caught.value))


def test_a_handle_is_not_pickled_with_its_client() -> None:
    """A handle is stored with ``to_dict``, without its client and credentials."""
    handle: JobHandle[Any] = JobHandle("get_bulk_write_job", {"job_id": "1"}, client=client_factory()(auths()[1]))
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(handle)


INVALID = {"code": "INVALID_DATA", "details": {"param_name": "job_id"}, "message": "no", "status": "error"}
FAILED = {"data": [{**JOB, "Status": "FAILED"}]}


@pytest.mark.parametrize(
    ("other", "kind"), [("x", errors.UnexpectedResponse), (INVALID, errors.ApiError), (FAILED, errors.JobFailed)]
)
def test_errors_are_pickled_without_a_secret(other: Any, kind: type[errors.ZohoCRMError]) -> None:
    """As in a pool of processes."""
    crm = client_factory(token=GRANTED, mass_update=other)(auths()[1], clock=NoTime())
    with pytest.raises(kind) as caught:
        crm.mass_update.job("Leads", job_id="1").wait()
    with pytest.raises(errors.SubmissionUncertain) as uncertain:
        schedule_mass_update.sync("Leads", client=client_factory(token=GRANTED, mass_update=[])(auths()[1]), body=VIEW)
    for error in (caught.value, uncertain.value, uncertain.value.cause):
        dumped = pickle.dumps(error)
        loaded = pickle.loads(dumped)  # noqa: S301  (just dumped)
        assert (type(loaded), str(loaded)) == (type(error), str(error))
        without_client = {"handle": None} if hasattr(error, "handle") else {}
        assert {name: repr(value) for name, value in vars(loaded).items()} == {
            name: repr(value) for name, value in {**vars(error), **without_client}.items()
        }
        assert not leaks([dumped.decode("latin-1"), *reported(loaded)])


# -- the file that processes share


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    """Even if others could read it before, and whatever the umask."""
    path = tmp_path / "tokens.json"
    path.write_text("{}")
    path.chmod(0o644)
    before = os.umask(0)
    try:
        for store in (FileTokenStore(path), FileTokenStore(tmp_path / "new.json")):
            assert store.try_lock("key")
            store.save("key", Token(ACCESS, 0.0))
            store.unlock("key")
    finally:
        os.umask(before)

    files = {each.name: mode(each) for each in tmp_path.iterdir()}
    assert files == dict.fromkeys(("tokens.json", "tokens.json.lock", "new.json", "new.json.lock"), 0o600)
    assert leaks([path.read_text()])
    assert not leaks([(tmp_path / "tokens.json.lock").read_text()])


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error shows no secret, and the previous tokens are still there."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    store = FileTokenStore(tmp_path / "tokens.json")
    store.save("before", Token(ACCESS, 0.0))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device") as caught:
        store.save("key", Token(ACCESS, 0.0, None, REFRESH))

    assert not leaks(reported(caught.value))
    assert [path.name for path in tmp_path.iterdir()] == ["tokens.json"]
    assert store.load("before") is not None
    assert store.load("key") is None


@pytest.mark.parametrize(
    "text", [f'{{"key": {{"access_token": "{ACCESS}"}}}}', f'{{"key": "{ACCESS}', f'["{ACCESS}"]', f"{ACCESS}\udcff"]
)
def test_a_damaged_file_shows_no_secret(tmp_path: Path, text: str) -> None:
    """The file has another structure, is truncated, is no object, or is no text."""
    path = tmp_path / "tokens.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    store = FileTokenStore(path)
    uses: list[Callable[[], object]] = [lambda: store.load("key"), lambda: store.save("key", Token(ACCESS, 0.0))]
    for use in uses:
        with pytest.raises(ValueError, match="not a token file") as caught:
            use()
        assert not leaks(reported(caught.value))

    assert path.read_bytes() == text.encode(errors="surrogateescape")
    assert list(tmp_path.iterdir()) == [path]


WRITER = """
import sys, time
from zoho_crm_jobs.runtime.auth.tokens import FileTokenStore, Token
store = FileTokenStore(sys.argv[1])
for number in range(40):
    while not store.try_lock("key"):
        time.sleep(0.001)
    store.save(f"{sys.argv[2]} {number}", Token("x" * 500, 0.0))
    store.unlock("key")
"""


def test_several_processes_write_the_file(tmp_path: Path) -> None:
    """No reader sees a half-written file, and no update is lost."""
    path = tmp_path / "tokens.json"
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, str(number)]) for number in range(3)]
    store, seen = FileTokenStore(path), 0
    while any(writer.poll() is None for writer in writers):
        kept = len(store._read())  # raises if it is incomplete
        assert kept >= seen
        seen = kept

    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert set(store._read()) == {f"{writer} {number}" for writer in range(3) for number in range(40)}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["tokens.json", "tokens.json.lock"]
    assert mode(path) == 0o600


HOLDER = r"""
import os, sys, time
from zoho_crm_jobs.runtime.auth.tokens import FileTokenStore
store = FileTokenStore(sys.argv[1])
assert store.try_lock("key")
if sys.argv[2] == "forks" and os.fork() != 0:
    store.unlock("key")
    os.write(1, b"let go\n")
    os.wait()
else:
    os.write(1, b"held\n")
    time.sleep(60)
"""


def test_a_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    """The lock is held exactly as long as the process lives."""
    store = FileTokenStore(tmp_path / "tokens.json")
    command = [sys.executable, "-c", HOLDER, str(store.path), "is killed"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert not store.try_lock("key")
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert store.try_lock("key")
        store.unlock("key")


def test_a_lock_does_not_outlive_its_holder_in_a_fork(tmp_path: Path) -> None:
    """A process forked while the lock was held does not hold it."""
    store = FileTokenStore(tmp_path / "tokens.json")
    command = [sys.executable, "-c", HOLDER, str(store.path), "forks"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as holder:
        assert holder.stdout is not None
        lines = {holder.stdout.readline(), holder.stdout.readline()}
        free = store.try_lock("key")
        os.killpg(holder.pid, signal.SIGKILL)

    assert lines == {"held\n", "let go\n"}
    assert free
    store.unlock("key")
