"""Checks of our own, registered with Schemathesis: what its built-in ones cannot know about Zoho."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis
from schemathesis import Case, Response
from schemathesis.generation.meta import CoveragePhaseData, CoverageScenario

if TYPE_CHECKING:
    from schemathesis.checks import CheckContext

AUTHORIZED = {"Authorization": "Zoho-oauthtoken sandbox"}
UNSCOPED = {"Authorization": "Zoho-oauthtoken sandbox-no-scope"}


def body_of(response: Response) -> Any:
    """Returns the JSON body, or None if there is none."""
    is_json = response.headers.get("content-type", [""])[0].startswith("application/json")
    return response.json() if response.content and is_json else None


def error_of(response: Response) -> dict[str, Any] | None:
    """Returns the error that an answer is, or the first in ``data`` if there are only errors; None for a success."""
    body = body_of(response)
    if not isinstance(body, dict):
        return None
    if "error" in body:  # the accounts server's form
        return {"code": body["error"]}
    items = body.get("data")
    if isinstance(items, list) and items and all(item.get("status") == "error" for item in items):
        return dict(items[0])
    return body if body.get("status") == "error" else None


def definition(case: Case[Any]) -> dict[str, Any]:
    """Returns the operation as the document has it, with references resolved one level down."""
    raw: dict[str, Any] = case.operation.definition.raw
    return raw


def resolve(case: Case[Any], node: Any) -> Any:
    """Returns what a node of the document is, or refers to."""
    while isinstance(node, dict) and "$ref" in node:
        target: Any = case.operation.schema.raw_schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def codes_in(case: Case[Any], schema: Any) -> set[str]:
    """Returns the codes that a schema allows an error to have, at top level or in ``data``."""
    schema = resolve(case, schema)
    properties = schema.get("properties", {})
    codes = {code for branch in schema.get("oneOf", []) for code in codes_in(case, branch)}
    codes |= {properties["code"]["const"]} if "const" in properties.get("code", {}) else set()
    codes |= set(properties.get("error", {}).get("enum", []))
    return codes | (codes_in(case, properties["data"].get("items", {})) if "data" in properties else set())


def is_wrong_method(case: Case[Any]) -> bool:
    """Returns whether a case was made to use a method that the document does not have."""
    data = case.meta.phase.data if case.meta else None
    return isinstance(data, CoveragePhaseData) and data.scenario is CoverageScenario.UNSPECIFIED_HTTP_METHOD


@schemathesis.check
def wrong_method(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A method that the document does not have is 400 INVALID_REQUEST_METHOD, and nothing is ever 405."""
    assert response.status_code != 405, "Zoho never answers 405"
    if is_wrong_method(case) and response.status_code != 404:
        error = error_of(response) if response.request.method != "HEAD" else {"code": "INVALID_REQUEST_METHOD"}
        assert response.status_code == 400, f"expected 400 for {response.request.method}"
        assert error is not None, "expected an error"
        assert error["code"] == "INVALID_REQUEST_METHOD"


@schemathesis.check
def documented_code(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """An error has a code that the document has for this operation at this status."""
    if is_wrong_method(case) and not definition(case)["security"]:
        return  # no source says what the accounts server answers to a wrong method
    error = error_of(response)
    if error is None:
        assert response.status_code < 400, "expected an error"
        return
    answers = definition(case)["responses"]
    assert str(response.status_code) in answers, f"{response.status_code} is not documented"
    answer = resolve(case, answers[str(response.status_code)])
    codes = codes_in(case, answer["content"]["application/json"]["schema"])
    assert error["code"] in codes, f"{error['code']} is not documented at {response.status_code}: {sorted(codes)}"


@schemathesis.check
def error_in_data(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """In v2.1, a lead that is not converted is 202 with an error in ``data``."""
    if definition(case)["operationId"] == "convert_lead_v2_1" and response.status_code == 202:
        assert error_of(response) is not None, "expected an error in data[0]"


@schemathesis.check
def counts_add_up(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """The counts of a job add up to its total, and a job that has ended has nothing left."""
    waiter = resolve(case, definition(case)["responses"].get("200", {})).get("x-waiter")
    if response.status_code != 200 or waiter is None:
        return

    def at(expression: str) -> Any:
        value = body_of(response)
        for step in expression.removeprefix("$response.body#/").split("/"):
            value = value[int(step)] if step.isdigit() else value.get(step)
        return value

    counts = {name: at(expression) for name, expression in waiter["counts"].items()}
    if counts["total"] is None:  # a bulk write that was only added has no counts yet
        return
    total = counts.pop("total")
    assert total == sum(counts.values()), f"{counts} do not add up to {total}"
    if at(waiter["state"]) in [*waiter["success"], *waiter["failure"]]:
        assert counts.get("remaining", 0) == 0, "a job that has ended has records left"


@schemathesis.check
def token_and_scope_are_enforced(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """What was answered with a token is refused without one, and with one that lacks the scope."""
    if (
        not definition(case)["security"]
        or is_wrong_method(case)
        or (error_of(response) or {}).get("code") in ("INVALID_URL_PATTERN", "INVALID_HOST")
    ):
        return
    for headers, code in (({}, "AUTHENTICATION_FAILURE"), (UNSCOPED, "OAUTH_SCOPE_MISMATCH")):
        refused = case.call(headers=dict(headers))  # a call adds to what it is given
        assert refused.status_code == 401, f"expected 401 with {headers or 'no token'}, got {refused.status_code}"
        assert (error_of(refused) or {}).get("code") == code


OWN = [wrong_method, documented_code, error_in_data, counts_add_up, token_and_scope_are_enforced]
