# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The standard modules that mass change of owner supports."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassChangeOwnerStandardModule(OpenEnum):
    """The standard modules that mass change of owner supports. Meetings and Events name the same module."""

    LEADS = "Leads"
    ACCOUNTS = "Accounts"
    CONTACTS = "Contacts"
    DEALS = "Deals"
    CAMPAIGNS = "Campaigns"
    TASKS = "Tasks"
    CASES = "Cases"
    MEETINGS = "Meetings"
    EVENTS = "Events"
    CALLS = "Calls"
    SOLUTIONS = "Solutions"
    PRODUCTS = "Products"
    VENDORS = "Vendors"
    PRICE_BOOKS = "Price_Books"
    QUOTES = "Quotes"
    SALES_ORDERS = "Sales_Orders"
    PURCHASE_ORDERS = "Purchase_Orders"
    INVOICES = "Invoices"
