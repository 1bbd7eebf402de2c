# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""How to compare the field with the value."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class Comparator(OpenEnum):
    """How to compare the field with the value."""

    EQUAL = "equal"
    NOT_EQUAL = "not_equal"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    GREATER_THAN = "greater_than"
    LESS_THAN = "less_than"
    GREATER_EQUAL = "greater_equal"
    LESS_EQUAL = "less_equal"
    BETWEEN = "between"
    NOT_BETWEEN = "not_between"
