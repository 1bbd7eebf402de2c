"""All that a test may do to a sandbox, apart from sending requests: reset it, add data, inject faults."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox import seed as seed_data
from zoho_crm_sandbox.platform.faults import FaultSchedule
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.state.oauth import Grant
from zoho_crm_sandbox.systems import SYSTEMS
from zoho_crm_sandbox.systems.fields import accepts
from zoho_crm_sandbox.systems.oauth import CODE_LIFE, SANDBOX_CLIENT
from zoho_crm_sandbox.validation import END_OF_TIME, InputError, number, read_json, text, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zoho_crm_sandbox.clock import Clock
    from zoho_crm_sandbox.contract import Document
    from zoho_crm_sandbox.plan import Plan
    from zoho_crm_sandbox.platform.faults import Faults
    from zoho_crm_sandbox.platform.journal import Journal
    from zoho_crm_sandbox.platform.limits import Limits
    from zoho_crm_sandbox.state.database import State
    from zoho_crm_sandbox.systems.bulk_write.callbacks import Callback, Callbacks

MAX_SEED = 999_999
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
"""The fields that an added record has unless they are given."""
ID = re.compile("[0-9]{1,19}")
TOKEN_LIFE = 3600.0
MAX_TOKEN_LIFE = 100 * 365 * 24 * 3600.0


class Snapshot(NamedTuple):
    """What a sandbox held at a moment of its clock."""

    content: dict[str, list[Any]]
    moment: float
    seed: int


class Actions:
    """The part of ``Sandbox`` that the control plane serves too."""

    clock: Clock
    document: Document
    faults: Faults
    journal: Journal
    limits: Limits
    state: State
    _callbacks: Callbacks
    _seed: int
    _snapshots: dict[str, Snapshot]

    @property
    def callbacks(self) -> list[Callback]:
        """The latest callbacks of bulk write jobs, the oldest first. Each is sent once, with the next request."""
        return list(self._callbacks.made)

    def reset(self, seed: int | None = None) -> None:
        """Restore the seed data, with jobs submitted now, and delete faults and the journal. The clock goes on.

        Args:
            seed: The seed from now on; None keeps the present one.

        Raises:
            InputError: The seed is not a whole number from 0 to 999999.
        """
        seed = self._seed if seed is None else whole_number("seed", seed, minimum=0, maximum=MAX_SEED)
        with self.state.lock:
            with self.state.transaction():
                self.state.clear()
                now, scopes = self.clock.now(), self.document.scopes
                seed_data.seed_state(self.state, SYSTEMS, now=now, seed=seed, scopes=scopes)
            # Only now: if the transaction failed, nothing has changed.
            self._forget(seed)

    def snapshot(self, name: str) -> None:
        """Keep a copy of records, jobs, files and tokens, to go back to as long as this sandbox lives.

        Args:
            name: The name of the copy. One of the same name is replaced.

        Raises:
            InputError: The name is not a text.
        """
        with self.state.lock:
            self._snapshots[text("name", name)] = Snapshot(self.state.copy(), self.clock.now(), self._seed)

    def restore(self, name: str) -> None:
        """Go back to a snapshot, also in time, and delete faults and the journal. The clock goes on at its speed.

        Args:
            name: The name of the snapshot.

        Raises:
            InputError: There is no snapshot of that name.
        """
        with self.state.lock:
            snapshot = self._snapshots.get(text("name", name))
            if snapshot is None:
                raise InputError("name", name, "the name of a snapshot")
            with self.state.transaction():
                self.state.restore(snapshot.content)
            self.clock.set(snapshot.moment)
            self._forget(snapshot.seed)

    def _forget(self, seed: int) -> None:
        self._seed = seed
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()
        self._callbacks.made.clear()

    def issue_token(
        self, scopes: Iterable[str], *, user: str = seed_data.ADMINISTRATOR, expires_in: float | None = TOKEN_LIFE
    ) -> str:
        """Issue an access token: the same one for the same seed and the same number of tokens before it.

        Args:
            scopes: Its scopes.
            user: The id of its user.
            expires_in: Seconds until it expires; None for never.

        Raises:
            InputError: The user does not exist, or the scopes or seconds are not valid.
        """
        with self.state.transaction():
            scopes = self._grantable(scopes, user)
            expires_at = None
            if expires_in is not None:
                lasts = number("expires_in", expires_in, minimum=0, maximum=MAX_TOKEN_LIFE)
                # The clock stands still before the last moment that a header can show.
                expires_at = min(self.clock.now() + lasts, END_OF_TIME + TOKEN_LIFE)
            digest = hashlib.sha256(f"{self._seed} {self.state.count_tokens()}".encode()).hexdigest()
            token = f"1000.{digest[:32]}.{digest[32:]}"
            self.state.add_token(token, user, scopes, expires_at=expires_at)
            return token

    def issue_code(
        self, scopes: Iterable[str], *, user: str = seed_data.ADMINISTRATOR, client: str = SANDBOX_CLIENT.id
    ) -> str:
        """Issue a code, as a user grants it to a client. It can be used once, for three minutes.

        Args:
            scopes: The scopes.
            user: The id of the user.
            client: The id of the client.

        Raises:
            InputError: The user or client does not exist, or the scopes are not valid.
        """
        with self.state.transaction():
            granted = " ".join(self._grantable(scopes, user))
            if self.state.client(text("client", client)) is None:
                raise InputError("client", client, "the id of a client")
            code = self.state.new_secret()
            self.state.add_code(code, Grant(client, user, granted), self.clock.now() + CODE_LIFE)
            return code

    def _grantable(self, scopes: Iterable[str], user: str) -> list[str]:
        if isinstance(scopes, str):
            raise InputError("scopes", scopes, "a list of scopes")
        scopes = [text("scopes", scope) for scope in scopes]
        if self.state.organization_of(text("user", user)) is None:
            raise InputError("user", user, "the id of a user")
        return scopes

    def add_record(
        self,
        module: str,
        fields: dict[str, Any],
        *,
        record: str | None = None,
        organization: str = seed_data.ORGANIZATION,
    ) -> str:
        """Add a record and return its id.

        Args:
            module: The API name of its module.
            fields: Its fields; those that every record or lead has are added.
            record: Its id; defaults to the next free one.
            organization: The id of its organization.

        Raises:
            InputError: The organization or module does not exist, a value is not of the kind of its field, or the id is
                not valid or taken.
        """
        with self.state.transaction():
            storage_name = self._storage_name(organization, module)
            if not isinstance(fields, dict):
                raise InputError("fields", fields, "a JSON object")
            try:
                fields = read_json(json.dumps(fields))
            except (TypeError, ValueError, RecursionError):
                raise InputError("fields", "...", "values of JSON, nested less than 64 deep") from None
            for name, value in fields.items():
                if not accepts(storage_name, name, value):
                    raise InputError(f"fields.{name}", value, "a value of the kind of this field")
            first = organization == seed_data.ORGANIZATION
            owner = {"Owner": seed_data.ADMINISTRATOR if first else seed_data.OTHER_ADMINISTRATOR}
            record = self._free_id("record", record, organization)
            return self.state.of(organization).add_record(storage_name, {**BLANK, **owner, **fields}, record)

    def add_job(
        self,
        system: str,
        module: str,
        plan: Plan,
        *,
        job: str | None = None,
        organization: str = seed_data.ORGANIZATION,
    ) -> str:
        """Add a job that is submitted now and return its id. It shows progress and changes no records.

        Args:
            system: Its system, such as "mass_update".
            module: The API name of the module that it works on.
            plan: Its course.
            job: Its id; defaults to the next free one.
            organization: The id of its organization.

        Raises:
            InputError: The organization, module or system does not exist, or the id is not valid or taken.
        """
        with self.state.transaction():
            storage_name = self._storage_name(organization, module)
            if text("system", system) not in TAKE_JOBS:
                raise InputError("system", system, f"one of {', '.join(TAKE_JOBS)}")
            job = self._free_id("job", job, organization)
            self.state.of(organization).add_job(system, Job(job, storage_name, self.clock.now(), plan))
            return job

    def find_organization(self, organization: str) -> str:
        """Return the id of an organization if it exists.

        Args:
            organization: The id.

        Raises:
            InputError: It does not exist.
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
        """Make the next requests to an operation fail: with an error ``code``, with a ``kind`` of fault, or a ``body``.

        Args:
            operation_id: The operation.
            code: An error that the document declares for the operation.
            kind: One of ``too_many_requests``, ``bad_gateway``, ``empty_body``, ``truncated_json``, ``slow``,
                ``dropped_connection`` and ``response_lost``.
            status: The HTTP status, required with a ``body``, or if the operation declares the code at several.
            case: The end of the example's name, required if the code has several examples and none is the usual one.
            body: An undocumented body, sent as it is.
            content_type: The content type of the ``body``.
            retry_after: With ``too_many_requests``, the header: seconds, or a moment in ISO 8601, which is sent as an
                HTTP date; defaults to 60 seconds.
            seconds: With ``slow``, how many real seconds the response is late; defaults to 1.
            times: How many requests fail; defaults to 1, or with a probability to no limit.
            probability: The share of requests that fail, from 0 to 1; None for all.
            seed: Chooses which of the requests fail: the same ones for the same seed.

        Raises:
            InputError: The operation does not exist, or has no such fault.
        """
        if sum(given is not None for given in (code, kind, body)) != 1:
            raise InputError("code", code, "exactly one of an error code, a kind and a body")
        schedule = FaultSchedule(times, probability, seed)
        with self.state.lock:
            if kind is not None:
                self.faults.inject_kind(operation_id, kind, retry_after=retry_after, seconds=seconds, schedule=schedule)
            elif body is not None:
                status = whole_number("status", status, minimum=200, maximum=599)
                self.faults.inject_raw(operation_id, status, body, content_type, schedule=schedule)
            else:
                self.faults.inject_error(operation_id, code or "", status=status, case=case, schedule=schedule)
