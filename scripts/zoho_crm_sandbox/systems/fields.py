"""Which fields the modules have, and what they are: as much as the operations need to tell good input from bad."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "text"
NUMBER = "number"
PICKLIST = "picklist"
MULTI_SELECT = "multi_select"
DATE = "date"
EMAIL = "email"
LOOKUP = "lookup"
MULTI_LINE = "multi_line"
LINE_ITEMS = "line_items"
SYSTEM = "system"
HIDDEN = "hidden"
LAYOUT_RULE = "layout_rule"
VALIDATION_RULE = "validation_rule"
NOT_PERMITTED = "not_permitted"

UPDATABLE = (TEXT, NUMBER, PICKLIST, MULTI_SELECT, DATE)
"""The kinds that a mass update can change."""


class Field(NamedTuple):
    """A field of a module.

    Attributes:
        api_name: Its API name.
        id: Its id.
        kind: One of the kinds above.
        mandatory: Whether a record must have a value in it.
    """

    api_name: str
    id: str
    kind: str
    mandatory: bool


COMMON = {
    "Owner": LOOKUP,
    "Layout": SYSTEM,
    "Tag": SYSTEM,
    "Created_By": SYSTEM,
    "Modified_By": SYSTEM,
    "Created_Time": SYSTEM,
    "Modified_Time": SYSTEM,
    "Description": MULTI_LINE,
    "Age": NUMBER,
    # Named inputs: what a mass update of them is answered is in their names.
    "Hidden_Field": HIDDEN,
    "Layout_Rule_Field": LAYOUT_RULE,
    "Validation_Rule_Field": VALIDATION_RULE,
    "Field_Without_Permission": NOT_PERMITTED,
}
"""What every module has."""

PERSON = {
    "First_Name": TEXT,
    "Last_Name": TEXT,
    "Email": EMAIL,
    "Phone": TEXT,
    "Mobile": TEXT,
    "Lead_Source": PICKLIST,
}
ACTIVITY = {"Subject": TEXT, "Status": PICKLIST, "Priority": PICKLIST, "What_Id": LOOKUP}
INVENTORY = {
    "Subject": TEXT,
    "Status": PICKLIST,
    "Grand_Total": NUMBER,
    "Account_Name": LOOKUP,
    "Product_Details": LINE_ITEMS,
}

OWN = {
    "Leads": {
        **PERSON,
        "Company": TEXT,
        "Website": TEXT,
        "Lead_Status": PICKLIST,
        "Industry": PICKLIST,
        "Rating": PICKLIST,
        "City": TEXT,
        "Annual_Revenue": NUMBER,
    },
    "Accounts": {
        "Account_Name": TEXT,
        "Phone": TEXT,
        "Website": TEXT,
        "Account_Type": PICKLIST,
        "Industry": PICKLIST,
        "Rating": PICKLIST,
        "Annual_Revenue": NUMBER,
    },
    "Contacts": {**PERSON, "Account_Name": LOOKUP, "Department": TEXT, "Title": TEXT},
    "Deals": {
        "Deal_Name": TEXT,
        "Stage": PICKLIST,
        "Pipeline": PICKLIST,
        "Type": PICKLIST,
        "Lead_Source": PICKLIST,
        "Languages_Known": MULTI_SELECT,
        "Amount": NUMBER,
        "Closing_Date": DATE,
        "Account_Name": LOOKUP,
        "Contact_Name": LOOKUP,
    },
    "Tasks": ACTIVITY,
    "Calls": ACTIVITY,
    "Activities": ACTIVITY,
    "Events": {"Event_Title": TEXT, "Venue": TEXT, "What_Id": LOOKUP},
    "Quotes": {**INVENTORY, "Quote_Stage": PICKLIST},
    "Sales_Orders": INVENTORY,
    "Purchase_Orders": INVENTORY,
    "Invoices": INVENTORY,
}
OTHER = {"Name": TEXT, "Status": PICKLIST}
"""What the modules have that are not listed."""
MANDATORY = ("Last_Name", "Account_Name", "Deal_Name", "Stage", "Closing_Date", "Subject", "Event_Title", "Name")
IDS = {("Deals", "Stage"): "2423488000000000525", ("Accounts", "Account_Name"): "4150868000000002425"}
"""The ids in the documentation's samples."""
FIRST_ID = 4150868000000010001

PIPELINES = {
    "Standard (Standard)": (
        "Qualification",
        "Needs Analysis",
        "Value Proposition",
        "Identify Decision Makers",
        "Proposal/Price Quote",
        "Negotiation/Review",
        "Closed Won",
        "Closed Lost",
    ),
    "Renewals (Standard)": ("Qualification", "Closed Won", "Closed Lost"),
}
"""The pipelines of Deals, and the stages in each."""


@functools.lru_cache(maxsize=128)  # asked for with every submission, and always the same
def fields_of(module: str) -> Mapping[str, Field]:
    """Returns the fields of a module by their API names.

    Args:
        module: The API name of the module.
    """
    kinds = {**COMMON, **OWN.get(module, OTHER)}
    # The ids of two modules' fields are alike, which no operation of the document could notice.
    return {
        name: Field(
            name, IDS.get((module, name), str(FIRST_ID + 2 * index)), kind, name in MANDATORY and kind != LOOKUP
        )
        for index, (name, kind) in enumerate(kinds.items())
    }


def missing_stage(pipeline: object, stage: object) -> bool:
    """Returns whether a pipeline lacks a stage.

    Args:
        pipeline: The pipeline; anything else has no stages that could be missing.
        stage: The stage.
    """
    return isinstance(pipeline, str) and pipeline in PIPELINES and stage not in PIPELINES[pipeline]
