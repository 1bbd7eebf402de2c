"""The sandbox: an ASGI app that responds as Zoho CRM does."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from starlette.routing import Route, Router

from zoho_crm_sandbox.access.connections import Connections
from zoho_crm_sandbox.clock import Clock
from zoho_crm_sandbox.contract import Document, read_installed
from zoho_crm_sandbox.control.actions import MAX_SEED, Actions
from zoho_crm_sandbox.control.api import Control
from zoho_crm_sandbox.control.pages import Pages
from zoho_crm_sandbox.dispatch import Dispatcher, World, require_handlers
from zoho_crm_sandbox.platform.faults import Faults
from zoho_crm_sandbox.platform.journal import Journal
from zoho_crm_sandbox.platform.limits import Limits
from zoho_crm_sandbox.state.database import State
from zoho_crm_sandbox.state.lock import Lock
from zoho_crm_sandbox.systems import SYSTEMS
from zoho_crm_sandbox.systems.bulk_write.callbacks import Callbacks
from zoho_crm_sandbox.validation import END_OF_TIME, whole_number

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

COSTS = {operation_id: cost for system in SYSTEMS for operation_id, cost in system.costs.items()}
MAX_LIMIT = 1_000_000_000


class Sandbox(Actions, Connections):
    """A stand-in for Zoho CRM, as an ASGI app.

    It starts with an organization that holds the records of the documentation's samples.

    Args:
        document: The OpenAPI document as JSON; defaults to the one of the installed package ``zoho_crm_jobs``.
        database: The file that keeps the state, used by one sandbox at a time; None for in memory. Unless the clock was
            given a start, it goes on from what it showed when the file was last used.
        clock: The clock; defaults to the real time.
        seed: Determines the ids of new records and the tokens, from 0 to 999999, when the database is created.
        validate_responses: Whether to check every response against the document, and raise ContractError if it does not
            conform. For tests.
        allow_callbacks: Whether callbacks of bulk write jobs may go to addresses that are not loopback ones.
        credits: The credits of an organization in 24 hours, at Zoho's costs; None for no limit.
        concurrency: How many calls of an organization may be in progress at once; None for no limit.
        control_token: The token that each request to the control plane needs, in ``X-Sandbox-Token`` or as a bearer
            token; None for none, and then the control plane answers to an address or localhost only.

    Attributes:
        clock: The clock.
        document: The document.
        faults: The injected faults.
        journal: The latest requests, the oldest first, and the number of all.
        limits: The limits of credits and concurrency.
        state: The database.
        validate_responses: Whether every response is checked against the document.

    Raises:
        OSError: The document cannot be read.
        ValueError: The document, the database or the seed is not valid.
        ContractError: The document has an operation that the sandbox does not implement.
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
        credits: int | None = None,  # noqa: A002  # what Zoho calls them
        concurrency: int | None = None,
        control_token: str | None = None,
    ) -> None:
        self.validate_responses = validate_responses
        self._snapshots = {}
        self._seed = whole_number("seed", seed, minimum=0, maximum=MAX_SEED)
        self.limits = Limits(COSTS, credits=_limit("credits", credits), concurrency=_limit("concurrency", concurrency))
        self._callbacks = Callbacks(anywhere=allow_callbacks)
        self.clock = clock or Clock()
        self.document = read_installed() if document is None else Document(document)
        require_handlers(self.document)
        # Starlette serves the control plane, and what ASGI has besides requests.
        self._control = Router([Route("/_sandbox/{name:path}", Control(self, control_token))], redirect_slashes=False)
        self._pages = Pages(self.document)
        self.journal = Journal(self.document)
        self.faults = Faults(self.document)
        self._lock = None if database is None or Path(database).is_dir() else Lock(database)
        try:
            self.state = State(database)
        except ValueError:
            self._unlock()
            raise
        self.clock.lock = self.state.lock
        world = World(
            self.document,
            self.clock,
            self.state,
            self.faults,
            self.limits,
            self.journal,
            validate_responses,
            local=control_token is None,
        )
        self._dispatcher = Dispatcher(world)
        if database is not None:
            self._keep_time()
        if self.state.empty:
            self.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "http" and not scope["path"].startswith("/_sandbox/"):
            page = self._pages.find(scope["method"], scope["path"])
            await (page or self._dispatcher)(scope, receive, send)
        else:
            await self._control(scope, receive, send)
        if scope["type"] == "http":
            self._callbacks.make(self.state, self.clock.now(), scope)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop the server, and close the database, so that another sandbox may use it."""
        self._stop()
        self.clock.on_move(None)
        self.state.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock:
            self._lock.close()

    def _keep_time(self) -> None:
        """Let the clock go on as if the process that last used the database had never ended."""
        anchor = self.state.anchor()
        if anchor and self.clock.started_at is None:
            real, shown, scale = anchor
            self.clock.set(min(shown + max(time.time() - real, 0) * scale, END_OF_TIME))
        self._note_time()
        self.clock.on_move(self._note_time)

    def _note_time(self) -> None:
        self.state.set_anchor(time.time(), self.clock.now(), self.clock.scale)


def _limit(field: str, value: int | None) -> int | None:
    return None if value is None else whole_number(field, value, minimum=1, maximum=MAX_LIMIT)
