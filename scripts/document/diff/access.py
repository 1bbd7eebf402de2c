"""Compares where calls go and who may call: servers, security schemes and scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.diff.findings import component, show

if TYPE_CHECKING:
    from document.diff.findings import Findings


def servers(it: Findings, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Compares the servers of the document or of an operation."""
    old, new = ({server["url"]: server for server in servers} for servers in (before, after))
    it.names("server", "servers", old.keys(), new.keys())
    for url in old.keys() & new.keys():
        it.rest(old[url], new[url], f"server {url}", {"url", "variables"})
        ours, theirs = old[url].get("variables", {}), new[url].get("variables", {})
        for name in ours.keys() | theirs.keys():
            _variable(it, f"server variable {name}", ours.get(name, {}), theirs.get(name, {}))


def _variable(it: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    it.names("server-value", where, set(before.get("enum", [])), set(after.get("enum", [])))
    if before.get("default") != after.get("default"):
        what = f"{show(before.get('default'))} became {show(after.get('default'))}"
        it.add("server-default-changed", where, what)
    it.rest(before, after, where, {"enum", "default"})


def schemes(it: Findings) -> None:
    """Compares the security schemes."""
    old, new = (component(document, "securitySchemes") for document in (it.before, it.after))
    it.names("security-scheme", "securitySchemes", old.keys(), new.keys())
    for name in sorted(old.keys() & new.keys()):
        _scheme(it, f"security scheme {name}", old[name], new[name])


def _scheme(it: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    for key in ("type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl"):
        if before.get(key) != after.get(key):
            it.add("security-scheme-changed", where, key)
    old, new = before.get("flows", {}), after.get("flows", {})
    for flow in sorted(old.keys() | new.keys()):
        ours, theirs = old.get(flow, {}), new.get(flow, {})
        for key in sorted((ours.keys() | theirs.keys()) - {"scopes"}):
            if ours.get(key) != theirs.get(key):
                it.add("security-scheme-changed", where, f"{key} of {flow}")
        ours, theirs = ours.get("scopes", {}), theirs.get("scopes", {})
        it.names("scope", f"{where}, {flow}", ours.keys(), theirs.keys())
        for scope in sorted(ours.keys() & theirs.keys()):
            it.texts(f"scope {scope}", ours[scope], theirs[scope])
    known = {"type", "in", "name", "scheme", "bearerFormat", "openIdConnectUrl", "flows"}
    it.rest(before, after, where, known)


def security(it: Findings, before: list[dict[str, list[str]]], after: list[dict[str, list[str]]]) -> None:
    """Compares alternatives: each that sufficed must still hold one that suffices."""
    old, new = _alternatives(before), _alternatives(after)
    for alternative in old:
        if not any(other <= alternative for other in new):
            it.add("scopes-tightened", "security", f"{_show_scopes(alternative)} no longer suffices")
    for alternative in new:
        if not any(other <= alternative for other in old):
            it.add("scopes-loosened", "security", f"{_show_scopes(alternative)} suffices")


def module_scopes(it: Findings, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    """Compares which of the scopes suffice for which module."""
    where = "x-module-scope"
    if before is None or after is None:
        if after is not None:
            it.add("module-scopes-tightened", where, "the module decides which scopes suffice")
        if before is not None:
            it.add("module-scopes-loosened", where, "the scopes suffice for every module")
        return
    if before["parameter"] != after["parameter"]:
        it.add("other-changed", where, f"parameter {before['parameter']} became {after['parameter']}")
    for module in [*dict.fromkeys([*before["modules"], *after["modules"]]), "any other module"]:
        old, new = _module_scopes(before, module), _module_scopes(after, module)
        for rule, verb, scopes in (
            ("tightened", "no longer suffices", old - new),
            ("loosened", "suffices", new - old),
        ):
            for scope in sorted(scopes):
                it.add(f"module-scopes-{rule}", where, f"{scope} {verb} for {module}")
    it.rest(before, after, where, {"parameter", "modules", "other", "scopes"})


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
