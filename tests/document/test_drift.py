"""The comparison with the vendor's files, on small files in the vendor's form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from codegen.generate import ROOT
from document.drift.__main__ import main
from document.drift.register import REASONS, expand, explained, known, read
from document.drift.statements import Facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[dict[str, Any]], None]

ENTRY = """\
openapi: 3.1.1
info: {title: Jobs, version: 0.1.0}
paths: {"/crm/{version}/{module_api_name}/actions/mass_work": {$ref: paths/mass_work.yaml#/mass_work}}
components: {securitySchemes: {}}
"""
PATHS = """\
mass_work:
  post:
    operationId: schedule_mass_work
    security:
      - OAuth: [ZohoCRM.mass_work.CREATE]
      - OAuth: ["ZohoCRM.mass_work.{module}.CREATE"]
    x-module-scope: {parameter: module_api_name}
    parameters:
      - {name: version, in: path, required: true}
      - {name: module_api_name, in: path, required: true, schema: {enum: [Leads, Deals]}}
      - {name: quick, in: query}
    requestBody:
      content:
        application/json:
          schema: {properties: {ids: {type: array, items: {type: string}}, owner: {$ref: ../schemas/jobs.yaml#/Owner}}}
    responses:
      "200":
        content:
          application/json:
            schema: {properties: {data: {type: array, items: {oneOf: [
              {properties: {code: {const: SUCCESS}, details: {properties: {job_id: {type: string}}}}}]}}}}
      "400":
        content:
          application/json:
            schema: {properties: {code: {const: INVALID_DATA}, details: {properties: {api_name: {}}}}}
"""
SCHEMAS = "Owner: {type: object, properties: {id: {type: string}, boss: {$ref: '#/Owner'}}}\n"
REGISTER = """\
version: v8
trees:
  - {name: JSON, files: "*.json", revision: abc, differences: []}
  - {name: YAML, files: "*/*.yaml", revision: def, differences: []}
"""
ENTRY_OF_REGISTER = """\
version: v8
trees:
  - name: JSON
    files: "*.json"
    revision: abc
    differences:
      - reason: vendor_wrong
        decision: J1
        places:
          - operations: [schedule_mass_work]
            theirs: ["404"]
"""
SCOPES = ("ZohoCRM.mass_work.CREATE", " zohocrm.mass_work.Leads.CREATE")
PREFIX = "https://example.com/v8.0/"


def code(value: str, **details: Any) -> dict[str, Any]:
    """Return the schema of a response with a code."""
    return {"properties": {"code": {"enum": [value]}, "details": {"type": "object", "properties": details}}}


def vendor_files() -> dict[str, Any]:
    """Return files in the vendor's form that state the same as the document above."""
    operation = {
        "security": [{"iam-oauth2-schema": [scope]} for scope in SCOPES],
        "parameters": [{"$ref": "#/components/parameters/module"}, {"name": "quick", "in": "query"}],
        "requestBody": {"$ref": "#/components/requestBodies/Work"},
        "responses": {"200": {"$ref": "#/components/responses/Done"}, "400": body(reference("common", "Invalid"))},
    }
    topic = {
        "openapi": "3.0.0",
        "servers": [{"url": "https://example.com"}],
        "paths": {"/crm/v8/{module}/actions/mass_work": {"post": operation}},
        "components": {
            "parameters": {"module": {"name": "module", "in": "path", "schema": {"enum": ["Leads", "Deals"]}}},
            "schemas": {
                "Work": {"properties": {"ids": {"type": "array", "items": {}}, "owner": reference("users", "User")}},
                "Items": {"type": "array", "items": code("SUCCESS", job_id={})},
            },
            "requestBodies": {"Work": body({"$ref": "#/components/schemas/Work"})},
            "responses": {"Done": body({"properties": {"data": {"$ref": "#/components/schemas/Items"}}})},
        },
    }
    common = {
        "openapi": "3.0.0",
        "paths": {},
        "components": {"schemas": {"Invalid": code("INVALID_DATA", api_name={})}},
    }
    other = {"openapi": "3.0.0", "paths": {"/crm/v8/org": {"get": {"responses": {}}}}}
    return {"mass_work": topic, "common": common, "org": other}


def reference(topic: str, name: str) -> dict[str, str]:
    """Return a reference to a schema of another file."""
    return {"$ref": f"{PREFIX}{topic}.json#/components/schemas/{name}"}


def body(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON body."""
    return {"content": {"application/json": {"schema": schema}}}


def post(files: dict[str, Any]) -> dict[str, Any]:
    """Return the vendor's operation."""
    operation: dict[str, Any] = files["mass_work"]["paths"]["/crm/v8/{module}/actions/mass_work"]["post"]
    return operation


def schemas(files: dict[str, Any], topic: str) -> dict[str, Any]:
    """Return the schemas of one of the vendor's files."""
    found: dict[str, Any] = files[topic]["components"]["schemas"]
    return found


class Project:
    """A small document, a copy of the vendor's files, and a register."""

    def __init__(self, root: Path, files: dict[str, Any] | None) -> None:
        self.root = root
        self.folder = root / "v8.0"
        self.folder.mkdir()
        self.write("openapi/openapi.yaml", ENTRY)
        self.write("openapi/paths/mass_work.yaml", PATHS)
        self.write("openapi/schemas/jobs.yaml", SCHEMAS)
        self.write("openapi/drift.yaml", REGISTER)
        self.copy(files or {})

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def copy(self, files: dict[str, Any], layout: str = "{0}.json") -> None:
        """Write the vendor's files, in one of their layouts."""
        for name, content in files.items():
            self.write(f"v8.0/{layout.format(name)}", json.dumps(content) if "json" in layout else yaml.dump(content))

    def drift(self, *arguments: str) -> int:
        """Run the command."""
        return main([str(self.folder), "--root", str(self.root), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A document and a copy of the vendor's files that agree."""
    return Project(tmp_path, vendor_files())


def add_status(files: dict[str, Any]) -> None:
    """Describe one more response."""
    post(files)["responses"]["404"] = {}


def lose_body(files: dict[str, Any]) -> None:
    """Remove the schema of a response."""
    post(files)["responses"]["200"] = {"content": {"application/json": {}}}


def lose_request(files: dict[str, Any]) -> None:
    """Remove the request body."""
    del post(files)["requestBody"]


def add_code(files: dict[str, Any]) -> None:
    """Add an error code."""
    schemas(files, "common")["Invalid"]["properties"]["code"]["enum"].append("NO_PERMISSION")


def move_code(files: dict[str, Any]) -> None:
    """Put a code in an object, not in a list."""
    schemas(files, "mass_work")["Items"] = code("SUCCESS", job_id={})


def change_keys(files: dict[str, Any]) -> None:
    """Rename a key of an error, and add one to a response."""
    schemas(files, "common")["Invalid"] = code("INVALID_DATA", json_path={})
    schemas(files, "mass_work")["Work"]["properties"]["notify"] = {}


def say_nothing(files: dict[str, Any]) -> None:
    """Remove the keys of an object."""
    schemas(files, "common")["Invalid"] = {
        "properties": {"code": {"const": "INVALID_DATA"}, "details": {"type": "object"}}
    }


def change_scopes(files: dict[str, Any]) -> None:
    """Require two scopes at once."""
    post(files)["security"] = [{"iam-oauth2-schema": ["ZohoCRM.mass_work.CREATE", "ZohoCRM.files.ALL"]}]


def change_parameters(files: dict[str, Any]) -> None:
    """Require one parameter, and add another."""
    post(files)["parameters"] = [
        {"$ref": "#/components/parameters/module"},
        {"name": "quick", "in": "query", "required": True},
        {"name": "X-ORG", "in": "header", "required": True},
    ]


def add_operation(files: dict[str, Any]) -> None:
    """Add an operation."""
    files["mass_work"]["paths"]["/crm/v8/{module}/actions/mass_work"]["delete"] = {"responses": {}}


def invalid(files: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the error."""
    error: dict[str, Any] = schemas(files, "common")["Invalid"]
    return error


def work(files: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the schema of a key of the request."""
    key: dict[str, Any] = schemas(files, "mass_work")["Work"]["properties"][name]
    return key


def require(files: dict[str, Any]) -> None:
    """Require a key in every alternative, and another key in one of them."""
    error = invalid(files)
    schemas(files, "common")["Invalid"] = {
        "oneOf": [{**error, "required": ["code", "details"]}, {**error, "required": ["details"]}]
    }
    post(files)["requestBody"] = {**body({"$ref": "#/components/schemas/Work"}), "required": True}


def change_types(files: dict[str, Any]) -> None:
    """Allow numbers and null, in the words of OpenAPI 3.0."""
    work(files, "ids")["items"] = {"oneOf": [{"type": "string", "nullable": True}, {"type": "integer"}]}


def allow_no_list(files: dict[str, Any]) -> None:
    """Allow null in place of a list."""
    work(files, "ids").update(type=["array", "null"], items={"type": "string"})


def list_values(files: dict[str, Any]) -> None:
    """List the values of a key, and fewer of a parameter."""
    invalid(files)["properties"]["details"]["properties"]["api_name"] = {"enum": ["cvid", None]}
    files["mass_work"]["components"]["parameters"]["module"]["schema"] = {"enum": ["Leads"]}


def open_values(files: dict[str, Any]) -> None:
    """Allow any value of a parameter."""
    files["mass_work"]["components"]["parameters"]["module"]["schema"] = {"type": "string"}


def limit(files: dict[str, Any]) -> None:
    """Limit an array, its items, a number that may also be a text, and a text with two limits."""
    ids = work(files, "ids")
    ids.update(maxItems=500, items={"anyOf": [{"type": "string", "maxLength": 19}, {"type": "integer", "minimum": 1}]})
    texts = [{"type": "string", "maxLength": 5, "pattern": "a"}, {"type": "string", "maxLength": 9, "pattern": "b"}]
    invalid(files)["properties"]["details"]["properties"]["api_name"] = {"oneOf": texts}


def limit_one(files: dict[str, Any]) -> None:
    """Limit one alternative of a text, which says nothing of the key."""
    invalid(files)["properties"]["details"]["properties"]["api_name"] = {"oneOf": [{"maxLength": 5}, {"minLength": 1}]}


def combine(files: dict[str, Any]) -> None:
    """Demand several things at once."""
    work(files, "ids")["items"] = {"allOf": [{"type": ["string", "null"]}, {"type": "string", "enum": ["a", "b"]}]}
    work(files, "ids")["items"]["allOf"].append({"enum": ["b", "c"]})


def close(files: dict[str, Any]) -> None:
    """State that an object has no keys."""
    invalid(files)["properties"]["details"] = {"type": "object", "additionalProperties": False}


def limit_open(files: dict[str, Any]) -> None:
    """Limit a list of objects, the keys of which are not listed."""
    schemas(files, "mass_work")["Items"] = {"type": "array", "maxItems": 1, "items": {"type": "object"}}


def describe_twice(files: dict[str, Any]) -> None:
    """Describe the operation in another file too, with less and more than here."""
    again = {
        "security": post(files)["security"],
        "parameters": [{"name": "quick", "in": "query", "required": True}, {"name": "{m}", "in": "path"}],
        "requestBody": body({"properties": {"ids": {"type": "array", "items": {"type": "integer"}}}}),
        "responses": {"200": body({"properties": {"data": {"type": "array", "items": code("DONE")}}}), "404": {}},
    }
    work(files, "ids")["items"] = {"type": "string"}
    files["record"] = {"openapi": "3.0.0", "paths": {"/crm/v8/{module}/actions/mass_work": {"post": again}}}


def rewrite(files: dict[str, Any]) -> None:
    """State the same in OpenAPI 3.1, with the version in the server's URL."""
    topic = files["mass_work"]
    variables = {"dc": {"default": "com"}, "version": {"default": "v8"}}
    topic["servers"] = [{"url": "https://example.{dc}/crm/{version}", "variables": variables}]
    topic["paths"] = {"/{module}/actions/mass_work": topic["paths"].popitem()[1]}


DIFFERENCES: list[tuple[Change, list[str]]] = [
    (lambda _: None, []),
    (rewrite, []),
    (say_nothing, []),
    (add_status, ["theirs: 404"]),
    (lose_body, ["ours: 200 body"]),
    (lose_request, ["ours: request"]),
    (add_code, ["theirs: 400 NO_PERMISSION"]),
    (move_code, ["ours: 200 data[]", "theirs: 200 data"]),
    (
        change_keys,
        [
            "ours: 400 INVALID_DATA.details.api_name",
            "theirs: 400 INVALID_DATA.details.json_path",
            "theirs: request notify",
        ],
    ),
    (
        change_scopes,
        [
            "ours: scope zohocrm.mass_work.create",
            "ours: scope zohocrm.mass_work.{module}.create",
            "theirs: scope zohocrm.files.all with zohocrm.mass_work.create",
        ],
    ),
    (change_parameters, ["theirs: parameter header X-ORG", "theirs: parameter query quick required"]),
    (require, ["theirs: 400 INVALID_DATA required details", "theirs: request required"]),
    (change_types, ["theirs: request ids[] type integer", "theirs: request ids[] type null"]),
    (allow_no_list, ["theirs: request ids[] type null"]),
    (list_values, ["ours: parameter path 1 enum Deals", "theirs: 400 INVALID_DATA.details.api_name enum"]),
    (open_values, ["ours: parameter path 1 enum"]),
    (
        limit,
        [
            "theirs: 400 INVALID_DATA.details.api_name maxLength 9",
            "theirs: 400 INVALID_DATA.details.api_name pattern a or b",
            "theirs: request ids[] maxItems 500",
            "theirs: request ids[] maxLength 19",
            "theirs: request ids[] minimum 1",
            "theirs: request ids[] type integer",
        ],
    ),
    (limit_one, []),
    (combine, ["theirs: request ids[] enum"]),
    (close, ["ours: 400 INVALID_DATA.details.api_name"]),
    (limit_open, ["theirs: 200 data[] maxItems 1"]),
    (describe_twice, ["theirs: 200 data[].DONE", "theirs: 404", "theirs: request ids[] type integer"]),
]


@pytest.mark.parametrize("layout", ["{0}.json", "{0}/{0}.yaml"])
@pytest.mark.parametrize(("change", "expected"), DIFFERENCES)
def test_differences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, expected: list[str], layout: str
) -> None:
    """Every kind of fact is compared, in both layouts; consequences of a difference are not reported."""
    files = vendor_files()
    change(files)
    project = Project(tmp_path, None)
    project.copy(files, layout)

    assert project.drift("--json") == (1 if expected else 0)
    report = json.loads(capsys.readouterr().out)
    assert report["tree"] == ("JSON" if "json" in layout else "YAML")
    assert [f"{row['only']}: {row['fact']}" for row in report["unexplained"]] == expected
    assert {row["operation"] for row in report["unexplained"]} <= {"schedule_mass_work"}


def test_operations_of_one_side(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """An operation that only one side has is reported if the vendor's file describes an operation of ours."""
    project.write(
        "openapi/openapi.yaml", ENTRY.replace("}\ncomp", ', "/crm/v2.1/org": {$ref: paths/mass_work.yaml#/org}}\ncomp')
    )
    project.write("openapi/paths/mass_work.yaml", f"{PATHS}org: {{get: {{operationId: get_org, responses: {{}}}}}}\n")
    files = vendor_files()
    add_operation(files)
    project.copy(files)

    assert project.drift() == 1
    assert capsys.readouterr().out.splitlines() == [
        "JSON, abc: 0 known differences",
        "DELETE /crm/v8/{}/actions/mass_work: only theirs: operation  [differs]",
        "get_org: only ours: operation  [differs]",
    ]


def test_known_difference_passes_and_stale_one_fails(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """The register must list exactly the differences."""
    project.write("openapi/drift.yaml", ENTRY_OF_REGISTER)
    assert project.drift() == 1
    assert "schedule_mass_work: only theirs: 404  [no longer differs]" in capsys.readouterr().out

    files = vendor_files()
    add_status(files)
    project.copy(files)
    assert project.drift() == 0
    assert capsys.readouterr().out == "JSON, abc: 1 known differences\n"

    add_code(files)
    project.copy(files)
    assert project.drift() == 1


def test_patterns_explain_families_and_must_be_used(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A star stands for any text, in the operation and in the fact; an unused pattern fails like a stale entry."""
    files = vendor_files()
    change_keys(files)
    project.copy(files)
    entry = ENTRY_OF_REGISTER.replace("[schedule_mass_work]", '["schedule_*"]')
    theirs = '["* not*", "400 *.details.json_path"]'
    project.write("openapi/drift.yaml", entry.replace('["404"]', theirs + '\n            ours: ["400 *.api_name"]'))
    assert project.drift() == 0
    assert capsys.readouterr().out == "JSON, abc: 3 known differences\n"

    project.copy(vendor_files())
    assert project.drift() == 1
    assert "schedule_*: only theirs: * not*  [no longer differs]" in capsys.readouterr().out


def test_a_pattern_explains_its_side_and_operation_only() -> None:
    """Brackets and dots in a pattern are text."""
    found = {("a", "ours", "200 data[].x"), ("ab", "ours", "200 data[].y"), ("a", "theirs", "200 data[].x")}

    assert explained(("a", "ours", "200 data[].x"), found) == {("a", "ours", "200 data[].x")}
    assert explained(("a", "ours", "* data[].*"), found) == {("a", "ours", "200 data[].x")}
    assert explained(("a*", "ours", "* data[].*"), found) == {each for each in found if each[1] == "ours"}
    assert explained(("a", "ours", "200 data..*"), found) == set()


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("v8.0/mass_work.json", "{", "mass_work.json: not JSON"),
        ("v8.0/mass_work.json", "[]", "mass_work.json: not an OpenAPI document"),
        ("v8.0/mass_work.json", '{"openapi": "3.0.0", "paths": []}', "one of the files is not valid OpenAPI"),
        ("v8.0/mass_work.json", '{"openapi": "3.0.0", "paths": {}}', "none of these files describes an operation"),
        ("openapi/openapi.yaml", "paths: {/a: {$ref: paths/b.yaml#/b}}", "which does not exist"),
        ("openapi/drift.yaml", "{", "drift.yaml: "),
        ("openapi/drift.yaml", "[]", "expected the keys version and trees"),
        ("openapi/drift.yaml", "{version: v8, trees: [{}]}", "expected a tree with the keys name, files, revision and"),
        ("v8.0/mass_work/mass_work.yaml", "{}", "expected a folder with the vendor's files, either *.json or */*.yaml"),
        (
            "openapi/drift.yaml",
            ENTRY_OF_REGISTER.replace("vendor_wrong", "why"),
            "reason 'why': expected one",
        ),
        (
            "openapi/drift.yaml",
            ENTRY_OF_REGISTER.replace("        decision: J1\n", ""),
            "decision or because, and places",
        ),
        ("openapi/drift.yaml", ENTRY_OF_REGISTER.replace("theirs", "them"), "expected operations, and ours or theirs"),
    ],
)
def test_unusable_file_is_an_error(
    project: Project, capsys: pytest.CaptureFixture[str], path: str, text: str, message: str
) -> None:
    """Bad input is an error in one line, with exit code 2."""
    project.write(path, text)

    assert project.drift() == 2
    printed = capsys.readouterr().err
    assert message in printed
    assert printed.count("\n") == 1


def test_incomplete_folder_is_an_error(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without files, or without the file that the others share, is an error."""
    (project.folder / "common.json").unlink()
    assert project.drift() == 2
    assert "common is missing, and https://example.com/v8.0/common.json#" in capsys.readouterr().err

    assert main([str(project.root / "nowhere"), "--root", str(project.root)]) == 2
    assert "nowhere: expected a folder with the vendor's files, either *.json or */*.yaml" in capsys.readouterr().err

    for file in project.folder.glob("*.json"):
        file.unlink()
    project.write("v8.0/mass_work/mass_work.yaml", "{")
    assert project.drift() == 2
    assert "mass_work.yaml: not YAML: " in capsys.readouterr().err


def test_braces_list_alternatives() -> None:
    """Every combination is a fact; braces without a comma are text."""
    assert expand("400 {A,B}.{x,y}") == ["400 A.x", "400 A.y", "400 B.x", "400 B.y"]
    assert expand("scope a.{module}.b") == ["scope a.{module}.b"]


def test_consequences_are_no_differences() -> None:
    """A fact counts if the other side has its parent and is not silent there."""
    facts = Facts({("200",), ("200", "body"), ("200", "body", "data[]")})

    assert facts.beyond(Facts()) == ["200"]
    assert facts.beyond(Facts({("200",)})) == ["200 body"]
    assert facts.beyond(Facts({("200",), ("200", "body")})) == ["200 data[]"]
    assert facts.beyond(Facts({("200",), ("200", "body")}, {("200", "body")})) == []
    demands = Facts({("a", ":required x"), ("a", ":maxItems 1"), ("a", ":type"), ("a", ":type", "string")})
    assert demands.beyond(Facts({("a",), ("a", ":type")})) == ["a maxItems 1", "a required x", "a type string"]
    assert demands.beyond(Facts({("a",)}, {("a",)})) == ["a maxItems 1"]


def test_register_of_this_document() -> None:
    """Its operations, reasons and decisions exist, and no difference is listed twice."""
    register = read(ROOT / "openapi/drift.yaml")
    document = json.loads((ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8"))
    operations = {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
    decisions = set(re.findall(r"^\| ([A-Z]\d+) \|", (ROOT / "openapi/DECISIONS.md").read_text("utf-8"), re.MULTILINE))

    assert [tree["name"] for tree in register["trees"]] == ["OpenAPI 2025", "OpenAPI 2026"]
    for tree in register["trees"]:
        listed = list(known(tree))
        assert {operation for operation, _, _ in listed if not re.search(r"[*{]", operation)} == operations
        assert {entry["reason"] for entry in tree["differences"]} <= set(REASONS)
        assert {entry["decision"] for entry in tree["differences"] if "decision" in entry} <= decisions
        assert len(listed) == len(set(listed))
