"""Rules of links and waiters, which lead from a submission to its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from document.errors import error_schemas
from document.expressions import Exchange, count_of, expected_instead, expressions, schemas_at
from document.lint.extensions import has_form
from document.lint.rule import Finding, found, rule
from document.model import Document, Node, Operation, step

if TYPE_CHECKING:
    from collections.abc import Iterator


def links(document: Document) -> Iterator[tuple[Operation, Node, Node]]:
    """Yield the operation and response of every link, and the link."""
    for operation in document.operations():
        for response in document.responses(operation).values():
            for _, link in response.children("links"):
                yield operation, response, link


def waiters(document: Document) -> Iterator[tuple[Operation, Node, Node]]:
    """Yield the operation and response of every well-formed x-waiter, and the x-waiter."""
    for operation in document.operations():
        for response in document.responses(operation).values():
            waiter = response.get("x-waiter")
            if waiter and has_form(waiter):
                yield operation, response, waiter


def response_schemas(document: Document, response: Node, expression: str) -> list[Node]:
    """Return the schemas of the place in a response that an expression names."""
    pointer = expression.partition("#")[2]
    schemas = [content["schema"] for _, content in response.children("content")]
    return [node for schema in schemas for node in schemas_at(document, schema, pointer)]


@rule
def link_target(document: Document) -> Iterator[Finding]:
    """A link leads to an operation, gives parameters that it has, and gives or explains each one that it requires.

    Tools follow links automatically. The description of a link explains the parameters that the link cannot give.
    """
    operations = {operation.id: operation for operation in document.operations()}
    for _, _, link in links(document):
        target = operations.get(link.value.get("operationId"))
        if target is None:
            yield Finding(link.pointer, f"operationId: {link.value.get('operationId')}", "an operation of the document")
            continue
        given = dict(link.children("parameters"))
        parameters = {node.value["name"]: node.value for node in document.parameters(target)}
        for name in given:
            if name not in parameters:
                yield Finding(given[name].pointer, repr(name), f"a parameter of {target.id}")
        for name, parameter in parameters.items():
            if parameter.get("required") and name not in given and name not in link.value.get("description", ""):
                yield Finding(link.pointer, f"nothing of {name}", "its value, or how to get it in the description")


@rule
def link_body(document: Document) -> Iterator[Finding]:
    """The request body of a link is text: one expression; a body with expressions inside it stands in x-bodies.

    OpenAPI defines no evaluation of an expression inside an object, and validators refuse a document with one.
    """
    for _, _, link in links(document):
        if not isinstance(link.value.get("requestBody", ""), str):
            yield Finding(link.pointer, "an object as requestBody", "text, or x-bodies")


@rule
def link_expression(document: Document) -> Iterator[Finding]:
    """The expressions of a link speak of parameters and fields that the document describes.

    A wrong place gives an empty value instead of an error, and tools send that value.
    """
    for operation, response, link in links(document):
        for expression in expressions([link.value.get(key) for key in ("parameters", "requestBody", "x-bodies")]):
            if wrong := expected_instead(document, operation, response, expression):
                yield Finding(link.pointer, repr(expression), wrong)


@rule
def waiter_present(document: Document) -> Iterator[Finding]:
    """The 200 response of an operation that a submission links to for the status has an x-waiter.

    Without the key, no program can wait for the job that the submission created.
    """
    targets = {link.value.get("operationId") for operation, _, link in links(document) if operation.method == "post"}
    for operation in document.operations():
        if operation.id in targets and operation.method == "get":
            response = document.responses(operation).get("200", operation.node)
            if "x-waiter" not in response.value:
                yield Finding(response.pointer, "no x-waiter", "how to wait for the end of the job")


@rule
def waiter_state(document: Document) -> Iterator[Finding]:
    """An x-waiter puts each value that the schema lists for the state in one of pending, success and failure.

    A client waits until the deadline if a state is in no list, and cannot tell success from failure if it is in two
    lists.
    """
    for _, response, waiter in waiters(document):
        states = sorted(state for key in ("pending", "success", "failure") for state in waiter.value[key])
        schemas = response_schemas(document, response, waiter.value["state"])
        values = sorted(value for schema in schemas for value in schema.value.get("enum", []))
        if states != values or not values:
            yield Finding(waiter.pointer, f"the states {states}", f"each once: {values}")


@rule
def waiter_count(document: Document) -> Iterator[Finding]:
    """The counts of an x-waiter are whole numbers in the response, the total among them.

    Clients predict progress from the counts. Without a total, or with a wrong field, they poll at the wrong time.
    """
    for _, response, waiter in waiters(document):
        for count, place in waiter.children("counts"):
            each = place.get("each")
            expression = f"{each.value}/0{place['sum'].value}" if each else place.value
            schemas = response_schemas(document, response, expression)
            if [schema.value.get("type") for schema in schemas] != ["integer"]:
                yield Finding(place.pointer, repr(place.value), f"where the response has the {count}, an integer")


@rule
def waiter_result(document: Document) -> Iterator[Finding]:
    """If an x-waiter has a place for the address of the result, the response has that field, and a link result.

    The field says whether there is a result, and the link says which operation downloads it. A client needs both.
    """
    for _, response, waiter in waiters(document):
        place = waiter.get("result")
        if place and not response_schemas(document, response, place.value):
            yield found(place, "a place in the response")
        if place and "result" not in response.value.get("links", {}):
            yield Finding(response.pointer, "no link result", "a link to the operation that fetches the result")


@rule
def waiter_sum(document: Document) -> Iterator[Finding]:
    """In every example of a response with an x-waiter, the total is the sum of the other counts.

    If they do not add up, the document confuses two counts.
    """
    for _, response, waiter in waiters(document):
        for _, content in response.children("content"):
            for _, example in content.children("examples"):
                exchange = Exchange(response=document.resolve(example)["value"].value)
                counts = {name: count_of(place, exchange) for name, place in waiter.value["counts"].items()}
                total = counts.pop("total", None)
                others = sum(count for count in counts.values() if isinstance(count, int))
                if isinstance(total, int) and total != others:
                    yield Finding(example.pointer, f"a total of {total} for {counts}", f"a total of {others}")


@rule
def waiter_absent(document: Document) -> Iterator[Finding]:
    """The sign of a job that does not exist is a response of the operation: that error, or one without a body.

    Otherwise a client treats the response as a failed call, and retries it.
    """
    for operation, _, waiter in waiters(document):
        for _, entry in waiter.children("absent"):
            response = document.responses(operation).get(str(entry.value["status"]))
            contents = [content for _, content in response.children("content")] if response else []
            errors = [error for content in contents for error in error_schemas(document, content["schema"])]
            codes = {error.code for error in errors if not error.among_successes}
            if response is None or (entry.value["code"] not in codes if "code" in entry.value else contents):
                yield Finding(entry.pointer, str(entry.value), f"a response of {operation.id}, with the code or empty")


@rule
def waiter_delay(document: Document) -> Iterator[Finding]:
    """The first delay of an x-waiter is shorter than the longest.

    Delays grow from the one to the other.
    """
    for _, _, waiter in waiters(document):
        delay = waiter["delay"]
        if delay.value["first"] >= delay.value["longest"]:
            yield Finding(step(delay.pointer, "first"), str(delay.value), "first < longest")
