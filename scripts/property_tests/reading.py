"""Reads answers by the document: the operation, the error, the job that an answer tells of, the links it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from schemathesis.generation.meta import CoveragePhaseData, CoverageScenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case, Response

EXPRESSION = re.compile(r"\{(\$[^}]+)\}")


def body_of(response: Response) -> Any:
    """Returns the JSON body; None if there is none, or none that is JSON, which another check finds.

    Args:
        response: The answer.
    """
    if not response.headers.get("content-type", [""])[0].startswith("application/json"):
        return None
    try:
        return response.json()
    except ValueError:
        return None


def errors_of(response: Response) -> list[dict[str, Any]]:
    """Returns every error in an answer, also those that stand in ``data`` among successes.

    Args:
        response: The answer.
    """
    body = body_of(response)
    if not isinstance(body, dict):
        return []
    if "error" in body:  # the accounts server's form
        return [{"code": body["error"]}]
    items = body["data"] if isinstance(body.get("data"), list) else [body]
    return [item for item in items if isinstance(item, dict) and item.get("status") == "error"]


def error_of(response: Response) -> dict[str, Any] | None:
    """Returns the error that an answer is, or the first in ``data`` if there are only errors; None for a success.

    Args:
        response: The answer.
    """
    found, body = errors_of(response), body_of(response)
    many = isinstance(body, dict) and isinstance(body.get("data"), list) and len(found) < len(body["data"])
    return found[0] if found and not many else None


def succeeded(response: Response) -> bool:
    """Returns whether an answer is what was asked for: 2xx, and neither an error nor the empty answer for none.

    Args:
        response: The answer.
    """
    return response.status_code < 300 and response.status_code != 204 and error_of(response) is None


def operation_id(case: Case[Any]) -> str:
    """Returns the operationId.

    Args:
        case: A request.
    """
    name: str = definition(case)["operationId"]
    return name


def definition(case: Case[Any]) -> dict[str, Any]:
    """Returns the operation as the document has it.

    Args:
        case: A request.
    """
    raw: dict[str, Any] = case.operation.definition.raw
    return raw


def resolve(document: dict[str, Any], node: Any) -> Any:
    """Returns what a node of the document is, or refers to.

    Args:
        document: The document.
        node: The node.
    """
    while isinstance(node, dict) and "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def documented(case: Case[Any], status: int) -> dict[str, Any] | None:
    """Returns the answer that the document has for a status; None if it has none.

    Args:
        case: A request.
        status: The HTTP status.
    """
    answers = definition(case)["responses"]
    found: dict[str, Any] | None = resolve(case.operation.schema.raw_schema, answers.get(str(status)))
    return found


def error_schemas(document: dict[str, Any], schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields each code that a schema allows an error to have, at top level or in ``data``, with the error's schema.

    Args:
        document: The document.
        schema: The schema of an answer.
    """
    schema = resolve(document, schema)
    properties = schema.get("properties", {})
    for branch in schema.get("oneOf", []):
        yield from error_schemas(document, branch)
    status = resolve(document, properties.get("status", {}))
    if "const" in properties.get("code", {}) and status.get("const") == "error":
        yield properties["code"]["const"], schema
    for code in properties.get("error", {}).get("enum", []):
        yield code, schema
    if "data" in properties:
        yield from error_schemas(document, properties["data"].get("items", {}))


def schema_at(case: Case[Any], status: int) -> dict[str, Any]:
    """Returns the schema of an answer in JSON; one that allows nothing if there is none.

    Args:
        case: A request.
        status: The HTTP status.
    """
    content = (documented(case, status) or {}).get("content", {})
    schema: dict[str, Any] = content.get("application/json", {}).get("schema", {})
    return schema


def is_wrong_method(case: Case[Any]) -> bool:
    """Returns whether a request was made to use a method that the document does not have.

    Args:
        case: A request.
    """
    data = case.meta.phase.data if case.meta else None
    if isinstance(data, CoveragePhaseData):
        return data.scenario is CoverageScenario.UNSPECIFIED_HTTP_METHOD
    documented_method: str = case.operation.method
    return case.method.lower() != documented_method.lower()


def is_valid(case: Case[Any]) -> bool:
    """Returns whether a request was made to be right in form.

    Args:
        case: A request.
    """
    return bool(case.meta and case.meta.generation.mode.is_positive) and not is_wrong_method(case)


class Seen(NamedTuple):
    """What one answer tells of a job.

    Attributes:
        state: Its state.
        stage: 0 if it waits, 1 if it runs, 2 if it has ended.
        counts: Its counts by their names in ``x-waiter``; empty while there are none.
    """

    state: str
    stage: int
    counts: dict[str, int]


WAITING = ("SCHEDULED", "QUEUED", "ADDED")


def job_in(case: Case[Any], response: Response) -> Seen | None:
    """Returns what an answer tells of a job, by the document's ``x-waiter``; None if it tells of none.

    Args:
        case: A request.
        response: The answer.
    """
    waiter = (documented(case, 200) or {}).get("x-waiter")
    if response.status_code != 200 or waiter is None:
        return None
    counts = {name: evaluate(expression, case, response) for name, expression in waiter["counts"].items()}
    state = evaluate(waiter["state"], case, response)
    ended = state in [*waiter["success"], *waiter["failure"]]
    known = {name: count for name, count in counts.items() if isinstance(count, int)}
    return Seen(str(state), 2 if ended else int(state not in WAITING), known if len(known) == len(counts) else {})


def evaluate(expression: str, case: Case[Any], response: Response) -> Any:
    """Returns the value of a runtime expression, or of a text with such in braces; None where it leads nowhere.

    Args:
        expression: The expression.
        case: The request.
        response: The answer.
    """
    if not expression.startswith("$"):
        return EXPRESSION.sub(lambda found: str(evaluate(found[1], case, response)), expression)
    source, _, pointer = expression.removeprefix("$").partition("#/")
    if source == "response.body":
        value = body_of(response)
        for step in pointer.split("/"):
            if isinstance(value, list):
                value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value
    place, _, name = source.removeprefix("request.").partition(".")
    containers: dict[str, Any] = {"path": case.path_parameters, "query": case.query}
    return containers[place].get(name)


def links(case: Case[Any], response: Response) -> Iterator[tuple[str, Case[Any]]]:
    """Yields each link of an answer that can be followed by reading, with the request that it leads to.

    A link that does not say all that its request needs, as that to a result, is left out.

    Args:
        case: The request.
        response: The answer.
    """
    for name, link in (documented(case, response.status_code) or {}).get("links", {}).items():
        target = case.operation.schema.find_operation_by_id(link["operationId"])
        if target.method.lower() != "get":
            continue
        given = {key: evaluate(value, case, response) for key, value in link["parameters"].items()}
        places: dict[str, dict[str, Any]] = {"path": {}, "query": {}}
        needed = set()
        for parameter in target.definition.raw["parameters"]:
            parameter = resolve(case.operation.schema.raw_schema, parameter)
            needed |= {parameter["name"]} if parameter["required"] else set()
            if given.get(parameter["name"]) is not None:
                places[parameter["in"]][parameter["name"]] = given[parameter["name"]]
        if needed <= {key for value in places.values() for key in value}:
            yield name, target.Case(path_parameters=places["path"], query=places["query"])
