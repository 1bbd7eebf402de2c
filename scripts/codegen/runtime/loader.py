"""Loaders by name, so that the runtime need not import the generated modules."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .._document import OPERATIONS

if TYPE_CHECKING:
    from .operation import Operation


def load_operation(operation_id: str) -> Operation:
    """Return an operation by its id. Raise ValueError if the document has no such operation."""
    if operation_id not in OPERATIONS:
        raise ValueError(f"operation_id: {operation_id!r}: expected one of {', '.join(OPERATIONS)}")
    operation: Operation = import_module(f".{OPERATIONS[operation_id]}", __package__)._OPERATION
    return operation


def load(module: str, name: str) -> Any:
    """Return an object of the module ``models`` or ``errors``."""
    return getattr(import_module(f"..{module}", __package__), name)
