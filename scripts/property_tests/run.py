"""A run of Schemathesis with the settings, data and checks of this package."""

from __future__ import annotations

import gc
import warnings
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import schemathesis
from schemathesis.cli import EventHandler, handler
from schemathesis.cli import schemathesis as command
from schemathesis.core.failures import AcceptedNegativeData, ServerError
from schemathesis.engine import events

from property_tests import data
from property_tests.coverage import Coverage
from property_tests.reading import DOCUMENT, document, in_scenario, job_status, operation_id
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

    from property_tests.reading import JobStatus
    from property_tests.sandbox import OwnSandbox

SETTINGS = Path(__file__).with_name("settings.toml")
HOST = "http://testserver"
PACE = (0, 4, 9, 0, 15, 30)
"""Seconds between the steps of a scenario, repeated, so that jobs are seen waiting, running and ended."""
ROUNDS = 6
"""How often the given ids are read in the examples phase, so that their states are seen over time."""
MOMENTS = (0, 5, 6, 9, 20, 100, 86_400)
"""Seconds between the reads of a job that is watched to its end."""

IGNORED = ("include_inner_details",)
"""Parameters whose value Zoho ignores if it is unknown (B63 in DECISIONS.md), so that a wrong one is no error."""


class Authorization:
    """Adds a token to a request that has no ``Authorization`` of its own; ``None`` adds nothing."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the token."""
        if self._token is not None:
            request.headers.setdefault("Authorization", f"Zoho-oauthtoken {self._token}")
        return request


class Found(NamedTuple):
    """A failure: its check and operation, the number of cases until it was found, and its message."""

    check: str
    operation_id: str
    cases: int
    message: str


class Example(NamedTuple):
    """A further request of the examples phase, with a function to call before it.

    ``fails`` tells whether the server was made to fail it, so that a documented 5xx is right.
    """

    case: Case[Any]
    prepare: Callable[[], object]
    fails: bool = False


@dataclass
class Run:
    """The state that hooks and checks share.

    ``app`` is the ASGI app under test if it is not that of ``sandbox``, for example one with a mutant. ``ids`` exist on
    the server, by the names of parameters and keys. ``states`` are those of jobs in scenarios, by operation.
    ``verified`` has the kinds of requests for which a check need not be repeated. ``before`` and ``after`` are the
    snapshots around the current request. ``issued`` has the access tokens of the current scenario, by refresh token.
    """

    token: str
    sandbox: OwnSandbox | None = None
    app: Any = None
    examples: Callable[[Operation], Iterator[Example]] | None = None
    ids: dict[str, list[str]] = field(default_factory=dict)
    read_only: bool = False
    coverage: Coverage = field(default_factory=Coverage)
    found: list[Found] = field(default_factory=list)
    cases: int = 0
    states: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    history: dict[Any, list[JobStatus]] = field(default_factory=lambda: defaultdict(list))
    verified: set[Any] = field(default_factory=set)
    before: Any = None
    after: Any = None
    steps: int = 0
    rejected_after_revocation: int = 0
    issued: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    failing: set[str] = field(default_factory=set)
    _watched: dict[Any, list[JobStatus]] = field(default_factory=dict)
    _preparations: dict[str, Callable[[], object]] = field(default_factory=dict)

    def start_scenario(self) -> None:
        """Restart the sandbox, if there is one."""
        self.steps = 0
        self.issued.clear()
        if self.sandbox:
            self.sandbox.restart()

    def prepare(self, case: Case[Any]) -> None:
        """Prepare the sandbox for a request: advance the clock in a scenario, restart it elsewhere."""
        self.cases += 1
        if in_scenario(case):
            if self.sandbox:
                self.sandbox.advance(PACE[self.steps % len(PACE)])
            self.steps += 1
        else:
            self.start_scenario()
        preparation = self._preparations.get(case.id)
        if preparation:
            preparation()
        self.before = self.snapshot()

    def add(self, example: Example) -> Case[Any]:
        """Register the preparation of an example, and return its request."""
        self._preparations[example.case.id] = example.prepare
        if example.fails:
            self.failing.add(example.case.id)
        return example.case

    def snapshot(self) -> Any:
        """Return the content of the sandbox and its counts, ``None`` without a sandbox."""
        return (self.sandbox.digest(), self.sandbox.tally()) if self.sandbox else None

    def send(self, case: Case[Any], token: str | None) -> Response:
        """Send a request of a check with a token; ``None`` sends none."""
        again = case.derive()
        again.headers.pop("Authorization", None)
        response: Response = case.operation.schema.transport.send(again, auth=Authorization(token))
        self.coverage.add(again, response)
        return response

    def make_token(self, case: Case[Any]) -> tuple[str, str]:
        """Request an access token from the accounts server, and return it with its refresh token."""
        body = {"grant_type": "refresh_token", **REFRESH}
        issued = self.send(self.call(case, "create_token", body), None).json()
        return issued["access_token"], REFRESH["refresh_token"]

    def revoke(self, case: Case[Any], refresh_token: str) -> None:
        """Revoke a refresh token."""
        self.send(self.call(case, "revoke_token", {"token": refresh_token}), None)

    @staticmethod
    def call(case: Case[Any], operation_id: str, fields: dict[str, str] | None = None) -> Case[Any]:
        """Return a request to another operation: a form with these fields, or a read of a job that exists."""
        operation = case.operation.schema.find_operation_by_id(operation_id)
        made: Case[Any]
        if fields is not None:
            made = operation.Case(body=fields, media_type="application/x-www-form-urlencoded")
            return made
        repair = data.REPAIRS[operation_id]
        made = operation.Case(path_parameters={"version": "v8", **repair.path}, query={"job_id": repair.job_id})
        return made

    def watched(self, case: Case[Any], source: Case[Any]) -> list[JobStatus]:
        """Return the statuses of a job until long after its end; each job is watched once."""
        key = (case.formatted_path, str(case.query), repr(source.body), source.method)
        if key not in self._watched:
            self._watched[key] = self._watch(case)
        return self._watched[key]

    def _watch(self, case: Case[Any]) -> list[JobStatus]:
        assert self.sandbox
        history = []
        for seconds in MOMENTS:
            self.sandbox.advance(seconds)
            job = job_status(case, self.send(case, self.token))
            if job:
                history.append(job)
        return history

    def table(self) -> str:
        """Return the coverage as a table in Markdown."""
        return self.coverage.table(document())

    def missing(self) -> str:
        """Return the documented items that were not seen, as a list in Markdown."""
        return "".join(f"- not seen: {item}\n" for item in self.coverage.missing(document()))


def stateful_options(tag: str) -> list[str]:
    """Return the options for the scenarios of one tag; one run over all tags would start too few of them."""
    return ["--phases=stateful", f"--include-tag={tag}", "--exclude-checks=full_coverage"]


_current: Run | None = None


def current() -> Run:
    """Return the run in progress."""
    assert _current, "a check of this package needs a run of this package"
    return _current


@contextmanager
def _in_progress(run: Run) -> Iterator[None]:
    global _current
    _current = run
    try:
        yield
    finally:
        _current = None


def execute(run: Run, *arguments: str, url: str = HOST) -> int:
    """Run Schemathesis with further arguments of ``schemathesis run``, and return its exit code."""
    options: Sequence[str] = [f"--config-file={SETTINGS}", "run", str(DOCUMENT), f"--url={url}", *arguments]
    with _in_progress(run), warnings.catch_warnings(action="ignore", category=ResourceWarning):
        code = _exit_code(options)
        if any(argument.startswith("--report") for argument in arguments):
            gc.collect()  # Schemathesis writes and closes its reports when its objects are collected
    return code


def _exit_code(options: Sequence[str]) -> int:
    try:
        command.main(options, prog_name="schemathesis")
    except SystemExit as end:
        return int(end.code or 0)


@schemathesis.hook
def after_load_schema(_context: HookContext, schema: BaseSchema) -> None:
    """Send the requests to the sandbox in this process, if there is one, and put values into them that exist there."""
    if _current is None:
        return  # the hooks apply to the whole process, and others use Schemathesis too
    run = _current
    schema.app = run.app or (run.sandbox and run.sandbox.sandbox)
    if run.sandbox is None:
        schema.config.warnings.fail_on = []  # the data of another server is not under our control
    if run.read_only:
        schema.config.phases.coverage.unexpected_methods = set()  # only without a token, as probes.py does
    known = data.KnownValues(run.ids)
    for place in ("query", "path_parameters", "headers", "body"):
        schema.hooks.hook(f"map_{place}")(lambda _context, value: known.put(value))
    schema.hooks.hook("map_case")(lambda _context, case: data.fit(case))
    build = schema.build_state_machine

    def build_state_machine(**options: Any) -> type[APIStateMachine]:
        return _scenario(build(**options), run)

    schema.build_state_machine = build_state_machine  # type: ignore[method-assign]  # the engine has no hook for it


def _scenario(machine: type[APIStateMachine], run: Run) -> type[APIStateMachine]:
    class Scenario(machine):  # type: ignore[valid-type,misc]  # generated from the document
        def __init__(self) -> None:
            run.start_scenario()
            super().__init__()

    return Scenario


@schemathesis.hook
def before_add_examples(context: HookContext, examples: list[Case[Any]]) -> None:
    """Make the document's examples fit the sandbox, and add those of the run."""
    run = current()
    for case in examples:
        data.fit_example(case)
    examples[:] = {repr((case.formatted_path, case.query, case.headers, case.body)): case for case in examples}.values()
    if run.sandbox is None and examples:
        examples += _given(run, examples[0]) * ROUNDS
    if run.examples and context.operation:
        examples += [run.add(example) for example in run.examples(context.operation)]


def _given(run: Run, example: Case[Any]) -> list[Case[Any]]:
    """Return the reads of the given ids."""
    places = (example.path_parameters, example.query)
    given = {name: values for name, values in run.ids.items() if any(name in place for place in places)}
    if example.method != "GET" or not given:
        return []
    reads = []
    for number in range(max(map(len, given.values()))):
        read = example.derive()
        for name, values in given.items():
            place = read.path_parameters if name in read.path_parameters else read.query
            place[name] = values[number % len(values)]
        reads.append(read)
    return reads


@schemathesis.hook
def before_call(_context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Prepare the sandbox, and add the token."""
    run = current()
    run.prepare(case)
    kwargs["auth"] = Authorization(run.token)


@schemathesis.hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    """Note the response."""
    run = current()
    run.after = run.snapshot()
    run.coverage.tested.add(operation_id(case))
    run.coverage.add(case, response)
    job = job_status(case, response)
    if job and in_scenario(case):
        run.states[operation_id(case)].add(job.state)


@schemathesis.hook
def filter_failure(_context: HookContext, failure: Failure, case: Case[Any], _response: Response) -> bool:
    """Ignore a server error that was injected for this request, and the success of one whose only fault is ignored."""
    if isinstance(failure, AcceptedNegativeData):
        return case.meta is None or case.meta.phase.data.parameter not in IGNORED
    return not (isinstance(failure, ServerError) and case.id in current().failing)


@handler()
class _Findings(EventHandler[Any]):
    """Collects the failures."""

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
                    name = operation_id(node.value)
                    found = Found(check.name, name, self._cases + number, check.failure_info.failure.message)
                    run.found.append(found)
        self._cases += len(event.recorder.cases)


def _named(failure: Failure) -> str:
    return failure.title.partition("`")[2].partition("`")[0]
