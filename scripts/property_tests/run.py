"""One run of Schemathesis with the settings, values and checks of this package."""

from __future__ import annotations

import functools
import gc
import json
import warnings
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import schemathesis
from schemathesis.cli import EventHandler, handler
from schemathesis.cli import schemathesis as command
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import ServerError
from schemathesis.engine import events
from schemathesis.generation.meta import TestPhase

from property_tests import data as values
from property_tests import reading as answers
from property_tests.coverage import Record
from property_tests.sandbox import REFRESH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    import requests
    from schemathesis import BaseSchema, Case, HookContext, Response
    from schemathesis.core.failures import Failure
    from schemathesis.generation.stateful import APIStateMachine
    from schemathesis.schemas import APIOperation

    Operation: TypeAlias = APIOperation[Any, Any, Any, Any]

    from property_tests.reading import Seen
    from property_tests.sandbox import Inside

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "openapi/dist/zoho-crm-jobs.json"
SETTINGS = Path(__file__).with_name("settings.toml")
HOST = "http://testserver"
PACE = (0, 4, 9, 0, 15, 30)
"""How many seconds pass between the steps of a life, over and over: a job is met waiting, running and ended."""
MOMENTS = (0, 5, 6, 9, 20, 100, 86_400)
"""How many seconds pass between the looks at a job that is watched to its end."""


class Authorization:
    """Puts the token on a request that has no header of its own for it.

    Args:
        token: The token; None for none.
    """

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Puts it there.

        Args:
            request: The request.
        """
        if self._token is not None:
            request.headers.setdefault("Authorization", f"Zoho-oauthtoken {self._token}")
        return request


class Found(NamedTuple):
    """A failure.

    Attributes:
        check: The check that found it.
        operation_id: The operation.
        cases: After how many cases it was found.
        message: What is wrong.
    """

    check: str
    operation_id: str
    cases: int
    message: str


class Example(NamedTuple):
    """A request with values of its own, in the phase examples.

    Attributes:
        case: The request.
        prepare: What is done before it is made.
        fails: Whether the server was told to fail it, so that a documented 5xx is right.
    """

    case: Case[Any]
    prepare: Callable[[], object]
    fails: bool = False


@dataclass
class Run:
    """What the hooks and checks share.

    Attributes:
        token: The access token that may do everything.
        inside: The sandbox, if it is one of our own.
        app: The ASGI app to test in its place, such as a spoiled one.
        examples: Makes further requests for an operation.
        ids: Values of one's own that lead somewhere, by the names of the parameters and keys.
        read_only: Whether nothing is called that is not only read.
        record: What was seen.
        found: The failures, the first of each kind first.
        cases: How many cases there were.
        states: Which states the jobs of which operation were in, in the phase stateful.
    """

    token: str
    inside: Inside | None = None
    app: Any = None
    examples: Callable[[Operation], Iterator[Example]] | None = None
    ids: dict[str, list[str]] = field(default_factory=dict)
    read_only: bool = False
    record: Record = field(default_factory=Record)
    found: list[Found] = field(default_factory=list)
    cases: int = 0
    states: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    history: dict[Any, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    settled: set[Any] = field(default_factory=set)
    before: Any = None
    after: Any = None
    steps: int = 0
    refused_after_revocation: int = 0
    issued: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _watched: dict[Any, list[Seen]] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)
    _preparations: dict[str, Callable[[], object]] = field(default_factory=dict)

    def start_life(self) -> None:
        """Puts everything back to its start, where that can be done."""
        self.steps = 0
        self.issued.clear()
        if self.inside:
            self.inside.restart()

    def prepare(self, case: Case[Any]) -> None:
        """Sets the stage for a request.

        Args:
            case: The request.
        """
        self.cases += 1
        if case.meta and case.meta.phase.name is TestPhase.STATEFUL:
            if self.inside:
                self.inside.advance(PACE[self.steps % len(PACE)])
            self.steps += 1
        else:
            self.start_life()
        preparation = self._preparations.get(case.id)
        if preparation:
            preparation()
        self.before = self.look()

    def add(self, example: Example) -> Case[Any]:
        """Remembers how the stage is set for an example, and returns its request.

        Args:
            example: The example.
        """
        self._preparations[example.case.id] = example.prepare
        if example.fails:
            self.failing.add(example.case.id)
        return example.case

    def look(self) -> Any:
        """Returns what the sandbox holds: all of it as it is, and what there is of each kind."""
        return (self.inside.digest(), self.inside.tally()) if self.inside else None

    def send(self, case: Case[Any], token: str | None) -> Response:
        """Sends a request once more, or another one that a check makes.

        Args:
            case: The request.
            token: The token to send it with; None for none.
        """
        again = case.derive()
        again.headers.pop("Authorization", None)
        response: Response = case.operation.schema.transport.send(again, auth=Authorization(token))
        self.record.add(again, response)
        return response

    def make_token(self, case: Case[Any]) -> tuple[str, str]:
        """Makes an access token at the accounts server, and returns it with its refresh token.

        Args:
            case: A request, for its document.
        """
        body = {"grant_type": "refresh_token", **REFRESH}
        answer = self.send(self.call(case, "create_token", body), None).json()
        return answer["access_token"], REFRESH["refresh_token"]

    def revoke(self, case: Case[Any], refresh_token: str) -> None:
        """Revokes a refresh token.

        Args:
            case: A request, for its document.
            refresh_token: The refresh token.
        """
        self.send(self.call(case, "revoke_token", {"token": refresh_token}), None)

    @staticmethod
    def call(case: Case[Any], operation_id: str, fields: dict[str, str] | None = None) -> Case[Any]:
        """Returns a request to another operation that leads somewhere in the sandbox.

        Args:
            case: A request, for its document.
            operation_id: The operation.
            fields: The fields of its form; None for what is read.
        """
        operation = case.operation.schema.find_operation_by_id(operation_id)
        made: Case[Any]
        if fields is not None:
            made = operation.Case(body=fields, media_type="application/x-www-form-urlencoded")
            return made
        path = {"version": "v8", **values.PLACES[operation_id]}
        made = operation.Case(path_parameters=path, query={"job_id": values.QUERIES[operation_id]})
        return made

    def once(self, *key: Any) -> bool:
        """Returns whether something was not yet found to be right.

        Args:
            key: What.
        """
        return key not in self.settled

    def watched(self, case: Case[Any], came_from: Case[Any]) -> list[Seen]:
        """Looks at a job until long after its end, and returns what was told of it. The same job is looked at once.

        Args:
            case: The request for its status.
            came_from: The request whose answer led to it.
        """
        key = (case.formatted_path, str(case.query), repr(came_from.body), came_from.method)
        if key not in self._watched:
            self._watched[key] = self._watch(case)
        return self._watched[key]

    def _watch(self, case: Case[Any]) -> list[Seen]:
        assert self.inside
        told = []
        for seconds in MOMENTS:
            self.inside.advance(seconds)
            seen = answers.job_in(case, self.send(case, self.token))
            if seen:
                told.append(seen)
        return told

    def table(self) -> str:
        """Returns what was seen of what the document promises, as a table in Markdown."""
        return self.record.table(document())

    def missing(self) -> str:
        """Returns what the document promises and was not seen, as a list in Markdown."""
        return "".join(f"- not seen: {what}\n" for what in self.record.missing(document()))


SYSTEMS = ("mass_update", "mass_change_owner", "inventory_mass_convert", "bulk_write", "convert_lead", "oauth")
"""The systems, in each of which operations are linked."""


def lead_lives(system: str) -> list[str]:
    """Returns the arguments that have the lives of one system led. In one run, Schemathesis would start with few.

    Args:
        system: The system.
    """
    return ["--phases=stateful", f"--include-tag={system}", "--exclude-checks=everything_was_seen"]


@functools.cache
def document() -> dict[str, Any]:
    """Returns the document."""
    found: dict[str, Any] = json.loads(DOCUMENT.read_text("utf-8"))
    return found


def config() -> SchemathesisConfig:
    """Returns the settings."""
    return SchemathesisConfig.from_path(SETTINGS)


_current: Run | None = None


def current() -> Run:
    """Returns the run that is under way."""
    assert _current, "a check of this package needs a run of this package"
    return _current


@contextmanager
def _under_way(run: Run) -> Iterator[None]:
    global _current
    _current = run
    try:
        yield
    finally:
        _current = None


def execute(run: Run, *arguments: str, url: str = HOST) -> int:
    """Runs Schemathesis.

    Args:
        run: What to run it with.
        arguments: Further arguments of ``schemathesis run``.
        url: The URL of the server.

    Returns:
        The exit code of ``schemathesis run``: 0 if all checks hold and nothing was warned of.
    """
    options: Sequence[str] = [f"--config-file={SETTINGS}", "run", str(DOCUMENT), f"--url={url}", *arguments]
    with _under_way(run), warnings.catch_warnings(action="ignore", category=ResourceWarning):
        code = _code_of(options)
        gc.collect()  # Schemathesis leaves its reports to be written, and closed, when its objects are gone
    return code


def _code_of(options: Sequence[str]) -> int:
    try:
        command.main(options, prog_name="schemathesis")
    except SystemExit as end:
        return int(end.code or 0)


@schemathesis.hook
def after_load_schema(_context: HookContext, schema: BaseSchema) -> None:
    """Leads the requests to the sandbox in this process, if there is one, and makes their values lead somewhere."""
    if _current is None:
        return  # the hooks are for the whole process, and others use Schemathesis too
    run = _current
    if run.inside:
        schema.app = run.app or run.inside.sandbox
    if run.inside is None:
        # What a server of others holds, and what is left of it after the first calls, is no fault of these tests.
        schema.config.warnings.fail_on = []
    if run.read_only:
        schema.config.phases.coverage.unexpected_methods = set()  # what a wrong method does is up to the server
    known = values.Known(run.ids)
    for place in ("query", "path_parameters", "headers", "body"):
        schema.hooks.hook(f"map_{place}")(lambda _context, value: known.put(value))
    schema.hooks.hook("map_case")(lambda _context, case: values.fit(case))
    build = schema.build_state_machine

    def build_state_machine(**options: Any) -> type[APIStateMachine]:
        return _living(build(**options), run)

    schema.build_state_machine = build_state_machine  # type: ignore[method-assign]  # the engine has no other way in


def _living(machine: type[APIStateMachine], run: Run) -> type[APIStateMachine]:
    class Life(machine):  # type: ignore[valid-type,misc]  # made from the document
        def __init__(self) -> None:
            run.start_life()
            super().__init__()

    return Life


@schemathesis.hook
def before_add_examples(context: HookContext, examples: list[Case[Any]]) -> None:
    """Aims the document's examples, and adds those of the run."""
    run = current()
    for case in examples:
        values.aim(case)
    if run.examples and context.operation:
        examples += [run.add(example) for example in run.examples(context.operation)]


@schemathesis.hook
def before_call(_context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Sets the stage, and puts the token on."""
    run = current()
    run.prepare(case)
    kwargs["auth"] = Authorization(run.token)


@schemathesis.hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    """Notes what was seen."""
    run = current()
    run.after = run.look()
    run.record.tested.add(answers.operation_id(case))
    run.record.add(case, response)
    seen = answers.job_in(case, response)
    if seen and case.meta and case.meta.phase.name is TestPhase.STATEFUL:
        run.states[answers.operation_id(case)].add(seen.state)


@schemathesis.hook
def filter_failure(_context: HookContext, failure: Failure, case: Case[Any], _response: Response) -> bool:
    """Lets an error of the server pass if it was told to fail this request; every other check still holds."""
    return not (isinstance(failure, ServerError) and case.id in current().failing)


@handler()
class _Findings(EventHandler[Any]):
    """Notes the failures."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        self._cases = 0

    def handle_event(self, ctx: Any, event: events.EngineEvent) -> None:  # noqa: ARG002  # as Schemathesis names it
        run = current()
        if isinstance(event, events.ScenarioFinished):
            self._note(run, event)
        if isinstance(event, events.EngineFinished):
            run.found += [Found(_named(failure), "", self._cases, failure.message) for failure in event.failures]
        if isinstance(event, (events.NonFatalError, events.FatalError)):
            run.found.append(Found("error", "", self._cases, str(event)))

    def _note(self, run: Run, event: events.ScenarioFinished) -> None:
        for number, (case_id, node) in enumerate(event.recorder.cases.items(), start=1):
            for check in event.recorder.checks.get(case_id, ()):
                if check.failure_info:
                    name = answers.operation_id(node.value)
                    found = Found(check.name, name, self._cases + number, check.failure_info.failure.message)
                    run.found.append(found)
        self._cases += len(event.recorder.cases)


def _named(failure: Failure) -> str:
    return failure.title.partition("`")[2].partition("`")[0]
