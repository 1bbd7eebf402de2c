# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The module of the record."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class AttachmentTargetApiName(OpenEnum):
    """The module of the record."""

    CONTACTS = "Contacts"
    DEALS = "Deals"
    ACCOUNTS = "Accounts"
