"""The facts of the document that the templates print."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from document.dist.citations import citations, title
from document.errors import codes_of, error_schemas, is_oauth_error, kinds_of
from document.model import Document, DocumentError

from codegen.names import class_name, method_name, unique
from codegen.requests import Argument, Form, Requests
from codegen.runtime.operation import Link, Operation, Reply, Sum, Waiter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from document import model
    from document.model import Node

RUNTIME = Path(__file__).parent / "runtime"

CONTENT = {"application/json": "json", "application/x-www-form-urlencoded": "data", "multipart/form-data": "files"}
"""What httpx calls each kind of request body."""


class Kind(NamedTuple):
    """A kind of errors, with the name of its exception."""

    name: str
    description: str
    exception: str
    retryable: bool


class ErrorClass(NamedTuple):
    """An error schema with the names of its exception, its model and the model of its details."""

    codes: tuple[str, ...]
    description: str
    exception: str
    model: str
    details: str
    kinds: tuple[Kind, ...]
    """The kind of each code."""
    retryable: bool
    """Whether it is retryable although its kind is not."""

    @property
    def base(self) -> str:
        """The exception that it extends: its kind, or the root if its codes have several."""
        return "ApiError" if self.variants else self.kinds[0].exception

    @property
    def variants(self) -> dict[str, Kind]:
        """The exceptions for the kinds of its codes; none if all have one kind."""
        names = {self._variant(kind): kind for kind in self.kinds}
        return names if len(names) > 1 else {}

    @property
    def by_code(self) -> dict[str, str]:
        """The exception of each code."""
        named = zip(self.codes, self.kinds, strict=True)
        return {code: self._variant(kind) if self.variants else self.exception for code, kind in named}

    def _variant(self, kind: Kind) -> str:
        return self.exception.removesuffix("Error") + kind.exception


@dataclass(frozen=True)
class Endpoint:
    """An operation as the templates describe it."""

    operation: Operation
    tag: str
    summary: str
    description: str
    source: str
    parameters: dict[str, str]
    """The descriptions by name."""
    body: str | None
    """The description of the request body."""
    versions: Sequence[str]
    """The versions of the API that its path can have."""
    returns: list[str]
    """The types that ``sync`` returns."""
    parsed: list[str]
    """The types of ``Response.parsed``."""
    results: list[str]
    """What each status of success means."""
    raises: dict[str, str]
    """The errors that not every operation has, and their statuses and meaning."""
    job: str | None
    """The model of the status of the job that it starts."""
    method: str
    """The name of its method in the resource of its tag."""
    forms: list[Form]
    """The forms of its request body."""
    positional: list[Argument]
    """Its path parameters that a caller gives."""
    named: list[Argument]
    """Its other parameters that a caller gives."""
    fixed: dict[str, str]
    """The Python code for each parameter that a caller does not give, by its name in the document."""

    @property
    def arguments(self) -> list[Argument]:
        """The keys of all forms of its body, those that all require first."""
        keys: dict[str, Argument] = {}
        for form in self.forms:
            for argument in form.arguments:
                keys.setdefault(argument.key, argument)
        everywhere = {key for key in keys if all(key in form.required for form in self.forms)}
        return sorted(
            (replace(argument, required=argument.key in everywhere) for argument in keys.values()),
            key=lambda argument: not argument.required,
        )

    @property
    def returned(self) -> str:
        """The type that its method returns."""
        return " | ".join(name if name in ("None", "bytes") else f"models.{name}" for name in self.returns)


class Context:
    """A bundled document, as the templates see it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = Document(document)
        self.info = document["info"]
        self.requests = Requests(self.document)
        self.tags = {tag["name"]: tag["description"] for tag in document["tags"]}
        self.operations = {source.id: self._operation(source) for source in self.document.operations()}

    @cached_property
    def api_domains(self) -> dict[tuple[str, str], str]:
        """The API domain of each data center and environment, from the variable of the server."""
        domains = {}
        for domain in self.document.value["servers"][0]["variables"]["api_domain"]["enum"]:
            environment, _, country = domain.replace("www.", "production.", 1).partition(".zohoapis.")
            domains[data_center(country), environment] = domain
        return domains

    @property
    def data_centers(self) -> list[str]:
        """The data centers, in the order of the document."""
        return unique(center for center, _ in self.api_domains)

    @property
    def environments(self) -> list[str]:
        """The environments, in the order of the document."""
        return unique(environment for _, environment in self.api_domains)

    @property
    def domains(self) -> dict[str, dict[str, str]]:
        """The domains of each data center besides the API domain, by the variable of the server."""
        domains: dict[str, dict[str, str]] = {center: {} for center in self.data_centers}
        for operation in self.document.operations():
            for _, server in operation.node.children("servers"):
                for name, variable in server.value["variables"].items():
                    by_center = {data_center(domain): domain for domain in variable.get("enum", [])}
                    for center in domains:
                        domains[center][name] = by_center.get(center, variable["default"])
        return domains

    @property
    def api_versions(self) -> tuple[str, ...]:
        """Every version that a client can have, oldest first. v2 is for downloads only."""
        versions = {version for endpoint in self.endpoints.values() for version in endpoint.versions} - {"v2"}
        return tuple(sorted(versions, key=lambda version: float(version[1:])))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each model that has one, of a success or an error."""
        codes = {name: schema.value.get("properties", {}).get("code", {}) for name, schema in self._schemas()}
        return {class_name(name): code["const"] for name, code in codes.items() if "const" in code}

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kinds of errors, in the order of the document."""
        return [
            Kind(name, kind["description"], f"{class_name(name)}Error", kind.get("retryable", False))
            for name, kind in self.document.value["x-error-kinds"].items()
        ]

    @cached_property
    def errors(self) -> list[ErrorClass]:
        """The errors of the API, by name."""
        return [
            ErrorClass(
                codes=tuple(codes),
                description=schema.value["description"],
                exception=class_name(name).removesuffix("Error") + "Error",
                model=class_name(name),
                details=class_name(schema.value["properties"].get("details", {"$ref": name})["$ref"].split("/")[-1]),
                kinds=tuple(self._kind(schema, code) for code in codes),
                retryable="x-retryable" in schema.value,
            )
            for name, schema in sorted(self._schemas(), key=itemgetter(0))
            if (codes := codes_of(schema.value))
        ]

    def _kind(self, schema: Node, code: str) -> Kind:
        name, kinds = kinds_of(schema.value).get(code), {kind.name: kind for kind in self.kinds}
        if name not in kinds:
            expected = f"expected one of {', '.join(kinds)}"
            raise DocumentError(f"{schema.pointer}: x-error-kind of {code}: {name or 'missing'}: {expected}")
        return kinds[name]

    @cached_property
    def by_code(self) -> dict[str, ErrorClass]:
        """The errors of the API by code."""
        return {code: error for error in self.errors for code in error.codes}

    @property
    def resolutions(self) -> dict[str, tuple[tuple[int, str, str | None, str], ...]]:
        """The resolutions of each operation that has some: status, code, message if it matters, and text."""
        entries = {source.id: source.node.value.get("x-resolutions", []) for source in self.document.operations()}
        return {
            name: tuple((entry["status"], entry["code"], entry.get("message"), entry["text"]) for entry in found)
            for name, found in entries.items()
            if found
        }

    @cached_property
    def _runtime_classes(self) -> dict[str, ast.ClassDef]:
        nodes = ast.parse((RUNTIME / "errors.py").read_text("utf-8")).body
        classes = [node for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        return {node.name: node for node in classes if node.name != "RequestLine"}

    @property
    def runtime_errors(self) -> dict[str, str]:
        """The exceptions of the runtime, and the first line of the docstring of each."""
        return {name: str(ast.get_docstring(node)).partition("\n")[0] for name, node in self._runtime_classes.items()}

    def error_tree(self, parent: str | None = None, indent: str = "") -> Iterator[str]:
        """Yield the lines that show which exception of the runtime extends which."""
        classes = self._runtime_classes
        parents = {
            name: next((base for base in map(ast.unparse, node.bases) if base in classes), None)
            for name, node in classes.items()
        }
        children = [name for name in classes if parents[name] == parent]
        for name in children:
            branch, stem = ("└── ", "    ") if name == children[-1] else ("├── ", "│   ")
            yield f"{indent}{branch}{name}: {self.runtime_errors[name].partition('. ')[0].rstrip('.')}."
            yield from self.error_tree(name, indent + stem)

    @property
    def public(self) -> dict[str, str]:
        """The public names of the package and the module of each, as the runtime lists them in ``__all__``."""
        names: dict[str, str] = {}
        for file in RUNTIME.rglob("*.py"):
            module = ".".join(file.relative_to(RUNTIME.parent).with_suffix("").parts)
            for node in ast.parse(file.read_text("utf-8")).body:
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                    names |= dict.fromkeys(ast.literal_eval(node.value), module)
        return dict(sorted(names.items()))

    @cached_property
    def platform(self) -> dict[int, list[str]]:
        """The codes that every operation with an access token has, by status."""
        sources = [source for source in self.document.operations() if self.operations[source.id].authenticated]
        first, *others = map(self._codes, sources)
        common = {
            status: [code for code in codes if all(code in other.get(status, []) for other in others)]
            for status, codes in first.items()
        }
        return {status: codes for status, codes in common.items() if codes}

    @cached_property
    def endpoints(self) -> dict[str, Endpoint]:
        """The operations as the templates describe them, by operationId."""
        return {source.id: self._endpoint(source) for source in self.document.operations()}

    def _schemas(self) -> Iterator[tuple[str, Node]]:
        return self.document.components("schemas")

    def _codes(self, source: model.Operation) -> dict[int, list[str]]:
        """Return the error codes of an operation by status."""
        codes: dict[int, list[str]] = {}
        for content in self.document.contents(source):
            if content.status:
                found = [error.code for error in error_schemas(self.document, content.node["schema"])]
                codes[int(content.status)] = unique([*codes.get(int(content.status), []), *found])
        return codes

    def _operation(self, source: model.Operation) -> Operation:
        responses = self.document.responses(source)
        replies = {int(status): self._reply(source, int(status), node) for status, node in responses.items()}
        waiter = self._waiter(source)
        servers = source.node.value.get("servers", self.document.value["servers"])
        media_types = source.node.value.get("requestBody", {}).get("content", ["application/json"])
        return Operation(
            operation_id=source.id,
            method=source.method.upper(),
            path=source.path,
            versions=self._versions(source),
            replies={status: reply for status, reply in replies.items() if reply != Reply()},
            errors=tuple(status for status, reply in replies.items() if reply == Reply()),
            host=next(iter(servers[0]["variables"])),
            authenticated=source.node.value["security"] != [],
            content=CONTENT[next(iter(media_types))],
            waiter=waiter,
            status=None if waiter else self._status_link(source),
            bodies=tuple(form.schema for form in self.requests.forms(source.node.value)),
            patterns=self.requests.patterns(source),
        )

    def _versions(self, source: model.Operation) -> list[str]:
        names = {node["name"].value: node["schema"] for node in self.document.parameters(source)}
        return list(self.document.resolve(names["version"]).value["enum"]) if "version" in names else []

    def _waiting(self, source: model.Operation) -> dict[str, Any]:
        """Return the ``x-waiter`` of a status operation; empty for any other operation."""
        found = (node.value.get("x-waiter") for node in self.document.responses(source).values())
        return next(filter(None, found), {})

    def _links(self, source: model.Operation) -> list[dict[str, Any]]:
        responses = self.document.responses(source).values()
        return [link.value for response in responses for _, link in response.children("links")]

    def _waiter(self, source: model.Operation) -> Waiter | None:
        waiter = self._waiting(source)
        if not waiter:
            return None
        names = [node["name"].value for node in self.document.parameters(source)]
        # A submission returns the job's id; the other parameters, such as the module, are known before.
        returned = {
            name
            for other in self.document.operations()
            for link in self._links(other)
            if link["operationId"] == source.id
            for name, value in link["parameters"].items()
            if value.startswith("$response.")
        }
        return Waiter(
            job=sorted((name for name in names if name != "version"), key=returned.__contains__),
            **{key: waiter[key] for key in ("state", "pending", "success", "failure")},
            counts={
                name: place if isinstance(place, str) else Sum(place["each"], place["sum"])
                for name, place in waiter["counts"].items()
            },
            initial_delay=float(waiter["delay"]["first"]),
            max_delay=float(waiter["delay"]["longest"]),
            absent=[(entry["status"], entry["code"]) for entry in waiter["absent"] if "code" in entry],
            result=(waiter["result"], self.document.responses(source)["200"]["links"]["result"]["operationId"].value)
            if "result" in waiter
            else None,
            total_at_end=waiter.get("total_at_end", False),
        )

    def _status_link(self, source: model.Operation) -> Link | None:
        """Return the link to the status of the job that an operation starts, if it starts one."""
        links = [
            Link(link["operationId"], {name: value for name, value in link["parameters"].items() if name != "version"})
            for link in self._links(source)
            if self._waiting(self.document.operation(link["operationId"]))
        ]
        if any(link != links[0] for link in links):
            raise DocumentError(f"{source.id}: its links lead to the status of the job in different ways")
        return links[0] if links else None

    def _reply(self, source: model.Operation, status: int, response: Node) -> Reply:
        waiter = self._waiting(source)
        absent = [entry for entry in waiter.get("absent", []) if entry["status"] == status]
        means_not_found = any("code" not in entry for entry in absent)
        contents = dict(response.children("content"))
        if waiter and not contents and not means_not_found:
            raise DocumentError(f"{response['description'].value}: no content, and no x-waiter says what that means")
        binary = "application/octet-stream" in contents
        branches = [branch for content in contents.values() for branch in self.document.branches(content["schema"])]
        success: list[str] = []
        item_codes: list[str] = []
        lists: list[str] = []
        for branch in branches:
            errors = list(error_schemas(self.document, branch))
            if not codes_of(branch.value):
                item_codes += [error.code for error in errors]
                (success if not errors or errors[0].among_successes else lists).append(class_name(branch.name))
        return Reply(
            success=() if binary else tuple(success),
            item_codes=tuple(unique(item_codes)),
            oauth=any(is_oauth_error(branch.value) for branch in branches),
            error_list_model=lists[0] if lists else None,
            empty_body_code=next((entry["code"] for entry in absent if entry.get("empty_body")), None),
            means_not_found=means_not_found,
            no_content=not contents and not means_not_found,
            binary=binary,
        )

    def _endpoint(self, source: model.Operation) -> Endpoint:
        operation = self.operations[source.id]
        node = source.node.value
        replies = operation.replies.values()
        success = unique(name for reply in replies for name in (*reply.success, *["bytes"] * reply.binary))
        responses = self.document.responses(source)
        parameters = list(self.requests.parameters(source))
        nothing = ["None"] * any(reply.no_content for reply in replies)
        lists = unique(reply.error_list_model for reply in replies if reply.error_list_model)
        return Endpoint(
            operation=operation,
            tag=source.tags[0],
            summary=node["summary"],
            description=node["description"],
            source="; ".join(unique([title(self.document, cited.source) for cited in citations(source.node)])),
            parameters={
                parameter["name"].value: parameter["description"].value
                for parameter in self.document.parameters(source)
                if parameter["name"].value != "version"
            },
            body=node.get("requestBody", {}).get("description"),
            versions=operation.versions or re.findall(r"^/crm/(v[\d.]+)/", source.path),
            returns=success + nothing,
            parsed=success + lists,
            results=[
                "``None``: " * reply.no_content + responses[str(status)]["description"].value
                for status, reply in operation.replies.items()
                if reply.success or reply.binary or reply.no_content
            ],
            raises=self._raises(source),
            job=self.operations[operation.status.operation_id].replies[200].success[0] if operation.status else None,
            method=method_name(source.id, source.tags[0]),
            forms=self.requests.forms(node),
            positional=[argument for place, argument in parameters if place == "path"],
            named=[argument for place, argument in parameters if place != "path"],
            fixed=self.requests.fixed(source),
        )

    def _raises(self, source: model.Operation) -> dict[str, str]:
        """Return the errors of an operation that not every operation has, each with its statuses and meaning."""
        found: dict[ErrorClass, list[str]] = {}
        resolutions = self.resolutions.get(source.id, ())

        def told(codes: tuple[str, ...]) -> list[str]:
            return [text for _, code, _, text in resolutions if code in codes]

        for status, codes in self._codes(source).items():
            for code in codes:
                if code not in self.platform.get(status, []):
                    found.setdefault(self.by_code[code], []).append(str(status))
        raises = {
            error.exception: " ".join([f"{error.description} HTTP {_either(unique(statuses))}.", *told(error.codes)])
            for error, statuses in found.items()
        }
        if any(reply.means_not_found for reply in self.operations[source.id].replies.values()):
            raises["JobNotFound"] = self.runtime_errors["JobNotFound"]
        return raises


def _either(names: Sequence[str]) -> str:
    """Return the names as a choice."""
    return " or ".join(", ".join(names).rsplit(", ", 1))


def data_center(domain: str) -> str:
    """Return the data center of a domain: its country, or "us"."""
    country = domain.rpartition(".")[2]
    return "us" if country == "com" else country
