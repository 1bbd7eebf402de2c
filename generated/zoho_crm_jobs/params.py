# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The types of arguments: a ``TypedDict`` for each object of a request, a ``Literal`` for each list of values.

The resources accept these and the classes in ``models`` alike. Keys are those of the JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from . import models
    from .runtime.types import File

BulkWriteOperation = Literal[
    "insert",
    "update",
    "upsert",
]
"""The operation on each row."""

Comparator = Literal[
    "equal",
    "not_equal",
    "starts_with",
    "ends_with",
    "greater_than",
    "less_than",
    "greater_equal",
    "less_equal",
    "between",
    "not_between",
]
"""How to compare the field with the value."""

InventoryParentModule = Literal[
    "Quotes",
    "Sales_Orders",
]
"""The modules whose records can be mass converted."""


class AttachmentTargetDict(TypedDict):
    """The new record that gets the lead's attachments."""

    api_name: NotRequired[Literal["Contacts", "Deals", "Accounts"]]
    """The module of the record."""
    id: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""


class AuthorizationCodeGrantDict(TypedDict):
    """A request for tokens, with an authorization code."""

    grant_type: Literal["authorization_code"]
    """Always authorization_code."""
    client_id: str
    """The id of the client."""
    client_secret: str
    """The secret of the client."""
    code: str
    """The code, valid once and for three minutes."""
    redirect_uri: NotRequired[str]
    """The URI that the code was sent to."""


class BulkWriteCallbackDict(TypedDict):
    """The URL to which Zoho posts the job's details when the job ends."""

    url: str
    """The URL to call."""
    method: Literal["post"]
    """The HTTP method of the call."""


class BulkWriteColumnDict(TypedDict):
    """A column of the file, and the field to write it to."""

    api_name: str
    """The API name of the field. `Layout`, with the id of a layout as its default value, chooses the layout. Without
    it, an insert uses the module's default layout and an update concerns the records of all layouts."""
    index: NotRequired[int]
    """The column in the file, counted from 0."""
    format: NotRequired[str]
    """The format of a date, a date and time or a number. Without it, MM/dd/yyyy or MM/dd/yyyy HH:mm:ss."""
    find_by: NotRequired[str]
    """The unique field that identifies the record in a lookup."""
    default_value: NotRequired[BulkWriteValueDict | models.BulkWriteValue]
    """The value to write if the column is empty or missing."""
    parent_column_index: NotRequired[int]
    """In a child file, the column of the parent file that the row belongs to."""
    module: NotRequired[str]
    """The module that a lookup field points to."""


class BulkWriteRequestDict(TypedDict):
    """The files to write, and how to write them."""

    operation: BulkWriteOperation | models.BulkWriteOperation
    """The operation on each row."""
    resource: Sequence[BulkWriteTargetDict | models.BulkWriteTarget]
    """One entry for each module."""
    character_encoding: NotRequired[str | None]
    """The encoding of the files. Detected by default."""
    ignore_empty: NotRequired[bool]
    """Whether an empty cell leaves the field unchanged. Defaults to false."""
    callback: NotRequired[BulkWriteCallbackDict | Mapping[str, Any] | models.BulkWriteCallback]
    """The URL to which Zoho posts the job's details when the job ends."""


class BulkWriteTargetDict(TypedDict):
    """A module, and the file to write to it. The parent comes first, then its children."""

    type: Literal["data"]
    """The kind of content."""
    module: BulkWriteTargetModuleDict | models.BulkWriteTargetModule
    """The module to write the rows to."""
    file_id: str | int
    """The id of an uploaded file. The pages show digits, the newest files any text."""
    file_names: NotRequired[Sequence[str]]
    """The name of the CSV file in the zip file. Needed if there are several."""
    find_by: NotRequired[str | None]
    """The unique field, or "id", that identifies records. Needed for update and upsert. An insert with it skips the
    rows whose record exists."""
    ignore_empty: NotRequired[bool | None]
    """The same as `ignore_empty` of the request, for this file."""
    field_mappings: NotRequired[Sequence[BulkWriteColumnDict | models.BulkWriteColumn] | None]
    """The columns to write. Without it, the header row names the fields, a lookup as `Account_Name.id`: the field,
    and the field of the other module that identifies the record. With it, only these columns are written. The
    fields that are mandatory in the module are needed; what only a layout makes mandatory is not checked. A
    subform needs `Parent_Id`: with `find_by` "id", the parent is an existing record; in a child file, with
    `parent_column_index`, it is a row of the parent file. The rows of a child file belong to at most 200 for each
    parent."""


class BulkWriteTargetModuleDict(TypedDict):
    """The module to write the rows to."""

    api_name: str
    """The API name of the module or subform."""
    id: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""


class BulkWriteUploadRequestDict(TypedDict):
    """A zip file with the CSV files."""

    file: File
    """The zip file, at most 25 MB."""


class BulkWriteValueDict(TypedDict):
    """The value to write if the column is empty or missing."""

    value: Any
    """The value, in the type of the field."""


class CarryOverTagsDict(TypedDict):
    """The names of the lead's tags to copy to each new record."""

    Contacts: NotRequired[Sequence[str]]
    """The tags for the contact."""
    Accounts: NotRequired[Sequence[str]]
    """The tags for the account."""
    Deals: NotRequired[Sequence[str]]
    """The tags for the deal."""


class ClientCredentialsGrantDict(TypedDict):
    """A request for an access token, with client credentials (self client)."""

    grant_type: Literal["client_credentials"]
    """Always client_credentials."""
    client_id: str
    """The id of the client."""
    client_secret: str
    """The secret of the client."""
    scope: str
    """The scopes, separated by commas."""
    soid: str
    """The organization, as ZohoCRM.<zsoid>."""


class ConvertLeadDealDict(TypedDict):
    """The deal to create, with any field of the Deals module."""

    Deal_Name: str
    """The name of the deal."""
    Closing_Date: datetime.date | str
    """When the deal is expected to close."""
    Stage: str
    """The stage of the deal."""
    Pipeline: NotRequired[str]
    """The pipeline of the stage. Needed if pipelines are enabled."""
    Amount: NotRequired[float]
    """The amount, in the currency of the organization."""
    Contact_Role: NotRequired[str | int]
    """The contact's role in the deal, by its id or by its name."""


class ConvertLeadRequestDict(TypedDict):
    """The conversion of one lead."""

    data: Sequence[LeadConversionDict | models.LeadConversion]
    """The one conversion."""


class ConvertLeadV21DealDict(TypedDict):
    """The deal to create, with any field of the Deals module."""

    Deal_Name: NotRequired[str]
    """The name of the deal."""
    Closing_Date: NotRequired[datetime.date | str]
    """When the deal is expected to close."""
    Stage: NotRequired[str]
    """The stage of the deal."""
    Amount: NotRequired[float]
    """The amount, in the currency of the organization."""
    Pipeline: NotRequired[str]
    """The pipeline of the stage."""


class ConvertLeadV21RequestDict(TypedDict):
    """The conversion of one lead."""

    data: Sequence[LeadConversionV21Dict | models.LeadConversionV21]
    """The one conversion."""


class CriterionFieldDict(TypedDict):
    """The API name or id of a criterion's field. If both are given, they must agree."""

    api_name: NotRequired[str]
    """The API name."""
    id: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""


class InventoryConversionTargetDict(TypedDict):
    """The module to convert the records to."""

    module: ModuleReferenceDict | models.ModuleReference
    """The API name and id of a module."""
    carry_over_tags: bool
    """Whether to copy the tags of the parents to the new records."""


class InventoryMassConvertRequestDict(TypedDict):
    """The conversion of quotes to sales orders or invoices, or of sales orders to invoices."""

    convert_to: Sequence[InventoryConversionTargetDict | models.InventoryConversionTarget]
    """The one target."""
    ids: Sequence[str | int]
    """The ids of the records, all of the module in the path."""
    assign_to: NotRequired[ReferenceDict | models.Reference]
    """The id of a record or user."""
    related_modules: NotRequired[Sequence[RelatedModuleDict | models.RelatedModule]]
    """The related modules whose records also get the new owner."""


class LeadConversionDict(TypedDict):
    """The options of the conversion. Without `Deals`, no deal is created."""

    overwrite: NotRequired[bool]
    """If the request names an account, whether the lead's company replaces the contact's account name. The account's
    own data stay as they are. Defaults to false, which only links the records."""
    notify_lead_owner: NotRequired[bool]
    """Whether to notify the lead's owner. Defaults to false."""
    notify_new_entity_owner: NotRequired[bool]
    """Whether to notify the owner of the new records. Defaults to false."""
    move_attachments_to: NotRequired[AttachmentTargetDict | models.AttachmentTarget]
    """The new record that gets the lead's attachments."""
    Accounts: NotRequired[ReferenceDict | models.Reference]
    """The id of a record or user."""
    Contacts: NotRequired[ReferenceDict | models.Reference]
    """The id of a record or user."""
    assign_to: NotRequired[ReferenceDict | models.Reference]
    """The id of a record or user."""
    Deals: NotRequired[ConvertLeadDealDict | Mapping[str, Any] | models.ConvertLeadDeal]
    """The deal to create, with any field of the Deals module."""
    carry_over_tags: NotRequired[CarryOverTagsDict | models.CarryOverTags]
    """The names of the lead's tags to copy to each new record."""
    add_to_existing_record: NotRequired[Literal[True]]
    """Whether to link matching records instead of duplicating them."""


class LeadConversionV21Dict(TypedDict):
    """The options of the conversion. Without `Deals`, no deal is created."""

    overwrite: NotRequired[bool]
    """If the request names an account, whether the lead's company replaces the contact's account name. The account's
    own data stay as they are. Defaults to false, which only links the records."""
    notify_lead_owner: NotRequired[bool]
    """Whether to notify the lead's owner. Defaults to false."""
    notify_new_entity_owner: NotRequired[bool]
    """Whether to notify the owner of the new records. Defaults to false."""
    Accounts: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    Contacts: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    assign_to: NotRequired[str | int]
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    Deals: NotRequired[ConvertLeadV21DealDict | Mapping[str, Any] | models.ConvertLeadV21Deal]
    """The deal to create, with any field of the Deals module."""
    carry_over_tags: NotRequired[CarryOverTagsDict | models.CarryOverTags]
    """The names of the lead's tags to copy to each new record."""


class MassChangeOwnerCriterionDict(TypedDict):
    """A condition that the records of the view must also meet."""

    field: CriterionFieldDict | models.CriterionField
    """The API name or id of a criterion's field. If both are given, they must agree."""
    comparator: Comparator | models.Comparator
    """How to compare the field with the value."""
    value: str
    """The value to compare the field with."""


class MassChangeOwnerRequestDict(TypedDict):
    """A change of owner of the records of a custom view, at most 50,000."""

    cvid: str | int
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    owner: ReferenceDict | models.Reference
    """The id of a record or user."""
    territory: NotRequired[TerritoryDict | models.Territory]
    """A territory that limits the records of the job."""
    criteria: NotRequired[MassChangeOwnerCriterionDict | models.MassChangeOwnerCriterion]
    """A condition that the records of the view must also meet."""


class MassUpdateByIdsDict(TypedDict):
    """An immediate update of the given records."""

    data: Sequence[Mapping[str, Any] | models.MassUpdateFields]
    """The fields and values, in one item."""
    ids: Sequence[str | int]
    """The ids of the records."""
    over_write: NotRequired[bool]
    """Whether to replace the values of a multi-select picklist instead of adding to them. Defaults to false."""


class MassUpdateByViewDict(TypedDict):
    """An update of every record of a custom view, at most 50,000, in a job."""

    data: Sequence[Mapping[str, Any] | models.MassUpdateFields]
    """The fields and values, in one item."""
    cvid: str | int
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    territory: NotRequired[TerritoryDict | models.Territory]
    """A territory that limits the records of the job."""
    over_write: NotRequired[bool]
    """Whether to replace the values of a multi-select picklist instead of adding to them. Defaults to false."""


class ModuleReferenceDict(TypedDict):
    """The API name and id of a module."""

    api_name: str
    """The API name."""
    id: str | int
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""


class ReferenceDict(TypedDict):
    """The id of a record or user."""

    id: str | int
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""


class RefreshTokenGrantDict(TypedDict):
    """A request for a new access token, with a refresh token."""

    grant_type: Literal["refresh_token"]
    """Always refresh_token."""
    client_id: str
    """The id of the client."""
    client_secret: str
    """The secret of the client."""
    refresh_token: str
    """The refresh token. It does not expire unless it is revoked. A user has at most 20; a new one replaces the
    oldest."""


class RelatedModuleDict(TypedDict):
    """A related module whose records also get the new owner."""

    api_name: NotRequired[str | None]
    """The API name: Tasks, Events or Calls."""
    id: NotRequired[str | int | None]
    """The id of the module."""


class TerritoryDict(TypedDict):
    """A territory that limits the records of the job."""

    id: str | int
    """The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language."""
    include_child: NotRequired[bool | None]
    """Whether to include the territories below it. Defaults to false, like null."""


class TokenRevocationDict(TypedDict):
    """The token to revoke."""

    token: str
    """A refresh token or an access token."""
