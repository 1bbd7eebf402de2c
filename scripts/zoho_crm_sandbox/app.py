"""The sandbox: an ASGI app that answers as Zoho CRM does, and everything that a test may do to it."""

from __future__ import annotations

import hashlib
from collections import deque
from typing import TYPE_CHECKING, Self

from starlette.routing import Route, Router

from zoho_crm_sandbox import seed as seeds
from zoho_crm_sandbox.api import Api
from zoho_crm_sandbox.clock import Clock
from zoho_crm_sandbox.contract import Document
from zoho_crm_sandbox.control import Control
from zoho_crm_sandbox.faults import Faults
from zoho_crm_sandbox.inputs import InputError, number, text, whole_number
from zoho_crm_sandbox.journal import JOURNAL_LENGTH, JournalEntry
from zoho_crm_sandbox.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import httpx
    from starlette.types import Receive, Scope, Send

MAX_SEED = 999_999
TOKEN_LIFE = 3600.0
MAX_TOKEN_LIFE = 100 * 365 * 24 * 3600.0


class Sandbox:
    """A stand-in for Zoho CRM, as an ASGI app.

    It starts with an organization that holds the records of the documentation's own samples.

    Args:
        document: The OpenAPI document as JSON; the one of the installed package ``zoho_crm_jobs`` if left out.
        database: The file that keeps the state; in memory if left out.
        clock: The clock; the real time if left out.
        seed: Shifts the ids of the records and tokens that are made, which are the same for the same seed. It counts
            when the database is made.
        validate_answers: Whether every answer is checked against the document, with an exception if it does not
            conform. For tests.

    Attributes:
        clock: The clock.
        document: The document.
        faults: The planted faults.
        journal: The latest requests, the oldest first.
        state: Everything that the sandbox remembers.
        validate_answers: Whether every answer is checked against the document.

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
        validate_answers: bool = False,
    ) -> None:
        self._seed = whole_number("seed", seed, minimum=0, maximum=MAX_SEED)
        self.validate_answers = validate_answers
        self.clock = clock or Clock()
        self.document = Document(document)
        self._api = Api(self)
        # Starlette serves what is not Zoho's: the control plane, and what ASGI has besides requests.
        self._own = Router([Route("/_sandbox/{name:path}", Control(self))], redirect_slashes=False)
        self.journal: deque[JournalEntry] = deque(maxlen=JOURNAL_LENGTH)
        self.faults = Faults(self.document)
        self.state = State(database)
        if self.state.empty:
            self.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection, as ASGI has it."""
        if scope["type"] == "http" and not scope["path"].startswith("/_sandbox/"):
            await self._api(scope, receive, send)
        else:
            await self._own(scope, receive, send)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the database. Nothing else is held open."""
        self.state.close()

    def transport(self) -> httpx.BaseTransport:
        """Returns a transport for ``httpx.Client``: ``httpx.Client(transport=sandbox.transport())``.

        For ``httpx.AsyncClient`` there is ``httpx.ASGITransport(sandbox)``.
        """
        from zoho_crm_sandbox.transport import SandboxTransport  # not at the top: a server needs no httpx

        return SandboxTransport(self)

    def reset(self) -> None:
        """Goes back to the seeded organizations, with jobs submitted now, and forgets faults and the journal.

        The clock goes on as it is.
        """
        self.faults.clear()
        self.journal.clear()
        with self.state.transaction():
            self.state.clear()
            seeds.sow(self.state, now=self.clock.now(), seed=self._seed, scopes=self.document.scopes)

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

    def plant(
        self,
        operation_id: str,
        code: str | None = None,
        *,
        status: int | None = None,
        case: str | None = None,
        body: str | None = None,
        content_type: str = "text/html",
        times: int = 1,
    ) -> None:
        """Plants a fault: what the next requests to an operation are answered, whatever they hold.

        Args:
            operation_id: The operation.
            code: An error that the document declares for the operation; left out if there is a ``body``.
            status: The HTTP status, needed with a ``body``, or if the operation has the code at several.
            case: What the name of the example ends with, needed if the code has several beside the usual one.
            body: A body that no document declares, sent as it is.
            content_type: The content type of the ``body``.
            times: How many requests get it.

        Raises:
            InputError: There is no such operation, or no such error there.
        """
        if (code is None) == (body is None):
            raise InputError("code", code, "an error code, or a body in its place")
        if body is None:
            self.faults.plant_error(operation_id, code or "", status=status, case=case, times=times)
        else:
            status = whole_number("status", status, minimum=200, maximum=599)
            self.faults.plant_raw(operation_id, status, body, content_type, times=times)
