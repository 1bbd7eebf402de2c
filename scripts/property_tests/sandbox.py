"""What the property tests may see and move of a sandbox in this process, and of no other server."""

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
    """Tokens that are refused, each for one reason."""

    expired: str = "sandbox-expired"
    without_scope: str = "sandbox-no-scope"
    of_other_organization: str = "sandbox-other-org"


REFRESH = {"client_id": "1000.CLIENT", "client_secret": "sandbox-secret", "refresh_token": "1000.refresh"}
"""What a token can be got with that is then revoked."""


class Inside:
    """A sandbox of our own, with its clock, its state and its tokens.

    Args:
        sandbox: The sandbox.

    Attributes:
        sandbox: The sandbox.
        tokens: Tokens that are refused.
        life: How often it was put back to its start: what was seen in another life is no history.
    """

    def __init__(self, sandbox: Sandbox | None = None) -> None:
        self.sandbox = sandbox or Sandbox(clock=Clock(scale=0, start=START))
        self.tokens = Tokens()
        self.life = 0
        self._fresh = self.digest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.sandbox.close()

    def restart(self) -> None:
        """Puts the sandbox back to its start, so that every request finds the same."""
        self.life += 1
        self.sandbox.faults.clear()
        started = self.sandbox.clock.started_at or 0.0
        if self.sandbox.clock.now() != started or self.digest() != self._fresh:
            self.sandbox.clock.set(started)
            self.sandbox.reset()
            self._fresh = self.digest()

    def advance(self, seconds: float) -> None:
        """Lets time pass, with the callbacks that are due then, which would otherwise come with the next request.

        Args:
            seconds: How much.
        """
        self.sandbox.clock.advance(seconds)
        with httpx.Client(transport=self.sandbox.transport(), base_url="http://testserver") as client:
            client.get("/_sandbox/clock")

    def digest(self) -> bytes:
        """Returns what it remembers as it is now, each job having done what it had to."""
        apply_due(self.sandbox.state, self.sandbox.clock.now())
        return self.sandbox.state._db.serialize()

    def tally(self) -> Counter[str]:
        """Returns how many jobs, and how many records of each module, there are."""
        state = self.sandbox.state
        rows = state._db.execute(
            "SELECT module, count(*) FROM records WHERE organization = ? GROUP BY module", (ORGANIZATION,)
        )
        return Counter({"jobs": state.of(ORGANIZATION).count_jobs(), **dict(rows.fetchall())})

    def token_with(self, scopes: Iterable[str]) -> str:
        """Returns a new token.

        Args:
            scopes: Its scopes.
        """
        return self.sandbox.issue_token(scopes)
