"""Fuzzing of the client: it turns every response into a model of the right types or a typed error."""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import itertools
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

import httpx
import pytest
from codegen.names import class_name
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from zoho_crm_jobs import AccessToken, Client, File, errors, models
from zoho_crm_jobs.runtime.types import Response

from tests.support.spec import OPERATIONS
from tests.support.strategies import SECRET, Expectation, Place, ResponseSpec, mutations, response_specs, values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TAGS: dict[str, str] = {name: operation["tags"][0] for name, (_, operation) in OPERATIONS.items()}
FUNCTIONS = ("sync_detailed", "sync", "asyncio_detailed", "asyncio")
REQUEST_BODIES = [
    (name, media_type, schema)
    for name, (_, operation) in OPERATIONS.items()
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items()
    for schema in content["schema"].get("oneOf", [content["schema"]])
    if media_type != "multipart/form-data"
]
"""Each schema of a request's body but the multipart form, which is no JSON and has a test of its own."""


def grouped(specs: list[ResponseSpec], key: Callable[[ResponseSpec], Any]) -> list[list[ResponseSpec]]:
    """Return the responses in groups with the same key."""
    groups: dict[str, list[ResponseSpec]] = {}
    for spec in specs:
        groups.setdefault(repr(key(spec)), []).append(spec)
    return list(groups.values())


def group_id(group: list[ResponseSpec]) -> str:
    """Return the id of a test of several responses."""
    return str(group[0]) if len(group) == 1 else f"{group[0]}-and-{len(group) - 1}-more"


BY_SCHEMA = grouped([spec for spec in response_specs() if spec.schema], lambda spec: (spec.status, spec.schema))
BY_KIND = grouped(list(response_specs()), lambda spec: spec.kind)
PLACE_IN_MESSAGE = re.compile(r" bytes\): (?P<where>\S+|the body): expected (?P<expected>.+), found ")
HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"


def fuzzing(examples: int) -> settings:
    """Return the settings of a test with so many examples, the same ones in every run."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


class Outcome(NamedTuple):
    """What a function of the client returned or raised.

    Attributes:
        parsed: The model, the bytes, or None.
        error: The error of the response.
    """

    parsed: Any
    error: Exception | None


class CannedServer:
    """A transport that sends the same response to every request, and a client that uses it.

    Attributes:
        sent: The body of the latest request.
    """

    def __init__(self, loop: asyncio.Runner) -> None:
        self._loop = loop
        self._functions = itertools.cycle(FUNCTIONS)
        self.status, self.content, self.headers = 200, b"", {"Content-Type": "application/json"}
        self.sent = b""
        transport = httpx.MockTransport(self._respond)
        self._client = Client(
            AccessToken("sandbox"),
            organization="1",
            retry=None,
            http_client=httpx.Client(transport=transport, trust_env=False),
            async_http_client=httpx.AsyncClient(transport=transport, trust_env=False),
        )

    def _respond(self, request: httpx.Request) -> httpx.Response:
        self.sent = request.read()
        return httpx.Response(self.status, content=self.content, headers=self.headers)

    def call(
        self,
        operation_id: str,
        status: int,
        content: bytes,
        *,
        body: Any = None,
        content_type: str = "application/json",
        functions: Sequence[str] = FUNCTIONS,
    ) -> Outcome:
        """Call the functions of an operation, which must have the same outcome.

        Args:
            operation_id: The operation.
            status: The status of the response.
            content: The body of the response.
            body: The body of the request.
            content_type: The content type of the response.
            functions: The functions to call; all four by default.
        """
        self.status, self.content, self.headers = status, content, {"Content-Type": content_type}
        operation = importlib.import_module(f"zoho_crm_jobs.api.{TAGS[operation_id]}.{operation_id}")
        named = dict.fromkeys(_required(operation.sync), "1")
        named |= {"client": self._client} | ({"body": body} if "body" in named else {})
        first, *others = [self._outcome(getattr(operation, function), named) for function in functions]
        for other in others:
            assert repr(other.error) == repr(first.error)
            assert other.parsed == first.parsed or first.error  # ``sync`` and ``asyncio`` raise, and return nothing
        return first

    def _outcome(self, function: Any, named: dict[str, Any]) -> Outcome:
        try:
            result = self._loop.run(function(**named)) if inspect.iscoroutinefunction(function) else function(**named)
        except errors.ZohoCRMError as error:
            return Outcome(None, _cause(error))
        if isinstance(result, Response):
            return Outcome(result.parsed, result.error and _cause(result.error))
        return Outcome(result, None)

    def call_one(self, operation_id: str, status: int, content: bytes, **options: Any) -> Outcome:
        """Call one of the four functions, each in its turn."""
        return self.call(operation_id, status, content, functions=[next(self._functions)], **options)


@functools.cache
def _required(function: Any) -> list[str]:
    parameters = inspect.signature(function).parameters.values()
    return [parameter.name for parameter in parameters if parameter.default is inspect.Parameter.empty]


def _cause(error: Exception) -> Exception:
    """Return the error of the response, also from an error that leaves open what became of the request."""
    cause: Exception = getattr(error, "cause", error)
    return cause


@pytest.fixture(scope="module")
def server() -> Iterator[CannedServer]:
    """One server for all tests, since a client and a loop take longer to make than a call."""
    with asyncio.Runner() as loop:
        yield CannedServer(loop)


def to_json(body: Any) -> bytes:
    """Return JSON as it is sent."""
    return json.dumps(body).encode()


def same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal, with equal types; two spellings of one time are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or datetime.fromisoformat(one) == datetime.fromisoformat(other)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def assert_accepted(outcome: Outcome, body: Any) -> None:
    """Check that the client parsed a body into the model, or the typed error, that it states."""
    assert not isinstance(outcome.error, errors.UnexpectedResponse), outcome.error
    if outcome.parsed is not None:
        assert same(outcome.parsed.to_dict(), body)
    else:
        assert isinstance(outcome.error, errors.ApiError)
    if isinstance(outcome.error, errors.ApiError):
        first = body["data"][0] if "data" in body else body
        assert outcome.error.code == first.get("code", first.get("error"))


def assert_rejected(outcome: Outcome, place: Place, wrong: list[Place]) -> None:
    """Check that the client rejected a body with the place of the defect, and without any text of the body."""
    assert isinstance(outcome.error, errors.UnexpectedResponse), outcome
    message = str(outcome.error)
    assert SECRET not in message
    found = PLACE_IN_MESSAGE.search(message)
    assert found, message
    named = () if found["where"] == "the body" else tuple(re.findall(r"[^.\[\]]+", found["where"]))
    at = tuple(map(str, place))
    if at[-1:] in (("status",), ("code",), ("error",)):  # these decide what the object around them should be
        assert named[:-1] == at[: len(named[:-1])], message
        return
    assert all(map(str.__eq__, named, at)), message
    if found["expected"] != "an error":  # which is about the body as a whole
        assert any(named[: len(way)] == tuple(map(str, way)) for way in wrong), (message, wrong)


@pytest.mark.parametrize("group", BY_SCHEMA, ids=group_id)
def test_a_response_becomes_its_model_or_an_error_that_says_where(
    server: CannedServer, group: list[ResponseSpec]
) -> None:
    """A valid body is accepted; one with a wrong type, a missing key or a wrong null is rejected.

    The contract: if the JSON of a documented response is cut off, or violates the schema in a type, a required key or a
    null, the error is ``UnexpectedResponse``; its message names the place, or the choice between schemas that none of
    them fits, and shows no text of the body. If the JSON keeps to the schema in these, and in constants, dates and
    times, it becomes the document's model, which writes the same JSON again, and an error becomes the error of its
    code. Enums, patterns, lengths and bounds are left open, as Zoho may widen them. In between, as with a constant that
    has become another text, it is one of these typed outcomes. All four functions have the same outcome.

    Operations whose responses have one schema share the bodies: each gets every valid one, and the others in turn.
    """
    status, schema = group[0].status, group[0].schema
    assert schema
    expectation = Expectation(schema)
    first, *others = [spec.operation_id for spec in group]
    in_turn = itertools.cycle([first, *others])

    @fuzzing(8 if status < 300 else 4)
    @given(values(schema), st.integers(0, 9), st.floats(0, 1))
    def check(body: Any, turn: int, part: float) -> None:
        content = to_json(body)
        assert_accepted(server.call(first, status, content), body)
        for operation_id in others:
            assert_accepted(server.call_one(operation_id, status, content), body)
        for place, changed in mutations(body, turn):
            outcome = server.call_one(next(in_turn), status, to_json(changed))
            if expectation.must_accept(changed):
                assert_accepted(outcome, changed)
            elif expectation.must_reject(changed):
                assert_rejected(outcome, place, expectation.wrong_places(changed))
            else:
                assert outcome.parsed is not None or isinstance(
                    outcome.error, (errors.ApiError, errors.UnexpectedResponse)
                )
        cut_off = content[: 1 + int(part * (len(content) - 2))]
        for operation_id in (first, *others):
            outcome = server.call_one(operation_id, status, cut_off)
            assert isinstance(outcome.error, errors.UnexpectedResponse)

    check()


@pytest.mark.parametrize(("operation_id", "media_type", "schema"), REQUEST_BODIES, ids=lambda value: str(value)[-60:])
def test_a_body_survives_the_model_and_the_call(
    server: CannedServer, operation_id: str, media_type: str, schema: dict[str, Any]
) -> None:
    """Every valid body is the same as a model, and as it is sent; ``from_dict`` rejects an invalid one.

    ``from_dict`` has the contract of the test above, with a ``ValueError``. A closed object has no undocumented keys.
    """
    model = getattr(models, class_name(schema["$ref"].rpartition("/")[2]))
    expectation = Expectation(schema)

    @fuzzing(8)
    @given(values(schema), st.integers(0, 9))
    def check(body: Any, turn: int) -> None:
        read = model.from_dict(body)
        assert same(read.to_dict(), body)
        server.call(operation_id, 500, b"", body=read)
        if media_type == "application/json":
            assert same(json.loads(server.sent), body)
        else:
            assert dict(parse_qsl(server.sent.decode(), keep_blank_values=True)) == body
        for _, changed in mutations(body, turn):
            if expectation.must_send(changed):
                assert same(model.from_dict(changed).to_dict(), changed)
            elif expectation.must_reject(changed):
                with pytest.raises(ValueError, match=r"expected .+, found ") as caught:
                    model.from_dict(changed)
                assert SECRET not in str(caught.value)

    check()


def test_a_file_survives_the_call(server: CannedServer) -> None:
    """A file arrives byte by byte, whatever its name."""

    @fuzzing(25)
    @given(payload=st.binary(), name=st.text("ab .-ü漢", min_size=1, max_size=9))
    def check(payload: bytes, name: str) -> None:
        server.call("upload_bulk_write_file", 500, b"", body=models.BulkWriteUploadRequest(file=File(payload, name)))
        head, _, rest = server.sent.partition(b"\r\n\r\n")
        assert rest == payload + b"\r\n" + head.partition(b"\r\n")[0] + b"--\r\n"

    check()


def is_not_json(content: bytes) -> bool:
    """Return whether bytes are not JSON."""
    try:
        json.loads(content)
    except ValueError:
        return True
    return False


INVALID_BODIES = [
    HTML,
    b"",
    b"null",
    b"[]",
    b'"text"',
    b"17",
    b"NaN",
    b'{"data": NaN}',
    b'{"status": "error", "code": "X", "message": "x", "details": -Infinity}',
    b"\xff\xfe\x00",
    b"9" * 5000,  # more digits than Python reads
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'{"data":[' * 480 + b"]}" * 480,  # nearly as deep as Python reads
    b'{"data": "' + b"x" * 500_000 + b'"}',
    b'{"data": [' + b"{}," * 20_000 + b"{}]}",
    b'{"status": "error", "error": []}',
    b'{"status": "error", "error": {}, "code": []}',
]


def assert_unexpected(spec: ResponseSpec, content: bytes, outcome: Outcome) -> None:
    """Check the outcome of a body that is no documented JSON.

    It is ``UnexpectedResponse`` unless the document has no JSON there: bytes are bytes, and where no body is
    documented, any body is ignored.
    """
    if spec.schema and not (spec.status == 404 and not content):  # which may mean that the job does not exist
        assert isinstance(outcome.error, errors.UnexpectedResponse), outcome
        assert len(str(outcome.error)) < 1000
    elif spec.binary:
        assert outcome == Outcome(content, None)


@pytest.mark.parametrize("group", BY_KIND, ids=group_id)
def test_an_invalid_body_is_an_unexpected_response(server: CannedServer, group: list[ResponseSpec]) -> None:
    """Random bytes, HTML, huge and deeply nested JSON raise ``UnexpectedResponse`` at any status.

    The client reads all responses of one kind with the same lines. So one gets all bodies through all functions, and
    the others HTML and what is no JSON object.
    """
    first, *others = group

    def check(content: bytes) -> None:
        outcome = server.call(first.operation_id, first.status, content, content_type="text/html")
        assert_unexpected(first, content, outcome)

    for content in INVALID_BODIES:
        check(content)
    fuzzing(6)(given(st.binary(min_size=1).filter(is_not_json))(check))()
    for spec in others:
        for content in (HTML, b"", b"[]"):
            outcome = server.call_one(spec.operation_id, spec.status, content, content_type="text/html")
            assert_unexpected(spec, content, outcome)


@pytest.mark.parametrize("status", [201, 206, 302, 304, 402, 418, 502, 503, 520, 599])
def test_an_undocumented_status_is_an_unexpected_response(server: CannedServer, status: int) -> None:
    """The error says that the status is undocumented, even if the body is that of another status."""
    for operation_id in TAGS:
        if (operation_id, status) != ("create_bulk_write_job", 201):
            for content in (HTML, b"", b'{"data": [{}]}'):
                outcome = server.call(operation_id, status, content)
                assert isinstance(outcome.error, errors.UnexpectedResponse)
                assert "the status is not documented" in str(outcome.error)
