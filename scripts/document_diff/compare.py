"""Compares two documents: operations, answers, servers, security and the rest; schemas have a module of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .rules import Change, Kind
from .schemas import SchemaComparison, resolve, rest, show

if TYPE_CHECKING:
    from .schemas import Document

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SERIALIZATION = ("style", "explode", "allowReserved", "allowEmptyValue", "content")


def compare(before: Document, after: Document) -> list[Change]:
    """Compares two bundled documents.

    Args:
        before: The earlier document.
        after: The later document.

    Returns:
        The changes, breaking ones first; none if the documents are the same but for their version.
    """
    comparison = _Comparison(before, after)
    comparison.run()
    operations: dict[tuple[str, str, str], list[str]] = {}
    for (rule, where, what), operation in comparison.found:
        names = operations.setdefault((rule, where, what), [])
        if operation and operation not in names:
            names.append(operation)
    changes = [Change(*key, tuple(sorted(names))) for key, names in operations.items()]
    return sorted(changes, key=lambda change: (list(Kind).index(change.kind), change.where, change.rule, change.what))


class _Comparison:
    """Compares two documents and keeps what it found, with the operation at hand."""

    def __init__(self, before: Document, after: Document) -> None:
        self.before = before
        self.after = after
        self.operation = ""
        self.found: list[tuple[tuple[str, str, str], str]] = []

    def add(self, rule: str, where: str, what: str) -> None:
        self.found.append(((rule, where, what), self.operation))

    def run(self) -> None:
        before, after = self.before, self.after
        if before["openapi"] != after["openapi"]:
            self.add("openapi-version-changed", "openapi", f"{before['openapi']} became {after['openapi']}")
        self.rest(before["info"], after["info"], "info", {"version"})
        self.servers(before.get("servers", []), after.get("servers", []))
        self.schemes()
        self.names("schema", "schemas", *(_component(document, "schemas").keys() for document in (before, after)))
        self.operations()
        self.examples()
        for key in ("tags", "security"):  # what the default of security does shows at the operations
            self.texts(key, before.get(key), after.get(key))
        known = {"openapi", "info", "servers", "tags", "security", "paths", "components"}
        self.rest(before, after, "document", known)

    def rest(self, before: dict[str, Any], after: dict[str, Any], where: str, known: set[str]) -> None:
        rest(before, after, where, known, self.add)

    def texts(self, where: str, before: Any, after: Any) -> None:
        if before != after:
            self.add("text-changed", where, "text")

    def names(self, subject: str, where: str, before: Any, after: Any) -> None:
        """Reports the names that only one side has."""
        for verb, names in (("removed", before - after), ("added", after - before)):
            for name in sorted(names):
                self.add(f"{subject}-{verb}", where, str(name))

    def examples(self) -> None:
        """Compares the named examples, which are texts."""
        before, after = (_component(document, "examples") for document in (self.before, self.after))
        for name in sorted(before.keys() | after.keys()):
            self.texts(f"example {name}", before.get(name), after.get(name))

    # Servers and security.

    def servers(self, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
        old, new = ({server["url"]: server for server in servers} for servers in (before, after))
        self.names("server", "servers", old.keys(), new.keys())
        for url in old.keys() & new.keys():
            self.rest(old[url], new[url], f"server {url}", {"url", "variables"})
            ours, theirs = old[url].get("variables", {}), new[url].get("variables", {})
            for name in ours.keys() | theirs.keys():
                self.variable(f"server variable {name}", ours.get(name, {}), theirs.get(name, {}))

    def variable(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.names("server-value", where, set(before.get("enum", [])), set(after.get("enum", [])))
        if before.get("default") != after.get("default"):
            what = f"{show(before.get('default'))} became {show(after.get('default'))}"
            self.add("server-default-changed", where, what)
        self.rest(before, after, where, {"enum", "default"})

    def schemes(self) -> None:
        old, new = (_component(document, "securitySchemes") for document in (self.before, self.after))
        self.names("security-scheme", "securitySchemes", old.keys(), new.keys())
        for name in sorted(old.keys() & new.keys()):
            self.scheme(f"security scheme {name}", old[name], new[name])

    def scheme(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        for key in ("type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl"):
            if before.get(key) != after.get(key):
                self.add("security-scheme-changed", where, key)
        old, new = before.get("flows", {}), after.get("flows", {})
        for flow in sorted(old.keys() | new.keys()):
            ours, theirs = old.get(flow, {}), new.get(flow, {})
            for key in sorted((ours.keys() | theirs.keys()) - {"scopes"}):
                if ours.get(key) != theirs.get(key):
                    self.add("security-scheme-changed", where, f"{key} of {flow}")
            ours, theirs = ours.get("scopes", {}), theirs.get("scopes", {})
            self.names("scope", f"{where}, {flow}", ours.keys(), theirs.keys())
            for scope in sorted(ours.keys() & theirs.keys()):
                self.texts(f"scope {scope}", ours[scope], theirs[scope])
        known = {"type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl", "flows"}
        self.rest(before, after, where, known)

    def security(self, before: list[dict[str, list[str]]], after: list[dict[str, list[str]]]) -> None:
        """Compares alternatives: each that sufficed must still hold one that suffices."""
        old, new = _alternatives(before), _alternatives(after)
        for alternative in old:
            if not any(other <= alternative for other in new):
                self.add("scopes-tightened", "security", f"{_show_scopes(alternative)} no longer suffices")
        for alternative in new:
            if not any(other <= alternative for other in old):
                self.add("scopes-loosened", "security", f"{_show_scopes(alternative)} suffices")

    def module_scopes(self, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        """Compares which of the scopes suffice for which module."""
        where = "x-module-scope"
        if before is None or after is None:
            if after is not None:
                self.add("module-scopes-tightened", where, "the module decides which scopes suffice")
            if before is not None:
                self.add("module-scopes-loosened", where, "the scopes suffice for every module")
            return
        if before["parameter"] != after["parameter"]:
            self.add("other-changed", where, f"parameter {before['parameter']} became {after['parameter']}")
        for module in [*dict.fromkeys([*before["modules"], *after["modules"]]), "any other module"]:
            old, new = _module_scopes(before, module), _module_scopes(after, module)
            for rule, verb, scopes in (
                ("tightened", "no longer suffices", old - new),
                ("loosened", "suffices", new - old),
            ):
                for scope in sorted(scopes):
                    self.add(f"module-scopes-{rule}", where, f"{scope} {verb} for {module}")
        self.rest(before, after, where, {"parameter", "modules", "other", "scopes"})

    # Operations.

    def operations(self) -> None:
        """Pairs the operations, by method and path or else by their names, and compares each pair."""
        old, new = _operations(self.before), _operations(self.after)
        pairs = [(key, key) for key in old if key in new]
        moved = {new[key]["operationId"]: key for key in new if key not in old}
        pairs += [(key, moved[name]) for key in old if key not in new and (name := old[key]["operationId"]) in moved]
        for left, right in pairs:
            self.operation = new[right]["operationId"]
            if left != right:
                self.add("operation-moved", "operation", f"{' '.join(left)} became {' '.join(right)}")
            self.compare_operation(old[left], new[right])
        self.operation = ""
        for key in sorted(old.keys() - {left for left, _ in pairs}):
            self.add("operation-removed", old[key]["operationId"], " ".join(key))
        for key in sorted(new.keys() - {right for _, right in pairs}):
            self.add("operation-added", new[key]["operationId"], " ".join(key))

    def compare_operation(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.request = SchemaComparison(self.before, self.after, "request", self.add)
        self.response = SchemaComparison(self.before, self.after, "response", self.add)
        if before["operationId"] != after["operationId"]:
            self.add("operation-renamed", "operation", f"{before['operationId']} became {after['operationId']}")
        if before.get("tags") != after.get("tags"):
            self.add("operation-regrouped", "operation", f"{before.get('tags')} became {after.get('tags')}")
        if after.get("deprecated", False) != before.get("deprecated", False):
            self.add("operation-deprecated", "operation", f"deprecated is {show(after.get('deprecated', False))}")
        self.since(before.get("x-since"), after.get("x-since"))
        if "servers" in before or "servers" in after:
            self.servers({**self.before, **before}.get("servers", []), {**self.after, **after}.get("servers", []))
        self.security({**self.before, **before}.get("security", []), {**self.after, **after}.get("security", []))
        self.module_scopes(before.get("x-module-scope"), after.get("x-module-scope"))
        self.parameters(before, after)
        self.body(before.get("requestBody"), after.get("requestBody"))
        self.responses(before["responses"], after["responses"])
        known = {"operationId", "tags", "deprecated", "x-since", "servers", "security", "x-module-scope"}
        self.rest(before, after, "operation", known | {"parameters", "requestBody", "responses"})

    def since(self, before: str | None, after: str | None) -> None:
        if before != after:
            later = _version(before) < _version(after)
            self.add(f"since-{'later' if later else 'earlier'}", "x-since", f"{before} became {after}")

    def parameters(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        old, new = (
            {
                (parameter["in"], parameter["name"]): parameter
                for parameter in (resolve(document, node) for node in operation.get("parameters", []))
            }
            for operation, document in ((before, self.before), (after, self.after))
        )
        for key in sorted(old.keys() | new.keys()):
            where = f"{key[0]} parameter {key[1]}"
            if key not in new:
                self.add("parameter-removed", where, "removed")
            elif key not in old:
                required = "required" if new[key].get("required") else "optional"
                self.add(f"{required}-parameter-added", where, "added")
            else:
                self.parameter(where, old[key], new[key])

    def parameter(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.required("parameter", where, before, after)
        for key in _SERIALIZATION:
            if before.get(key) != after.get(key):
                self.add("other-changed", where, key)
        self.request.compare(before.get("schema", {}), after.get("schema", {}), where)
        self.rest(before, after, where, {"name", "in", "required", "schema", *_SERIALIZATION})

    def required(self, subject: str, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        if before.get("required", False) != after.get("required", False):
            state = "required" if after.get("required") else "optional"
            self.add(f"{subject}-now-{state}", where, f"is {state}")

    def body(self, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        where = "request body"
        if before is None or after is None:
            if before is not None:
                self.add("body-removed", where, "removed")
            if after is not None:
                self.add(f"{'required' if after.get('required') else 'optional'}-body-added", where, "added")
            return
        self.required("body", where, before, after)
        self.content(where, before, after, self.request, "body-content-type")
        self.rest(before, after, where, {"required", "content"})

    def content(
        self, where: str, before: dict[str, Any], after: dict[str, Any], schemas: SchemaComparison, rule: str
    ) -> None:
        old, new = before.get("content", {}), after.get("content", {})
        self.names(rule, where, old.keys(), new.keys())
        for content_type in sorted(old.keys() & new.keys()):
            schemas.compare(old[content_type].get("schema", {}), new[content_type].get("schema", {}), where)
            self.rest(old[content_type], new[content_type], where, {"schema"})

    # Answers.

    def responses(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        for status in sorted(before.keys() | after.keys()):
            where = f"answer {status}"
            if status not in after:
                self.add("status-removed", where, status)
            elif status not in before:
                success = "error" if status.startswith(("4", "5")) else "success"
                self.add(f"{success}-status-added", where, status)
            else:
                self.answer(where, resolve(self.before, before[status]), resolve(self.after, after[status]))

    def answer(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.content(where, before, after, self.response, "response-content-type")
        old, new = before.get("headers", {}), after.get("headers", {})
        self.names("header", where, old.keys(), new.keys())
        for name in sorted(old.keys() & new.keys()):
            self.header(f"{where}, header {name}", resolve(self.before, old[name]), resolve(self.after, new[name]))
        self.links(where, before.get("links", {}), after.get("links", {}))
        self.waiter(before.get("x-waiter"), after.get("x-waiter"))
        self.rest(before, after, where, {"content", "headers", "links", "x-waiter"})

    def header(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.required("header", where, before, after)
        self.response.compare(before.get("schema", {}), after.get("schema", {}), where)
        self.rest(before, after, where, {"required", "schema"})

    def links(self, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        self.names("link", where, before.keys(), after.keys())
        for name in sorted(before.keys() & after.keys()):
            old, new = resolve(self.before, before[name]), resolve(self.after, after[name])
            for key in sorted((old.keys() | new.keys()) - {"description"}):
                if old.get(key) != new.get(key):
                    self.add("link-changed", f"{where}, link {name}", key)
            self.texts(f"{where}, link {name}", old.get("description"), new.get("description"))

    def waiter(self, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        where = "x-waiter"
        if before is None or after is None:
            for rule, one in (("waiter-removed", before), ("waiter-added", after)):
                if one is not None:
                    self.add(rule, where, one["name"])
            return
        if before["name"] != after["name"]:
            self.add("waiter-renamed", where, f"{before['name']} became {after['name']}")
        self.states(before, after)
        old, new = (
            {**waiter["counts"], **{key: waiter[key] for key in ("state", "result") if key in waiter}}
            for waiter in (before, after)
        )
        for name in sorted(old.keys() | new.keys()):
            if name not in old:
                self.add("waiter-place-added", where, name)
            elif old[name] != new.get(name):
                self.add("waiter-place-changed", where, f"{name}: {old[name]} became {show(new.get(name))}")
        for key, rule in (("absent", "waiter-absent-changed"), ("delay", "waiter-delay-changed")):
            if before[key] != after[key]:
                self.add(rule, where, f"{show(before[key])} became {show(after[key])}")
        self.retention(before.get("retention"), after.get("retention"))
        known = {"name", "state", "pending", "success", "failure", "counts", "absent", "delay", "retention", "result"}
        self.rest(before, after, where, known)

    def states(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        old, new = (
            {state: meaning for meaning in ("pending", "success", "failure") for state in waiter[meaning]}
            for waiter in (before, after)
        )
        for state in sorted(old.keys() | new.keys()):
            meaning, now = old.get(state, "pending"), new.get(state, "pending")
            if meaning != now:
                self.add("waiter-state-reclassified", "x-waiter", f"{state}: {meaning} became {now}")
            elif (state in old) != (state in new):
                self.add("waiter-state-listed", "x-waiter", f"{state} is {'' if state in new else 'not '}listed")

    def retention(self, before: str | None, after: str | None) -> None:
        if before != after:
            shorter = after is None or (before is not None and _days(after) < _days(before))
            what = f"{show(before)} became {show(after)}"
            self.add(f"waiter-retention-{'shortened' if shorter else 'lengthened'}", "x-waiter", what)


def _component(document: Document, kind: str) -> dict[str, Any]:
    components: dict[str, dict[str, Any]] = document.get("components", {})
    return components.get(kind, {})


def _operations(document: Document) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (method.upper(), path): item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def _alternatives(security: list[dict[str, list[str]]]) -> list[frozenset[str]]:
    """Returns the alternatives, each as what it demands; without any, nothing is demanded."""
    alternatives = [
        frozenset(part for scheme, scopes in requirement.items() for part in (scopes or [scheme]))
        for requirement in security
    ]
    return alternatives or [frozenset()]


def _show_scopes(scopes: frozenset[str]) -> str:
    return " with ".join(sorted(scopes)) or "no token"


def _module_scopes(extension: dict[str, Any], module: str) -> set[str]:
    names = extension["modules"].get(module, extension.get("other", []))
    return {form.replace("{module}", name) for form in extension["scopes"] for name in names}


def _version(version: str | None) -> float:
    """Returns a version of the API as a number; an operation that names none has always been there."""
    if version is not None and not re.fullmatch(r"v\d+(\.\d+)?", version):
        raise ValueError(f"x-since: {version!r} is not a version such as v2.1")
    return float(version[1:]) if version else 0


def _days(duration: str) -> float:
    """Returns an ISO 8601 duration in days."""
    parts = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", duration)
    if parts is None:
        raise ValueError(f"retention: {duration!r} is not a duration of days, hours, minutes and seconds")
    days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    return days + hours / 24 + minutes / 1440 + seconds / 86400
