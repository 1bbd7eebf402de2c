"""The reader of a client's options from environment variables."""

from __future__ import annotations

import os
import re
from typing import Any

from .access_token import AccessToken
from .grants import ClientCredentials, RefreshToken
from .tokens import FileTokenStore

_OPTIONS = ("data_center", "environment", "base_url", "version")


def options_from_env() -> dict[str, Any]:
    """Return the arguments of ``Client`` from the environment. Raise ValueError if a variable is missing."""
    options = {name: value for name in _OPTIONS if (value := _variable(name))}
    return {**options, "auth": _auth()}


def _auth() -> Any:
    # No local variable holds a secret: error reporters show local variables.
    if _variable("access_token"):
        return AccessToken(_variable("access_token"))
    token_file = _variable("token_file")
    store = FileTokenStore(token_file) if token_file else None
    for name in ("client_id", "client_secret"):
        _required(name)
    if _variable("refresh_token"):
        return RefreshToken(_variable("client_id"), _variable("client_secret"), _variable("refresh_token"), store=store)
    if _variable("soid"):
        scopes = [scope for scope in re.split(r"[,\s]+", _required("scopes")) if scope]
        return ClientCredentials(
            _variable("client_id"), _variable("client_secret"), _variable("soid"), scopes, store=store
        )
    raise ValueError("ZOHO_CRM_REFRESH_TOKEN: expected a refresh token; or set ZOHO_CRM_SOID to an organization")


def _variable(name: str) -> str:
    return os.environ.get(f"ZOHO_CRM_{name.upper()}", "")


def _required(name: str) -> str:
    value = _variable(name)
    if not value:
        raise ValueError(f"ZOHO_CRM_{name.upper()}: expected a value; or set ZOHO_CRM_ACCESS_TOKEN")
    return value
