"""The document: valid, complete, and the same in all that it says twice."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any, ClassVar

import jsonschema_rs
import pytest
import yaml
from codegen.bundle import bundle
from codegen.generate import ROOT
from documented import ROWS, Row
from openapi_spec_validator import OpenAPIV31SpecValidator

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = bundle(ROOT / "openapi/openapi.yaml")
COMPONENTS = DOCUMENT["components"]
SCHEMAS = COMPONENTS["schemas"]
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
OPERATIONS = {
    operation["operationId"]: (path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method in METHODS
}
IDS = list(OPERATIONS)


def resolve(node: Any) -> Any:
    """Returns what a node is, or refers to."""
    while isinstance(node, dict) and "$ref" in node:
        target: Any = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def responses(operation_id: str) -> dict[int, Any]:
    """Returns the responses of an operation by status."""
    return {int(status): resolve(node) for status, node in OPERATIONS[operation_id][1]["responses"].items()}


def content(node: Any) -> Any:
    """Returns the JSON content of a response or request body, empty if it has none."""
    return node.get("content", {}).get("application/json", {})


def codes(schema: Any) -> list[str]:
    """Returns the error codes that a response's schema allows, at top level or in ``data``."""
    schema = resolve(schema)
    if "oneOf" in schema:
        return [code for branch in schema["oneOf"] for code in codes(branch)]
    properties = schema.get("properties", {})
    if "const" in properties.get("code", {}):
        return [properties["code"]["const"]]
    return codes(properties["data"]["items"]) if "data" in properties else []


def error_in(value: Any) -> Any:
    """Returns the error that an example is or holds."""
    return value["data"][0] if "data" in value else value


def validator(schema: Any) -> jsonschema_rs.Draft202012Validator:
    """Returns a validator of a schema of the document, formats included."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": COMPONENTS}, validate_formats=True)


def media_types() -> Iterator[tuple[str, Any]]:
    """Every content of the document that has examples, with where it stands."""
    for name, response in COMPONENTS["responses"].items():
        if "content" in response:
            yield name, content(response)
    for operation_id, (_, operation) in OPERATIONS.items():
        if "requestBody" in operation:
            yield operation_id, content(operation["requestBody"])


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every object below a node."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from walk(child)


class TestValid:
    """The document is a valid OpenAPI document, whole and in parts."""

    def test_bundle(self) -> None:
        assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []

    def test_source_as_it_stands(self) -> None:
        entry = ROOT / "openapi/openapi.yaml"
        source = yaml.safe_load(entry.read_text("utf-8"))

        assert list(OpenAPIV31SpecValidator(source, base_uri=entry.as_uri()).iter_errors()) == []

    def test_version(self) -> None:
        version = DOCUMENT["info"]["version"]

        assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == version
        assert re.search(rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


class TestExamples:
    """Every example is valid, and there is one for everything."""

    def test_validate(self) -> None:
        for place, media_type in media_types():
            check = validator(media_type["schema"])
            assert media_type["examples"], place
            for name, example in media_type["examples"].items():
                assert [error.message for error in check.iter_errors(resolve(example)["value"])] == [], name

    def test_of_parameters_validate_and_name_an_example(self) -> None:
        for name, parameter in COMPONENTS["parameters"].items():
            for example_name, example in parameter.get("examples", {}).items():
                assert validator(parameter["schema"]).is_valid(example["value"]), name
                assert example_name in COMPONENTS["examples"], name

    def test_of_schemas_validate(self) -> None:
        for node in walk(SCHEMAS):
            for example in node.get("examples", []):
                assert validator(node).is_valid(example), node

    @pytest.mark.parametrize("operation_id", IDS)
    def test_every_code_has_one_at_its_status(self, operation_id: str) -> None:
        for status, response in responses(operation_id).items():
            declared = codes(content(response).get("schema", {}))
            shown = [
                error_in(resolve(example)["value"])["code"]
                for example in content(response).get("examples", {}).values()
                if declared
            ]
            assert set(shown) == set(declared), status

    def test_names(self) -> None:
        for name in COMPONENTS["examples"]:
            operation_id, _, case = name.partition("-")
            assert operation_id in [*IDS, "any_operation"], name
            assert re.fullmatch(r"[a-z_]+(-[a-z_]+)?", case), name

    def test_requests_and_answers_are_paired(self) -> None:
        path, operation = OPERATIONS["convert_lead_v2_1"]
        requests = set(content(operation["requestBody"])["examples"])
        answers = {
            name for status in (200, 202) for name in content(responses("convert_lead_v2_1")[status])["examples"]
        }

        assert requests - answers == {"convert_lead_v2_1-template"}, path
        assert answers <= requests


class TestErrors:
    """The errors of the documentation are all there."""

    def test_rows_are_34(self) -> None:
        assert len({str(row) for row in ROWS}) == len(ROWS) == 34

    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_declared_at_its_status_with_its_message(self, row: Row) -> None:
        media_type = content(responses(row.operation_id)[row.status])
        messages = [
            error["message"]
            for error in (error_in(resolve(example)["value"]) for example in media_type["examples"].values())
            if error["code"] == row.code
        ]

        assert row.code in codes(media_type["schema"])
        assert row.message in messages

    def test_both_messages_of_a_row(self) -> None:
        examples = content(responses("get_mass_update_status")[400])["examples"]

        assert [
            resolve(example)["value"]["message"]
            for example in examples.values()
            if resolve(example)["value"]["code"] == "INVALID_MODULE"
        ] == ["The module name given seems to be invalid", "The given module is not supported in API"]

    @pytest.mark.parametrize("operation_id", IDS)
    def test_of_the_platform(self, operation_id: str) -> None:
        of_status = {status: codes(content(node).get("schema", {})) for status, node in responses(operation_id).items()}

        expected = {
            400: {
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
                "AUTHORIZATION_FAILED",
            },
            401: {"AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"},
            403: {"NO_PERMISSION"},
            404: {"INVALID_URL_PATTERN"},
            429: {"TOO_MANY_REQUESTS"},
            500: {"INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"},
        }
        for status, declared in expected.items():
            assert declared <= set(of_status[status])

    @pytest.mark.parametrize("operation_id", IDS)
    def test_discriminators_name_every_branch(self, operation_id: str) -> None:
        for response in responses(operation_id).values():
            for node in walk(response):
                if "discriminator" in node:
                    mapping = node["discriminator"]["mapping"]
                    assert list(mapping.values()) == [branch["$ref"] for branch in node["oneOf"]]
                    assert list(mapping) == codes(node)

    def test_are_flat_and_typed(self) -> None:
        for name, schema in SCHEMAS.items():
            if "const" in schema.get("properties", {}).get("code", {}):
                assert schema["required"] == ["code", "details", "message", "status"], name
                assert schema["properties"]["status"]["const"] == "error", name
                assert resolve(schema["properties"]["details"])["type"] == "object", name


class TestScopes:
    """Scopes are declared, described, and tied to modules."""

    FLOWS: ClassVar = COMPONENTS["securitySchemes"]["ZohoOAuth"]["flows"]

    @staticmethod
    def alternatives(operation_id: str) -> list[str]:
        requirements = OPERATIONS[operation_id][1]["security"]
        assert all(list(requirement) == ["ZohoOAuth"] for requirement in requirements)
        assert all(len(requirement["ZohoOAuth"]) == 1 for requirement in requirements)
        return [requirement["ZohoOAuth"][0] for requirement in requirements]

    def test_used_and_described_scopes_are_the_same(self) -> None:
        used = {scope for operation_id in IDS for scope in self.alternatives(operation_id)}

        assert set(self.FLOWS["authorizationCode"]["scopes"]) == used
        assert self.FLOWS["clientCredentials"]["scopes"] == self.FLOWS["authorizationCode"]["scopes"]
        assert all(self.FLOWS["authorizationCode"]["scopes"].values())

    @pytest.mark.parametrize("operation_id", [id_ for id_ in IDS if "x-module-scope" in OPERATIONS[id_][1]])
    def test_per_module_scopes(self, operation_id: str) -> None:
        rule = OPERATIONS[operation_id][1]["x-module-scope"]
        prefix, suffix = rule["scope"].split("{module}")
        listed = [scope for scope in self.alternatives(operation_id) if re.fullmatch(f"{prefix}[^.]+{suffix}", scope)]
        named = {name for names in (*rule["modules"].values(), rule.get("other", [])) for name in names}
        parameter = next(
            resolve(node)
            for node in OPERATIONS[operation_id][1]["parameters"]
            if resolve(node)["name"] == rule["parameter"]
        )
        modules = resolve(parameter["schema"])
        standard = resolve(modules["anyOf"][0]) if "anyOf" in modules else modules

        assert {scope.removeprefix(prefix).removesuffix(suffix) for scope in listed} == named
        assert set(rule["modules"]) == set(standard["enum"])
        assert ("other" in rule) == ("anyOf" in modules)

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
        ],
    )
    def test_documented_scopes(self, operation_id: str, scopes: set[str]) -> None:
        assert scopes <= set(self.alternatives(operation_id))


class TestWaiters:
    """Every status operation says how to wait, in agreement with its schemas."""

    WAITERS: ClassVar = [
        (operation_id, status, response)
        for operation_id in IDS
        for status, response in responses(operation_id).items()
        if "x-waiter" in response
    ]

    def test_the_four_status_operations_have_one(self) -> None:
        assert [(operation_id, status) for operation_id, status, _ in self.WAITERS] == [
            (operation_id, 200) for operation_id in IDS if operation_id.startswith("get_")
        ]

    @staticmethod
    def place(response: Any, expression: str) -> Any:
        """Returns the schema at a runtime expression's place in a body."""
        pointer = expression.removeprefix("$response.body#/")
        assert pointer != expression
        schema = resolve(content(response)["schema"])
        for step in pointer.split("/"):
            schema = resolve(schema["items"] if step.isdigit() else schema["properties"][step])
        return schema

    @pytest.mark.parametrize(("operation_id", "status", "response"), WAITERS, ids=lambda value: str(value)[:40])
    def test_states_and_counts(self, operation_id: str, status: int, response: Any) -> None:
        waiter = response["x-waiter"]
        states = [*waiter["pending"], *waiter["success"], *waiter["failure"]]

        assert sorted(states) == sorted(self.place(response, waiter["state"])["enum"]), operation_id
        assert all(self.place(response, place)["type"] == "integer" for place in waiter["counts"].values())
        assert "total" in waiter["counts"]
        assert 0 < waiter["delay"]["first"] < waiter["delay"]["longest"]
        assert status == 200

    @pytest.mark.parametrize(("operation_id", "status", "response"), WAITERS, ids=lambda value: str(value)[:40])
    def test_absent_jobs(self, operation_id: str, status: int, response: Any) -> None:
        assert status == 200
        for entry in response["x-waiter"]["absent"]:
            declared = codes(content(responses(operation_id)[entry["status"]]).get("schema", {}))
            assert (entry["code"] in declared) if "code" in entry else (declared == [])

    @pytest.mark.parametrize(("operation_id", "status", "response"), WAITERS, ids=lambda value: str(value)[:40])
    def test_samples_add_up(self, operation_id: str, status: int, response: Any) -> None:
        assert status == 200
        for name, example in content(response)["examples"].items():
            counts = {}
            for count, expression in response["x-waiter"]["counts"].items():
                value = resolve(example)["value"]
                for step in expression.removeprefix("$response.body#/").split("/"):
                    value = value[int(step)] if step.isdigit() else value[step]
                counts[count] = value
            assert counts.pop("total") == sum(counts.values()), (operation_id, name)


class TestOperations:
    """What every operation has."""

    def test_these_five(self) -> None:
        assert {operation_id: path for operation_id, (path, _) in OPERATIONS.items()} == {
            "get_mass_update_status": "/crm/{version}/{module_api_name}/actions/mass_update",
            "get_mass_change_owner_status": "/crm/{version}/{module_api_name}/actions/mass_change_owner",
            "get_inventory_mass_convert_status": "/crm/{version}/{module_api_name}/actions/mass_convert",
            "get_bulk_write_job": "/crm/bulk/{version}/write/{job_id}",
            "convert_lead_v2_1": "/crm/v2.1/Leads/{lead_id}/actions/convert",
        }

    @pytest.mark.parametrize("operation_id", IDS)
    def test_text_tag_and_origin(self, operation_id: str) -> None:
        path, operation = OPERATIONS[operation_id]
        versions = [
            resolve(resolve(node)["schema"])["enum"]
            for node in operation["parameters"]
            if resolve(node)["name"] == "version"
        ] or [[path.split("/")[2]]]

        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
        assert versions[0][0] == operation["x-since"]
        assert "default" not in operation["responses"]

    def test_links_lead_to_operations_and_their_parameters(self) -> None:
        links = [link for node in walk(DOCUMENT["paths"]) for link in resolve(node).get("links", {}).values()]
        assert len(links) == 4
        for link in links:
            names = {resolve(node)["name"] for node in OPERATIONS[link["operationId"]][1]["parameters"]}
            assert set(link["parameters"]) == names

    def test_origins(self) -> None:
        pattern = re.compile(r"(captured|documented|inferred); v\d(\.\d)?; \S.*")
        nodes = {f"{kind} {name}": node for kind, named in COMPONENTS.items() for name, node in named.items()} | {
            operation_id: operation for operation_id, (_, operation) in OPERATIONS.items()
        }
        for name, node in nodes.items():
            assert pattern.fullmatch(node["x-source"]), name

    def test_extensions_are_the_four(self) -> None:
        used = {key for node in walk(DOCUMENT) for key in node if key.startswith("x-")}
        described = re.findall(r"^## `(x-[a-z-]+)`$", (ROOT / "openapi/EXTENSIONS.md").read_text("utf-8"), re.MULTILINE)

        assert used == set(described) == {"x-waiter", "x-module-scope", "x-source", "x-since"}


class TestSchemas:
    """How schemas are written."""

    def test_everything_is_described(self) -> None:
        for name, schema in SCHEMAS.items():
            assert schema["description"], name
            for key, node in schema.get("properties", {}).items():
                assert node.get("description") or "$ref" in node, (name, key)

    def test_required_keys_exist(self) -> None:
        for name, schema in SCHEMAS.items():
            assert set(schema.get("required", [])) <= set(schema.get("properties", {})), name

    def test_requests_are_closed_and_answers_open(self) -> None:
        closed = {name for name, schema in SCHEMAS.items() if schema.get("additionalProperties") is False}

        assert closed == {"ConvertLeadV2_1Request", "LeadConversionV2_1", "CarryOverTags"}

    def test_servers(self) -> None:
        domains = DOCUMENT["servers"][0]["variables"]["api_domain"]["enum"]
        countries = ["com", "eu", "in", "com.au", "com.cn", "jp", "ca", "sa"]

        assert domains == [
            f"{environment}.zohoapis.{country}"
            for environment in ("www", "sandbox", "developer")
            for country in countries
        ]


def test_the_bundle_is_what_the_tests_read() -> None:
    """The bundle that others take is the one that is tested here."""
    assert json.loads((ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8")) == DOCUMENT
