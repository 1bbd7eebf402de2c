# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Zoho CRM's asynchronous jobs and lead conversion, described exactly. Everything is loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models
    from .auth import AccessToken
    from .client import Client
    from .types import UNSET, File, Response, Unset

_MODULES = {
    "AccessToken": ".auth",
    "Client": ".client",
    "File": ".types",
    "Response": ".types",
    "UNSET": ".types",
    "Unset": ".types",
}

__all__ = (
    "UNSET",
    "AccessToken",
    "Client",
    "File",
    "Response",
    "Unset",
    "api",
    "errors",
    "models",
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return getattr(import_module(_MODULES[name], __name__), name)
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
