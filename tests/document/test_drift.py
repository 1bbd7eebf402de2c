"""The comparison with the vendor's files, on small files in the vendor's form."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from codegen.generate import ROOT
from document.drift.__main__ import main
from document.drift.register import REASONS, expand, known, read
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
REGISTER = "revision: abc\nversion: v8\ndifferences: []\n"
ENTRY_OF_REGISTER = """\
revision: abc
version: v8
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
            "parameters": {"module": {"name": "module", "in": "path"}},
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

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "v8.0"
        self.folder.mkdir()
        self.write("openapi/openapi.yaml", ENTRY)
        self.write("openapi/paths/mass_work.yaml", PATHS)
        self.write("openapi/schemas/jobs.yaml", SCHEMAS)
        self.write("openapi/drift.yaml", REGISTER)
        self.copy(vendor_files())

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def copy(self, files: dict[str, Any]) -> None:
        """Write the vendor's files."""
        for name, content in files.items():
            self.write(f"v8.0/{name}.json", json.dumps(content))

    def drift(self, *arguments: str) -> int:
        """Run the command."""
        return main([str(self.folder), "--root", str(self.root), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A document and a copy of the vendor's files that agree."""
    return Project(tmp_path)


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
        {"name": "quick", "in": "query", "required": True},
        {"name": "X-ORG", "in": "header", "required": True},
    ]


def add_operation(files: dict[str, Any]) -> None:
    """Add an operation."""
    files["mass_work"]["paths"]["/crm/v8/{module}/actions/mass_work"]["delete"] = {"responses": {}}


def rewrite(files: dict[str, Any]) -> None:
    """State the same in OpenAPI 3.1, with the version in the server's URL."""
    topic = files["mass_work"]
    variables = {"dc": {"default": "com"}, "version": {"default": "v8"}}
    topic["servers"] = [{"url": "https://example.{dc}/crm/{version}", "variables": variables}]
    topic["paths"] = {"/{m}/actions/mass_work": topic["paths"].popitem()[1]}


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
]


@pytest.mark.parametrize(("change", "expected"), DIFFERENCES)
def test_differences(project: Project, capsys: pytest.CaptureFixture[str], change: Change, expected: list[str]) -> None:
    """Statuses, codes, keys, scopes and parameters are compared; consequences of a difference are not reported."""
    files = vendor_files()
    change(files)
    project.copy(files)

    assert project.drift("--json") == (1 if expected else 0)
    report = json.loads(capsys.readouterr().out)
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
        "0 known differences, written against revision abc",
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
    assert capsys.readouterr().out == "1 known differences, written against revision abc\n"

    add_code(files)
    project.copy(files)
    assert project.drift() == 1


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("v8.0/mass_work.json", "{", "mass_work.json: not JSON"),
        ("v8.0/mass_work.json", "[]", "mass_work.json: not an OpenAPI document"),
        ("v8.0/mass_work.json", '{"openapi": "3.0.0", "paths": []}', "one of the files is not valid OpenAPI"),
        ("v8.0/mass_work.json", '{"openapi": "3.0.0", "paths": {}}', "none of these files describes an operation"),
        ("openapi/openapi.yaml", "paths: {/a: {$ref: paths/b.yaml#/b}}", "which does not exist"),
        ("openapi/drift.yaml", "{", "drift.yaml: "),
        ("openapi/drift.yaml", "[]", "expected the keys revision, version and differences"),
        (
            "openapi/drift.yaml",
            ENTRY_OF_REGISTER.replace("vendor_wrong", "why"),
            "reason 'why': expected one",
        ),
        (
            "openapi/drift.yaml",
            ENTRY_OF_REGISTER.replace("    decision: J1\n", ""),
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
    assert "common.json is missing, and https://example.com/v8.0/common.json#" in capsys.readouterr().err

    assert main([str(project.root / "nowhere"), "--root", str(project.root)]) == 2
    assert "nowhere: expected a folder with the vendor's files, *.json" in capsys.readouterr().err


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


def test_register_of_this_document() -> None:
    """Its operations, reasons and decisions exist, and no difference is listed twice."""
    register = read(ROOT / "openapi/drift.yaml")
    document = json.loads((ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8"))
    operations = {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
    decisions = set(re.findall(r"^\| ([A-Z]\d+) \|", (ROOT / "openapi/DECISIONS.md").read_text("utf-8"), re.MULTILINE))

    assert {operation for operation, _, _ in known(register)} == operations | {"GET /{}"}
    assert {entry["reason"] for entry in register["differences"]} <= set(REASONS)
    assert {entry["decision"] for entry in register["differences"] if "decision" in entry} <= decisions
    facts = [
        (operation, side, fact)
        for entry in register["differences"]
        for place in entry["places"]
        for operation in place["operations"]
        for side in ("ours", "theirs")
        for text in place.get(side, [])
        for fact in expand(text)
    ]
    assert len(facts) == len(set(facts))
