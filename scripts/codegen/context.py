"""What the templates need to know of the document and the generator does not hand to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from document.model import resolve
from openapi_python_client import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = {"application/json": "json", "application/x-www-form-urlencoded": "data", "multipart/form-data": "files"}
"""How httpx calls each kind of body."""


class GenerateError(Exception):
    """The document cannot be made into a client; the message says why."""


class DocumentFacts:
    """A bundled document, as the templates see it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.schemas: dict[str, Any] = document["components"]["schemas"]

    @property
    def api_domains(self) -> dict[tuple[str, str], str]:
        """The api domain of each data center and environment, from the server's variable."""
        domains = {}
        for domain in self.document["servers"][0]["variables"]["api_domain"]["enum"]:
            environment, _, country = domain.replace("www.", "production.", 1).partition(".zohoapis.")
            domains[data_center(country), environment] = domain
        return domains

    @property
    def codes(self) -> dict[str, str]:
        """The code of each schema that has one, errors and others, by the name of its class."""
        schemas = {name: schema.get("properties", {}).get("code", {}) for name, schema in self.schemas.items()}
        return {class_name(name): code["const"] for name, code in schemas.items() if "const" in code}

    @property
    def api_versions(self) -> list[str]:
        """Every version that some operation has, oldest first."""
        versions = {version for operation in self.operations() for version in operation["versions"]} - {"v2"}
        return sorted(versions, key=lambda version: float(version[1:]))

    @property
    def domains(self) -> dict[str, dict[str, str]]:
        """The domains beside the api domain: for each variable of a server, that of each data center."""
        centers = list(dict.fromkeys(center for center, _ in self.api_domains))
        domains: dict[str, dict[str, str]] = {}
        for _, _, operation in self.each_operation():
            for server in operation.get("servers", []):
                for name, variable in server["variables"].items():
                    of_center = {data_center(domain): domain for domain in variable.get("enum", [])}
                    domains[name] = {center: of_center.get(center, variable["default"]) for center in centers}
        return domains

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The errors, with the names that the client has for their models and exceptions."""
        return [
            {
                "codes": codes,
                "description": schema["description"],
                "details": class_name(schema["properties"].get("details", {"$ref": name})["$ref"].rpartition("/")[2]),
                "exception": exception_name(name),
                "model": class_name(name),
            }
            for name, schema in sorted(self.schemas.items())
            if (codes := codes_of(schema))
        ]

    def each_operation(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """The path, method and description of each operation."""
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                yield path, method, operation

    def operations(self) -> Iterator[dict[str, Any]]:
        """The operations, with what each of their answers means."""
        errors = {code: error for error in self.errors for code in error["codes"]}
        statuses = {
            operation["operationId"]: name
            for _, _, operation in self.each_operation()
            for name in self.job_models(operation)
        }
        for path, method, operation in self.each_operation():
            facts = self.operation(path, operation)
            raises = {"JobNotFound": "There is no such job."} if facts["absent"] else {}
            for codes in ("codes", "in_data"):
                for status, reply in facts["replies"].items():
                    for code in reply[codes]:
                        error = errors[code]
                        raises.setdefault(error["exception"], f"{status}. {error['description']}")
            models = [
                name for reply in facts["replies"].values() for name in (*reply["success"], reply["wrapped"]) if name
            ]
            returns = [name for reply in facts["replies"].values() for name in reply["returns"]]
            status = statuses.get(facts["status"]["operationId"]) if facts["status"] else None
            flat = [name for reply in facts["replies"].values() for name in reply["flat"]]
            yield {
                **facts,
                "method": method,
                "raises": raises,
                "models": unique(models),
                "returns": " | ".join(unique(returns)),
                "job": status,
                "answers": " | ".join(unique([*(name for name in returns if name != "None"), *models, *sorted(flat)])),
            }

    def operation(self, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        """Returns what the document says of one operation."""
        parameters = [self.resolve(parameter) for parameter in operation.get("parameters", [])]
        responses = {int(status): self.resolve(response) for status, response in operation["responses"].items()}
        waiters = [response["x-waiter"] for response in responses.values() if "x-waiter" in response]
        links = [link for response in responses.values() for link in response.get("links", {}).values()]
        status = [link for link in links if not waiters and self.tells_status(link["operationId"])]
        if any(without_version(link) != without_version(status[0]) for link in status):
            raise GenerateError(
                f"{operation['operationId']}: its links lead to the status of the job in different ways"
            )
        absent = [entry for waiter in waiters for entry in waiter["absent"]]
        checked = [
            self.resolve(parameter["schema"])["enum"] for parameter in parameters if parameter["name"] == "version"
        ]
        fixed = re.findall(r"^/crm/(v[\d.]+)/", path)
        body = operation.get("requestBody", {})
        return {
            "id": operation["operationId"],
            "path": path,
            "summary": operation["summary"],
            "description": operation["description"],
            "source": f"Source: {operation['x-source']}.",
            "parameters": {parameter["name"]: parameter["description"] for parameter in parameters},
            "body": body.get("description"),
            "content": CONTENT[next(iter(body.get("content", ["application/json"])))],
            "host": next(iter(operation.get("servers", self.document["servers"])[0]["variables"])),
            "authenticated": operation["security"] != [],
            "checked_versions": checked[0] if checked else [],
            "versions": checked[0] if checked else fixed,
            "replies": {
                status: self.reply(response, [entry for entry in absent if entry["status"] == status], bool(waiters))
                for status, response in responses.items()
            },
            "absent": [entry["status"] for entry in absent if "code" not in entry],
            "tag": operation["tags"][0],
            "waiter": self.waiter(operation, responses, waiters[0]) if waiters else None,
            "status": status[0] if status else None,
        }

    def tells_status(self, operation_id: str) -> bool:
        """Returns whether an operation tells the status of a job, which an ``x-waiter`` on its answer says."""
        return any(
            "x-waiter" in self.resolve(response)
            for _, _, operation in self.each_operation()
            if operation["operationId"] == operation_id
            for response in operation["responses"].values()
        )

    def job_models(self, operation: dict[str, Any]) -> list[str]:
        """Returns the model of the status that an operation tells; none if it tells none."""
        return [
            class_name(self.resolve(response)["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2])
            for response in operation["responses"].values()
            if "x-waiter" in self.resolve(response)
        ]

    def waiter(
        self, operation: dict[str, Any], responses: dict[int, dict[str, Any]], waiter: dict[str, Any]
    ) -> dict[str, Any]:
        """Returns what the client's ``Waiter`` is made of."""
        names = [self.resolve(parameter)["name"] for parameter in operation["parameters"]]
        links = [
            link
            for _, _, other in self.each_operation()
            for response in other["responses"].values()
            for link in self.resolve(response).get("links", {}).values()
        ]
        answered = {
            name
            for link in links
            if link["operationId"] == operation["operationId"]
            for name, value in link["parameters"].items()
            if value.startswith("$response.")
        }
        result = waiter.get("result") and (waiter["result"], responses[200]["links"]["result"]["operationId"])
        return {
            # What a submission answers is the job's id; the rest, such as the module, was known before.
            "job": sorted((name for name in names if name != "version"), key=answered.__contains__),
            **{key: waiter[key] for key in ("state", "pending", "success", "failure", "counts")},
            "initial_delay": float(waiter["delay"]["first"]),
            "max_delay": float(waiter["delay"]["longest"]),
            "absent": [(entry["status"], entry["code"]) for entry in waiter["absent"] if "code" in entry],
            "result": result,
        }

    def reply(self, response: dict[str, Any], absent: list[dict[str, Any]], waits: bool) -> dict[str, Any]:
        """Returns what an answer with one status may be."""
        reply: dict[str, Any] = {
            "description": response["description"],
            "success": [],
            "flat": [],
            "codes": [],
            "in_data": [],
            "oauth": False,
            "wrapped": None,
            "empty": next((entry["code"] for entry in absent if entry.get("empty_body")), None),
            "means_not_found": any("code" not in entry for entry in absent),
            "no_content": False,
            "binary": "application/octet-stream" in response.get("content", {}),
        }
        if "content" not in response and not reply["means_not_found"]:
            if waits:
                raise GenerateError(f"{response['description']}: no content, and no x-waiter says what that means")
            reply["no_content"] = True
        for media_type in response.get("content", {}).values():
            for branch in media_type["schema"].get("oneOf", [media_type["schema"]]):
                self.add_branch(reply, branch)
        reply["returns"] = [*reply["success"], *["bytes"] * reply["binary"], *["None"] * reply["no_content"]]
        return reply

    def add_branch(self, reply: dict[str, Any], branch: dict[str, Any]) -> None:
        """Adds one schema that an answer may have to what it may be."""
        schema = self.resolve(branch)
        items = schema.get("properties", {}).get("data", {}).get("items", {})
        in_data = [codes_of(self.resolve(node)) for node in items.get("oneOf", [items])]
        if codes := codes_of(schema):
            reply["codes"] += codes
            reply["oauth"] |= "error" in schema["properties"]
            reply["flat"].append(class_name(branch["$ref"].rpartition("/")[2]))
        elif all(in_data):
            reply["codes"] += [code for codes in in_data for code in codes if code not in reply["codes"]]
            reply["wrapped"] = class_name(branch["$ref"].rpartition("/")[2])
        elif not reply["binary"]:
            reply["in_data"] += [code for codes in in_data for code in codes]
            reply["success"].append(class_name(branch["$ref"].rpartition("/")[2]))

    def resolve(self, node: dict[str, Any]) -> Any:
        """Returns what a node is, or refers to."""
        return resolve(self.document, node)


def codes_of(schema: dict[str, Any]) -> list[str]:
    """Returns the codes of a schema that is an error; none for any other schema."""
    properties = schema.get("properties", {})
    if properties.get("status", {}).get("const") == "error":
        return [properties["code"]["const"]]
    codes: list[str] = properties.get("error", {}).get("enum", [])
    return codes


def unique(names: list[str]) -> list[str]:
    """Returns the names, each once, in their order."""
    return list(dict.fromkeys(names))


def reply_code(reply: dict[str, Any]) -> str:
    """Returns the Python expression for what an answer with one status may be."""
    arguments = []
    if reply["success"]:
        arguments.append(f"success={tuple(map(str, reply['success']))!r}")
    if codes := reply["codes"] + reply["in_data"]:
        arguments.append(f"codes={codes!r}")
    if reply["wrapped"]:
        arguments.append(f"error_list_model={str(reply['wrapped'])!r}")
    if reply["empty"]:
        arguments.append(f"empty_body_code={reply['empty']!r}")
    arguments += [f"{flag}=True" for flag in ("oauth", "means_not_found", "no_content", "binary") if reply[flag]]
    return f"Reply({', '.join(arguments)})"


def waiter_code(waiter: dict[str, Any]) -> str:
    """Returns the Python expression for how to wait."""
    return f"Waiter({', '.join(f'{key}={value!r}' for key, value in waiter.items() if value is not None)})"


def link_code(link: dict[str, Any]) -> str:
    """Returns the Python expression for a link."""
    return f"Link({link['operationId']!r}, {without_version(link)['parameters']!r})"


def without_version(link: dict[str, Any]) -> dict[str, Any]:
    """Returns a link without its description and the version, which the client knows."""
    parameters = {name: value for name, value in link["parameters"].items() if name != "version"}
    return {"operationId": link["operationId"], "parameters": parameters}


def data_center(domain: str) -> str:
    """Returns the data center of a domain: its country, or "us"."""
    country = domain.rpartition(".")[2]
    return "us" if country == "com" else country


def class_name(schema_name: str) -> str:
    """Returns the generator's name for the class of a schema."""
    return str(strings.ClassName(schema_name, "field_"))


def exception_name(schema_name: str) -> str:
    """Returns the name of the exception that carries the error of a schema."""
    return class_name(schema_name).removesuffix("Error") + "Error"
