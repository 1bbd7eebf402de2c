# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Zoho CRM's asynchronous jobs and lead conversion, described exactly. Everything is loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models
    from .auth import AccessToken
    from .ceiling import Ceiling
    from .client import Client
    from .clock import Clock
    from .grants import AuthorizationCode, ClientCredentials, RefreshToken
    from .jobs import JobHandle, Progress
    from .polling import PollPolicy, ProgressAware
    from .retries import RetryPolicy
    from .tokens import FileTokenStore, MemoryTokenStore, Token, TokenStore
    from .types import UNSET, File, Response, Unset
    from .watching import Outcome, watch, watch_asyncio

_MODULES = {
    "UNSET": ".types",
    "AccessToken": ".auth",
    "AuthorizationCode": ".grants",
    "Ceiling": ".ceiling",
    "Client": ".client",
    "ClientCredentials": ".grants",
    "Clock": ".clock",
    "File": ".types",
    "FileTokenStore": ".tokens",
    "JobHandle": ".jobs",
    "MemoryTokenStore": ".tokens",
    "Outcome": ".watching",
    "PollPolicy": ".polling",
    "Progress": ".jobs",
    "ProgressAware": ".polling",
    "RefreshToken": ".grants",
    "Response": ".types",
    "RetryPolicy": ".retries",
    "Token": ".tokens",
    "TokenStore": ".tokens",
    "Unset": ".types",
    "watch": ".watching",
    "watch_asyncio": ".watching",
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
