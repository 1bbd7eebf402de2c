"""The contract, read from the OpenAPI document: paths, parameters, bodies, scopes, responses and errors."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    Steps: TypeAlias = list[str | int]
    _ErrorKey: TypeAlias = tuple[str, int | None, str | None]

DOCUMENT_URI = "urn:document"
REQUEST_IDS = (["components", "schemas", "RequestId"], ["components", "schemas", "BulkWriteFileId"])
"""The schema of an id that a request may give as text or as a number."""
MAX_ID = 2**63 - 1
EACH = "[]"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class ContractError(Exception):
    """A response that the document does not declare, or an operation that no system implements."""


def installed_document() -> Path:
    """Return the path of the document in the package ``zoho_crm_jobs``, without importing the package."""
    spec = importlib.util.find_spec("zoho_crm_jobs")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("zoho_crm_jobs, which carries the document, is not installed: name a document")
    return Path(spec.submodule_search_locations[0], "openapi.json")


UNDECLARED_HEADERS = {"content-type", "content-length", "date"}
"""The headers that any response may have: HTTP and the media types of the document speak of them."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation: its place, the values that its schema lists, and its compiled schema."""

    name: str
    place: str
    values: tuple[str, ...]
    validator: jsonschema_rs.Draft202012Validator

    def only_too_long(self, value: str) -> bool:
        """Return whether a value has too many characters and no other fault."""
        return {error.kind.name for error in self.validator.iter_errors(value)} == {"maxLength"}


@dataclass(frozen=True, slots=True)
class ErrorExample:
    """A named example of an error response; ``case`` is the end of its name, empty for the usual case."""

    name: str
    status: int
    code: str
    case: str
    body: dict[str, Any]


class Operation:
    """An operation of the document; its ``system`` is its tag.

    ``open`` tells whether it needs no token. ``hosts`` serve it; empty for the API domains. ``module_in_body`` is the
    place of the module that a scope may be for; None if the path has it.
    """

    def __init__(self, reader: _Reader, path: str, method: str) -> None:
        self._reader = reader
        self._place: Steps = ["paths", path, method]
        described, _ = reader.at(self._place)
        self.id: str = described["operationId"]
        self.system: str = described["tags"][0]
        self.parameters = {parameter.name: parameter for parameter in self._read_parameters(described)}
        self.takes_body = "requestBody" in described
        self.open = described.get("security") == []
        self.hosts = frozenset(
            host
            for server in described.get("servers", ())
            for variable in server.get("variables", {}).values()
            for host in variable.get("enum", [variable["default"]])
        )
        self.errors = list(self._read_errors(described))
        self._errors = self._index_errors()
        self._statuses = {int(status) for status in described["responses"]}
        self._alternatives = [
            frozenset(scope.lower() for scopes in requirement.values() for scope in scopes)
            for requirement in described.get("security", reader.document.get("security", []))
        ]
        self._read_module_scope(described.get("x-module-scope"))
        self._limits: dict[tuple[str, str], int] = {}
        self._kinds: dict[str, Any] = {} if self.open else reader.document.get("x-headers", {})
        self._headers: dict[tuple[int, str | None], dict[str, str]] = {}
        self._header_validators: dict[str | int, jsonschema_rs.Draft202012Validator] = {}
        self._validators: dict[Any, jsonschema_rs.Draft202012Validator | None] = {}

    def supports_module(self, name: str, *, custom: bool) -> bool:
        """Return whether the operation works on a module, standard or custom."""
        return self._supports_custom if custom else name in self._other_modules_scopes

    def accepts_scopes(self, granted: frozenset[str], module: str | None) -> bool:
        """Return whether a token's scopes, in lower case, suffice for a module; None if there is no module."""
        other_modules_scopes = (
            self._other_modules_scopes.get(module, self._other_modules_scopes_elsewhere) if module else frozenset()
        )
        return any(needed <= granted and not needed & other_modules_scopes for needed in self._alternatives)

    def declares(self, code: str, case: str | None = None) -> bool:
        """Return whether the operation has an error, in the case with this name; None for any case."""
        return (code, None, case) in self._errors

    def error(self, code: str, status: int | None = None, case: str | None = None) -> ErrorExample:
        """Return the example of an error; raise ContractError unless exactly one matches."""
        example = self._errors.get((code, status, case))
        if example is None:
            which = " ".join(str(part) for part in (status, code, case) if part is not None)
            several = (code, status, case) in self._errors
            raise ContractError(f"{self.id} declares {'several errors' if several else 'no error'} {which}")
        return example

    def _index_errors(self) -> dict[_ErrorKey, ErrorExample | None]:
        """Return the examples by code, status and case. Status and case may be None; several examples give None."""
        found: dict[_ErrorKey, list[ErrorExample]] = {}
        for example in self.errors:
            for status in (None, example.status):
                for case in (None, example.case):
                    found.setdefault((example.code, status, case), []).append(example)
        index: dict[_ErrorKey, ErrorExample | None] = {}
        for (code, status, case), examples in found.items():
            usual = [example for example in examples if not example.case] if case is None else examples
            several = usual if len(examples) > 1 else examples
            # A response may be shared with an operation that names its own example.
            own = [example for example in several if example.name.startswith(f"{self.id}-")]
            chosen = own if len(several) > 1 else several
            if len(chosen) != 1 and status and case is not None:
                raise ValueError(f"{self.id}: several examples of {status} {code} {case}")
            index[code, status, case] = chosen[0] if len(chosen) == 1 else None
        return index

    def limit(self, key: str, keyword: str) -> int:
        """Return a limit that the body's schema sets for a key, such as its ``maxItems``."""
        if (key, keyword) not in self._limits:
            self._limits[key, keyword] = self._read_limit(key, keyword)
        return self._limits[key, keyword]

    def _read_limit(self, key: str, keyword: str) -> int:
        _, place = self._reader.at([*self._place, "requestBody"])
        schema, place = self._reader.at([*place, "content", self._media_type(place), "schema"])
        branches = [place, *([*place, "oneOf", index] for index in range(len(schema.get("oneOf", ()))))]
        described = [self._reader.at(branch) for branch in branches]
        limited = [
            self._reader.at([*at, "properties", key])[0] for node, at in described if key in node.get("properties", ())
        ]
        return next(int(node[keyword]) for node in limited if keyword in node)

    def violations(self, body: Any) -> list[tuple[Steps, str]]:
        """Return the place and the broken keyword of each fault in a body; a missing or unknown key has a place too."""
        validator = self._validator("body", [*self._place, "requestBody"])
        found: list[tuple[Steps, str]] = []
        for error in validator.iter_errors(body) if validator else ():
            steps: Steps = list(error.instance_path)
            if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
                found += [([*steps, key], error.kind.name) for key in error.kind.unexpected]
            elif isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
                found.append(([*steps, error.kind.property], error.kind.name))
            else:
                found.append((steps, error.kind.name))
        return found

    @cached_property
    def request_ids(self) -> tuple[tuple[str, ...], ...]:
        """The keys that lead to each id in the body of a request; ``EACH`` is any item of an array."""
        _, place = self._reader.at([*self._place, "requestBody"])
        return tuple(self._reader.request_ids([*place, "content", self._media_type(place), "schema"]))

    def with_text_ids(self, body: Any) -> Any:
        """Return a body with each id as text: a request may give it as a number too."""
        for keys in self.request_ids:
            body = _with_text_id(body, keys)
        return body

    def check_response(self, status: int, content_type: str, body: Any) -> None:
        """Raise ContractError unless the document allows a response, whose body is not yet JSON."""
        if status not in self._statuses:
            raise ContractError(f"{self.id} declares no status {status}")
        place: Steps = [*self._place, "responses", str(status)]
        if content_type.partition(";")[0] != self._media_type(place):
            raise ContractError(f"{self.id} {status}: the content type {content_type!r} is not declared")
        validator = self._validator(status, place)
        if validator and not isinstance(body, bytes):
            for error in validator.iter_errors(body):
                raise ContractError(f"{self.id} {status}: {error}")

    def is_from_platform(self, code: str | None) -> bool:
        """Return whether an error is one that the platform sends before the operation is called."""
        return any(code in kind.get("codes", ()) for kind in self._kinds.values())

    def headers(self, status: int, code: str | None) -> dict[str, str]:
        """Return the headers of a response with the values of their examples; ``code`` is None for a success."""
        if (status, code) not in self._headers:
            self._headers[status, code] = dict(self._read_headers(status, code))
        return self._headers[status, code]

    def _read_headers(self, status: int, code: str | None) -> Iterator[tuple[str, str]]:
        declared = self._declared_headers(status)
        kind = next((name for name, kind in self._kinds.items() if code in kind.get("codes", (code,))), "")
        names = set(self._kinds[kind]["headers"]) if kind else set()
        if kind and not self.is_from_platform(code):
            shared = (name for kind in self._kinds.values() for name in (*kind["headers"], *kind.get("optional", ())))
            names |= declared.keys() - set(shared)
        for name in names & declared.keys():
            header, _ = self._reader.at(declared[name])
            examples = header["examples"]
            shown = examples.get(kind) or examples.get(self.id) or next(iter(examples.values()))
            yield name, shown["value"]

    def _declared_headers(self, status: int) -> dict[str, Steps]:
        """Return the place of each header of a response by its name."""
        if status not in self._statuses:
            return {}
        response, place = self._reader.at([*self._place, "responses", str(status)])
        return {name: [*place, "headers", name] for name in response.get("headers", ())}

    def check_headers(self, status: int, sent: dict[str, str]) -> None:
        """Raise ContractError unless the document has each header of a response, by its name in lower case."""
        declared = {name.lower(): place for name, place in self._declared_headers(status).items()}
        for name in sent.keys() - UNDECLARED_HEADERS - declared.keys():
            raise ContractError(f"{self.id} {status}: the header {name} is not declared")
        for name in sent.keys() & declared.keys():
            _, place = self._reader.at(declared[name])
            if place[-1] not in self._header_validators:
                self._header_validators[place[-1]] = self._reader.validator([*place, "schema"])
            validator = self._header_validators[place[-1]]
            if not validator.is_valid(sent[name]):
                raise ContractError(f"{self.id} {status}: {name}: {sent[name]!r} is not a documented value")

    def _validator(self, key: Any, place: Steps) -> jsonschema_rs.Draft202012Validator | None:
        # Compiled when first needed: most responses are checked only in tests.
        if key not in self._validators:
            _, place = self._reader.at(place)
            media_type = self._media_type(place)
            self._validators[key] = (
                self._reader.validator([*place, "content", media_type, "schema"]) if media_type else None
            )
        return self._validators[key]

    def _media_type(self, place: Steps) -> str:
        """Return the media type of a body or response; empty if it has no content."""
        described, _ = self._reader.at(place)
        return next(iter(described.get("content", {})), "")

    def _read_module_scope(self, described: dict[str, Any] | None) -> None:
        """Collect, for each module, the scopes that are for other modules only."""
        described = described or {"scopes": [], "modules": {}}
        _, in_body, pointer = described.get("parameter", "").partition("$request.body#/")
        self.module_in_body = tuple(pointer.split("/")) if in_body else None
        other = described.get("other", [])

        def scopes(names: list[str]) -> frozenset[str]:
            return frozenset(form.replace("{module}", name).lower() for form in described["scopes"] for name in names)

        every = scopes([*other, *(name for names in described["modules"].values() for name in names)])
        self._other_modules_scopes = {module: every - scopes(names) for module, names in described["modules"].items()}
        # If no scope can be for a module, any passes here, and the check of the module rejects it.
        self._other_modules_scopes_elsewhere = every - scopes(other) if other else frozenset()
        self._supports_custom = bool(other)

    def _read_parameters(self, described: dict[str, Any]) -> Iterator[Parameter]:
        for index in range(len(described.get("parameters", []))):
            parameter, place = self._reader.at([*self._place, "parameters", index])
            schema, _ = self._reader.at([*place, "schema"])
            yield Parameter(
                parameter["name"],
                parameter["in"],
                tuple(schema.get("enum", ())),
                self._reader.validator([*place, "schema"]),
            )

    def _read_errors(self, described: dict[str, Any]) -> Iterator[ErrorExample]:
        for status in described["responses"]:
            response, place = self._reader.at([*self._place, "responses", status])
            examples = response.get("content", {}).get("application/json", {}).get("examples", {})
            for name in examples:
                example, _ = self._reader.at([*place, "content", "application/json", "examples", name])
                error = error_in(example["value"])
                # The accounts server has `error` instead of a code.
                code: str | None = error["code"] if error.get("status") == "error" else error.get("error")
                if code:
                    case = name.partition("-")[2].removeprefix(code.lower().replace(" ", "_")).removeprefix("-")
                    yield ErrorExample(name, int(status), code, case, example["value"])


class Document:
    """The OpenAPI document, compiled; ``source`` is the document itself, which must not be changed."""

    def __init__(self, path: str | Path | None = None) -> None:
        path = Path(path) if path else installed_document()
        try:
            self._read(json.loads(path.read_bytes()))
        except (ValueError, LookupError, TypeError, AttributeError, jsonschema_rs.ReferencingError) as error:
            raise ValueError(f"{path}: not an OpenAPI document that the sandbox can serve: {error!r}") from error

    def _read(self, document: Any) -> None:
        reader = _Reader(document)
        self.source: dict[str, Any] = document
        # A literal path goes before a templated one, as OpenAPI demands.
        templates = sorted(document["paths"], key=lambda template: ["{" in part for part in template.split("/")])
        self._paths = [
            (
                re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template))),
                {
                    method.upper(): Operation(reader, template, method)
                    for method in METHODS
                    if method in document["paths"][template]
                },
            )
            for template in templates
        ]
        self.operations = {operation.id: operation for _, at in self._paths for operation in at.values()}
        versions = [at.parameters["version"].values for at in self.operations.values() if "version" in at.parameters]
        self.versions = {version for values in versions for version in values}
        self.scopes = sorted(
            {
                scope
                for scheme in document["components"]["securitySchemes"].values()
                for flow in scheme["flows"].values()
                for scope in flow["scopes"]
            }
        )

    def find(self, path: str) -> tuple[dict[str, Operation], dict[str, str]] | None:
        """Return the operations at a path by HTTP method, and the parameters in the path; None if there are none."""
        for pattern, operations in self._paths:
            match = pattern.fullmatch(path)
            if match:
                return operations, match.groupdict()
        return None


def read_installed() -> Document:
    """Return the installed document, compiled once for all sandboxes of this process."""
    return _compile(installed_document())


@cache
def _compile(path: Path) -> Document:
    return Document(path)


class _Reader:
    """Resolves places in a document through its references, and compiles the schemas there."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._registry = jsonschema_rs.Registry([(DOCUMENT_URI, document)], draft=jsonschema_rs.Draft202012)

    def at(self, place: Steps) -> tuple[Any, Steps]:
        """Return the node at a place, and its own place if a reference leads there."""
        node: Any = self.document
        for step in place:
            node = node[step]
        if isinstance(node, dict) and "$ref" in node:
            pointer = node["$ref"].removeprefix("#/").split("/")
            return self.at([step.replace("~1", "/").replace("~0", "~") for step in pointer])
        return node, place

    def validator(self, place: Steps) -> jsonschema_rs.Draft202012Validator:
        """Return the compiled schema at a place."""
        pointer = "".join("/" + quote(str(step).replace("~", "~0").replace("/", "~1"), safe="~") for step in place)
        schema = {"$ref": f"{DOCUMENT_URI}#{pointer}"}
        return jsonschema_rs.Draft202012Validator(schema, registry=self._registry, validate_formats=True)

    def request_ids(self, place: Steps) -> Iterator[tuple[str, ...]]:
        """Yield the keys that lead to each id in a value of the schema at a place."""
        node, resolved = self.at(place)
        if resolved in REQUEST_IDS:
            yield ()
            return
        for keyword in ("oneOf", "anyOf"):
            for index in range(len(node.get(keyword, ()))):
                yield from self.request_ids([*resolved, keyword, index])
        for key in node.get("properties", ()):
            yield from ((key, *keys) for keys in self.request_ids([*resolved, "properties", key]))
        if "items" in node:
            yield from ((EACH, *keys) for keys in self.request_ids([*resolved, "items"]))


def _with_text_id(value: Any, keys: tuple[str, ...]) -> Any:
    """Return a value in which the id at a place is text, if the place exists."""
    if not keys:
        is_id = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MAX_ID
        return str(int(value)) if is_id and value == int(value) else value
    key, *rest = keys
    if key == EACH:
        return [_with_text_id(item, tuple(rest)) for item in value] if isinstance(value, list) else value
    return {**value, key: _with_text_id(value[key], tuple(rest))} if isinstance(value, dict) and key in value else value


def error_in(body: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a body that is an error if there is one: ``data[0]``, or the body itself."""
    inner: dict[str, Any] = body["data"][0] if "data" in body else body
    return inner


def with_details(body: dict[str, Any], details: dict[str, Any] | None, message: str | None = None) -> dict[str, Any]:
    """Return a copy of an error's body with other details or another message; None keeps them."""
    body = copy.deepcopy(body)
    if details is not None:
        error_in(body)["details"] = details
    if message is not None:
        error_in(body)["message"] = message
    return body
