# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert a lead to a contact, an account and optionally a deal."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import convert_lead, convert_lead_v2_1, convert_lead_v3, get_lead_conversion_options

__all__ = ["convert_lead", "convert_lead_v2_1", "convert_lead_v3", "get_lead_conversion_options"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f".{name}", __name__)
