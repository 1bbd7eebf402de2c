"""Requests and responses as the document describes them: operation, errors, job status and links."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from document import errors
from document.expressions import Exchange, count_of, evaluate
from document.model import Document, Node, resolve
from schemathesis.generation.meta import CoveragePhaseData, CoverageScenario, TestPhase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case, Response


DOCUMENT = Path(__file__).parents[2] / "openapi/dist/zoho-crm-jobs.json"


@functools.cache
def document() -> Document:
    """Return the document."""
    return Document.read(DOCUMENT)


def body_of(response: Response) -> Any:
    """Return the JSON body; ``None`` if there is none or it is malformed, which another check finds."""
    if not response.headers.get("content-type", [""])[0].startswith("application/json"):
        return None
    try:
        return response.json()
    except ValueError:
        return None


def errors_of(response: Response) -> list[dict[str, Any]]:
    """Return every error in a response, including those in ``data`` beside successes."""
    return errors.errors_in(body_of(response))


def error_of(response: Response) -> dict[str, Any] | None:
    """Return the error in a response; ``None`` for a success, even a partial one."""
    return errors.error_in(body_of(response))


def succeeded(response: Response) -> bool:
    """Tell whether a response is 2xx, neither an error nor the empty response for a missing record."""
    return response.status_code < 300 and response.status_code != 204 and error_of(response) is None


def operation_id(case: Case[Any]) -> str:
    """Return the operationId of a request."""
    return str(definition(case)["operationId"])


def definition(case: Case[Any]) -> dict[str, Any]:
    """Return the operation of a request as the document has it."""
    raw: dict[str, Any] = case.operation.definition.raw
    return raw


def documented(case: Case[Any], status: int) -> dict[str, Any]:
    """Return the documented response of a status; empty if there is none."""
    found: dict[str, Any] = _response(operation_id(case), status).value
    return found


@functools.cache
def _response(name: str, status: int) -> Node:
    return document().responses(document().operation(name)).get(str(status), Node("", {}))


def documented_errors(case: Case[Any], status: int) -> dict[str, Node]:
    """Return the schemas of the errors that the document allows at a status, by code."""
    return _errors(operation_id(case), status)


@functools.cache
def _errors(name: str, status: int) -> dict[str, Node]:
    content = dict(_response(name, status).children("content")).get("application/json")
    found = errors.error_schemas(document(), content["schema"]) if content else ()
    return {error.code: error.schema for error in found}


def fields(case: Case[Any]) -> dict[str, Any]:
    """Return the body of a request if it is an object, else an empty one."""
    return case.body if isinstance(case.body, dict) else {}


def is_wrong_method(case: Case[Any]) -> bool:
    """Tell whether a request was generated to have a method that the document lacks."""
    data = case.meta.phase.data if case.meta else None
    if isinstance(data, CoveragePhaseData):
        return data.scenario is CoverageScenario.UNSPECIFIED_HTTP_METHOD
    documented_method: str = case.operation.method
    return case.method.lower() != documented_method.lower()


def is_valid(case: Case[Any]) -> bool:
    """Tell whether a request was generated to be valid."""
    return bool(case.meta and case.meta.generation.mode.is_positive) and not is_wrong_method(case)


def in_scenario(case: Case[Any]) -> bool:
    """Tell whether a request is a step of a scenario, in the stateful phase."""
    return case.meta is not None and case.meta.phase.name is TestPhase.STATEFUL


class JobStatus(NamedTuple):
    """A job as one response shows it.

    ``stage`` is 0 for waiting, 1 for running and 2 for ended. ``counts`` are by their names in ``x-waiter``; empty if
    some are missing. ``has_fixed_total`` tells whether the total is known before the end.
    """

    state: str
    stage: int
    counts: dict[str, int]
    has_fixed_total: bool


WAITING = ("SCHEDULED", "QUEUED", "ADDED")


def job_status(case: Case[Any], response: Response) -> JobStatus | None:
    """Return the status of the job in a response, by the document's ``x-waiter``; ``None`` if there is none."""
    waiter = documented(case, 200).get("x-waiter")
    if response.status_code != 200 or waiter is None:
        return None
    exchange = exchange_of(case, response)
    counts = {name: count_of(place, exchange) for name, place in waiter["counts"].items()}
    state = evaluate(waiter["state"], exchange)
    ended = state in [*waiter["success"], *waiter["failure"]]
    known = {name: count for name, count in counts.items() if isinstance(count, int)}
    stage = 2 if ended else int(state not in WAITING)
    return JobStatus(str(state), stage, known if len(known) == len(counts) else {}, not waiter.get("total_at_end"))


def exchange_of(case: Case[Any], response: Response | None = None) -> Exchange:
    """Return a request and its response as expressions see them."""
    return Exchange(case.path_parameters, case.query, case.body, body_of(response) if response else None)


def links(case: Case[Any], response: Response) -> Iterator[tuple[str, Case[Any]]]:
    """Yield the name and request of each link to a GET, if it gives all required parameters."""
    exchange = exchange_of(case, response)
    for name, link in documented(case, response.status_code).get("links", {}).items():
        target = case.operation.schema.find_operation_by_id(link["operationId"])
        if target.method.lower() != "get":
            continue
        given = {key: evaluate(value, exchange) for key, value in link["parameters"].items()}
        places: dict[str, dict[str, Any]] = {"path": {}, "query": {}}
        needed = set()
        for node in target.definition.raw["parameters"]:
            parameter = resolve(document().value, node)
            needed |= {parameter["name"]} if parameter["required"] else set()
            if given.get(parameter["name"]) is not None:
                places[parameter["in"]][parameter["name"]] = given[parameter["name"]]
        if needed <= {key for value in places.values() for key in value}:
            yield name, target.Case(path_parameters=places["path"], query=places["query"])
