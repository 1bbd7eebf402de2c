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
    return response.json() if response.content else None


def error_of(response: Response) -> dict[str, Any] | None:
    """Returns the error that an answer is or holds in ``data``, or None if it is a success."""
    body = body_of(response)
    if isinstance(body, dict) and isinstance(body.get("data"), list) and body["data"]:
        body = body["data"][0]
    return body if isinstance(body, dict) and body.get("status") == "error" else None


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
    error = error_of(response)
    if error is None:
        assert response.status_code < 400, "expected an error"
        return
    answers = definition(case)["responses"]
    assert str(response.status_code) in answers, f"{response.status_code} is not documented"
    examples = resolve(case, answers[str(response.status_code)])["content"]["application/json"]["examples"]
    values = [resolve(case, example)["value"] for example in examples.values()]
    codes = {(value["data"][0] if "data" in value else value)["code"] for value in values}
    assert error["code"] in codes, f"{error['code']} is not documented at {response.status_code}: {sorted(codes)}"


@schemathesis.check
def error_in_data(_ctx: CheckContext, response: Response, _case: Case[Any]) -> None:
    """A 202 of these operations is a refusal: an error in ``data``."""
    assert response.status_code != 202 or error_of(response) is not None, "expected an error in data[0]"


@schemathesis.check
def counts_add_up(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """The counts of a job add up to its total, and a job that has ended has nothing left."""
    waiter = resolve(case, definition(case)["responses"]["200"]).get("x-waiter")
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
    if is_wrong_method(case) or (error_of(response) or {}).get("code") in ("INVALID_URL_PATTERN", "INVALID_HOST"):
        return
    for headers, code in (({}, "AUTHENTICATION_FAILURE"), (UNSCOPED, "OAUTH_SCOPE_MISMATCH")):
        refused = case.call(headers=headers)
        assert refused.status_code == 401, f"expected 401 with {headers or 'no token'}, got {refused.status_code}"
        assert (error_of(refused) or {}).get("code") == code


OWN = [wrong_method, documented_code, error_in_data, counts_add_up, token_and_scope_are_enforced]
