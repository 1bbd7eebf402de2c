"""Makes a Postman collection of the document, which Insomnia, Bruno and Hoppscotch import too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from document.model import DocumentError
from document.model import Document, Node, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
AUTHORIZATION = "Zoho-oauthtoken {{access_token}}"
HOW_TO_START = """\
Set the variable `access_token`, and the URLs to those of your data center. For the sandbox, set each URL to its address
and `access_token` to `sandbox`."""


def to_postman(document: dict[str, Any]) -> dict[str, Any]:
    """Makes a collection: a folder for each tag, a request for each operation, an answer for each example.

    It holds no secret: what the document calls a password is a variable without a value.

    Args:
        document: The bundled document.

    Returns:
        The collection.

    Raises:
        DocumentError: The document has something that there is no form for here.
    """
    return _Collection(Document(document)).made()


@dataclass(frozen=True)
class _Answer:
    """An answer as a collection keeps it; without a media type it has no body."""

    status: str
    key: str
    name: str
    media_type: str
    body: str


class _Collection:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.variables: dict[str, str] = {"access_token": ""}

    def made(self) -> dict[str, Any]:
        info = self.document.root["info"].value
        items: dict[str, list[dict[str, Any]]] = {}
        for operation in self.document.operations():
            items.setdefault(operation.node["tags"].value[0], []).append(self.item(operation))
        return {
            "info": {
                "name": info["title"],
                "description": f"{info['description'].strip()}\n\n{HOW_TO_START}",
                "version": info["version"],
                "schema": FORMAT,
            },
            "item": [
                {"name": tag["name"].value, "description": tag["description"].value, "item": items[tag["name"].value]}
                for _, tag in self.document.root.children("tags")
            ],
            "variable": [{"key": key, "value": value} for key, value in self.variables.items()],
        }

    def item(self, operation: Operation) -> dict[str, Any]:
        """Returns the request of an operation, with its answers."""
        return {
            "name": operation.id,
            "request": {
                **self.request(operation, self.usual(operation), described=True),
                "description": operation.node["description"].value,
            },
            "response": [
                {
                    "name": f"{answer.status} {answer.name}",
                    "originalRequest": self.request(operation, answer.key),
                    "code": int(answer.status),
                    # As httpx words it, since the standard library words it otherwise from one Python to the next.
                    "status": httpx.codes.get_reason_phrase(int(answer.status)),
                    "header": [{"key": "Content-Type", "value": answer.media_type}] if answer.media_type else [],
                    "_postman_previewlanguage": "json" if answer.media_type else "text",
                    "body": answer.body,
                }
                for answer in self.answers(operation)
            ],
        }

    def usual(self, operation: Operation) -> str:
        """Returns the key of the first request that has an answer or, without a body, that of the first answer."""
        keys = [answer.key for answer in self.answers(operation)]
        return next((key for key in self.bodies(operation) if key in keys), keys[0])

    def answers(self, operation: Operation) -> Iterator[_Answer]:
        """Yields each example of an answer, and each answer that has no body."""
        for status, response in self.document.responses(operation).items():
            if "content" not in response.value:
                yield _Answer(status, "", response["description"].value, "", "")
            for media_type, content in response.children("content"):
                for key, reference in content.children("examples"):
                    example = self.document.resolve(reference).value
                    yield _Answer(status, key, example["summary"], media_type, _text(example["value"]))

    def bodies(self, operation: Operation) -> dict[str, Any]:
        """Returns the examples of what is sent, by their keys."""
        request = operation.node.get("requestBody")
        return {
            key: self.document.resolve(example)["value"].value
            for _, content in (request.children("content") if request else ())
            for key, example in content.children("examples")
        }

    def request(self, operation: Operation, key: str, *, described: bool = False) -> dict[str, Any]:
        """Returns a request, with the values that the examples of this key have, or others if they have none."""
        given: dict[str, list[dict[str, str]]] = {"path": [], "query": [], "header": []}
        if operation.node["security"].value:
            given["header"].append({"key": "Authorization", "value": AUTHORIZATION})
        for parameter in self.document.parameters(operation):
            entry = {"key": parameter.value["name"], "value": self.value(parameter, operation, key)}
            if described:
                entry["description"] = parameter.value["description"]
            given[parameter.value["in"]].append(entry)
        body = self.body(operation, key) if "requestBody" in operation.node.value else {}
        if body.get("mode") == "raw":
            given["header"].append({"key": "Content-Type", "value": "application/json"})
        host = self.host(operation)
        path = [self.part(operation, part) for part in operation.path[1:].split("/")]
        query = "&".join(f"{entry['key']}={entry['value']}" for entry in given["query"])
        url = {
            "raw": "/".join([host, *path]) + (f"?{query}" if query else ""),
            "host": [host],
            "path": path,
            "query": given["query"],
            "variable": given["path"],
        }
        request = {"method": operation.method.upper(), "header": given["header"], "url": url}
        return {**request, "body": body} if body else request

    def part(self, operation: Operation, part: str) -> str:
        """Returns a part of a path, a parameter in the way of the format."""
        if "{" in part and not (part.startswith("{") and part.endswith("}")):
            raise DocumentError(f"{operation.node.pointer}: a collection has no form for {part!r}, a part of a path")
        return f":{part[1:-1]}" if "{" in part else part

    def host(self, operation: Operation) -> str:
        """Returns the variable for the address of an operation, whose value is the address in the first data center."""
        server = (operation.node.get("servers") or self.document.root["servers"])[0].value
        ((name, variable),) = server["variables"].items()
        return self.variable(name.replace("_domain", "_url"), server["url"].replace(f"{{{name}}}", variable["default"]))

    def value(self, parameter: Node, operation: Operation, key: str) -> str:
        """Returns the value of a parameter: of this key, of the operation, or a variable where no example shows one."""
        examples = {name: example["value"].value for name, example in parameter.children("examples")}
        of_operation = [name for name in examples if name.partition("-")[0] == operation.id]
        for name in (key, *of_operation, *examples):
            if name in examples:
                return str(examples[name])
        values = self.document.resolve(parameter["schema"]).value.get("enum")
        if not values:
            raise DocumentError(f"{parameter.pointer}: a collection needs an example, or a list of the values")
        *others, newest = values
        return self.variable(parameter.value["name"], newest) if others else str(newest)

    def variable(self, name: str, value: str) -> str:
        """Returns the text that stands for a variable, which has this value to start with."""
        self.variables[name] = value
        return f"{{{{{name}}}}}"

    def body(self, operation: Operation, key: str) -> dict[str, Any]:
        """Returns what is sent."""
        ((media_type, content),) = operation.node["requestBody"].children("content")
        schemas = self.document.reachable(content["schema"])
        properties = {name: node.value for schema in schemas for name, node in schema.children("properties")}
        if media_type == "multipart/form-data" and all(node.get("format") == "binary" for node in properties.values()):
            return {"mode": "formdata", "formdata": [{"key": name, "type": "file", "src": []} for name in properties]}
        bodies = self.bodies(operation)
        value = bodies.get(key, bodies.get(self.usual(operation)))
        if media_type == "application/json":
            return {"mode": "raw", "raw": _text(value), "options": {"raw": {"language": "json"}}}
        if media_type != "application/x-www-form-urlencoded" or value is None:
            raise DocumentError(f"{content.pointer}: a collection has no form for this body")
        fields = [
            {"key": name, "value": self.variable(name, "") if properties[name].get("format") == "password" else text}
            for name, text in value.items()
        ]
        return {"mode": "urlencoded", "urlencoded": fields}


def _text(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
