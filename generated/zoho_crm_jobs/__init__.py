# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Zoho CRM's asynchronous jobs and lead conversion, described exactly. Everything is loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models
    from .runtime.auth.access_token import AccessToken
    from .runtime.auth.grants import AuthorizationCode, ClientCredentials, RefreshToken
    from .runtime.auth.tokens import FileTokenStore, MemoryTokenStore, Token, TokenStore
    from .runtime.client import Client
    from .runtime.clock import Clock
    from .runtime.jobs.handle import JobHandle
    from .runtime.jobs.polling import PollPolicy, ProgressAware
    from .runtime.jobs.progress import Progress
    from .runtime.jobs.watching import Outcome, watch, watch_asyncio
    from .runtime.rate_limit import Ceiling
    from .runtime.retries import RetryPolicy
    from .runtime.types import UNSET, File, Response, Unset

_MODULES = {
    "UNSET": ".runtime.types",
    "AccessToken": ".runtime.auth.access_token",
    "AuthorizationCode": ".runtime.auth.grants",
    "Ceiling": ".runtime.rate_limit",
    "Client": ".runtime.client",
    "ClientCredentials": ".runtime.auth.grants",
    "Clock": ".runtime.clock",
    "File": ".runtime.types",
    "FileTokenStore": ".runtime.auth.tokens",
    "JobHandle": ".runtime.jobs.handle",
    "MemoryTokenStore": ".runtime.auth.tokens",
    "Outcome": ".runtime.jobs.watching",
    "PollPolicy": ".runtime.jobs.polling",
    "Progress": ".runtime.jobs.progress",
    "ProgressAware": ".runtime.jobs.polling",
    "RefreshToken": ".runtime.auth.grants",
    "Response": ".runtime.types",
    "RetryPolicy": ".runtime.retries",
    "Token": ".runtime.auth.tokens",
    "TokenStore": ".runtime.auth.tokens",
    "Unset": ".runtime.types",
    "watch": ".runtime.jobs.watching",
    "watch_asyncio": ".runtime.jobs.watching",
}

__all__ = (
    "UNSET",
    "AccessToken",
    "AuthorizationCode",
    "Ceiling",
    "Client",
    "ClientCredentials",
    "Clock",
    "File",
    "FileTokenStore",
    "JobHandle",
    "MemoryTokenStore",
    "Outcome",
    "PollPolicy",
    "Progress",
    "ProgressAware",
    "RefreshToken",
    "Response",
    "RetryPolicy",
    "Token",
    "TokenStore",
    "Unset",
    "api",
    "errors",
    "models",
    "watch",
    "watch_asyncio",
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return getattr(import_module(_MODULES[name], __name__), name)
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
