"""The Postman collection: of the right form, without secrets, with every example, and its requests work."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
import jsonschema_rs
import pytest
from codegen.generate import ROOT
from document.dist.artefacts import NAME
from document.dist.postman import to_postman
from document.model import Document, DocumentError
from property_tests.data import RESULT

from tests.support.lint_cases import Changes, changed
from tests.support.lint_document import small_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox

DOCUMENT = Document(json.loads((ROOT / "openapi/dist" / f"{NAME}.json").read_text("utf-8")))
COLLECTION = to_postman(DOCUMENT.root.value)
ITEMS = {item["name"]: item for folder in COLLECTION["item"] for item in folder["item"]}


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """Returns the schema of an object that has these keys and no others."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: dict[str, Any]) -> dict[str, Any]:
    """Returns the schema of a list."""
    return {"type": "array", "items": items}


TEXT = {"type": "string"}
PAIRS = listed(closed({"key": TEXT, "value": TEXT}, description=TEXT))
REQUEST = closed(
    {
        "method": {"enum": ["GET", "POST"]},
        "header": PAIRS,
        "url": closed({"raw": TEXT, "host": listed(TEXT), "path": listed(TEXT), "query": PAIRS, "variable": PAIRS}),
    },
    description=TEXT,
    body={
        "oneOf": [
            closed({"mode": {"const": "raw"}, "raw": TEXT, "options": {"const": {"raw": {"language": "json"}}}}),
            closed({"mode": {"const": "urlencoded"}, "urlencoded": PAIRS}),
            closed(
                {
                    "mode": {"const": "formdata"},
                    "formdata": listed(closed({"key": TEXT, "type": {"const": "file"}, "src": {"type": "array"}})),
                }
            ),
        ]
    },
)
RESPONSE = closed(
    {
        "name": TEXT,
        "originalRequest": REQUEST,
        "code": {"type": "integer"},
        "status": TEXT,
        "header": PAIRS,
        "_postman_previewlanguage": {"enum": ["json", "text"]},
        "body": TEXT,
    }
)
FORMAT = closed(
    {
        "info": closed({"name": TEXT, "description": TEXT, "version": TEXT, "schema": {"pattern": r"/v2\.1\.0/"}}),
        "item": listed(
            closed(
                {
                    "name": TEXT,
                    "description": TEXT,
                    "item": listed(closed({"name": TEXT, "request": REQUEST, "response": listed(RESPONSE)})),
                }
            )
        ),
        "variable": PAIRS,
    }
)
"""The part of the schema of Postman's format 2.1.0 that the collection uses, here without other keys."""


def test_it_has_the_form_of_the_format() -> None:
    """The collection has the keys of the format, and no others."""
    jsonschema_rs.Draft202012Validator(FORMAT).validate(COLLECTION)


def test_it_has_every_operation_and_every_example() -> None:
    """A folder a tag, a request an operation, and each example of an answer, with the request that goes with it."""
    assert [folder["name"] for folder in COLLECTION["item"]] == [tag["name"] for tag in DOCUMENT.root.value["tags"]]
    assert set(ITEMS) == {operation.id for operation in DOCUMENT.operations()}
    for content in DOCUMENT.contents():
        if content.status:
            saved = [
                answer for answer in ITEMS[content.operation.id]["response"] if str(answer["code"]) == content.status
            ]
            values = [DOCUMENT.resolve(example)["value"].value for _, example in content.node.children("examples")]
            assert [json.loads(answer["body"]) for answer in saved] == values
    converted = next(answer for answer in ITEMS["convert_lead_v2_1"]["response"] if "duplicate" in answer["body"])
    assert converted["originalRequest"]["url"]["variable"][0]["value"] == "738964000002131001"


def test_every_variable_that_is_used_is_there() -> None:
    """Nothing is left for the user to guess."""
    used = set(re.findall(r"{{(\w+)}}", json.dumps(COLLECTION)))

    assert used == {variable["key"] for variable in COLLECTION["variable"]}


def test_it_has_no_secret() -> None:
    """What the document calls a password is a variable without a value."""
    values = {variable["key"]: variable["value"] for variable in COLLECTION["variable"]}
    passwords = {
        name
        for schema in DOCUMENT.schemas()
        for name, node in schema.children("properties")
        if node.value.get("format") == "password"
    }

    assert passwords == {"access_token", "client_secret", "code", "refresh_token", "token"}
    assert {name: values[name] for name in passwords} == dict.fromkeys(passwords, "")
    for field in ITEMS["create_token"]["request"]["body"]["urlencoded"]:
        assert (field["value"] == f"{{{{{field['key']}}}}}") is (field["key"] in passwords)


def test_a_request_without_an_answer_is_not_the_one_that_is_sent() -> None:
    """Where the document has a request that was kept without its answer, another one is the usual one."""
    bodies = DOCUMENT.root.value["paths"]["/crm/v2.1/Leads/{lead_id}/actions/convert"]["post"]["requestBody"]["content"]
    first = next(iter(bodies["application/json"]["examples"]))

    assert first == "convert_lead_v2_1-template"
    sent = DOCUMENT.root.value["components"]["examples"]["convert_lead_v2_1-success-request"]["value"]
    assert json.loads(ITEMS["convert_lead_v2_1"]["request"]["body"]["raw"]) == sent


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {("paths", "/files/{id}.zip"): small_document()["paths"]["/files/{id}"]},
            r"~1files~1\{id\}.zip/get: a collection has no form for '\{id\}.zip'",
        ),
        ({("components", "parameters", "FileId", "examples"): {}}, "FileId: a collection needs an example"),
        (
            {("components", "schemas", "Upload", "properties", "file", "format"): "uuid"},
            "multipart~1form-data: a collection has no form for this body",
        ),
        (
            {("paths", "/files/{id}", "post", "requestBody", "content"): {"text/csv": {"schema": {}}}},
            "text~1csv: a collection has no form for this body",
        ),
    ],
)
def test_refused(changes: Changes, message: str) -> None:
    """What a collection cannot hold is refused with its place."""
    assert to_postman(small_document())["info"]["version"] == "1.2.3"
    with pytest.raises(DocumentError, match=message):
        to_postman(changed(changes))


def filled(text: str, values: dict[str, str]) -> str:
    """Returns a text with the variables in it replaced, as Postman does."""
    return re.sub(r"{{(\w+)}}", lambda found: values[found[1]], text)


def pairs(entries: list[dict[str, str]], values: dict[str, str]) -> dict[str, str]:
    """Returns keys and values, with the variables in them replaced."""
    return {entry["key"]: filled(entry["value"], values) for entry in entries}


def send(client: httpx.Client, request: dict[str, Any], values: dict[str, str]) -> httpx.Response:
    """Sends a request of the collection, as Postman does, with a zip file where a file is to be chosen."""
    url = request["url"]
    in_path = {f":{key}": value for key, value in pairs(url["variable"], values).items()}
    parts: list[str] = url["path"]
    path = "/".join(in_path.get(part, part) for part in parts)
    body = request.get("body", {"mode": None})
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("leads.csv", "Last_Name,Email,Phone\nBoyle,a@example.com,1\n")
    return client.request(
        request["method"],
        f"{filled(url['host'][0], values)}/{path}",
        params=pairs(url["query"], values),
        headers=pairs(request["header"], values),
        content=filled(body["raw"], values) if body["mode"] == "raw" else None,
        data=pairs(body["urlencoded"], values) if body["mode"] == "urlencoded" else None,
        files={part["key"]: archive.getvalue() for part in body["formdata"]} if body["mode"] == "formdata" else None,
    )


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client whose every call goes to the sandbox."""
    with httpx.Client(transport=sandbox.transport()) as client:
        yield client


@pytest.mark.parametrize("operation_id", ITEMS)
def test_requests_work(operation_id: str, client: httpx.Client) -> None:
    """Sent as it is, with the variables set, each request succeeds."""
    request = copy.deepcopy(ITEMS[operation_id]["request"])
    values = {variable["key"]: variable["value"] for variable in COLLECTION["variable"]} | {
        "access_token": "sandbox",
        "client_secret": "sandbox-secret",
        "code": "1000.code",
        "refresh_token": "1000.refresh",
        "token": "1000.refresh",
    }
    if operation_id == "download_bulk_write_result":  # the documented result is older than the 7 days that it is kept
        for entry in request["url"]["variable"]:
            entry["value"] = RESULT.get(entry["key"], entry["value"])

    answer = send(client, request, values)

    assert answer.is_success, answer.text
