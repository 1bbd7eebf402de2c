"""Every instance that an official source shows is accepted by the document and the client, or argued against."""

from __future__ import annotations

import contextlib
import importlib
import re
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest
import yaml
from codegen.generate import ROOT
from zoho_crm_jobs import errors, models
from zoho_crm_jobs.runtime.responses import parse_response

from tests.support.spec import DOCUMENT, OPERATIONS, content, responses

INSTANCES = yaml.safe_load(Path(__file__).with_name("official_instances.yaml").read_text("utf-8"))
DECISIONS = re.findall(r"^\| (\w+) \|", (ROOT / "openapi/DECISIONS.md").read_text("utf-8"), re.MULTILINE)


def is_valid(instance: dict[str, Any]) -> bool:
    """Return whether the document accepts an instance."""
    _, operation = OPERATIONS[instance["operation"]]
    node = responses(instance["operation"])[instance["status"]] if "status" in instance else operation["requestBody"]
    schema = content(node).get("schema", False)  # where no body is documented, none is accepted
    if schema:
        schema = {**schema, "components": DOCUMENT["components"]}
    return jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(instance["value"])


def from_dict(instance: dict[str, Any]) -> Any:
    """Return a request as a model: the one whose keys fit."""
    schema = content(OPERATIONS[instance["operation"]][1]["requestBody"])["schema"]
    for branch in schema.get("oneOf", [schema]):
        model = getattr(models, branch["$ref"].rpartition("/")[2])
        with contextlib.suppress(ValueError):
            return model.from_dict(instance["value"])
    raise AssertionError("no model fits")


@pytest.mark.parametrize(
    "instance", INSTANCES, ids=[f"{one['operation']}, {one['source']}, {n}" for n, one in enumerate(INSTANCES)]
)
def test_an_instance_is_accepted_or_argued_against(instance: dict[str, Any]) -> None:
    """The client decodes an accepted response, as a model or as the typed error of its code."""
    if "decision" in instance:
        assert instance["decision"] in DECISIONS
        assert not is_valid(instance)
        return
    assert is_valid(instance)
    value = instance["value"]
    if "status" not in instance:
        assert from_dict(instance).to_dict() == value
        return
    tag = OPERATIONS[instance["operation"]][1]["tags"][0]
    operation = importlib.import_module(f"zoho_crm_jobs.api.{tag}.{instance['operation']}")._OPERATION
    request = httpx.Request(operation.method, "https://www.zohoapis.com")
    response = httpx.Response(instance["status"], json=value, request=request)
    result = parse_response(operation, response)
    first = value["data"][0] if "data" in value else value
    if first.get("status") == "error":
        assert isinstance(result.error, errors.ApiError)
        assert type(result.error) is not errors.ApiError
        assert result.error.code == first["code"]
    else:
        assert result.error is None
        assert result.parsed is not None
        assert result.parsed.to_dict().keys() == value.keys()
