"""The headers of a response: those of the document, with the values that only the sandbox knows."""

from __future__ import annotations

from email.utils import formatdate
from functools import lru_cache
from typing import TYPE_CHECKING

from zoho_crm_sandbox.clock import iso

if TYPE_CHECKING:
    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.state.oauth import Token

JSON = b"application/json;charset=utf-8"
HOUR = 3600
RESET = b"x-accesstoken-reset"
CHANGING = (b"date", b"retry-after", RESET)
"""The headers whose value in the document is only an example."""


def usual(operation: Operation, status: int, code: str | None, token: Token, now: float) -> dict[bytes, bytes]:
    """Return the usual headers; ``code`` is None for a success."""
    documented = {name.lower().encode(): value.encode() for name, value in operation.headers(status, code).items()}
    sent = {name: value for name, value in documented.items() if name not in CHANGING}
    if RESET in documented:
        # A token that never expires shows the expiry that a new one would have.
        sent[RESET] = iso(now + HOUR if token.expires_at is None else token.expires_at).encode()
    return {b"date": date(int(now)), b"content-type": JSON, **sent}


@lru_cache(maxsize=1)
def date(now: int) -> bytes:
    """Return the header that shows the sandbox's time."""
    return formatdate(now, usegmt=True).encode()
