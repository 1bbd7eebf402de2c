"""The sandbox: an ASGI app that answers as Zoho CRM does, and everything that a test may do to it."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from starlette.routing import Route, Router

from zoho_crm_sandbox import seed as seeds
from zoho_crm_sandbox.clock import Clock
from zoho_crm_sandbox.contract import Document
from zoho_crm_sandbox.control.api import Control
from zoho_crm_sandbox.control.pages import Pages
from zoho_crm_sandbox.dispatch import Api
from zoho_crm_sandbox.platform.faults import Faults, FaultSchedule
from zoho_crm_sandbox.platform.journal import Journal
from zoho_crm_sandbox.platform.limits import Limits
from zoho_crm_sandbox.state.database import State
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.state.lock import Lock
from zoho_crm_sandbox.state.oauth import Grant
from zoho_crm_sandbox.systems import SYSTEMS
from zoho_crm_sandbox.systems.bulk_write.callbacks import Callback, Callbacks
from zoho_crm_sandbox.systems.oauth import CODE_LIFE, SANDBOX_CLIENT
from zoho_crm_sandbox.validation import END_OF_TIME, InputError, number, text, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx
    from starlette.types import Receive, Scope, Send

    from zoho_crm_sandbox.plan import Plan

MAX_SEED = 999_999
COSTS = {operation_id: cost for system in SYSTEMS for operation_id, cost in system.costs.items()}
TAKE_JOBS = tuple(system.name for system in SYSTEMS if system.takes_jobs)
BLANK: dict[str, Any] = {
    "First_Name": None,
    "Last_Name": "",
    "Company": None,
    "Account_Name": None,
    "Tag": [],
    "$approved": True,
    "$locked_by": None,
    "$converted": False,
}
"""The fields of a record that is added without them."""
ID = re.compile("[0-9]{1,19}")
TOKEN_LIFE = 3600.0
MAX_LIMIT = 1_000_000_000
MAX_TOKEN_LIFE = 100 * 365 * 24 * 3600.0


class Sandbox:
    """A stand-in for Zoho CRM, as an ASGI app.

    It starts with an organization that holds the records of the documentation's own samples.

    Args:
        document: The OpenAPI document as JSON; the one of the installed package ``zoho_crm_jobs`` if left out.
        database: The file that keeps the state, for one sandbox at a time; in memory if left out. A clock that was not
            given its start goes on from what it showed when the file was last used.
        clock: The clock; the real time if left out.
        seed: Shifts the ids of the records and tokens that are made, which are the same for the same seed. It counts
            when the database is made.
        validate_responses: Whether every answer is checked against the document, with an exception if it does not
            conform. For tests.
        allow_callbacks: Whether the callbacks of bulk write jobs may go to other addresses than loopback ones.
        credits: How many credits an organization has in 24 hours, as calls cost with Zoho; None for no limit.
        concurrency: How many calls of an organization may be under way at the same time; None for no limit.

    Attributes:
        clock: The clock.
        document: The document.
        faults: The planted faults.
        journal: The latest requests, the oldest first, and how many there were.
        limits: The limits of credits and of calls at the same time.
        state: Everything that the sandbox remembers.
        validate_responses: Whether every answer is checked against the document.

    Raises:
        OSError: The document cannot be read.
        ValueError: The document, the database or the seed is not one.
        ContractError: The document has an operation that the sandbox does not know.
    """

    def __init__(
        self,
        *,
        document: str | Path | None = None,
        database: str | Path | None = None,
        clock: Clock | None = None,
        seed: int = 0,
        validate_responses: bool = False,
        allow_callbacks: bool = False,
        credits: int | None = None,  # noqa: A002  (what Zoho calls them)
        concurrency: int | None = None,
    ) -> None:
        self._seed = whole_number("seed", seed, minimum=0, maximum=MAX_SEED)
        self.validate_responses = validate_responses
        self.limits = Limits(COSTS, credits=_limit("credits", credits), concurrency=_limit("concurrency", concurrency))
        self._callbacks = Callbacks(anywhere=allow_callbacks)
        self.clock = clock or Clock()
        self.document = Document(document)
        self._api = Api(self)
        # Starlette serves what is not Zoho's: the control plane, and what ASGI has besides requests.
        self._own = Router([Route("/_sandbox/{name:path}", Control(self))], redirect_slashes=False)
        self._pages = Pages(self.document)
        self.journal = Journal(self.document)
        self.faults = Faults(self.document)
        self._lock = None if database is None or Path(database).is_dir() else Lock(database)
        try:
            self.state = State(database)
        except ValueError:
            self._unlock()
            raise
        if database is not None:
            self._keep_time()
        if self.state.empty:
            self.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection, as ASGI has it."""
        if scope["type"] == "http" and not scope["path"].startswith("/_sandbox/"):
            page = self._pages.find(scope["method"], scope["path"])
            await (page or self._api)(scope, receive, send)
        else:
            await self._own(scope, receive, send)
        if scope["type"] == "http":
            self._callbacks.make(self.state, self.clock.now(), scope)

    @property
    def callbacks(self) -> list[Callback]:
        """The latest callbacks of bulk write jobs, the oldest first. Each is made once, at the next request."""
        return list(self._callbacks.made)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the database, which another sandbox may then use. Nothing else is held open."""
        self.clock.on_move(None)
        self.state.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock:
            self._lock.close()

    def _keep_time(self) -> None:
        """Lets the clock go on as if the process that last used the database had never ended."""
        anchor = self.state.anchor()
        if anchor and self.clock.started_at is None:
            real, shown, scale = anchor
            self.clock.set(min(shown + max(time.time() - real, 0) * scale, END_OF_TIME))
        self._note_time()
        self.clock.on_move(self._note_time)

    def _note_time(self) -> None:
        self.state.set_anchor(time.time(), self.clock.now(), self.clock.scale)

    def transport(self) -> httpx.BaseTransport:
        """Returns a transport for ``httpx.Client``: ``httpx.Client(transport=sandbox.transport())``.

        For ``httpx.AsyncClient`` there is ``httpx.ASGITransport(sandbox)``.
        """
        from zoho_crm_sandbox.transport import SandboxTransport  # not at the top: a server needs no httpx

        return SandboxTransport(self)

    def reset(self, seed: int | None = None) -> None:
        """Goes back to the seeded organizations, with jobs submitted now, and forgets faults and the journal.

        The clock goes on as it is.

        Args:
            seed: Another seed from now on.

        Raises:
            InputError: The seed is none.
        """
        if seed is not None:
            self._seed = whole_number("seed", seed, minimum=0, maximum=MAX_SEED)
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()
        self._callbacks.made.clear()
        with self.state.transaction():
            self.state.clear()
            seeds.seed_state(self.state, SYSTEMS, now=self.clock.now(), seed=self._seed, scopes=self.document.scopes)

    def issue_token(
        self, scopes: Iterable[str], *, user: str = seeds.ADMINISTRATOR, expires_in: float | None = TOKEN_LIFE
    ) -> str:
        """Makes an access token.

        Args:
            scopes: Its scopes.
            user: The id of its user, whose organization it is for.
            expires_in: For how many seconds it is good; None for ever.

        Returns:
            The token, the same for the same seed and the same number of tokens before it.

        Raises:
            InputError: There is no such user, or the scopes or seconds are not such.
        """
        if isinstance(scopes, str):
            raise InputError("scopes", scopes, "a list of scopes")
        scopes = [text("scopes", scope) for scope in scopes]
        if self.state.organization_of(text("user", user)) is None:
            raise InputError("user", user, "the id of a user")
        expires_at = None
        if expires_in is not None:
            expires_at = self.clock.now() + number("expires_in", expires_in, minimum=0, maximum=MAX_TOKEN_LIFE)
        digest = hashlib.sha256(f"{self._seed} {self.state.count_tokens()}".encode()).hexdigest()
        token = f"1000.{digest[:32]}.{digest[32:]}"
        self.state.add_token(token, user, scopes, expires_at=expires_at)
        return token

    def add_record(
        self,
        module: str,
        fields: dict[str, Any],
        *,
        record: str | None = None,
        organization: str = seeds.ORGANIZATION,
    ) -> str:
        """Adds a record.

        Args:
            module: The API name of its module.
            fields: Its fields; those that every record or lead has are added.
            record: Its id; the next free one if left out.
            organization: The id of its organization.

        Returns:
            Its id.

        Raises:
            InputError: There is no such organization or module, or the id is none or taken.
        """
        with self.state.transaction():
            storage_name = self._storage_name(organization, module)
            if not isinstance(fields, dict):
                raise InputError("fields", fields, "a JSON object")
            owner = {"Owner": seeds.ADMINISTRATOR if organization == seeds.ORGANIZATION else seeds.OTHER_ADMINISTRATOR}
            record = self._free_id("record", record, organization)
            return self.state.of(organization).add_record(storage_name, {**BLANK, **owner, **fields}, record)

    def add_job(
        self,
        system: str,
        module: str,
        plan: Plan,
        *,
        job: str | None = None,
        organization: str = seeds.ORGANIZATION,
    ) -> str:
        """Adds a job that is submitted now. It has a progress and no effects.

        Args:
            system: The system that it belongs to, such as "mass_update".
            module: The API name of the module that it works on.
            plan: What becomes of it.
            job: Its id; the next free one if left out.
            organization: The id of its organization.

        Returns:
            Its id.

        Raises:
            InputError: There is no such organization, module or system, or the id is none or taken.
        """
        with self.state.transaction():
            storage_name = self._storage_name(organization, module)
            if text("system", system) not in TAKE_JOBS:
                raise InputError("system", system, f"one of {', '.join(TAKE_JOBS)}")
            job = self._free_id("job", job, organization)
            self.state.of(organization).add_job(system, Job(job, storage_name, self.clock.now(), plan))
            return job

    def find_organization(self, organization: str) -> str:
        """Returns an organization's id if there is one with it.

        Args:
            organization: The id.

        Raises:
            InputError: There is none.
        """
        known = self.state.organizations()
        if text("organization", organization) not in known:
            raise InputError("organization", organization, f"one of {', '.join(known)}")
        return organization

    def _storage_name(self, organization: str, module: str) -> str:
        found = self.state.of(self.find_organization(organization)).module(text("module", module))
        if found is None:
            raise InputError("module", module, "the API name of a module of the organization")
        return found.storage_name

    def _free_id(self, field: str, given: str | None, organization: str) -> str:
        if given is None:
            return self.state.of(organization).next_id()
        if not ID.fullmatch(text(field, given)) or self.state.of(organization).has_id(given):
            raise InputError(field, given, "an id of up to 19 digits that is not taken")
        return given

    def issue_code(
        self,
        scopes: Iterable[str],
        *,
        user: str = seeds.ADMINISTRATOR,
        client: str = SANDBOX_CLIENT.id,
    ) -> str:
        """Makes a code as a user grants it to a client. It is good for three minutes and once.

        Args:
            scopes: The scopes.
            user: The id of the user.
            client: The id of the client.

        Raises:
            InputError: There is no such user or client, or the scopes are not such.
        """
        if isinstance(scopes, str):
            raise InputError("scopes", scopes, "a list of scopes")
        granted = " ".join(text("scopes", scope) for scope in scopes)
        if self.state.organization_of(text("user", user)) is None:
            raise InputError("user", user, "the id of a user")
        if self.state.client(text("client", client)) is None:
            raise InputError("client", client, "the id of a client")
        code = self.state.new_secret()
        self.state.add_code(code, Grant(client, user, granted), self.clock.now() + CODE_LIFE)
        return code

    def inject_fault(
        self,
        operation_id: str,
        code: str | None = None,
        *,
        kind: str | None = None,
        status: int | None = None,
        case: str | None = None,
        body: str | None = None,
        content_type: str = "text/html",
        retry_after: int | str | None = None,
        seconds: float | None = None,
        times: int | None = None,
        probability: float | None = None,
        seed: int = 0,
    ) -> None:
        """Plants a fault: what goes wrong with the next requests to an operation, whatever they hold.

        It is one of three: an error ``code``, a ``kind``, or a ``body``.

        Args:
            operation_id: The operation.
            code: An error that the document declares for the operation.
            kind: One of ``too_many_requests``, ``bad_gateway``, ``empty_body``, ``truncated_json``, ``slow``,
                ``dropped_connection`` and ``response_lost``.
            status: The HTTP status, needed with a ``body``, or if the operation has the code at several.
            case: What the name of the example ends with, needed if the code has several beside the usual one.
            body: A body that no document declares, sent as it is.
            content_type: The content type of the ``body``.
            retry_after: With ``too_many_requests``, the header: seconds, or a moment in ISO 8601, which is sent as an
                HTTP date; 60 seconds if left out.
            seconds: With ``slow``, how many real seconds the answer is late; 1 if left out.
            times: How many requests get it; 1 if left out, or without end if there is a probability.
            probability: How large a part of the requests gets it, from 0 to 1; each one if left out.
            seed: Which of the requests those are, always the same for the same seed.

        Raises:
            InputError: There is no such operation, or no such fault there.
        """
        if sum(given is not None for given in (code, kind, body)) != 1:
            raise InputError("code", code, "an error code, or a kind or a body in its place")
        schedule = FaultSchedule(times, probability, seed)
        if kind is not None:
            self.faults.inject_kind(operation_id, kind, retry_after=retry_after, seconds=seconds, schedule=schedule)
        elif body is not None:
            status = whole_number("status", status, minimum=200, maximum=599)
            self.faults.inject_raw(operation_id, status, body, content_type, schedule=schedule)
        else:
            self.faults.inject_error(operation_id, code or "", status=status, case=case, schedule=schedule)


def _limit(field: str, value: int | None) -> int | None:
    return None if value is None else whole_number(field, value, minimum=1, maximum=MAX_LIMIT)
