"""Mutants of the exchange: requests and responses changed on their way, results, callbacks, jobs over time."""

from __future__ import annotations

import contextlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox.call import ZohoError
from zoho_crm_sandbox.plan import COMPLETED
from zoho_crm_sandbox.systems.bulk_write import callbacks

from tests.support.mutants.behavior import handler, job, success
from tests.support.mutants.model import STATUS, Mutant, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from starlette.types import Scope
    from zoho_crm_sandbox.call import Call
    from zoho_crm_sandbox.call import Response as Handled

BULK = "get_bulk_write_job"
CREATE = "create_bulk_write_job"
OPTIONS = "get_lead_conversion_options"
OWNER = "schedule_mass_change_owner"
RESULT = "download_bulk_write_result"
NO_TOKEN = {"code": "AUTHENTICATION_FAILURE", "details": {}, "message": "Authentication failed", "status": "error"}


# -- defects in a request


def path(pattern: str, other: str) -> Callable[[Scope], Scope]:
    """Return a change of the path."""
    return lambda scope: {**scope, "path": re.sub(pattern, other, scope["path"])}


def first(pattern: str, key: str = "path") -> Callable[[Scope], Scope]:
    """Return a change of a part of each request into that of the first one."""
    seen: list[Any] = []

    def change(scope: Scope) -> Scope:
        text = scope[key].decode() if key == "query_string" else scope[key]
        found = re.search(pattern, text)
        if found is None:
            return scope
        seen.append(found[1])
        changed = text[: found.start(1)] + seen[0] + text[found.end(1) :]
        return {**scope, key: changed.encode() if key == "query_string" else changed}

    return change


def reading(scope: Scope) -> Scope:
    """Read whatever the method is."""
    return scope if scope["method"] in ("GET", "POST") else {**scope, "method": "GET"}


def to_api_domain(scope: Scope) -> Scope:
    """Accept every host."""
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"host"]}


# -- defects in a response


def without_token(code: str, place: str = "") -> Callable[[Response], Response]:
    """Return a change that looks at the token before an error with a code."""

    def change(response: Response) -> Response:
        if response.token or response.status < 400 or place not in response.path or response.body["code"] != code:
            return response
        return response._replace(status=401, body=NO_TOKEN)

    return change


def too_early(place: str, token: str, status: int, code: str) -> Callable[[Response], Response]:
    """Return a change of 401 into an error of the request, for a path and a token."""

    def change(response: Response) -> Response:
        if response.status != 401 or token != response.token or place not in response.path:
            return response
        return response._replace(status=status, body={**response.body, "code": code})

    return change


def wrong_method_of(place: str) -> Callable[[Response], Response]:
    """Return a change of the error of a wrong method at one path."""

    def change(response: Response) -> Response:
        if not response.path.endswith(place) or response.method == "POST":
            return response
        return response._replace(status=404, body={**response.body, "code": "INVALID_URL_PATTERN"})

    return change


def header(name: str, value: str, status: int = 200) -> Callable[[Response], Response]:
    """Return a change of a header; ``{token}`` is the token."""

    def change(response: Response) -> Response:
        if response.status != status:
            return response
        return response._replace(headers={**response.headers, name: value.format(token=response.token)})

    return change


def without(name: str) -> Callable[[Response], Response]:
    """Return a change that removes a header from each success."""

    def change(response: Response) -> Response:
        kept = {key: value for key, value in response.headers.items() if key != name}
        return response._replace(headers=kept) if response.status == 200 else response

    return change


def text(old: str, new: str) -> Callable[[Response], Response]:
    """Return a change of the text of each success."""

    def change(response: Response) -> Response:
        if response.status != 200 or not isinstance(response.body, dict):
            return response
        return response._replace(body=re.sub(old, new, json.dumps(response.body), count=1).encode())

    return change


def emptied(*keys: str) -> Callable[[Response], Response]:
    """Return a change of an object or array of each success into an empty one."""

    def change(response: Response) -> Response:
        if response.status != 200 or not isinstance(response.body, dict):
            return response
        body = json.loads(json.dumps(response.body))
        *outer, last = [int(key) if key.isdigit() else key for key in keys]
        node = body
        with contextlib.suppress(LookupError, TypeError):  # a response of another form
            for key in outer:
                node = node[key]
            node[last] = type(node[last])()
        return response._replace(body=body)

    return change


def csv(change: Callable[[list[str]], list[str]]) -> Callable[[Response], Response]:
    """Return a change of the lines of the CSV file in a result."""

    def changed(response: Response) -> Response:
        if response.status != 200 or not isinstance(response.body, bytes):
            return response
        with zipfile.ZipFile(io.BytesIO(response.body)) as archive:
            (name,) = archive.namelist()
            lines = archive.read(name).decode().splitlines()
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr(name, "\r\n".join(change(lines)))
        return response._replace(body=content.getvalue())

    return changed


def content(change: Callable[[bytes], bytes]) -> Callable[[Response], Response]:
    """Return a change of the bytes of a result."""

    def changed(response: Response) -> Response:
        is_file = response.status == 200 and isinstance(response.body, bytes)
        return response._replace(body=change(response.body)) if is_file else response

    return changed


def in_version(version: str, change: Callable[[Response], Response]) -> Callable[[Response], Response]:
    """Return a change in one version."""
    return lambda response: change(response) if f"/{version}/" in response.path else response


def done(by: int) -> Callable[[dict[str, Any]], Any]:
    """Return a count of updated records that differs once the job has completed."""
    return lambda was: was["Updated_Count"] + by * (was["Status"] == COMPLETED)


def grown(was: dict[str, Any]) -> Any:
    """Return a total with that record."""
    return was["Total_Count"] + (was["Status"] == COMPLETED)


# -- defects in the sandbox


def vanishing(start: float, end: float) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a patch that loses a job between two ages, in seconds."""

    def change(handle: Callable[[Call], Handled], call: Call) -> Handled:
        found = call.job()
        if found and start < call.now - found.submitted_at < end:
            raise ZohoError("NOT_FOUND", status=404)
        return handle(call)

    return handler(STATUS, change)


def posting(change: Callable[[callbacks._Due], list[callbacks._Due]]) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a patch of which callbacks are sent instead of one."""
    post = callbacks.Callbacks._post

    async def changed(made: callbacks.Callbacks, due: callbacks._Due) -> None:
        for one in change(due):
            await post(made, one)

    return lambda patch: patch.setattr(callbacks.Callbacks, "_post", changed)


def too_soon(patch: pytest.MonkeyPatch) -> None:
    """Send callbacks an hour too soon."""
    take = callbacks._take_due
    patch.setattr(callbacks, "_take_due", lambda state, now, host: take(state, now + 3600, host))


MUTANTS = [
    # paths, versions, methods and hosts
    Mutant("anything below a path", "unknown_path", STATUS, change_request=path("(mass_update)/.*", r"\1"), alone=True),
    Mutant("misspelt path", "unknown_path", BULK, change_request=path("/crm[a-z]+/", "/crm/")),
    Mutant(
        "any version is the newest", "unknown_version", STATUS, change_request=path("/v[0-9]{2,}/", "/v8/"), alone=True
    ),
    Mutant("a version before the first one", "unknown_version", OPTIONS, change_request=path("/v2.1/", "/v6/")),
    Mutant("any method reads", "wrong_method", STATUS, change_request=reading),
    Mutant(
        "wrong method where jobs are created",
        "wrong_method",
        BULK,
        change_response=wrong_method_of("/write"),
        alone=True,
    ),
    Mutant("any host", "unknown_host", STATUS, change_request=to_api_domain, alone=True),
    # one parameter among others
    Mutant("job id ignored", "parameters_count", STATUS, change_request=first("job_id=([0-9]+)", "query_string")),
    Mutant(
        "module ignored",
        "parameters_count",
        STATUS,
        change_request=path("/[A-Z][A-Za-z_]*/actions", "/Accounts/actions"),
    ),
    Mutant(
        "job id in the path ignored",
        "parameters_count",
        BULK,
        change_request=path("/write/[0-9]+", "/write/4150868000005350003"),
    ),
    Mutant(
        "lead id ignored",
        "parameters_count",
        OPTIONS,
        change_request=path("/Leads/[0-9]+", "/Leads/738964000002118038"),
        alone=True,
    ),
    Mutant("organization ignored", "parameters_count", RESULT, change_request=first("/crm/([^/]+)")),
    Mutant("file name ignored", "parameters_count", RESULT, change_request=first("/([^/]+)$")),
    # the order of checks
    Mutant(
        "token before the path", "unknown_path", STATUS, change_response=without_token("INVALID_URL_PATTERN", "more")
    ),
    Mutant(
        "token before the version",
        "unknown_version",
        STATUS,
        change_response=without_token("INVALID_URL_PATTERN", "v999"),
    ),
    Mutant("token before the method", "wrong_method", STATUS, change_response=without_token("INVALID_REQUEST_METHOD")),
    Mutant("token before the host", "unknown_host", STATUS, change_response=without_token("INVALID_HOST")),
    Mutant(
        "module before the token",
        "token_before_request",
        STATUS,
        change_response=too_early("No_Such_Module", "", 400, "INVALID_MODULE"),
        alone=True,
    ),
    Mutant(
        "lead before the token",
        "token_before_request",
        OPTIONS,
        change_response=too_early("/x/", "", 400, "INVALID_DATA"),
    ),
    Mutant(
        "module before the scope",
        "scope_before_module",
        STATUS,
        change_response=too_early("No_Such_Module", "sandbox-no-scope", 400, "INVALID_MODULE"),
        alone=True,
    ),
    # headers
    Mutant("success without a header", "headers_of_the_kind", STATUS, change_response=without("pragma")),
    Mutant(
        "header of another kind", "headers_of_the_kind", STATUS, change_response=header("x-download-options", "noopen")
    ),
    Mutant(
        "end of a token that nobody looked at",
        "headers_of_the_kind",
        STATUS,
        "coverage",
        change_response=header("x-accesstoken-reset", "2030-01-01T00:00:00Z", 404),
    ),
    Mutant(
        "token ends in the past",
        "header_values",
        STATUS,
        change_response=header("x-accesstoken-reset", "2001-01-01T00:00:00Z"),
        alone=True,
    ),
    Mutant(
        "end of the token is no time",
        "response_headers_conformance",
        STATUS,
        change_response=header("x-accesstoken-reset", "soon"),
    ),
    Mutant(
        "response may be cached",
        "response_headers_conformance",
        STATUS,
        change_response=header("cache-control", "max-age=3600"),
    ),
    Mutant(
        "file under another name",
        "header_values",
        RESULT,
        change_response=header("content-disposition", 'attachment; filename="1.zip"'),
    ),
    Mutant("token in a header", "no_secret_in_a_response", STATUS, change_response=header("server", "for {token}")),
    Mutant("redirect", "status_code_conformance", STATUS, change_response=success(status=302)),
    # what parsers read differently, and what is empty
    Mutant(
        "key twice",
        "strict_json",
        STATUS,
        change_response=text('"Status": ', '"Status": "RUNNING", "Status": '),
        alone=True,
    ),
    Mutant("no number", "strict_json", STATUS, change_response=text('"Total_Count": [0-9]+', '"Total_Count": NaN')),
    Mutant(
        "whole number with a fraction", "strict_json", STATUS, change_response=text('"Total_Count": [0-9]+', r"\g<0>.0")
    ),
    Mutant("byte order mark", "strict_json", STATUS, change_response=text("^", "\ufeff")),
    Mutant("empty job", "response_schema_conformance", STATUS, change_response=emptied("data", "0")),
    Mutant("no job", "response_schema_conformance", STATUS, change_response=emptied("data")),
    Mutant("empty user", "nothing_is_empty", BULK, change_response=emptied("created_by")),
    Mutant("empty options", "nothing_is_empty", OPTIONS, change_response=emptied("__conversion_options")),
    Mutant(
        "options without layouts",
        "nothing_is_empty",
        OPTIONS,
        change_response=emptied("__conversion_options", "modules_with_multiple_layouts"),
        alone=True,
    ),
    # results
    Mutant("half a result", "result_matches_job", RESULT, change_response=content(lambda body: body[: len(body) // 2])),
    Mutant("result that is no zip file", "result_matches_job", RESULT, change_response=content(lambda _: b"STATUS")),
    Mutant("row lost", "result_matches_job", RESULT, change_response=csv(lambda lines: lines[:-1]), alone=True),
    Mutant("row twice", "result_matches_job", RESULT, change_response=csv(lambda lines: [*lines, lines[-1]])),
    Mutant(
        "other outcome of a row",
        "result_matches_job",
        RESULT,
        change_response=csv(lambda lines: [*lines[:-1], lines[-1].replace("updated", "skipped")]),
    ),
    Mutant("result without its columns", "result_matches_job", RESULT, change_response=csv(lambda lines: lines[1:])),
    # jobs over time, and in other versions
    Mutant("job lost while it runs", "jobs_stay", STATUS, patch_sandbox=vanishing(8, 20)),
    Mutant("job lost after its end", "jobs_stay", STATUS, patch_sandbox=vanishing(1000, 100_000), alone=True),
    Mutant(
        "total that grows",
        "counts_never_shrink",
        STATUS,
        change_response=job(Total_Count=grown, Updated_Count=done(1)),
        alone=True,
    ),
    Mutant(
        "other counts in a version",
        "versions_agree",
        STATUS,
        change_response=in_version(
            "v2.1",
            job(Updated_Count=done(-1), Failed_Count=lambda was: was["Failed_Count"] + (was["Status"] == COMPLETED)),
        ),
        alone=True,
    ),
    Mutant("job of no version", "versions_agree", STATUS, change_response=in_version("v2.1", job(Status="QUEUED"))),
    # requests that are sent twice, and callbacks
    Mutant("request sent twice", "effect_happens_once", OWNER, sends=2),
    Mutant("callback lost", "callback_comes_once", CREATE, patch_sandbox=posting(lambda _due: []), alone=True),
    Mutant(
        "callback twice",
        "callback_comes_once",
        CREATE,
        patch_sandbox=posting(lambda due: [due, due]),
    ),
    Mutant(
        "callback to another URL",
        "callback_comes_once",
        CREATE,
        patch_sandbox=posting(lambda due: [due._replace(url=f"{due.url}/more")]),
    ),
    Mutant(
        "callback without the job",
        "callback_comes_once",
        CREATE,
        patch_sandbox=posting(lambda due: [due._replace(details={})]),
    ),
    Mutant("callback before the end", "callback_comes_once", CREATE, patch_sandbox=too_soon),
]
"""Each is tested on its own."""
