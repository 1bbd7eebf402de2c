"""The document: valid, and with the facts that its sources state. How it is written is checked by ``scripts/lint``."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, ClassVar

import jsonschema_rs
import pytest
import yaml
from codegen.generate import ROOT
from document.bundle import bundle
from document.errors import error_schemas, errors_in
from document.model import Document
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.support.documented_errors import ROWS, Row

DOCUMENT = bundle(ROOT / "openapi/openapi.yaml")
COMPONENTS = DOCUMENT["components"]
READER = Document(DOCUMENT)
OPERATIONS = {operation.id: operation for operation in READER.operations()}
IDS = list(OPERATIONS)


def answers(operation_id: str, status: int) -> tuple[set[str], list[Any]]:
    """Return the error codes that an operation declares at a status, and the errors that the examples there show."""
    answer = next(found for found in READER.contents(OPERATIONS[operation_id]) if found.status == str(status))
    values = [READER.resolve(example)["value"].value for _, example in answer.node.children("examples")]
    codes = {error.code for error in error_schemas(READER, answer.node["schema"])}
    return codes, [error for value in values for error in errors_in(value)]


class TestValid:
    """The document is a valid OpenAPI document, whole and in parts."""

    def test_bundle(self) -> None:
        assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []

    def test_source_as_it_stands(self) -> None:
        entry = ROOT / "openapi/openapi.yaml"
        source = yaml.safe_load(entry.read_text("utf-8"))

        assert list(OpenAPIV31SpecValidator(source, base_uri=entry.as_uri()).iter_errors()) == []

    def test_the_package_has_a_version_of_its_own(self) -> None:
        """The package's version is in the change log, and says nothing of the document's."""
        version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

        assert re.search(rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


class TestErrors:
    """The errors of the documentation are all there."""

    def test_rows_are_34(self) -> None:
        assert len({str(row) for row in ROWS}) == len(ROWS) == 34

    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_declared_at_its_status_with_its_message(self, row: Row) -> None:
        codes, errors = answers(row.operation_id, row.status)

        assert row.code in codes
        assert row.message in [error["message"] for error in errors if error["code"] == row.code]

    def test_both_messages_of_a_row(self) -> None:
        _, errors = answers("get_mass_update_status", 400)

        assert [error["message"] for error in errors if error["code"] == "INVALID_MODULE"] == [
            "The module name given seems to be invalid",
            "The given module is not supported in API",
        ]


class TestScopes:
    """The scopes that the documentation asks for."""

    @staticmethod
    def alternatives(operation_id: str) -> list[str]:
        requirements = OPERATIONS[operation_id].node.value["security"]
        assert all(list(requirement) == ["ZohoOAuth"] for requirement in requirements)
        return [scope for requirement in requirements for scope in requirement["ZohoOAuth"]]

    def test_every_alternative_is_one_scope_or_two(self) -> None:
        sizes = {
            operation_id: {
                len(requirement["ZohoOAuth"]) for requirement in OPERATIONS[operation_id].node.value["security"]
            }
            for operation_id in IDS
        }

        assert sizes.pop("create_bulk_write_job") == {2}
        assert sizes.pop("create_token") == sizes.pop("revoke_token") == set()
        assert set(map(frozenset, sizes.values())) == {frozenset({1})}

    @pytest.mark.parametrize(
        ("operation_id", "scopes"),
        [
            (
                "get_inventory_mass_convert_status",
                {"ZohoCRM.mass_convert.Quotes.READ", "ZohoCRM.mass_convert.SalesOrders.READ"},
            ),
            ("get_mass_update_status", {"ZohoCRM.mass_update.READ", "ZohoCRM.mass_update.pricebooks.READ"}),
            ("get_mass_change_owner_status", {"ZohoCRM.change_owner.READ", "ZohoCRM.change_owner.custom.READ"}),
            ("get_bulk_write_job", {"ZohoCRM.bulk.CREATE", "ZohoCRM.bulk.ALL"}),
            ("convert_lead_v2_1", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.CREATE"}),
            ("convert_lead_v3", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.CREATE"}),
            ("schedule_mass_update", {"ZohoCRM.mass_update.UPDATE", "ZohoCRM.mass_update.custom.UPDATE"}),
            ("schedule_mass_change_owner", {"ZohoCRM.change_owner.CREATE"}),
            (
                "schedule_inventory_mass_convert",
                {"ZohoCRM.mass_convert.Quotes.CREATE", "ZohoCRM.mass_convert.SalesOrders.CREATE"},
            ),
            ("upload_bulk_write_file", {"ZohoFiles.files.ALL", "ZohoFiles.files.CREATE"}),
            ("create_bulk_write_job", {"ZohoCRM.bulk.ALL", "ZohoCRM.modules.custom.CREATE"}),
            ("convert_lead", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.CREATE"}),
            ("get_lead_conversion_options", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.READ"}),
        ],
    )
    def test_documented_scopes(self, operation_id: str, scopes: set[str]) -> None:
        assert scopes <= set(self.alternatives(operation_id))


def test_the_four_status_operations_have_a_waiter() -> None:
    """Which operations tell the state of a job, and at which status."""
    assert [
        (operation_id, status)
        for operation_id, operation in OPERATIONS.items()
        for status, response in READER.responses(operation).items()
        if "x-waiter" in response.value
    ] == [
        (operation_id, "200")
        for operation_id in (
            "get_mass_update_status",
            "get_mass_change_owner_status",
            "get_inventory_mass_convert_status",
            "get_bulk_write_job",
        )
    ]


class TestOperations:
    """Which operations there are, and what follows on each."""

    def test_all_of_them(self) -> None:
        assert {operation_id: operation.path for operation_id, operation in OPERATIONS.items()} == {
            "get_mass_update_status": "/crm/{version}/{module_api_name}/actions/mass_update",
            "get_mass_change_owner_status": "/crm/{version}/{module_api_name}/actions/mass_change_owner",
            "get_inventory_mass_convert_status": "/crm/{version}/{module_api_name}/actions/mass_convert",
            "get_bulk_write_job": "/crm/bulk/{version}/write/{job_id}",
            "convert_lead_v2_1": "/crm/v2.1/Leads/{lead_id}/actions/convert",
            "convert_lead_v3": "/crm/v3/Leads/{lead_id}/actions/convert",
            "schedule_mass_update": "/crm/{version}/{module_api_name}/actions/mass_update",
            "schedule_mass_change_owner": "/crm/{version}/{module_api_name}/actions/mass_change_owner",
            "schedule_inventory_mass_convert": "/crm/{version}/{module_api_name}/actions/mass_convert",
            "upload_bulk_write_file": "/crm/{version}/upload",
            "create_bulk_write_job": "/crm/bulk/{version}/write",
            "download_bulk_write_result": "/{version}/crm/{organization}/bulk-write/{job_id}/{file_name}",
            "convert_lead": "/crm/{version}/Leads/{lead_id}/actions/convert",
            "get_lead_conversion_options": "/crm/{version}/Leads/{lead_id}/__conversion_options",
            "create_token": "/oauth/v2/token",
            "revoke_token": "/oauth/v2/token/revoke",
        }

    LINKS: ClassVar = {
        "schedule_mass_update": {"get_mass_update_status"},
        "get_mass_update_status": {"get_mass_update_status"},
        "schedule_mass_change_owner": {"get_mass_change_owner_status"},
        "get_mass_change_owner_status": {"get_mass_change_owner_status"},
        "schedule_inventory_mass_convert": {"get_inventory_mass_convert_status"},
        "get_inventory_mass_convert_status": {"get_inventory_mass_convert_status"},
        "upload_bulk_write_file": {"create_bulk_write_job"},
        "create_bulk_write_job": {"get_bulk_write_job"},
        "get_bulk_write_job": {"get_bulk_write_job", "download_bulk_write_result"},
        "get_lead_conversion_options": {"convert_lead"},
        "create_token": {"revoke_token"},
    }

    def test_links_lead_from_submission_to_result(self) -> None:
        links = {
            operation_id: {
                link["operationId"].value
                for response in READER.responses(operation).values()
                for _, link in response.children("links")
            }
            for operation_id, operation in OPERATIONS.items()
        }

        assert {operation_id: targets for operation_id, targets in links.items() if targets} == self.LINKS


def test_servers() -> None:
    """An api domain for each environment in each country."""
    domains = DOCUMENT["servers"][0]["variables"]["api_domain"]["enum"]
    countries = ["com", "eu", "in", "com.au", "com.cn", "jp", "ca", "sa"]

    assert domains == [
        f"{environment}.zohoapis.{country}" for environment in ("www", "sandbox", "developer") for country in countries
    ]


def test_the_bundle_is_what_the_tests_read() -> None:
    """The bundle that others take is the one that is tested here."""
    assert json.loads((ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8")) == DOCUMENT


ACCEPTED: list[tuple[str, Any]] = [
    ("LeadConversionOptionsResponse", {}),
    ("NamedReference", {"id": "738964000002058030"}),
    ("AttachmentTarget", {"id": "738964000000002179"}),
    ("BulkWriteResource", {"status": "ADDED", "type": "data", "module": {"api_name": "Leads"}, "ignore_empty": None}),
    (
        "MatchingContact",
        {"id": "1", "Email": None, "Account_Name": None, "$approval_state": "approval_process_pending"},
    ),
]


@pytest.mark.parametrize(("name", "value"), ACCEPTED)
def test_what_an_official_source_allows_is_accepted(name: str, value: Any) -> None:
    """Each value leaves out what one of the vendor's files does not require, or has a value of its examples."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": COMPONENTS}

    assert list(jsonschema_rs.Draft202012Validator(schema, validate_formats=True).iter_errors(value)) == []


def test_fields_of_matching_records_have_types() -> None:
    """The fields that the vendor's later files list are described, and any other field is accepted."""
    contact = set(COMPONENTS["schemas"]["MatchingContact"]["properties"])
    account = set(COMPONENTS["schemas"]["MatchingAccount"]["properties"])

    assert contact - account == {"Full_Name", "Email", "Data_Processing_Basis"}
    assert account - contact == {"Account_Type", "Phone", "Website"}
    assert contact & account == {"id", "Layout", "Account_Name", "Locked__s", "$editable", "$approval_state"}
