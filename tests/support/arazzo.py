"""A runner of Arazzo workflows, with the features that ours use; any other is an error."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from document.expressions import value_at

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

JSON = dict[str, Any]
TOKEN = re.compile(r"\s*(?:(?P<place>\$[\w./#-]+)|'(?P<text>[^']*)'|(?P<number>\d+)|(?P<null>null)|(?P<sign>[=!]=))\s*")
NOTHING = object()
"""The value of an expression that leads nowhere."""


@dataclass
class Context:
    """The values that expressions refer to.

    Attributes:
        inputs: The inputs of the workflow.
        steps: The outputs of each finished step.
        status: The HTTP status of the last response.
        body: The body of the last response: JSON, bytes, or nothing.
    """

    inputs: JSON
    steps: dict[str, JSON] = field(default_factory=dict)
    status: int = 0
    body: Any = NOTHING

    def find(self, expression: str) -> Any:
        """Return the value of a runtime expression."""
        source, _, pointer = expression.partition("#")
        name, *path = source.removeprefix("$").split(".")
        found: Any
        match name, path:
            case "statusCode", []:
                found = self.status
            case "inputs", [key]:
                found = self.inputs.get(key, NOTHING)
            case "steps", [step, "outputs", key]:
                found = self.steps.get(step, {}).get(key, NOTHING)
            case "response", ["body"]:
                found = self.body
            case _:
                raise NotImplementedError(expression)
        return value_at(found, pointer, NOTHING)

    def fill(self, value: Any) -> Any:
        """Return a value with its expressions replaced by their values."""
        if isinstance(value, dict):
            return {key: self.fill(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self.fill(part) for part in value]
        if not isinstance(value, str):
            return value
        if value.startswith("$"):
            found = self.find(value)
            if found is NOTHING:
                raise LookupError(f"{value}: there is nothing")
            return found
        return re.sub(r"\{(\$[^}]+)\}", lambda match: str(self.fill(match[1])), value)

    def holds(self, criteria: list[JSON]) -> bool:
        """Return whether all criteria hold. Each is a simple condition."""
        return all(self._meets(**criterion) for criterion in criteria)

    def _meets(self, condition: str) -> bool:
        return any(all(map(self._compare, part.split("&&"))) for part in condition.split("||"))

    def _compare(self, comparison: str) -> bool:
        tokens = list(TOKEN.finditer(comparison))
        left, sign, right = tokens
        if "".join(match[0] for match in tokens) != comparison or sign.lastgroup != "sign":
            raise NotImplementedError(comparison)
        equal: bool = self._operand(left) == self._operand(right)
        return equal == (sign["sign"] == "==")

    def _operand(self, token: re.Match[str]) -> Any:
        match token.lastgroup:
            case "place":
                found = self.find(token["place"])
                return found.casefold() if isinstance(found, str) else None if found is NOTHING else found
            case "text":
                return token["text"].casefold()  # Arazzo compares text without regard to case
            case "number":
                return int(token["number"])
            case _:
                return None


@dataclass
class Outcome:
    """The result of a workflow.

    Attributes:
        failed_at: The step that failed; None if the workflow succeeded.
        outputs: The outputs that have a value.
        taken: The steps in the order in which they ran, with retries.
        waited: The seconds between the steps.
        status: The HTTP status of the last response.
        body: The body of the last response.
    """

    failed_at: str | None = None
    outputs: JSON = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    waited: float = 0
    status: int = 0
    body: Any = None


class Runner:
    """A runner of workflows. The client has a base URL and an access token."""

    def __init__(self, description: JSON, api: JSON, client: httpx.Client, wait: Callable[[float], None]) -> None:
        self._workflows = {workflow["workflowId"]: workflow for workflow in description["workflows"]}
        self._calls = {
            operation["operationId"]: (method, path)
            for path, item in api["paths"].items()
            for method, operation in item.items()
        }
        self._client = client
        self._wait = wait

    def run(self, workflow_id: str, **inputs: Any) -> Outcome:
        """Run a workflow to its end."""
        workflow = self._workflows[workflow_id]
        steps = {step["stepId"]: step for step in workflow["steps"]}
        following = dict(zip(steps, [*list(steps)[1:], None], strict=True))
        context, outcome, tries = Context(inputs), Outcome(), dict[tuple[str, str], int]()
        step_id: str | None = next(iter(steps))
        while step_id:
            step = steps[step_id]
            outcome.taken.append(step_id)
            self._call(step, context)
            outcome.status, outcome.body = context.status, context.body
            if context.holds(step["successCriteria"]):
                context.steps[step_id] = {
                    name: None if place == "$response.body" and context.body is NOTHING else context.fill(place)
                    for name, place in step.get("outputs", {}).items()
                }
                action = self._action(step.get("onSuccess", []), context)
                step_id = None if action.get("type") == "end" else action.get("stepId", following[step_id])
                continue
            left = [
                action
                for action in step.get("onFailure", [])
                if tries.get((step_id, action["name"]), 0) < action.get("retryLimit", 1)
            ]
            action = self._action(left, context)
            if action.get("type") != "retry":
                outcome.failed_at = step_id
                break
            tries[step_id, action["name"]] = tries.get((step_id, action["name"]), 0) + 1
            outcome.waited += action["retryAfter"]
            self._wait(action["retryAfter"])
        for name, place in workflow.get("outputs", {}).items():
            if outcome.failed_at is None or context.find(place) is not NOTHING:
                outcome.outputs[name] = context.fill(place)
        return outcome

    @staticmethod
    def _action(actions: list[JSON], context: Context) -> JSON:
        """Return the first action whose criteria hold, or an empty one."""
        return next((action for action in actions if context.holds(action.get("criteria", []))), {})

    def _call(self, step: JSON, context: Context) -> None:
        """Make the call of a step, and put the response in the context."""
        method, path = self._calls[step["operationId"]]
        sent: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
        for parameter in step.get("parameters", []):
            sent[parameter["in"]][parameter["name"]] = context.fill(parameter["value"])
        body = step.get("requestBody", {"contentType": None, "payload": None})
        payload = copy.deepcopy(context.fill(body["payload"]))
        for replacement in body.get("replacements", []):
            *keys, last = replacement["target"].split("/")[1:]
            place = payload
            for key in keys:
                place = place[int(key) if isinstance(place, list) else key]
            place[last] = context.fill(replacement["value"])
        response = self._client.request(
            method,
            path.format_map(sent["path"]),
            params=sent["query"],
            headers=sent["header"],
            json=payload if body["contentType"] == "application/json" else None,
            files=payload if body["contentType"] == "multipart/form-data" else None,
        )
        context.status = response.status_code
        is_json = response.headers.get("content-type", "").startswith("application/json") and response.content
        context.body = json.loads(response.content) if is_json else response.content or NOTHING
