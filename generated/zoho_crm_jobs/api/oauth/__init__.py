# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get access tokens and revoke refresh tokens on the accounts server."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_token, revoke_token

__all__ = ["create_token", "revoke_token"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f".{name}", __name__)
