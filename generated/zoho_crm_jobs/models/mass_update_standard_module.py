# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The standard modules that mass update supports."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class MassUpdateStandardModule(OpenEnum):
    """The standard modules that mass update supports. Activities is the name up to v7; Tasks, Calls and Meetings
    take its place in v8. Meetings and Events name the same module."""

    LEADS = "Leads"
    ACCOUNTS = "Accounts"
    CONTACTS = "Contacts"
    DEALS = "Deals"
    CAMPAIGNS = "Campaigns"
    ACTIVITIES = "Activities"
    TASKS = "Tasks"
    CALLS = "Calls"
    MEETINGS = "Meetings"
    EVENTS = "Events"
    CASES = "Cases"
    SOLUTIONS = "Solutions"
    PRODUCTS = "Products"
    VENDORS = "Vendors"
    PRICE_BOOKS = "Price_Books"
    QUOTES = "Quotes"
    SALES_ORDERS = "Sales_Orders"
    PURCHASE_ORDERS = "Purchase_Orders"
    INVOICES = "Invoices"
