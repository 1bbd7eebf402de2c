"""OAuth: access tokens for codes, refresh tokens and client credentials, with the limits of the accounts server."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from zoho_crm_sandbox.call import Call, Response, System, ZohoError
from zoho_crm_sandbox.seed import ADMINISTRATOR
from zoho_crm_sandbox.state.oauth import Client, Grant
from zoho_crm_sandbox.systems.forms import FormError, read_form

if TYPE_CHECKING:
    from zoho_crm_sandbox.call import Headers, Seeding

CODE_LIFE = 180.0
"""How many seconds a code is valid."""
TOKEN_LIFE = 3600
"""How many seconds an access token is valid."""
MAX_LIVE_TOKENS = 15
MAX_REFRESH_TOKENS = 20
MAX_REFRESHES = 10
REFRESH_PERIOD = 600.0
"""The seconds in which a refresh token can be used up to ``MAX_REFRESHES`` times."""
MAX_FORM = 64 * 1024
"""The most bytes of a form; a longer one counts as empty."""
HEADERS = {b"content-type": b"application/json;charset=utf-8"}
SOID = re.compile(r"ZohoCRM\.(\d{1,19})")
ACCOUNTS = re.compile(r"accounts\.zoho(?:cloud)?((?:\.[a-z]{2,3}){1,2})")

SANDBOX_CLIENT = Client("1000.SANDBOX", "sandbox-client-secret", "")
DOCUMENTED_CLIENT = Client("1000.CLIENT", "sandbox-secret", "https://www.example.com/redirect")
DOCUMENTED_CODE = "1000.code"
DOCUMENTED_REFRESH_TOKEN = "1000.refresh"  # noqa: S105  (it is public)


def create_token(call: Call) -> Response:
    """Create an access token."""
    fields = _fields(call)
    make = GRANTS.get(fields.get("grant_type", ""))
    if make is None or not fields.get("client_id") or not fields.get("client_secret"):
        return _error("general_error")
    client = call.state.client(fields["client_id"])
    if client is None:
        raise ZohoError("invalid_client", headers=HEADERS)
    if fields["client_secret"] != client.secret:
        return _error("invalid_client_secret")
    with call.state.transaction():
        return make(call, client, fields)


def _for_code(call: Call, client: Client, fields: dict[str, str]) -> Response:
    if client.redirect_uri and fields.get("redirect_uri", client.redirect_uri) != client.redirect_uri:
        return _error("invalid_redirect_uri")
    grant = call.state.take_code(fields.get("code", ""), client.id, call.now)
    if grant is None:
        raise ZohoError("invalid_code", headers=HEADERS)
    # Beyond the limit, a new token replaces the oldest one.
    before = call.state.refresh_tokens(grant.user)
    for oldest in before[: max(len(before) + 1 - MAX_REFRESH_TOKENS, 0)]:
        call.state.remove_refresh_token(oldest)
    refresh_token = call.state.new_secret()
    call.state.add_refresh_token(refresh_token, grant)
    access_token = _access_token(call, grant)
    call.state.note_made(access_token, refresh_token, None)
    return _token(call, {"access_token": access_token, "refresh_token": refresh_token})


def _for_refresh_token(call: Call, client: Client, fields: dict[str, str]) -> Response:
    refresh_token = fields.get("refresh_token", "")
    grant = call.state.refresh_token(refresh_token)
    if grant is None or grant.client != client.id:
        raise ZohoError("invalid_code", headers=HEADERS)
    if call.state.refreshed_since(refresh_token, call.now - REFRESH_PERIOD) >= MAX_REFRESHES:
        raise ZohoError("Access Denied", headers=HEADERS)
    live = call.state.live_tokens(refresh_token, call.now)
    call.state.drop_tokens(live[: max(len(live) + 1 - MAX_LIVE_TOKENS, 0)])
    access_token = _access_token(call, grant)
    call.state.note_made(access_token, refresh_token, call.now)
    return _token(call, {"access_token": access_token})


def _for_client(call: Call, client: Client, fields: dict[str, str]) -> Response:
    organization = SOID.fullmatch(fields.get("soid", ""))
    user = call.state.administrator(organization[1]) if organization else None
    if user is None:
        return _error("missing_org_info")
    scopes = fields.get("scope", "").replace(",", " ").split()
    if not scopes:
        return _error("general_error")
    access_token = _access_token(call, Grant(client.id, user, " ".join(scopes)))
    return _token(call, {"access_token": access_token}, scope=" ".join(scopes))


GRANTS = {
    "authorization_code": _for_code,
    "refresh_token": _for_refresh_token,
    "client_credentials": _for_client,
}


def revoke_token(call: Call) -> Response:
    """Revoke a refresh token and the access tokens that it was exchanged for, or one access token."""
    token = _fields(call).get("token", "")
    if call.state.refresh_token(token) is None and call.state.token(token) is None:
        raise ZohoError("invalid_token", headers=HEADERS)
    with call.state.transaction():
        call.state.remove_refresh_token(token)
        call.state.remove_token(token)
    return Response({"status": "success"}, headers=HEADERS)


def _fields(call: Call) -> dict[str, str]:
    """Return the parameters, from the query, a Basic header and a form, multipart or URL-encoded; the form wins."""
    return {**dict(parse_qsl(call.query, keep_blank_values=True)), **_basic(call), **_form(call)}


def _basic(call: Call) -> dict[str, str]:
    """Return the client's id and secret in a Basic header; empty if there is none."""
    scheme, _, credentials = call.headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if scheme.lower() != "basic":
        return {}
    try:
        client, separator, secret = base64.b64decode(credentials, validate=True).decode().partition(":")
    except ValueError:
        return {}
    return {"client_id": client, "client_secret": secret} if separator else {}


def _form(call: Call) -> dict[str, str]:
    if len(call.body) > MAX_FORM:
        return {}
    content_type = call.headers.get(b"content-type", b"").decode("latin-1")
    if content_type.lower().startswith("multipart/form-data"):
        try:
            return {name: part.content.decode() for name, part in read_form(content_type, call.body).items()}
        except (FormError, UnicodeDecodeError):
            return {}
    return dict(parse_qsl(call.body.decode("latin-1"), keep_blank_values=True))


def _access_token(call: Call, grant: Grant) -> str:
    token = call.state.new_secret()
    call.state.add_token(token, grant.user, grant.scopes.split(), expires_at=call.now + TOKEN_LIFE)
    return token


def _token(call: Call, tokens: dict[str, str], scope: str | None = None) -> Response:
    body = {**tokens, "api_domain": api_domain(call.headers), "token_type": "Bearer", "expires_in": TOKEN_LIFE}
    return Response(body if scope is None else {**body, "scope": scope}, headers=HEADERS)


def api_domain(headers: Headers) -> str:
    """Return the URL of the API: the sandbox itself, under the host name of the request."""
    host = headers.get(b"host", b"").decode("latin-1").lower() or "127.0.0.1"
    accounts = ACCOUNTS.fullmatch(host)
    if accounts:  # a client in the same process may use Zoho's host names
        return f"https://www.zohoapis{accounts[1]}"
    return f"{'https' if host.startswith('www.zoho') else 'http'}://{host}"


def _error(error: str) -> Response:
    return Response({"error": error}, headers=HEADERS)


def seed(seeding: Seeding) -> None:
    """Add the clients, and the code and refresh token of the document's examples."""
    for client in (SANDBOX_CLIENT, DOCUMENTED_CLIENT):
        seeding.state.add_client(client)
    grant = Grant(DOCUMENTED_CLIENT.id, ADMINISTRATOR, " ".join(seeding.scopes))
    seeding.state.add_code(DOCUMENTED_CODE, grant, seeding.now + CODE_LIFE)
    seeding.state.add_refresh_token(DOCUMENTED_REFRESH_TOKEN, grant)


SYSTEM = System("oauth", {"create_token": create_token, "revoke_token": revoke_token}, seed=seed)
