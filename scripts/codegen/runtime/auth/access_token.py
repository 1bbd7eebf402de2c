"""Authentication with an access token that the caller provides. ``grants`` has the ways to obtain one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ("AccessToken",)


def header_of(access_token: str) -> str:
    """Return the value of the Authorization header. Raise ValueError, without the token, if no header can hold it."""
    if not isinstance(access_token, str) or not re.fullmatch(r"[\x21-\x7e]+", access_token):
        kind = type(access_token).__name__
        del access_token  # error reporters show local variables
        raise ValueError(f"access_token: a {kind}: expected a string of visible ASCII characters without spaces")
    return f"Zoho-oauthtoken {access_token}"


class AccessToken(httpx.Auth):
    """Authentication with an access token, which is valid for an hour.

    Follows https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html.
    """

    def __init__(self, access_token: str) -> None:
        """Make an auth from a token.

        Args:
            access_token: The token, as returned by the accounts server.

        Raises:
            ValueError: The token cannot be sent in a header. The message does not show the token.
        """
        try:
            self._header = header_of(access_token)
        finally:
            del access_token  # as in header_of

    def __repr__(self) -> str:
        return "AccessToken(...)"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the token to the request."""
        request.headers["Authorization"] = self._header
        yield request
