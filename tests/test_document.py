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
    """Returns the one content of a response or request body, empty if it has none."""
    return next(iter(node.get("content", {}).values()), {})


def is_error(schema: Any) -> bool:
    """Returns whether a schema is that of an error of the API."""
    return bool(resolve(schema).get("properties", {}).get("status", {}).get("const") == "error")


def codes(schema: Any) -> list[str]:
    """Returns the error codes that a response's schema allows, at top level or in ``data``."""
    schema = resolve(schema)
    if is_error(schema):
        return [schema["properties"]["code"]["const"]]
    found = [code for branch in schema.get("oneOf", []) for code in codes(branch)]
    properties = schema.get("properties", {})
    return found + (codes(properties["data"].get("items", {})) if "data" in properties else [])


def errors_in(value: Any) -> list[Any]:
    """Returns the errors that an example is or holds."""
    items = value.get("data", [value])
    return [item for item in items if item.get("status") == "error"]


def validator(schema: Any) -> jsonschema_rs.Draft202012Validator:
    """Returns a validator of a schema of the document, formats included."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": COMPONENTS}, validate_formats=True)


def media_types() -> Iterator[tuple[str, Any]]:
    """Every content of the document that has examples, with where it stands."""
    for name, response in COMPONENTS["responses"].items():
        if "examples" in content(response):
            yield name, content(response)
    for operation_id, (_, operation) in OPERATIONS.items():
        if "examples" in content(operation.get("requestBody", {})):
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
                # There is no example of a zip file, and so none of the call that gets one.
                assert example_name in COMPONENTS["examples"] or example_name == "download_bulk_write_result-result"

    def test_of_schemas_validate(self) -> None:
        for node in walk(SCHEMAS):
            for example in node.get("examples", []):
                assert validator(node).is_valid(example), node

    def test_everything_has_some(self) -> None:
        without = {
            name
            for name, node in [
                *COMPONENTS["responses"].items(),
                *((id_, OPERATIONS[id_][1].get("requestBody", {})) for id_ in IDS),
            ]
            if content(node) and "examples" not in content(node)
        }

        # A zip file is no JSON, and is not shown.
        assert without == {"BulkWriteResultOK", "upload_bulk_write_file"}

    @pytest.mark.parametrize("operation_id", IDS)
    def test_every_code_has_one_at_its_status(self, operation_id: str) -> None:
        for status, response in responses(operation_id).items():
            examples = [resolve(example)["value"] for example in content(response).get("examples", {}).values()]
            shown = {error["code"] for value in examples for error in errors_in(value)}
            declared = set(codes(content(response).get("schema", {})))
            # An update by ids may fail for one record as it may for all, of which there are examples at 400.
            if operation_id == "schedule_mass_update" and status in (200, 207):
                assert shown <= declared
            else:
                assert shown == declared, status

    def test_names(self) -> None:
        for name in COMPONENTS["examples"]:
            operation_id, _, case = name.partition("-")
            assert operation_id in [*IDS, "any_operation"], name
            assert re.fullmatch(r"[a-z_]+(-[a-z_]+)?", case), name

    @pytest.mark.parametrize("operation_id", [id_ for id_ in IDS if "requestBody" in OPERATIONS[id_][1]])
    def test_requests_and_answers_are_paired(self, operation_id: str) -> None:
        requests = set(content(OPERATIONS[operation_id][1]["requestBody"]).get("examples", {}))
        answers = {name for node in responses(operation_id).values() for name in content(node).get("examples", {})}

        # The request as the collection stores it has ids of another organization, and so no answer.
        assert requests - answers <= {"convert_lead_v2_1-template"}


class TestErrors:
    """The errors of the documentation are all there."""

    def test_rows_are_34(self) -> None:
        assert len({str(row) for row in ROWS}) == len(ROWS) == 34

    @pytest.mark.parametrize("row", ROWS, ids=str)
    def test_declared_at_its_status_with_its_message(self, row: Row) -> None:
        media_type = content(responses(row.operation_id)[row.status])
        messages = [
            error["message"]
            for example in media_type["examples"].values()
            for error in errors_in(resolve(example)["value"])
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

    @pytest.mark.parametrize("operation_id", [id_ for id_ in IDS if OPERATIONS[id_][1]["tags"] != ["oauth"]])
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
                    assert list(mapping) == [resolve(branch)["properties"]["code"]["const"] for branch in node["oneOf"]]

    def test_are_flat_and_typed(self) -> None:
        for name, schema in SCHEMAS.items():
            if is_error(schema):
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
        return [scope for requirement in requirements for scope in requirement["ZohoOAuth"]]

    def test_every_alternative_is_one_scope_or_two(self) -> None:
        sizes = {
            operation_id: {len(requirement["ZohoOAuth"]) for requirement in OPERATIONS[operation_id][1]["security"]}
            for operation_id in IDS
        }

        assert sizes.pop("create_bulk_write_job") == {2}
        assert sizes.pop("create_token") == sizes.pop("revoke_token") == set()
        assert set(map(frozenset, sizes.values())) == {frozenset({1})}

    def test_used_and_described_scopes_are_the_same(self) -> None:
        used = {scope for operation_id in IDS for scope in self.alternatives(operation_id)}

        assert set(self.FLOWS["authorizationCode"]["scopes"]) == used
        assert self.FLOWS["clientCredentials"]["scopes"] == self.FLOWS["authorizationCode"]["scopes"]
        assert all(self.FLOWS["authorizationCode"]["scopes"].values())

    def modules_of(self, operation_id: str, form: str) -> set[str]:
        """Returns the names of modules in the scopes of an operation that have this form."""
        prefix, suffix = map(re.escape, form.split("{module}"))
        return set(re.findall(f"^{prefix}([^.]+){suffix}$", "\n".join(self.alternatives(operation_id)), re.MULTILINE))

    @pytest.mark.parametrize("operation_id", [id_ for id_ in IDS if "x-module-scope" in OPERATIONS[id_][1]])
    def test_per_module_scopes(self, operation_id: str) -> None:
        rule = OPERATIONS[operation_id][1]["x-module-scope"]
        named = {name for names in (*rule["modules"].values(), rule.get("other", [])) for name in names}
        assert all(self.modules_of(operation_id, form) == named for form in rule["scopes"])
        if rule["parameter"].startswith("$request.body"):
            return
        parameter = next(
            resolve(node)
            for node in OPERATIONS[operation_id][1]["parameters"]
            if resolve(node)["name"] == rule["parameter"]
        )
        modules = resolve(parameter["schema"])
        standard = resolve(modules["anyOf"][0]) if "anyOf" in modules else modules
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
            ("schedule_mass_update", {"ZohoCRM.mass_update.UPDATE", "ZohoCRM.mass_update.custom.UPDATE"}),
            ("schedule_mass_change_owner", {"ZohoCRM.change_owner.CREATE"}),
            (
                "schedule_inventory_mass_convert",
                {"ZohoCRM.mass_convert.Quotes.CREATE", "ZohoCRM.mass_convert.SalesOrders.CREATE"},
            ),
            ("upload_bulk_write_file", {"ZohoFiles.files.ALL"}),
            ("create_bulk_write_job", {"ZohoCRM.bulk.ALL", "ZohoCRM.modules.custom.CREATE"}),
            ("convert_lead", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.CREATE"}),
            ("get_lead_conversion_options", {"ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.READ"}),
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
            (operation_id, 200)
            for operation_id in (
                "get_mass_update_status",
                "get_mass_change_owner_status",
                "get_inventory_mass_convert_status",
                "get_bulk_write_job",
            )
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

    def test_all_of_them(self) -> None:
        assert {operation_id: path for operation_id, (path, _) in OPERATIONS.items()} == {
            "get_mass_update_status": "/crm/{version}/{module_api_name}/actions/mass_update",
            "get_mass_change_owner_status": "/crm/{version}/{module_api_name}/actions/mass_change_owner",
            "get_inventory_mass_convert_status": "/crm/{version}/{module_api_name}/actions/mass_convert",
            "get_bulk_write_job": "/crm/bulk/{version}/write/{job_id}",
            "convert_lead_v2_1": "/crm/v2.1/Leads/{lead_id}/actions/convert",
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

    @pytest.mark.parametrize("operation_id", IDS)
    def test_text_tag_and_origin(self, operation_id: str) -> None:
        path, operation = OPERATIONS[operation_id]
        versions = [
            resolve(resolve(node)["schema"])["enum"]
            for node in operation.get("parameters", [])
            if resolve(node)["name"] == "version"
        ]

        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
        assert "default" not in operation["responses"]
        # The address of a result has a version that need not be the job's, and was v2 in the capture for v2.1.
        if versions and operation_id != "download_bulk_write_result":
            assert versions[0][0] == operation["x-since"], path

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
    }

    def test_links_lead_from_submission_to_result(self) -> None:
        links = {
            operation_id: {
                link["operationId"]
                for node in responses(operation_id).values()
                for link in node.get("links", {}).values()
            }
            for operation_id in IDS
        }

        assert {operation_id: targets for operation_id, targets in links.items() if targets} == self.LINKS

    def test_links_name_parameters_and_places_that_exist(self) -> None:
        for operation_id in IDS:
            for response in responses(operation_id).values():
                for link in response.get("links", {}).values():
                    parameters = OPERATIONS[link["operationId"]][1].get("parameters", [])
                    named = {resolve(node)["name"] for node in parameters}
                    # The organization of a result stands in its address, which an expression cannot take apart.
                    assert named - set(link.get("parameters", {})) <= {"organization"}
                    assert set(link.get("parameters", {})) <= named
                    for value in json.dumps(link).split('"'):
                        for pointer in re.findall(r"\$response\.body#/([\w/]+)", value):
                            self.find(content(response)["schema"], pointer.split("/"))

    def find(self, schema: Any, steps: list[str]) -> Any:
        schema = resolve(schema)
        if not steps:
            return schema
        for branch in schema.get("oneOf", [schema]):
            node = resolve(branch)
            node = node["items"] if steps[0].isdigit() else node.get("properties", {}).get(steps[0])
            if node is not None:
                return self.find(node, steps[1:])
        raise AssertionError(steps)

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

    # Records are open, since every organization has fields of its own. A file upload is no JSON. The callback is the
    # same in a job's details, and answers are open.
    OPEN_IN_REQUESTS: ClassVar = {
        "MassUpdateFields",
        "ConvertLeadDeal",
        "ConvertLeadV2_1Deal",
        "BulkWriteUploadRequest",
        "BulkWriteCallback",
    }

    def test_requests_are_closed_and_answers_open(self) -> None:
        def reachable(node: Any, found: set[str]) -> set[str]:
            for name in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(node)):
                if name not in found:
                    found.add(name)
                    reachable(SCHEMAS[name], found)
            return found

        requests = reachable([operation.get("requestBody") for _, operation in OPERATIONS.values()], set())
        answers = reachable(COMPONENTS["responses"], set())
        objects = {name for name in requests if SCHEMAS[name].get("type") == "object"}
        closed = {name for name, schema in SCHEMAS.items() if schema.get("additionalProperties") is False}
        assert objects - closed == self.OPEN_IN_REQUESTS
        assert not closed & answers

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
