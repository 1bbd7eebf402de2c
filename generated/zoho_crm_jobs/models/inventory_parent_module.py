# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The modules whose records can be mass converted."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class InventoryParentModule(OpenEnum):
    """The modules whose records can be mass converted."""

    QUOTES = "Quotes"
    SALES_ORDERS = "Sales_Orders"
