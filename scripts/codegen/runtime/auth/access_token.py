"""Ways to authenticate with a token that is there. Those that get tokens are in ``grants``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ("AccessToken",)


def header_of(access_token: str) -> str:
    """Returns the value of the header that carries a token.

    Args:
        access_token: The token.

    Raises:
        ValueError: This cannot be sent in a header. The message does not show it.
    """
    if not re.fullmatch(r"[\x21-\x7e]+", access_token):
        del access_token  # or tools that report the variables with an error would show it
        raise ValueError("access_token: expected visible ASCII characters without spaces")
    return f"Zoho-oauthtoken {access_token}"


class AccessToken(httpx.Auth):
    """Authenticates with an access token that is already there, and that lives for an hour.

    Follows https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html.
    """

    def __init__(self, access_token: str) -> None:
        """Takes the access token.

        Args:
            access_token: The token, as the accounts server answered it.

        Raises:
            ValueError: This cannot be sent in a header. The message does not show it.
        """
        try:
            self._header = header_of(access_token)
        finally:
            del access_token  # as in header_of

    def __repr__(self) -> str:
        return "AccessToken(...)"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Puts the token on the request."""
        request.headers["Authorization"] = self._header
        yield request
