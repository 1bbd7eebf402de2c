"""Access to the control plane: it is closed to web pages, and to strangers on the network."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from zoho_crm_sandbox.validation import is_known_host

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Headers

TOKEN_HEADER = b"x-sandbox-token"
JSON = "application/json"
OWN_PAGES = ("", "same-origin", "none")
"""The values of Sec-Fetch-Site of the sandbox's own pages, and of a person who opens a URL; empty if not a browser."""


class Refusal(NamedTuple):
    """The status and the error of a request that is not let in."""

    status: int
    error: str


def refusal(headers: Headers, token: str | None, *, has_body: bool) -> Refusal | None:
    """Return why a request is not let in, None if it is; a ``token`` that is not None must be in it."""

    def header(name: bytes) -> str:
        return headers.get(name, b"").decode("latin-1")

    host, origin, site = header(b"host"), header(b"origin"), header(b"sec-fetch-site")
    if token is None and not is_known_host(host):
        return Refusal(
            403, f"host: {host!r}: an address, localhost or a host of Zoho, unless the control plane has a token"
        )
    if site not in OWN_PAGES:
        return Refusal(403, f"sec-fetch-site: {site!r}: a request that comes from no other web page")
    if origin and _authority(origin) != host.lower():
        return Refusal(403, f"origin: {origin!r}: a request that comes from no other web page")
    if token is not None and not _has_token(headers, token):
        return Refusal(401, "x-sandbox-token: the token that the sandbox printed when it started")
    if has_body and header(b"content-type").partition(";")[0].strip().lower() != JSON:
        return Refusal(415, f"content-type: {header(b'content-type')!r}: {JSON}")
    return None


def _authority(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return None


def _has_token(headers: Headers, token: str) -> bool:
    scheme, _, bearer = headers.get(b"authorization", b"").partition(b" ")
    given = headers.get(TOKEN_HEADER) or (bearer.strip() if scheme.lower() == b"bearer" else b"")
    return hmac.compare_digest(given, token.encode())
