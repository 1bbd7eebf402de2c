"""Arazzo workflows, made from the links and waiters of a document: one for each system that has a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.errors import codes_of
from document.expressions import expressions, schemas_at
from document.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from document.model import Node, Operation

WORKFLOWS = "workflows.arazzo.yaml"
SHORT_RETRIES = 30
LONG_RETRIES = 60
DESCRIPTION = """\
The same that the links and `x-waiter` of the OpenAPI document say, for tools that run workflows.

A step that reads the state of a job is repeated until the job has ended. The step succeeds in a state in which the job
did its work, perhaps with records that failed: see the counts. It ends the workflow as failed in a state in which the
job did not. In any other state, documented or not, the step is repeated: at first after the first delay of `x-waiter`,
then after the longest one, and a limited number of times. If a count is a sum over the parts of a job, the parts are
an output, since a workflow cannot add. A submission is never repeated, since Zoho might do it twice.

Calls need an access token, which is the input `token`. `x-security` gives it to Redocly Respect; other tools take it
as an option of their own.
"""


def workflows(value: dict[str, Any], url: str) -> dict[str, Any]:
    """Return the Arazzo document of a bundled document that stands at a URL."""
    document = Document(value)
    return {
        "arazzo": "1.0.1",
        "info": {
            "title": f"{value['info']['title']}, from submission to result",
            "version": value["info"]["version"],
            "summary": "How to start each kind of job, wait for its end and fetch its result.",
            "description": DESCRIPTION,
        },
        "sourceDescriptions": [{"name": "jobs", "type": "openapi", "url": url}],
        "workflows": [
            _Workflow(document, tag, first).made
            for _, tag in document.root.children("tags")
            for first in _first(document, tag["name"].value)
        ],
    }


def _first(document: Document, tag: str) -> Iterator[Operation]:
    """Yield the first operation of a system: it links to others, no other links to it, and it needs a token."""
    links = {operation.id: _links(document, operation) for operation in document.operations(tag)}
    targets = {link.value["operationId"] for each in links.values() for _, link in each.values()}
    for operation in document.operations(tag):
        if links[operation.id] and operation.id not in targets and operation.node.value["security"]:
            yield operation


def _links(document: Document, operation: Operation) -> dict[str, tuple[list[str], Node]]:
    """Return the links to other operations by name, each with the statuses of the responses that have it."""
    found: dict[str, tuple[list[str], Node]] = {}
    for status, response in document.responses(operation).items():
        for name, link in response.children("links"):
            if link.value["operationId"] != operation.id:
                found.setdefault(name, ([], link))[0].append(status)
    return found


class _Workflow:
    def __init__(self, document: Document, tag: Node, first: Operation) -> None:
        self.document = document
        self.inputs: dict[str, Any] = {}
        self.steps: list[dict[str, Any]] = []
        self.outputs: dict[str, str] = {}
        self.add(first, first.id, f"{first.node.value['summary']}.", {}, "", None)
        token = self.input("token", type="string", description="An access token.")
        [scheme] = {name for requirement in first.node.value["security"] for name in requirement}
        self.made = {
            "workflowId": tag["name"].value,
            "summary": tag["description"].value,
            "inputs": {"type": "object", "required": list(self.inputs), "properties": self.inputs},
            "x-security": [{"schemeName": f"$sourceDescriptions.jobs.{scheme}", "values": {"accessToken": token}}],
            "steps": self.steps,
            **({"outputs": self.outputs} if self.outputs else {}),
        }

    def add(
        self, operation: Operation, step_id: str, description: str, given: dict[str, str], name: str, payload: Any
    ) -> dict[str, Any]:
        """Add the step of an operation and those that its links lead to; ``name`` is that of the link to it."""
        values = {node["name"]: given.get(node["name"]) or self.value(node) for node in self.required(operation)}
        step: dict[str, Any] = {
            "stepId": step_id,
            "description": description,
            "operationId": operation.id,
            "parameters": [
                {"name": node["name"], "in": node["in"], "value": values[node["name"]]}
                for node in self.required(operation)
            ],
        }
        self.steps.append(step)
        step.update(self.body(operation, payload))
        links = _links(self.document, operation)
        waiter = next((r["x-waiter"] for r in self.document.responses(operation).values() if r.get("x-waiter")), None)
        step["successCriteria"] = self.success(operation, links, waiter.value if waiter else None)
        if waiter:
            self.wait(step, waiter.value)
        for link_name, (_, link) in links.items():
            self.follow(step, link_name, link, values)
        if not links and not waiter:
            step["outputs"] = {name: "$response.body"}
            if step_id == operation.id:  # a step that may not be taken has no output of the workflow
                self.outputs[name] = f"$steps.{step_id}.outputs.{name}"
        return step

    def required(self, operation: Operation) -> list[Any]:
        """Return the parameters that an operation requires."""
        return [node.value for node in self.document.parameters(operation) if node.value["required"]]

    def value(self, parameter: dict[str, Any]) -> str:
        """Return the one value that a parameter has, or else an input of its name."""
        if len(values := parameter["schema"].get("enum", [])) == 1:
            return str(values[0])
        return self.input(parameter["name"], type="string", description=parameter["description"])

    def input(self, name: str, **schema: Any) -> str:
        """Add an input and return the expression for it."""
        self.inputs.setdefault(name, schema)
        return f"$inputs.{name}"

    def body(self, operation: Operation, payload: Any) -> dict[str, Any]:
        """Return the body of a request: a payload, a list of replacements in an input, or inputs."""
        if (described := operation.node.get("requestBody")) is None:
            return {}
        [(media_type, content)] = described.children("content")
        body: dict[str, Any] = {"contentType": media_type, "payload": payload}
        if media_type != "application/json":
            properties = self.document.resolve(content["schema"])["properties"]
            body["payload"] = {
                key: self.input(key, description=node.value["description"]) for key, node in properties.children()
            }
        elif payload is None or isinstance(payload, list):
            body["payload"] = self.input("body", type="object", description=described["description"].value)
            body |= {"replacements": payload} if payload else {}
        return {"requestBody": body}

    def success(self, operation: Operation, links: dict[str, Any], waiter: dict[str, Any] | None) -> list[Any]:
        """Return when an operation succeeded: by its status, and by all that tells an error or an empty response."""
        responses = self.document.responses(operation)
        statuses = [status for status, response in responses.items() if status < "300" and self.succeeds(response)]
        conditions = []
        for statuses_of_link, link in links.values():
            bodies = link.value.get("x-bodies", {})
            if len(bodies) > 1:
                statuses = [*statuses_of_link, *(s for s in responses if s < "300" and s not in statuses_of_link)]
            else:
                statuses = statuses_of_link
                used = expressions([link.value.get("parameters"), bodies])
                conditions += [f"{place} != null" for place in dict.fromkeys(used) if place.startswith("$response")]
        if waiter:
            statuses = ["200"]
            conditions = [_is_one_of(waiter["state"], waiter["success"])]
        else:
            conditions = [*self.marks(responses[statuses[0]]), *conditions]
        condition = " || ".join(f"$statusCode == {status}" for status in statuses)
        return [{"condition": each} for each in (condition, *conditions)]

    def succeeds(self, response: Node) -> bool:
        """Tell whether a response has a body that need not be an error."""
        schemas = [content["schema"] for _, content in response.children("content")]
        return any(not codes_of(branch.value) for schema in schemas for branch in self.document.branches(schema))

    def marks(self, response: Node) -> list[str]:
        """Return the condition for the mark of a success, where a response has one."""
        for _, content in response.children("content"):
            for place in ("/data/0/status", "/status"):
                found = schemas_at(self.document, content["schema"], place)
                if any(schema.value.get("const") == "success" for schema in found):
                    return [f"$response.body#{place} == 'success'"]
        return []

    def wait(self, step: dict[str, Any], waiter: dict[str, Any]) -> None:
        """Let a step wait for the end of a job."""
        pending = ", ".join(f"`{state}`" for state in waiter["pending"])
        step["description"] += f" Pending states: {pending}."
        answered = {"condition": "$statusCode == 200"}
        delay = waiter["delay"]
        step["onFailure"] = [
            {
                "name": "failed",
                "type": "end",
                "criteria": [answered, {"condition": _is_one_of(waiter["state"], waiter["failure"])}],
            },
            *(
                {"name": name, "type": "retry", "retryAfter": seconds, "retryLimit": limit, "criteria": [answered]}
                for name, seconds, limit in (
                    ("pending", delay["first"], SHORT_RETRIES),
                    ("pending_for_long", delay["longest"], LONG_RETRIES),
                )
            ),
        ]
        # A workflow cannot add: the parts of the job are the output.
        places = waiter["counts"].items()
        counts = {name: place for name, place in places if isinstance(place, str)}
        parts = {place["each"].rpartition("/")[2]: place["each"] for _, place in places if isinstance(place, dict)}
        step["outputs"] = {"state": waiter["state"], **counts, **parts}
        self.outputs.update({name: f"$steps.{step['stepId']}.outputs.{name}" for name in step["outputs"]})

    def follow(self, step: dict[str, Any], name: str, link: Node, values: dict[str, str]) -> None:
        """Add the steps that a link leads to: one, or one for each body that it offers."""
        target = self.document.operation(link["operationId"].value)
        parameters = link.value.get("parameters", {})
        names = {expression: key for key, expression in parameters.items()}
        outputs = step.setdefault("outputs", {})
        bodies = link.value.get("x-bodies", {})

        def taken(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: taken(part) for key, part in value.items()}
            if isinstance(value, list):
                return [taken(part) for part in value]
            for place in expressions(value):
                message, _, rest = place.partition(".")
                if message == "$request":
                    value = value.replace(place, values[rest.partition(".")[2]])
                    continue
                if len(bodies) > 1:  # a place that the response may lack, so that only the whole body has a value
                    outputs["body"] = message + ".body"
                    value = value.replace(place, place.replace(outputs["body"], f"$steps.{step['stepId']}.outputs.body"))
                    continue
                words = [word.lower() for word in place.split("/")[1:] if not word.isdigit()]
                key = names.get(place, "_".join(words[-2:]))
                outputs[key] = place
                value = value.replace(place, f"$steps.{step['stepId']}.outputs.{key}")
            return value

        given = {key: taken(value) for key, value in parameters.items()}
        if "job_id" in outputs:
            self.outputs.setdefault("job_id", f"$steps.{step['stepId']}.outputs.job_id")
        if len(bodies) < 2:
            replacements = [found for body in bodies.values() for found in _replacements(body, taken)]
            self.add(target, target.id, link["description"].value, given, name, replacements)
            return
        step["onSuccess"] = [
            {
                "name": choice,
                "type": "goto",
                "stepId": f"{name}_{choice}",
                **({"criteria": [{"condition": f"{place} != null"} for place in places]} if places else {}),
            }
            for choice, body in bodies.items()
            for places in [expressions(body)]
        ]
        for choice, body in bodies.items():
            made = self.add(target, f"{name}_{choice}", link["description"].value, given, choice, taken(body))
            made["onSuccess"] = [{"name": "done", "type": "end"}]
        del self.steps[-1]["onSuccess"]


def _is_one_of(place: str, values: list[str]) -> str:
    return " || ".join(f"{place} == '{value}'" for value in values)


def _replacements(body: Any, taken: Callable[[Any], Any], pointer: str = "") -> Iterator[dict[str, str]]:
    """Yield each value with an expression in the body of a link, and its place."""
    parts = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, part in parts:
        yield from _replacements(part, taken, f"{pointer}/{key}")
    if isinstance(body, str) and expressions(body):
        yield {"target": pointer, "value": taken(body)}
