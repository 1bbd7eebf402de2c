"""The headers of Zoho's responses, in the three families that have been captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoho_crm_sandbox.clock import iso

if TYPE_CHECKING:
    from zoho_crm_sandbox.state.oauth import Token

JSON = b"application/json;charset=utf-8"

BEFORE_THE_OPERATION = {
    b"server": b"ZGS",
    b"content-type": JSON,
    b"x-frame-options": b"deny",
    b"x-download-options": b"noopen",
    b"x-content-type-options": b"nosniff",
}
"""For a wrong host, path or method."""

REJECTED = {
    b"server": b"ZGS",
    b"content-type": JSON,
    b"referrer-policy": b"strict-origin",
    b"x-content-type-options": b"nosniff",
    b"x-xss-protection": b"1; mode=block",
    b"pragma": b"no-cache",
    b"cache-control": b"no-cache",
    b"expires": b"Thu, 01 Jan 1970 00:00:00 GMT",
    b"x-frame-options": b"SAMEORIGIN",
    b"x-download-options": b"noopen",
}
"""For a wrong token or scope, or a malformed request."""

AUTHENTICATED = {name: value for name, value in REJECTED.items() if name != b"x-download-options"}
"""For everything else, with the time at which the token expires."""

UNREACHED_CODES = ("INVALID_HOST", "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD")
HOUR = 3600


def usual(status: int, code: str | None, token: Token | None, now: float) -> dict[bytes, bytes]:
    """Return the usual headers. ``code`` is None for a success, ``token`` None for a call that is not authenticated."""
    if code in UNREACHED_CODES:
        return BEFORE_THE_OPERATION
    if token is None or status == 401 or code == "INVALID_REQUEST":
        return REJECTED
    # A token that never expires shows the expiry that a new one would have.
    expires_at = now + HOUR if token.expires_at is None else token.expires_at
    return {**AUTHENTICATED, b"x-accesstoken-reset": iso(expires_at).encode()}
