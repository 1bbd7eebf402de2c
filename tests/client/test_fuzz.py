"""The client under random rain: whatever comes, it is a model of the right types or a typed error."""

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
from codegen.context import class_name
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from zoho_crm_jobs import AccessToken, Client, File, errors, models
from zoho_crm_jobs.runtime.types import UNSET, Response

from tests.support.strategies import SECRET, Answer, Place, Promise, answers, mutations, operations, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TAGS = {operation["operationId"]: operation["tags"][0] for operation in operations()}
ANSWERS = list(answers())
WITH_JSON = [answer for answer in ANSWERS if answer.schema]
BODIES = [
    (operation["operationId"], kind, branch)
    for operation in operations()
    for kind, media_type in operation.get("requestBody", {}).get("content", {}).items()
    for branch in media_type["schema"].get("oneOf", [media_type["schema"]])
    if kind != "multipart/form-data"
]
"""Each schema that the body of a request may have; a file is no JSON, and has a test of its own."""
WHERE = re.compile(r" bytes\): (?P<where>\S+|the body): expected (?P<expected>.+), found ")
DOORS = ("sync_detailed", "sync", "asyncio_detailed", "asyncio")
HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"


def rain(drops: int) -> settings:
    """Returns the settings of a test that takes so many examples, always the same ones."""
    return settings(
        max_examples=drops,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


class Outcome(NamedTuple):
    """What the client makes of an answer.

    Attributes:
        taken: The model, the bytes, or None.
        error: What is wrong with the answer.
    """

    taken: Any
    error: Exception | None


class Sky:
    """A transport that answers every request alike, and a client whose calls come here.

    Args:
        loop: What runs the asynchronous calls.

    Attributes:
        sent: The body of the latest request.
    """

    def __init__(self, loop: asyncio.Runner) -> None:
        self._loop = loop
        self._doors = itertools.cycle(DOORS)
        self.status, self.content, self.headers = 200, b"", {"Content-Type": "application/json"}
        self.sent = b""
        transport = httpx.MockTransport(self._answer)
        self._client = Client(
            AccessToken("sandbox"),
            retry=None,
            http_client=httpx.Client(transport=transport, trust_env=False),
            async_http_client=httpx.AsyncClient(transport=transport, trust_env=False),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.sent = request.read()
        return httpx.Response(self.status, content=self.content, headers=self.headers)

    def call(
        self,
        operation_id: str,
        status: int,
        content: bytes,
        *,
        body: Any = UNSET,
        content_type: str = "application/json",
        doors: Sequence[str] = DOORS,
    ) -> Outcome:
        """Calls an operation through some of its doors, which have to make the same of the answer.

        Args:
            operation_id: The operation.
            status: The status of the answer.
            content: The body of the answer.
            body: What to send.
            content_type: What the answer says that it is.
            doors: Through which doors; all of them if left out.
        """
        self.status, self.content, self.headers = status, content, {"Content-Type": content_type}
        operation = importlib.import_module(f"zoho_crm_jobs.api.{TAGS[operation_id]}.{operation_id}")
        named = dict.fromkeys(_required(operation.sync), "1")
        named |= {"client": self._client} | ({"body": body} if "body" in named else {})
        first, *others = [self._outcome(getattr(operation, door), named) for door in doors]
        for other in others:
            assert repr(other.error) == repr(first.error)
            assert other.taken == first.taken or first.error  # the doors that raise do not show what they raise for
        return first

    def _outcome(self, door: Any, named: dict[str, Any]) -> Outcome:
        try:
            answered = self._loop.run(door(**named)) if inspect.iscoroutinefunction(door) else door(**named)
        except errors.ZohoCRMError as error:
            return Outcome(None, _said(error))
        if isinstance(answered, Response):
            return Outcome(answered.parsed, answered.error and _said(answered.error))
        return Outcome(answered, None)

    def one_door(self, operation_id: str, status: int, content: bytes) -> Outcome:
        """Calls an operation through the next of its doors, as ``call`` does."""
        return self.call(operation_id, status, content, doors=[next(self._doors)])


@functools.cache
def _required(door: Any) -> list[str]:
    parameters = inspect.signature(door).parameters.values()
    return [parameter.name for parameter in parameters if parameter.default is inspect.Parameter.empty]


def _said(error: Exception) -> Exception:
    """Returns what is wrong with an answer, also where that is the cause of not knowing what became of a call."""
    cause: Exception = getattr(error, "cause", error)
    return cause


@pytest.fixture(scope="module")
def sky() -> Iterator[Sky]:
    """One for all tests, since a client and a loop take longer to make than a call."""
    with asyncio.Runner() as loop:
        yield Sky(loop)


def encoded(body: Any) -> bytes:
    """Returns JSON as it comes over the wire."""
    return json.dumps(body).encode()


def same(one: Any, other: Any) -> bool:
    """Returns whether two JSON values are the same, of the same types; a time may be written in another way."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or datetime.fromisoformat(one) == datetime.fromisoformat(other)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def assert_taken(outcome: Outcome, body: Any) -> None:
    """Checks that a body has become the model, or the typed error, that it says."""
    assert not isinstance(outcome.error, errors.UnexpectedResponse), outcome.error
    if outcome.taken is not None:
        assert same(outcome.taken.to_dict(), body)
    else:
        assert isinstance(outcome.error, errors.ApiError)
    if isinstance(outcome.error, errors.ApiError):
        first = body["data"][0] if "data" in body else body
        assert outcome.error.code == first.get("code", first.get("error"))


def assert_refused(outcome: Outcome, place: Place, wrong: list[Place]) -> None:
    """Checks that a body was refused, with where it is wrong and without a text that is in it."""
    assert isinstance(outcome.error, errors.UnexpectedResponse), outcome
    message = str(outcome.error)
    assert SECRET not in message
    said = WHERE.search(message)
    assert said, message
    named = () if said["where"] == "the body" else tuple(re.findall(r"[^.\[\]]+", said["where"]))
    at = tuple(map(str, place))
    if at[-1:] in (("status",), ("code",), ("error",)):  # these decide what the object around them should be
        assert named[:-1] == at[: len(named[:-1])], message
        return
    assert all(map(str.__eq__, named, at)), message
    if said["expected"] != "an error":  # which is about the body as a whole
        assert any(named[: len(way)] == tuple(map(str, way)) for way in wrong), (message, wrong)


@pytest.mark.parametrize("answer", WITH_JSON, ids=str)
def test_an_answer_is_what_the_document_says_or_an_error_that_says_where(sky: Sky, answer: Answer) -> None:
    """What is as the document says is taken; what is of a wrong type, lacks a key or is null is refused.

    The promise: if the JSON of a documented answer breaks off, or breaks the schema in a type, a required key or a null
    that is not allowed, the error is ``UnexpectedResponse``; its message says where, or at which choice between schemas
    none fits, and shows no text of it. If it keeps to the schema in these, and in constants, dates and times, it
    becomes the document's model, which writes the same JSON again, and if it is an error, the error of its code. Enums,
    patterns, lengths and bounds are left open, as Zoho may widen them. In between, as with a constant that has become
    another text, it is one of these typed outcomes. All four doors make the same of it.
    """
    assert answer.schema
    promise = Promise(answer.schema)

    @rain(8 if answer.status < 300 else 4)
    @given(values(answer.schema), st.integers(0, 9), st.floats(0, 1))
    def check(body: Any, turn: int, part: float) -> None:
        assert_taken(sky.call(answer.operation_id, answer.status, encoded(body)), body)
        for place, changed in mutations(body, turn):
            outcome = sky.one_door(answer.operation_id, answer.status, encoded(changed))
            if promise.must_take(changed):
                assert_taken(outcome, changed)
            elif promise.must_refuse(changed):
                assert_refused(outcome, place, promise.wrong_places(changed))
            else:
                assert outcome.taken is not None or isinstance(
                    outcome.error, (errors.ApiError, errors.UnexpectedResponse)
                )
        whole = encoded(body)
        broken_off = whole[: 1 + int(part * (len(whole) - 2))]
        outcome = sky.one_door(answer.operation_id, answer.status, broken_off)
        assert isinstance(outcome.error, errors.UnexpectedResponse)

    check()


@pytest.mark.parametrize(("operation_id", "kind", "schema"), BODIES, ids=lambda value: str(value)[-60:])
def test_a_body_survives_the_model_and_the_call(sky: Sky, operation_id: str, kind: str, schema: dict[str, Any]) -> None:
    """Every body that the document allows is the same as a model, and as what is sent; a wrong one is no model.

    ``from_dict`` promises of a body what calls promise of an answer, with a ``ValueError``. Of other keys than those of
    the document a closed object has none.
    """
    model = getattr(models, class_name(schema["$ref"].rpartition("/")[2]))
    promise = Promise(schema)

    @rain(8)
    @given(values(schema), st.integers(0, 9))
    def check(body: Any, turn: int) -> None:
        read = model.from_dict(body)
        assert same(read.to_dict(), body)
        sky.call(operation_id, 500, b"", body=read)
        if kind == "application/json":
            assert same(json.loads(sky.sent), body)
        else:
            assert dict(parse_qsl(sky.sent.decode(), keep_blank_values=True)) == body
        for _, changed in mutations(body, turn):
            if promise.must_take(changed):
                assert same(model.from_dict(changed).to_dict(), changed)
            elif promise.must_refuse(changed):
                with pytest.raises(ValueError, match=r"expected .+, found ") as caught:
                    model.from_dict(changed)
                assert SECRET not in str(caught.value)

    check()


def test_a_file_survives_the_call(sky: Sky) -> None:
    """A file arrives byte by byte, whatever its name."""

    @rain(25)
    @given(payload=st.binary(), name=st.text("ab .-ü漢", min_size=1, max_size=9))
    def check(payload: bytes, name: str) -> None:
        sky.call("upload_bulk_write_file", 500, b"", body=models.BulkWriteUploadRequest(file=File(payload, name)))
        head, _, rest = sky.sent.partition(b"\r\n\r\n")
        assert rest == payload + b"\r\n" + head.partition(b"\r\n")[0] + b"--\r\n"

    check()


def no_json(text: bytes) -> bool:
    """Returns whether bytes are not JSON."""
    try:
        json.loads(text)
    except ValueError:
        return True
    return False


NO_ANSWERS = [
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


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_what_is_no_answer_is_an_error_that_says_so(sky: Sky, answer: Answer) -> None:
    """Random bytes, HTML, huge and deeply nested JSON are an ``UnexpectedResponse``, whatever the status.

    It is so unless the document has no JSON there: bytes are bytes, and an answer without a body is as good with one.
    """

    def check(content: bytes) -> None:
        outcome = sky.call(answer.operation_id, answer.status, content, content_type="text/html")
        if answer.schema and not (answer.status == 404 and not content):  # which may stand for a job that is not there
            assert isinstance(outcome.error, errors.UnexpectedResponse), outcome
            assert len(str(outcome.error)) < 1000
        elif answer.binary:
            assert outcome == Outcome(content, None)

    for content in NO_ANSWERS:
        check(content)
    rain(6)(given(st.binary(min_size=1).filter(no_json))(check))()


@pytest.mark.parametrize("status", [201, 206, 302, 304, 402, 418, 502, 503, 520, 599])
def test_a_status_that_is_not_documented_is_an_error_that_says_so(sky: Sky, status: int) -> None:
    """Whatever the body is, also one that would be right with another status."""
    for operation_id in TAGS:
        if (operation_id, status) != ("create_bulk_write_job", 201):
            for content in (HTML, b"", b'{"data": [{}]}'):
                outcome = sky.call(operation_id, status, content)
                assert isinstance(outcome.error, errors.UnexpectedResponse)
                assert "the status is not documented" in str(outcome.error)
