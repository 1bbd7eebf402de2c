"""The headers of Zoho's answers, in the three families that are captured."""

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
"""What has neither been authenticated nor reached an operation: a wrong host, path or method."""

REFUSED = {
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
"""What was refused at the door: a wrong token or scope, or a request that cannot be understood."""

AUTHENTICATED = {name: value for name, value in REFUSED.items() if name != b"x-download-options"}
"""Everything else. It also tells when the token expires."""

UNREACHED_CODES = ("INVALID_HOST", "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD")
HOUR = 3600


def usual(status: int, code: str | None, token: Token | None, now: float) -> dict[bytes, bytes]:
    """Returns the headers that an answer usually has.

    Args:
        status: The HTTP status.
        code: The error code; None if it is no error.
        token: The token, if the request was let in.
        now: The time, in seconds since 1970.
    """
    if code in UNREACHED_CODES:
        return BEFORE_THE_OPERATION
    if token is None or status == 401 or code == "INVALID_REQUEST":
        return REFUSED
    # A token without an end says what a new one would say.
    expires_at = now + HOUR if token.expires_at is None else token.expires_at
    return {**AUTHENTICATED, b"x-accesstoken-reset": iso(expires_at).encode()}
