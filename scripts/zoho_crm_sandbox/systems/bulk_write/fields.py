"""What a bulk write has to know of fields: their kinds, which a record needs, and which records are found by."""

from __future__ import annotations

from typing import NamedTuple

from zoho_crm_sandbox.systems import fields as metadata

TEXT = "text"
EMAIL = "email"
INTEGER = "integer"
NUMBER = "number"
BOOLEAN = "boolean"
DATE = "date"
DATE_TIME = "datetime"
LOOKUP = "lookup"
USER = "user"
RECORD_ID = "id"
PARENT = "parent"


class Field(NamedTuple):
    """A field of a module.

    Attributes:
        kind: One of the kinds above.
        mandatory: Whether no record may be without it.
        key: Whether records may be found by it.
        module: The module that a lookup points to.
    """

    kind: str
    mandatory: bool = False
    key: bool = False
    module: str = ""


class Subform(NamedTuple):
    """A subform, or the line items of a quote and the like.

    Attributes:
        parent: The module whose records have it.
        fields: Its fields.
    """

    parent: str
    fields: dict[str, Field]


_TEXT = Field(TEXT)
_NAME = Field(TEXT, mandatory=True, key=True)
_KEY = Field(TEXT, key=True)
_EMAIL = Field(EMAIL, key=True)
_NUMBER = Field(NUMBER)
_INTEGER = Field(INTEGER)
_DATE = Field(DATE)
_FLAG = Field(BOOLEAN)
_ACCOUNT = Field(LOOKUP, module="Accounts")
_CONTACT = Field(LOOKUP, module="Contacts")
_DEAL = Field(LOOKUP, module="Deals")
_PRODUCT = Field(LOOKUP, module="Products")
_VENDOR = Field(LOOKUP, module="Vendors")

KINDS = {
    metadata.TEXT: _TEXT,
    metadata.MULTI_LINE: _TEXT,
    metadata.PICKLIST: _TEXT,
    metadata.MULTI_SELECT: _TEXT,
    metadata.NUMBER: _NUMBER,
    metadata.DATE: _DATE,
}
"""The fields that a bulk write takes from the rest of the sandbox as they are."""
EVERYWHERE = {
    "id": Field(RECORD_ID, key=True),
    "Owner": Field(USER),
    "Layout": _TEXT,
    "Currency": _TEXT,
}
PERSON = {
    "Salutation": _TEXT,
    "Last_Name": Field(TEXT, mandatory=True),
    "Email": _EMAIL,
    "Secondary_Email": Field(EMAIL),
    "Fax": _TEXT,
    "Email_Opt_Out": _FLAG,
}
ORDER = {
    "Subject": _NAME,
    "Account_Name": _ACCOUNT,
    "Contact_Name": _CONTACT,
    "Deal_Name": _DEAL,
    "Carrier": _TEXT,
    "Adjustment": _NUMBER,
    "Discount": _NUMBER,
    "Tax": _NUMBER,
    "Due_Date": _DATE,
    "Valid_Till": _DATE,
    "Terms_and_Conditions": _TEXT,
}
OWN: dict[str, dict[str, Field]] = {
    "Leads": {
        **PERSON,
        "Designation": _TEXT,
        "No_of_Employees": _INTEGER,
        "Street": _TEXT,
        "State": _TEXT,
        "Zip_Code": _TEXT,
        "Country": _TEXT,
        "Birthday": _DATE,
        "Last_Contacted": Field(DATE_TIME),
    },
    "Accounts": {
        "Account_Name": _NAME,
        "Account_Number": _KEY,
        "Parent_Account": _ACCOUNT,
        "Fax": _TEXT,
        "Employees": _INTEGER,
        "Billing_City": _TEXT,
        "Billing_Country": _TEXT,
    },
    "Contacts": {
        **PERSON,
        "Account_Name": _ACCOUNT,
        "Date_of_Birth": _DATE,
        "Mailing_City": _TEXT,
        "Mailing_Country": _TEXT,
    },
    "Deals": {
        "Deal_Name": _NAME,
        "Stage": Field(TEXT, mandatory=True),
        "Account_Name": _ACCOUNT,
        "Contact_Name": _CONTACT,
        "Probability": _INTEGER,
        "Next_Step": _TEXT,
    },
    "Campaigns": {"Campaign_Name": _NAME, "Type": _TEXT, "Start_Date": _DATE, "End_Date": _DATE},
    "Tasks": {"Subject": _NAME, "Due_Date": _DATE, "Who_Id": _CONTACT},
    "Cases": {
        "Subject": _NAME,
        "Case_Origin": Field(TEXT, mandatory=True),
        "Priority": _TEXT,
        "Email": Field(EMAIL),
        "Account_Name": _ACCOUNT,
    },
    "Solutions": {"Solution_Title": _NAME, "Question": _TEXT, "Answer": _TEXT},
    "Products": {
        "Product_Name": _NAME,
        "Product_Code": _KEY,
        "Product_Active": _FLAG,
        "Unit_Price": _NUMBER,
        "Vendor_Name": _VENDOR,
        "Sales_Start_Date": _DATE,
    },
    "Vendors": {"Vendor_Name": _NAME, "Email": _EMAIL, "Phone": _TEXT, "Website": _TEXT, "City": _TEXT},
    "Price_Books": {"Price_Book_Name": _NAME, "Active": _FLAG, "Pricing_Model": _TEXT},
    "Quotes": ORDER,
    "Sales_Orders": {**ORDER, "Quote_Name": Field(LOOKUP, module="Quotes")},
    "Purchase_Orders": {**ORDER, "Vendor_Name": Field(LOOKUP, mandatory=True, module="Vendors"), "PO_Date": _DATE},
    "Invoices": {**ORDER, "Invoice_Date": _DATE, "Sales_Order": Field(LOOKUP, module="Sales_Orders")},
}
CUSTOM = {"Name": _NAME, "Email": _EMAIL, "Weight": _NUMBER, "Shipped_On": _DATE}
"""Of a module that an organization made itself."""

LINE = {"Product_Name": _PRODUCT, "Quantity": _NUMBER, "List_Price": _NUMBER, "Discount": _NUMBER, "Description": _TEXT}
PARENT_ID = "Parent_Id"
SUBFORMS = {
    "Pets": Subform("Leads", {"Pet_Name": _TEXT, "Species": _TEXT, "Age": _INTEGER, "Born_On": _DATE}),
    "Quoted_Items": Subform("Quotes", LINE),
    "Ordered_Items": Subform("Sales_Orders", LINE),
    "Purchase_Items": Subform("Purchase_Orders", LINE),
    "Invoiced_Items": Subform("Invoices", LINE),
}
"""The subforms by their API names."""


def fields_of(module: str) -> dict[str, Field]:
    """Returns the fields of a module or subform by their API names.

    Args:
        module: The API name; any that is not a standard module's or a subform's is a custom module's.
    """
    subform = SUBFORMS.get(module)
    if subform:
        return {PARENT_ID: Field(PARENT, mandatory=True, module=subform.parent), **subform.fields}
    known = {name: KINDS[field.kind] for name, field in metadata.fields_of(module).items() if field.kind in KINDS}
    return {**EVERYWHERE, **known, **OWN.get(module, CUSTOM)}


def key_of(module: str, name: str) -> str | None:
    """Returns the API name of the field that records of a module may be found by; None if it is not one.

    Args:
        module: The API name of the module.
        name: The name of the field, in capital or small letters.
    """
    keys = (api_name for api_name, field in fields_of(module).items() if field.key)
    return next((api_name for api_name in keys if api_name.lower() == name.lower()), None)
