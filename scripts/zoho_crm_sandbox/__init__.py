"""A stand-in for Zoho CRM that a test can own.

``Sandbox()`` is an ASGI app for tests in the same process; ``zoho-crm-sandbox`` serves the same object on a
port. The contract comes from the OpenAPI document; the behaviour is written here, one module per system.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zoho_crm_sandbox.app import Sandbox
    from zoho_crm_sandbox.clock import Clock
    from zoho_crm_sandbox.contract import ContractError
    from zoho_crm_sandbox.plan import Plan
    from zoho_crm_sandbox.validation import InputError

__all__ = ["Clock", "ContractError", "InputError", "Plan", "Sandbox"]

_MODULES = {"Clock": "clock", "ContractError": "contract", "InputError": "validation", "Plan": "plan", "Sandbox": "app"}


def __getattr__(name: str) -> Any:
    # Imported when first used, because pytest loads this package for its plugin wherever it is installed.
    if name in _MODULES:
        return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
