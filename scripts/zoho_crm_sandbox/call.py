"""What the platform and the systems share: a call, its response or error, and the registration of a system."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.validation import read_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.plan import Progress
    from zoho_crm_sandbox.state.database import State
    from zoho_crm_sandbox.state.jobs import Job
    from zoho_crm_sandbox.state.oauth import Token
    from zoho_crm_sandbox.state.organization import Organization

    Headers: TypeAlias = Mapping[bytes, bytes]
    Handler: TypeAlias = Callable[["Call"], "Response"]
    Effect: TypeAlias = Callable[[Organization, "Work"], None]

MAX_BODY = 32 * 1024 * 1024
"""The largest body: a file and the form around it. One byte more is kept, as a sign that there was more."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response of an operation. ``headers`` are in addition to, or instead of, the usual ones.

    ``body`` is written as JSON, except bytes, which are sent as they are; None means no body.
    """

    body: Any
    status: int = 200
    headers: Headers = field(default_factory=dict)


class ZohoError(Exception):
    """An error that the document declares for the operation, whose example is the response.

    ``status`` is required if the operation declares the code at several, and ``case``, the end of the example's name,
    if there are several examples. ``details`` and ``message`` default to those of the example. ``headers`` are in
    addition to, or instead of, the usual ones.
    """

    def __init__(
        self,
        code: str,
        *,
        status: int | None = None,
        case: str | None = None,
        details: dict[str, Any] | None = None,
        message: str | None = None,
        headers: Headers | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.case = case
        self.details = details
        self.message = message
        self.headers = headers or {}

    @classmethod
    def at(cls, place: Sequence[str | int], code: str = "INVALID_DATA", **options: Any) -> ZohoError:
        """Return an error whose details name a place in the body."""
        return cls(code, details=place_details(place), **options)


def place_details(place: Sequence[str | int]) -> dict[str, Any]:
    """Return the details that name a place in the body: its innermost key and the path to it."""
    key = next(step for step in reversed(place) if isinstance(step, str))
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return {"api_name": key, "json_path": path}


def success(message: str, details: dict[str, Any], code: str = "SUCCESS") -> dict[str, Any]:
    """Return the body of a success, or its entry in ``data``."""
    return {"code": code, "details": details, "message": message, "status": "success"}


def is_since(version: str, first: str) -> bool:
    """Return whether a version of the API is ``first``, such as "v7", or later."""
    return float(version.removeprefix("v")) >= float(first.removeprefix("v"))


class Call(NamedTuple):
    """A request that has passed the checks of path, token, scope, version and module.

    ``token`` is ``ANONYMOUS`` if the operation needs none. ``now`` is in seconds since 1970. ``module`` is the storage
    name of the module in the path; empty if there is none. ``body`` and ``query`` are as sent. The names of ``headers``
    are in lower case.
    """

    operation: Operation
    state: State
    token: Token
    now: float
    parameters: Mapping[str, str]
    module: str
    body: bytes
    headers: Headers = MappingProxyType({})
    query: str = ""

    @property
    def organization(self) -> Organization:
        """The organization of the token."""
        return self.state.of(self.token.organization)

    def authorize(self, permission: str | None = None) -> None:
        """Raise an error if the user lacks a permission, named if given, or a privilege. Check parameters before."""
        if not self.token.permitted:
            raise ZohoError("NO_PERMISSION", details={"permissions": [permission]} if permission else None)
        if not self.token.privileged:
            raise ZohoError("AUTHORIZATION_FAILED")

    def conforms(self, parameter: str) -> bool:
        """Return whether a parameter is given and conforms to its schema."""
        value = self.parameters.get(parameter)
        return value is not None and self.operation.parameters[parameter].validator.is_valid(value)

    def since(self, version: str) -> bool:
        """Return whether the version in the path is ``version``, such as "v7", or later."""
        return is_since(self.parameters["version"], version)

    def job(self) -> Job | None:
        """Return the job of the organization and system that the parameter ``job_id`` names."""
        job = self.organization.job(self.operation.system, self.parameters["job_id"])
        vanished = job and job.plan.visible_for is not None and self.now - job.submitted_at >= job.plan.visible_for
        return None if vanished else job

    def progress(self, job: Job) -> Progress:
        """Return the progress of a job."""
        return job.plan.progress_at(self.now - job.submitted_at)

    def json(self) -> Any:
        """Return the parsed body with its ids as text; raise UNABLE_TO_PARSE_DATA_TYPE if it is not JSON."""
        try:
            body = read_json(self.body)
        except ValueError:
            raise ZohoError("UNABLE_TO_PARSE_DATA_TYPE") from None
        return self.operation.with_text_ids(body)


class Work(NamedTuple):
    """A record that a job handles, and when, in seconds since 1970."""

    job: Job
    record: str
    at: float


class Seeding(NamedTuple):
    """An empty database to seed, the time in seconds since 1970, and every scope of the document."""

    state: State
    now: float
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class System:
    """One system of the API, named as its tag in the document.

    ``handlers`` are by operationId. ``effect`` applies a job to a record that it handles. ``costs`` are the credits of
    each operation that costs more than one. ``seed`` adds seed data. ``takes_jobs`` tells whether a test can add jobs.
    ``count`` divides the handled records of a job into those that succeeded and those that failed, if its plan cannot.
    """

    name: str
    handlers: dict[str, Handler]
    effect: Effect | None = None
    costs: dict[str, int] = field(default_factory=dict)
    seed: Callable[[Seeding], None] | None = None
    takes_jobs: bool = False
    count: Callable[[Job, Progress], Progress] | None = None
