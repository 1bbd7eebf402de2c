"""Checks that send further requests: is each part of a request distinguished, and are errors found in order?

All of them are harmless, so that a server that is only read from gets them too: each is a GET, or it has no token and
no body. The platform rejects an unknown path, version, host or method before it looks at the token.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from document.model import resolve

from property_tests.reading import definition, document, is_valid, job_status, operation_id, succeeded
from property_tests.registry import any_server, expect_error, is_first, own_sandbox, sandbox, shown
from property_tests.run import current

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case, Response
    from schemathesis.checks import CheckContext

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
HERE = ("testserver", "localhost", "127.0.0.1", "::1")
"""The hosts of servers on this machine; elsewhere another ``Host`` may lead to another server."""
NOWHERE = "999999999999999999"
"""An id that no server has."""


def _at(case: Case[Any], path: str) -> Case[Any]:
    """Return a request without a body to another path."""
    made: Case[Any] = case.operation.Case(method=case.method, path_parameters={})
    made.path = path
    return made


def _with(case: Case[Any], name: str, value: str) -> Case[Any]:
    """Return a request with another value of a parameter."""
    changed: Case[Any] = case.derive()
    place = changed.path_parameters if name in changed.path_parameters else changed.query
    place[name] = value
    return changed


def _versions(case: Case[Any]) -> list[str]:
    """Return the versions that an operation has, the first one first; empty if its path has no version."""
    for parameter in _parameters(case):
        if parameter["name"] == "version":
            versions: list[str] = resolve(document().value, parameter["schema"])["enum"]
            return versions
    return []


def _parameters(case: Case[Any]) -> Iterator[dict[str, Any]]:
    for node in definition(case).get("parameters", []):
        yield resolve(document().value, node)


# -- before the token


@any_server
def unknown_path(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a path beside a documented one gets 404 INVALID_URL_PATTERN."""
    if succeeded(response) and is_first(case, "path"):
        path = case.formatted_path
        for other in (f"{path}/more/more", re.sub("/crm(?=/|$)", "/crmx", path)):
            expect_error(current().send(_at(case, other), None), 404, "INVALID_URL_PATTERN", other)


@any_server
def unknown_version(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a version that never existed gets 404 INVALID_URL_PATTERN, and an older one the documented error."""
    versions = _versions(case)
    if not (versions and succeeded(response) and is_first(case, "version")):
        return
    never = _at(case, _with(case, "version", "v999").formatted_path)
    expect_error(current().send(never, None), 404, "INVALID_URL_PATTERN", never.formatted_path)
    if case.method == "GET" and versions[0] not in ("v2", "v2.1"):
        older = _with(case, "version", "v2.1")
        expect_error(current().send(older, current().token), 400, "API_NOT_SUPPORTED", older.formatted_path)


@any_server
def unknown_host(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a host of Zoho that is no API domain gets 400 INVALID_HOST."""
    if urlsplit(response.request.url).hostname in HERE and succeeded(response) and is_first(case, "host"):
        elsewhere = _at(case, case.formatted_path)
        elsewhere.headers["Host"] = "crm.zoho.com"
        expect_error(current().send(elsewhere, None), 400, "INVALID_HOST", "Host: crm.zoho.com")


def send_wrong_methods(case: Case[Any]) -> Iterator[tuple[str, Response]]:
    """Yield the response to each method that the paths of a tag lack, with an id that no record has."""
    schema, module = case.operation.schema, str(case.path_parameters.get("module_api_name"))
    paths = {operation.path: operation for tag in definition(case)["tags"] for operation in document().operations(tag)}
    for path, operation in paths.items():
        probe: Case[Any] = schema.find_operation_by_id(operation.id).Case()
        versions = _versions(probe)
        template = path.replace("{version}", versions[-1] if versions else "").replace("{module_api_name}", module)
        probe.path = re.sub(r"\{\w+\}", NOWHERE, template)
        for method in METHODS:
            if method.lower() not in document().value["paths"][path]:
                wrong = probe.derive()
                wrong.method = method  # type: ignore[assignment]  # any of them is one
                yield f"{method} {probe.path}", current().send(wrong, None)


# -- the token and after it


@any_server
def token_before_request(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a wrong request without a token gets 401 AUTHENTICATION_FAILURE: the token is looked at first."""
    if succeeded(response) and is_first(case, "token first"):
        names = {name: "No_Such_Module" if name == "module_api_name" else "x" for name in case.path_parameters}
        wrong = case.operation.Case(path_parameters={**names, **_version(case)})
        expect_error(
            current().send(wrong, None), 401, "AUTHENTICATION_FAILURE", f"{wrong.formatted_path} without a token"
        )


def _version(case: Case[Any]) -> dict[str, Any]:
    return {name: value for name, value in case.path_parameters.items() if name == "version"}


@own_sandbox
def scope_before_module(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that an unknown module gets 401 OAUTH_SCOPE_MISMATCH if the token lacks the scope."""
    if "module_api_name" in case.path_parameters and succeeded(response) and is_first(case, "scope first"):
        wrong = case.operation.Case(path_parameters={**case.path_parameters, "module_api_name": "No_Such_Module"})
        rejected = current().send(wrong, sandbox().tokens.without_scope)
        expect_error(rejected, 401, "OAUTH_SCOPE_MISMATCH", f"{wrong.formatted_path} without the scope")


@any_server
def parameters_count(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a read with another value of one required parameter gets another response."""
    if case.method != "GET" or not succeeded(response) or not is_first(case, "parameters"):
        return
    for parameter in _parameters(case):
        name = parameter["name"]
        was = case.path_parameters.get(name, case.query.get(name))
        if was is not None and parameter["required"] and name != "version":
            changed = _with(case, name, _other(case, name, str(was)))
            other = current().send(changed, current().token)
            assert other.content != response.content, f"another {name} gets the same response: {shown(other)}"


def _other(case: Case[Any], name: str, was: str) -> str:
    if name == "module_api_name":
        modules = definition(case)["x-module-scope"]["modules"]
        return str(next(module for module in modules if module != was))
    return re.sub("[0-9]+", NOWHERE, was, count=1)


@any_server
def versions_agree(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the first and the last version show the same counts of a job that has ended."""
    job, versions = job_status(case, response), _versions(case)
    if not (job and job.stage == 2 and is_valid(case) and is_first(case, "versions")):
        return
    for version in {versions[0], versions[-1]}:
        again = current().send(_with(case, "version", version), current().token)
        other = job_status(case, again)
        assert other, f"{operation_id(case)} in {version}: {shown(again)}"
        assert (other.stage, other.counts) == (job.stage, job.counts), f"{other} in {version}, {job} in another version"
