"""Comparison of servers, security schemes and scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.diff.findings import component, show

if TYPE_CHECKING:
    from document.diff.findings import Findings


def servers(diff: Findings, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Compare the servers of the document or of an operation."""
    old, new = ({server["url"]: server for server in servers} for servers in (before, after))
    diff.names("server", "servers", old.keys(), new.keys())
    for url in old.keys() & new.keys():
        diff.rest(old[url], new[url], f"server {url}", {"url", "variables"})
        earlier, later = old[url].get("variables", {}), new[url].get("variables", {})
        for name in earlier.keys() | later.keys():
            _variable(diff, f"server variable {name}", earlier.get(name, {}), later.get(name, {}))


def _variable(diff: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    diff.names("server-value", where, set(before.get("enum", [])), set(after.get("enum", [])))
    if before.get("default") != after.get("default"):
        what = f"{show(before.get('default'))} became {show(after.get('default'))}"
        diff.add("server-default-changed", where, what)
    diff.rest(before, after, where, {"enum", "default"})


def schemes(diff: Findings) -> None:
    """Compare the security schemes."""
    old, new = (component(document, "securitySchemes") for document in (diff.before, diff.after))
    diff.names("security-scheme", "securitySchemes", old.keys(), new.keys())
    for name in sorted(old.keys() & new.keys()):
        _scheme(diff, f"security scheme {name}", old[name], new[name])


def _scheme(diff: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    for key in ("type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl"):
        if before.get(key) != after.get(key):
            diff.add("security-scheme-changed", where, key)
    old, new = before.get("flows", {}), after.get("flows", {})
    for flow in sorted(old.keys() | new.keys()):
        ours, theirs = old.get(flow, {}), new.get(flow, {})
        for key in sorted((ours.keys() | theirs.keys()) - {"scopes"}):
            if ours.get(key) != theirs.get(key):
                diff.add("security-scheme-changed", where, f"{key} of {flow}")
        ours, theirs = ours.get("scopes", {}), theirs.get("scopes", {})
        diff.names("scope", f"{where}, {flow}", ours.keys(), theirs.keys())
        for scope in sorted(ours.keys() & theirs.keys()):
            diff.texts(f"scope {scope}", ours[scope], theirs[scope])
    known = {"type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl", "flows"}
    diff.rest(before, after, where, known)


def security(diff: Findings, before: list[dict[str, list[str]]], after: list[dict[str, list[str]]]) -> None:
    """Compare the alternatives of scopes: a token that sufficed before must still suffice."""
    old, new = _alternatives(before), _alternatives(after)
    for rule, verb, ones, others in (
        ("tightened", "no longer suffices", old, new),
        ("loosened", "suffices", new, old),
    ):
        for scopes in ones:
            if not any(other <= scopes for other in others):
                diff.add(f"scopes-{rule}", "security", f"{_show_scopes(scopes)} {verb}")


def module_scopes(diff: Findings, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    """Compare the scopes of each module."""
    where = "x-module-scope"
    if before is None or after is None:
        if after is not None:
            diff.add("module-scopes-tightened", where, "the module decides which scopes suffice")
        if before is not None:
            diff.add("module-scopes-loosened", where, "the scopes suffice for every module")
        return
    if before["parameter"] != after["parameter"]:
        diff.add("other-changed", where, f"parameter {before['parameter']} became {after['parameter']}")
    for module in [*dict.fromkeys([*before["modules"], *after["modules"]]), "any other module"]:
        old, new = _module_scopes(before, module), _module_scopes(after, module)
        for rule, verb, scopes in (
            ("tightened", "no longer suffices", old - new),
            ("loosened", "suffices", new - old),
        ):
            for scope in sorted(scopes):
                diff.add(f"module-scopes-{rule}", where, f"{scope} {verb} for {module}")
    diff.rest(before, after, where, {"parameter", "modules", "other", "scopes"})


def _alternatives(security: list[dict[str, list[str]]]) -> list[frozenset[str]]:
    """Return the sets of scopes that suffice; one empty set if no token is needed."""
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
