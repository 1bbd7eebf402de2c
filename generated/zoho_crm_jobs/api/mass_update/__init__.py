# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Change a field of many records of one module in one job."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_mass_update_status, schedule_mass_update

__all__ = ["get_mass_update_status", "schedule_mass_update"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f".{name}", __name__)
