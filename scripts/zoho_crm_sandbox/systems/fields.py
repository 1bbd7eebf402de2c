"""The fields of the modules and subforms: one catalogue for every system."""

from __future__ import annotations

import functools
import math
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TEXT = "text"
NUMBER = "number"
INTEGER = "integer"
BOOLEAN = "boolean"
PICKLIST = "picklist"
MULTI_SELECT = "multi_select"
MULTI_LINE = "multi_line"
DATE = "date"
DATE_TIME = "datetime"
EMAIL = "email"
LOOKUP = "lookup"
USER = "user"
LAYOUT = "layout"
RECORD_ID = "id"
PARENT = "parent"
LINE_ITEMS = "line_items"
SYSTEM = "system"
TAGS = "tags"
HIDDEN = "hidden"
LAYOUT_RULE = "layout_rule"
VALIDATION_RULE = "validation_rule"
NOT_PERMITTED = "not_permitted"
SHORT = "short"
FEW_CHOICES = "few_choices"
TWO_DECIMALS = "two_decimals"
PERCENT = "percent"
USER_LOOKUP = "user_lookup"

NOT_IN_BULK_WRITE = (
    *(LINE_ITEMS, SYSTEM, TAGS, HIDDEN, LAYOUT_RULE, VALIDATION_RULE, NOT_PERMITTED),
    *(SHORT, FEW_CHOICES, TWO_DECIMALS, PERCENT, USER_LOOKUP),
)
"""The kinds that a bulk write cannot map."""


class Field(NamedTuple):
    """A field of a module, of one of the kinds above.

    ``clearable`` tells whether a mass update may empty it, unless it is mandatory; ``key`` whether a bulk write may
    find records by it. ``module`` is the module that a lookup points to; empty if the sandbox does not resolve it.
    """

    kind: str
    mandatory: bool = False
    clearable: bool = True
    key: bool = False
    module: str = ""
    api_name: str = ""
    id: str = ""


class Subform(NamedTuple):
    """A subform, or the line items of an inventory module; ``parent`` is the API name of the module that has it."""

    parent: str
    fields: Mapping[str, Field]


_TEXT = Field(TEXT)
_NAME = Field(TEXT, mandatory=True, key=True)
_KEY = Field(TEXT, key=True)
_EMAIL = Field(EMAIL, key=True)
_NUMBER = Field(NUMBER)
_INTEGER = Field(INTEGER)
_PICKLIST = Field(PICKLIST)
_DATE = Field(DATE)
_FLAG = Field(BOOLEAN)
_SYSTEM = Field(SYSTEM)
_ACCOUNT = Field(LOOKUP, module="Accounts")
_CONTACT = Field(LOOKUP, module="Contacts")
_VENDOR = Field(LOOKUP, module="Vendors")

_COMMON = {
    "Owner": Field(USER), "Layout": Field(LAYOUT), "Tag": Field(TAGS), "Created_By": _SYSTEM, "Modified_By": _SYSTEM,
    "Created_Time": _SYSTEM, "Modified_Time": _SYSTEM, "Description": Field(MULTI_LINE), "Age": _NUMBER,
    # Named inputs: the name of each says which error a mass update of it gets.
    "Hidden_Field": Field(HIDDEN), "Layout_Rule_Field": Field(LAYOUT_RULE),
    "Validation_Rule_Field": Field(VALIDATION_RULE), "Field_Without_Permission": Field(NOT_PERMITTED),
}  # fmt: skip
_LIMITED = {
    # Named inputs too: the record gets an error if the value exceeds the limit of the field.
    "Short_Field": Field(SHORT), "Limited_Field": Field(FEW_CHOICES), "Decimal_Field": Field(TWO_DECIMALS),
    "Ranged_Field": Field(PERCENT), "User_lookup": Field(USER_LOOKUP),
}  # fmt: skip
_PERSON = {
    "First_Name": _TEXT, "Last_Name": Field(TEXT, mandatory=True), "Email": _EMAIL, "Phone": _TEXT, "Mobile": _TEXT,
    "Lead_Source": _PICKLIST,
}  # fmt: skip
_ACTIVITY = {"Subject": _NAME, "Status": _PICKLIST, "Priority": _PICKLIST, "What_Id": Field(LOOKUP)}
_INVENTORY = {
    "Subject": _NAME, "Status": _PICKLIST, "Grand_Total": _NUMBER, "Account_Name": _ACCOUNT,
    "Product_Details": Field(LINE_ITEMS),
}  # fmt: skip
_OF_MODULE = {
    "Leads": {
        **_PERSON, "Company": _TEXT, "Website": _TEXT, "Lead_Status": _PICKLIST, "Industry": _PICKLIST,
        "Rating": _PICKLIST, "City": _TEXT, "Annual_Revenue": _NUMBER,
    },
    "Accounts": {
        "Account_Name": _NAME, "Phone": _TEXT, "Website": _TEXT, "Account_Type": _PICKLIST, "Industry": _PICKLIST,
        "Rating": _PICKLIST, "Annual_Revenue": _NUMBER,
    },
    "Contacts": {**_PERSON, "Account_Name": _ACCOUNT, "Department": _TEXT, "Title": _TEXT},
    "Deals": {
        "Deal_Name": _NAME, "Stage": Field(PICKLIST, mandatory=True), "Pipeline": _PICKLIST, "Type": _PICKLIST,
        "Lead_Source": _PICKLIST, "Languages_Known": Field(MULTI_SELECT), "Amount": _NUMBER,
        "Closing_Date": Field(DATE, clearable=False), "Account_Name": _ACCOUNT, "Contact_Name": _CONTACT,
    },
    "Tasks": _ACTIVITY,
    "Calls": _ACTIVITY,
    "Activities": _ACTIVITY,
    "Events": {"Event_Title": _NAME, "Venue": _TEXT, "What_Id": Field(LOOKUP)},
    "Quotes": {**_INVENTORY, "Quote_Stage": _PICKLIST},
    "Sales_Orders": _INVENTORY,
    "Purchase_Orders": _INVENTORY,
    "Invoices": _INVENTORY,
}  # fmt: skip
"""The fields that every system knows, by module."""
_OF_OTHERS = {"Name": Field(TEXT, clearable=False), "Status": _PICKLIST}
"""The same for a module that is not listed."""
_IDS = {("Deals", "Stage"): "2423488000000000525", ("Accounts", "Account_Name"): "4150868000000002425"}
"""The ids in the documentation's samples."""
_FIRST_ID = 4150868000000010001

_BULK_WRITE_COMMON = {"id": Field(RECORD_ID, key=True), "Currency": _TEXT}
_BULK_WRITE_PERSON = {
    "Salutation": _TEXT, "Secondary_Email": Field(EMAIL), "Fax": _TEXT, "Email_Opt_Out": _FLAG,
}  # fmt: skip
_BULK_WRITE_ORDER = {
    "Contact_Name": _CONTACT, "Deal_Name": Field(LOOKUP, module="Deals"), "Carrier": _TEXT, "Adjustment": _NUMBER,
    "Discount": _NUMBER, "Tax": _NUMBER, "Due_Date": _DATE, "Valid_Till": _DATE, "Terms_and_Conditions": _TEXT,
}  # fmt: skip
_BULK_WRITE_OF_MODULE = {
    "Leads": {
        **_BULK_WRITE_PERSON, "Designation": _TEXT, "No_of_Employees": _INTEGER, "Street": _TEXT, "State": _TEXT,
        "Zip_Code": _TEXT, "Country": _TEXT, "Birthday": _DATE, "Last_Contacted": Field(DATE_TIME),
    },
    "Accounts": {
        "Account_Number": _KEY, "Parent_Account": _ACCOUNT, "Fax": _TEXT, "Employees": _INTEGER, "Billing_City": _TEXT,
        "Billing_Country": _TEXT,
    },
    "Contacts": {**_BULK_WRITE_PERSON, "Date_of_Birth": _DATE, "Mailing_City": _TEXT, "Mailing_Country": _TEXT},
    "Deals": {"Probability": _INTEGER, "Next_Step": _TEXT},
    "Campaigns": {"Campaign_Name": _NAME, "Type": _TEXT, "Start_Date": _DATE, "End_Date": _DATE},
    "Tasks": {"Due_Date": _DATE, "Who_Id": _CONTACT},
    "Cases": {
        "Subject": _NAME, "Case_Origin": Field(TEXT, mandatory=True), "Priority": _TEXT, "Email": Field(EMAIL),
        "Account_Name": _ACCOUNT,
    },
    "Solutions": {"Solution_Title": _NAME, "Question": _TEXT, "Answer": _TEXT},
    "Products": {
        "Product_Name": _NAME, "Product_Code": _KEY, "Product_Active": _FLAG, "Unit_Price": _NUMBER,
        "Vendor_Name": _VENDOR, "Sales_Start_Date": _DATE,
    },
    "Vendors": {"Vendor_Name": _NAME, "Email": _EMAIL, "Phone": _TEXT, "Website": _TEXT, "City": _TEXT},
    "Price_Books": {"Price_Book_Name": _NAME, "Active": _FLAG, "Pricing_Model": _TEXT},
    "Quotes": _BULK_WRITE_ORDER,
    "Sales_Orders": {**_BULK_WRITE_ORDER, "Quote_Name": Field(LOOKUP, module="Quotes")},
    "Purchase_Orders": {
        **_BULK_WRITE_ORDER, "Vendor_Name": _VENDOR._replace(mandatory=True), "PO_Date": _DATE,
    },
    "Invoices": {**_BULK_WRITE_ORDER, "Invoice_Date": _DATE, "Sales_Order": Field(LOOKUP, module="Sales_Orders")},
}  # fmt: skip
"""The fields that only bulk write knows, by module."""
_BULK_WRITE_CUSTOM = {"Name": _NAME, "Email": _EMAIL, "Weight": _NUMBER, "Shipped_On": _DATE}
"""The same for a custom module."""

_LINE = {
    "Product_Name": Field(LOOKUP, module="Products"), "Quantity": _NUMBER, "List_Price": _NUMBER, "Discount": _NUMBER,
    "Description": _TEXT,
}  # fmt: skip
PARENT_ID = "Parent_Id"
DECIMAL = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
"""Decimals may be text, so that none is lost."""
SUBFORMS = {
    "Pets": Subform("Leads", {"Pet_Name": _TEXT, "Species": _TEXT, "Age": _INTEGER, "Born_On": _DATE}),
    "Quoted_Items": Subform("Quotes", _LINE),
    "Ordered_Items": Subform("Sales_Orders", _LINE),
    "Purchase_Items": Subform("Purchase_Orders", _LINE),
    "Invoiced_Items": Subform("Invoices", _LINE),
}
"""The subforms by API name."""

PIPELINES = {
    "Standard (Standard)": (
        "Qualification", "Needs Analysis", "Value Proposition", "Identify Decision Makers", "Proposal/Price Quote",
        "Negotiation/Review", "Closed Won", "Closed Lost",
    ),
    "Renewals (Standard)": ("Qualification", "Closed Won", "Closed Lost"),
}  # fmt: skip
"""The stages of each pipeline of Deals."""


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def _is_number(value: Any) -> bool:
    return _is_integer(value) or (isinstance(value, float) and math.isfinite(value))


def _is_decimal(value: Any) -> bool:
    return _is_number(value) or (_is_text(value) and DECIMAL.fullmatch(value) is not None)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_date(value: Any) -> bool:
    return _is_moment(value, date)


def _is_time(value: Any) -> bool:
    return _is_moment(value, datetime)


def _is_moment(value: Any, kind: type[date]) -> bool:
    try:
        return _is_text(value) and bool(kind.fromisoformat(value))
    except ValueError:
        return False


def _is_reference(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, dict) and _is_text(value.get("id")))


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


_IS_OF_KIND: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys((NUMBER, PERCENT), _is_number),
    **dict.fromkeys((MULTI_SELECT, FEW_CHOICES, TAGS), _are_texts),
    **dict.fromkeys((LOOKUP, PARENT, LAYOUT, USER_LOOKUP), _is_reference),
    TWO_DECIMALS: _is_decimal,
    INTEGER: _is_integer,
    BOOLEAN: _is_flag,
    DATE: _is_date,
    DATE_TIME: _is_time,
    LINE_ITEMS: _are_rows,
}
"""Whether a value is of a kind; a kind that is not listed takes texts."""
_OF_SANDBOX: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("$approved", "$converted", "$forbidden", "$in_review"), _is_flag),
    "$error_status": lambda value: value in (202, 400),
    "$territories": _are_texts,
}
"""The same for what the sandbox keeps with a record; what is not listed takes texts."""


def accepts(module: str, name: str, value: Any) -> bool:
    """Return whether a field of a module takes a value: nothing, or one of the field's kind. An unknown field does."""
    if value in (None, ""):
        return True
    if name.startswith("$"):
        return _OF_SANDBOX.get(name, _is_text)(value)
    if name in SUBFORMS:
        return _are_rows(value)
    field = fields_of(module).get(name) or bulk_write_fields(module).get(name)
    return field is None or _IS_OF_KIND.get(field.kind, _is_text)(value)


@functools.lru_cache(maxsize=128)  # every submission asks for the fields of its module
def fields_of(module: str) -> Mapping[str, Field]:
    """Return the fields of a module by API name, without those that only bulk write knows."""
    fields = {**_COMMON, **_OF_MODULE.get(module, _OF_OTHERS), **_LIMITED}
    # Two modules share ids: no operation uses a field's id without its module.
    return {
        name: field._replace(api_name=name, id=_IDS.get((module, name), str(_FIRST_ID + 2 * index)))
        for index, (name, field) in enumerate(fields.items())
    }


@functools.lru_cache(maxsize=128)
def bulk_write_fields(module: str) -> Mapping[str, Field]:
    """Return the fields that a bulk write can map, by API name; a module that is not standard is a custom one."""
    subform = SUBFORMS.get(module)
    if subform:
        return {PARENT_ID: Field(PARENT, mandatory=True, module=subform.parent), **subform.fields}
    shared = {
        name: field
        for name, field in fields_of(module).items()
        if field.kind not in NOT_IN_BULK_WRITE and (field.kind != LOOKUP or field.module)
    }
    return {**_BULK_WRITE_COMMON, **shared, **_BULK_WRITE_OF_MODULE.get(module, _BULK_WRITE_CUSTOM)}


def bulk_write_key(module: str, name: str) -> str | None:
    """Return the API name of a key field, whose name may be in upper or lower case; None if there is none."""
    keys = (api_name for api_name, field in bulk_write_fields(module).items() if field.key)
    return next((api_name for api_name in keys if api_name.lower() == name.lower()), None)


def lacks_stage(pipeline: object, stage: object) -> bool:
    """Return whether a known pipeline does not have a stage."""
    return isinstance(pipeline, str) and pipeline in PIPELINES and stage not in PIPELINES[pipeline]
