"""A sandbox in this process, whose clock, state and tokens the property tests control."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Self

import httpx
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.systems.effects import apply_due

if TYPE_CHECKING:
    from collections.abc import Iterable

START = "2026-01-25T12:00:00Z"
ORGANIZATION = "694902309"
OTHER_ORGANIZATION = "700000001"


class Tokens(NamedTuple):
    """Tokens that are rejected, each for one reason."""

    expired: str = "sandbox-expired"
    without_scope: str = "sandbox-no-scope"
    of_other_organization: str = "sandbox-other-org"


REFRESH = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret", "refresh_token": "1000.refresh"}
"""A request for a token that is then revoked."""


class OwnSandbox:
    """A sandbox in this process; ``restarts`` counts its restarts, each of which deletes all jobs."""

    def __init__(self, sandbox: Sandbox | None = None) -> None:
        self.sandbox = sandbox or Sandbox(clock=Clock(scale=0, start=START))
        self.tokens = Tokens()
        self.restarts = 0
        self._fresh = self.digest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.sandbox.close()

    def restart(self) -> None:
        """Restore the initial state, so that every request meets the same data."""
        self.restarts += 1
        self.sandbox.faults.clear()
        started = self.sandbox.clock.started_at or 0.0
        if self.sandbox.clock.now() != started or self.digest() != self._fresh:
            self.sandbox.clock.set(started)
            self.sandbox.reset()
            self._fresh = self.digest()

    def advance(self, seconds: float) -> None:
        """Advance the clock by some seconds, and send the due callbacks, which otherwise wait for a request."""
        self.sandbox.clock.advance(seconds)
        with httpx.Client(transport=self.sandbox.transport(), base_url="http://testserver") as client:
            client.get("/_sandbox/clock")

    def digest(self) -> bytes:
        """Return the database, with the effects of all jobs up to now."""
        apply_due(self.sandbox.state, self.sandbox.clock.now())
        return self.sandbox.state._db.serialize()

    def tally(self) -> Counter[str]:
        """Return the numbers of jobs and of records of each module."""
        state = self.sandbox.state
        rows = state._db.execute(
            "SELECT module, count(*) FROM records WHERE organization = ? GROUP BY module", (ORGANIZATION,)
        )
        return Counter({"jobs": state.of(ORGANIZATION).count_jobs(), **dict(rows.fetchall())})

    def token_with(self, scopes: Iterable[str]) -> str:
        """Return a new token with these scopes."""
        return self.sandbox.issue_token(scopes)
