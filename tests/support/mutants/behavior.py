"""Mutants of what the sandbox does: what it accepts, its errors, jobs, tokens and effects."""

from __future__ import annotations

import functools
import itertools
import json
from typing import TYPE_CHECKING, Any

from zoho_crm_sandbox import dispatch as api
from zoho_crm_sandbox.call import Call, ZohoError
from zoho_crm_sandbox.call import Response as Handled
from zoho_crm_sandbox.contract import Operation
from zoho_crm_sandbox.plan import COMPLETED, FAILED, RUNNING, SCHEDULED, Plan, Progress
from zoho_crm_sandbox.platform import checks as gate
from zoho_crm_sandbox.state.database import State
from zoho_crm_sandbox.state.organization import Organization
from zoho_crm_sandbox.systems import mass_change_owner

from tests.support.mutants.model import SCHEDULE, STATUS, Mutant, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from starlette.types import Scope
    from zoho_crm_sandbox.state.jobs import Job

# -- defects in a response


def job(**changes: Any) -> Callable[[Response], Response]:
    """Return a change of keys in the body of a job's status; ``...`` removes a key."""

    def change(response: Response) -> Response:
        if response.status != 200 or not isinstance(response.body, dict) or "data" not in response.body:
            return response
        was = response.body["data"][0]
        shown = {**was, **{key: made(was) if callable(made) else made for key, made in changes.items()}}
        return response._replace(body={"data": [{key: value for key, value in shown.items() if value is not ...}]})

    return change


def success(**changes: Any) -> Callable[[Response], Response]:
    """Return a change of every successful response."""
    return lambda response: response._replace(**changes) if response.status < 300 else response


def error(make: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Response], Response]:
    """Return a change of every error."""

    def change(response: Response) -> Response:
        if response.status < 400 or not isinstance(response.body, dict):
            return response
        return response._replace(body=make(response.body))

    return change


def without_wrapper(response: Response) -> Response:
    """Remove the ``data`` wrapper."""
    return response._replace(body=response.body["data"][0]) if response.status == 200 else response


def truncated(response: Response) -> Response:
    """Cut the body in half."""
    content = json.dumps(response.body).encode()
    return response._replace(body=content[: len(content) // 2]) if response.status == 200 else response


def job_id(change: Callable[[str], str]) -> Callable[[Response], Response]:
    """Return a change of the job id in the response to a submission."""

    def changed(response: Response) -> Response:
        if response.status != 200 or "job_id" not in json.dumps(response.body):
            return response
        (submitted,) = response.body["data"]
        details = {"job_id": change(submitted["details"]["job_id"])}
        return response._replace(body={"data": [{**submitted, "details": details}]})

    return changed


def wrong_method(status: int, code: str, *, with_token: bool = False) -> Callable[[Response], Response]:
    """Return a change of the response to a wrong method."""

    def changed(response: Response) -> Response:
        if response.method in ("GET", "POST", "HEAD") or (with_token and not response.token):
            return response
        return response._replace(status=status, body={**response.body, "code": code})

    return changed


def instead(code: str, other: str) -> Callable[[Response], Response]:
    """Return a change of one error code into another."""
    return error(lambda body: {**body, "code": other} if body.get("code") == code else body)


def without_header(name: str) -> Callable[[Response], Response]:
    """Return a change that removes a header from every error."""

    def changed(response: Response) -> Response:
        if response.status < 400:
            return response
        return response._replace(headers={key: value for key, value in response.headers.items() if key != name})

    return changed


def left_over(shown: dict[str, Any]) -> Any:
    """Return a count with one record left after the job completed."""
    return 1 if shown["Status"] == COMPLETED else shown["Not_Updated_Count"]


def one_less(shown: dict[str, Any]) -> Any:
    """Return a count without that record."""
    return shown["Updated_Count"] - (shown["Status"] == COMPLETED)


def flapping() -> Callable[[Response], Response]:
    """Return a change of every other read, as if a stale replica answered."""
    turns = itertools.count()

    def changed(response: Response) -> Response:
        if response.status != 200 or "__conversion_options" not in response.body or next(turns) % 2:
            return response
        options = {**response.body["__conversion_options"], "Contacts": []}
        return response._replace(body={"__conversion_options": options})

    return changed


def stale() -> Callable[[Response], Response]:
    """Return a change of every read of a job into the first one."""
    first: dict[bytes, Any] = {}

    def changed(response: Response) -> Response:
        return (
            response._replace(body=first.setdefault(response.query, response.body))
            if response.status == 200
            else response
        )

    return changed


# -- defects in the sandbox


def progress(change: Callable[[Plan, float, Progress], Progress]) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a patch of the progress that jobs show."""

    def shown(call: Call, job: Job) -> Progress:
        elapsed = call.now - job.submitted_at
        return change(job.plan, elapsed, job.plan.progress_at(elapsed))

    return lambda patch: patch.setattr(Call, "progress", shown)


def shrinking(plan: Plan, _elapsed: float, at: Progress) -> Progress:
    """Count backwards while a job runs."""
    done = at.succeeded + at.failed
    return Progress(RUNNING, plan.total - done, 0, done) if at.state == RUNNING else at


def backwards(_plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Return a running job to SCHEDULED after a while."""
    return at._replace(state=SCHEDULED) if at.state == RUNNING and elapsed > 15 else at


def failed_later(_plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Turn a completed job into a failed one after an hour."""
    return at._replace(state=FAILED) if at.state == COMPLETED and elapsed > 3600 else at


def early(_plan: Plan, _elapsed: float, at: Progress) -> Progress:
    """Show COMPLETED as soon as the job is submitted."""
    return at._replace(state=COMPLETED)


def never(plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Keep the job running for ever."""
    return plan.progress_at(min(elapsed, plan.length - 1)) if plan.steps else at


def handler(
    operation: str, change: Callable[[Callable[[Call], Handled], Call], Handled]
) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a patch of the handler of an operation."""
    return lambda patch: patch.setitem(api.HANDLERS, operation, functools.partial(change, api.HANDLERS[operation]))


def refused_after_all(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Apply the effect, and respond with an error."""
    handle(call)
    raise ZohoError("NO_RECORDS_FOUND", status=400, case="")


def done_twice(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Apply the effect twice."""
    handle(call)
    return mass_change_owner.schedule_mass_change_owner(call)


def not_done(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Convert the lead without making the deal."""
    body = json.loads(call.body)
    if isinstance(body, dict) and isinstance(body.get("data"), list) and isinstance(body["data"][0], dict):
        body["data"][0].pop("Deals", None)
    return handle(call._replace(body=json.dumps(body).encode()))


def read_and_written(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Create a record with every read."""
    call.state.of(call.token.organization).add_record("Leads", {"Last_Name": "Read"})
    return handle(call)


def scheduled_anyway(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Accept the conversion of a lead whatever is wrong with the request."""
    try:
        return handle(call)
    except ZohoError:
        if b'"Deals"' in call.body or call.token.organization != "694902309":
            raise  # other checks would find that no deal was made, or that organizations see each other
        details = {"job_id": "3652397000009835020"}
        message = "Convert lead scheduled successfully"
        accepted = {"code": "SCHEDULED", "details": details, "message": message, "status": "success"}
        return Handled({"data": [accepted]}, status=202)


def broken_by_input(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Raise an exception for an unexpected body."""
    json.loads(call.body)["data"][0].keys()
    return handle(call)


def token(accept: Callable[[str, State], bool]) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a patch that gives some tokens the rights of the token ``sandbox``."""
    authenticate = gate.authenticate

    def accepting(authorization: str, state: State, now: float) -> Any:
        text = authorization.partition(" ")[2].strip()
        return authenticate("Bearer sandbox" if accept(text, state) else authorization, state, now)

    return lambda patch: patch.setattr(gate, "authenticate", accepting)


def with_token(scope: Scope) -> Scope:
    """Add a token to a request that has none, unless its module is unknown."""
    if "No_Such_Module" in scope["path"] or b"authorization" in dict(scope["headers"]):
        return scope
    return {**scope, "headers": [*scope["headers"], (b"authorization", b"Bearer sandbox")]}


def kept_after_revocation(patch: pytest.MonkeyPatch) -> None:
    """Revoke a refresh token without its access tokens."""
    patch.setattr(
        State,
        "remove_refresh_token",
        lambda state, token: state._db.execute("DELETE FROM refresh_tokens WHERE token = ?", (token,)),
    )


def any_organization(patch: pytest.MonkeyPatch) -> None:
    """Find the jobs of all organizations."""
    find = Organization.job
    organizations = ("694902309", "700000001")

    def anywhere(organization: Organization, system: str, job: str) -> Any:
        others = (Organization(organization._db, one) for one in organizations)
        return next(filter(None, (find(one, system, job) for one in others)), None)

    patch.setattr(Organization, "job", anywhere)


def any_module(patch: pytest.MonkeyPatch) -> None:
    """Accept a scope for one module as a scope for all modules."""
    patch.setattr(
        Operation,
        "accepts_scopes",
        lambda operation, granted, _module: any(needed <= granted for needed in operation._alternatives),
    )


def whole_scopes_only(patch: pytest.MonkeyPatch) -> None:
    """Reject every scope for a single module."""
    accepts = Operation.accepts_scopes
    patch.setattr(
        Operation,
        "accepts_scopes",
        lambda operation, granted, module: (
            not any(scope.endswith(".accounts.read") for scope in granted - {""})
            and accepts(operation, granted, module)
            if len(granted) == 1
            else accepts(operation, granted, module)
        ),
    )


def shorter_ids(patch: pytest.MonkeyPatch) -> None:
    """Reject a job id of 19 digits, which is valid."""
    read = gate.read_parameters

    def checked(*arguments: Any) -> dict[str, str]:
        given = read(*arguments)
        if len(given.get("job_id", "")) == 19:
            raise ZohoError("UNABLE_TO_PARSE_DATA_TYPE")
        return given

    patch.setattr(gate, "read_parameters", checked)


def fewer_records(handle: Callable[[Call], Handled], call: Call) -> Handled:
    """Reject fifty records, which is the documented maximum."""
    body = json.loads(call.body or b"null")
    if isinstance(body, dict) and isinstance(body.get("ids"), list) and len(body["ids"]) == 50:
        raise ZohoError("LIMIT_EXCEEDED")
    return handle(call)


def unknown_keys_ignored(patch: pytest.MonkeyPatch) -> None:
    """Accept undocumented keys."""
    violations = Operation.violations
    patch.setattr(
        Operation,
        "violations",
        lambda operation, body: [one for one in violations(operation, body) if one[1] != "additionalProperties"],
    )


def any_version(patch: pytest.MonkeyPatch) -> None:
    """Serve every version, even one that Zoho never had."""
    patch.setattr(gate, "check_version_exists", lambda *_: None)
    patch.setattr(gate, "check_version", lambda _operation, _version: None)
    patch.setattr(Call, "since", lambda _call, _version: True)


def nothing_works(patch: pytest.MonkeyPatch) -> None:
    """Respond to every call that its URL is unknown."""

    def refuse(*_arguments: Any) -> Any:
        raise ZohoError("INVALID_URL_PATTERN")

    patch.setitem(api.HANDLERS, SCHEDULE, refuse)


MUTANTS = [
    # the schemas of the responses
    Mutant("wrong type", "response_schema_conformance", STATUS, change_response=job(Total_Count="50")),
    Mutant("missing key", "response_schema_conformance", STATUS, change_response=job(Failed_Count=...)),
    Mutant("null", "response_schema_conformance", STATUS, change_response=job(Status=None)),
    Mutant("extra enum spelling", "response_schema_conformance", STATUS, change_response=job(Status="Completed")),
    Mutant("negative count", "response_schema_conformance", STATUS, change_response=job(Failed_Count=-1)),
    Mutant("fraction of a record", "response_schema_conformance", STATUS, change_response=job(Updated_Count=0.5)),
    Mutant("lost data wrapper", "response_schema_conformance", STATUS, change_response=without_wrapper),
    Mutant("truncated JSON", "response_schema_conformance", STATUS, change_response=truncated),
    Mutant(
        "misspelt code",
        "response_schema_conformance",
        STATUS,
        "coverage",
        change_response=error(lambda body: {**body, "code": body["code"].replace("_", "-")}),
    ),
    Mutant(
        "error without a status",
        "response_schema_conformance",
        STATUS,
        "coverage",
        change_response=error(lambda body: {key: body[key] for key in body if key != "status"}),
    ),
    Mutant(
        "details as a text",
        "response_schema_conformance",
        STATUS,
        "coverage",
        change_response=error(lambda body: {**body, "details": ""}),
    ),
    # statuses and content types
    Mutant("wrong HTTP status", "status_code_conformance", STATUS, change_response=success(status=201)),
    Mutant(
        "undocumented error status",
        "status_code_conformance",
        STATUS,
        "coverage",
        change_response=lambda response: response._replace(status=409) if response.status == 400 else response,
    ),
    Mutant(
        "HTML error",
        "not_a_server_error",
        STATUS,
        change_response=success(status=502, content_type="text/html", body=b"<html></html>"),
    ),
    Mutant(
        "HTML page",
        "content_type_conformance",
        STATUS,
        change_response=success(content_type="text/html", body=b"<html></html>"),
    ),
    Mutant("no content type", "content_type_conformance", STATUS, change_response=success(content_type="")),
    Mutant(
        "JSON in place of a file",
        "content_type_conformance",
        "download_bulk_write_result",
        change_response=success(content_type="application/json", body={}),
    ),
    Mutant(
        "broken by input", "not_a_server_error", SCHEDULE, "coverage", patch_sandbox=handler(SCHEDULE, broken_by_input)
    ),
    # what is accepted and what is not
    Mutant(
        "unvalidated key",
        "negative_data_rejection",
        "schedule_inventory_mass_convert",
        "coverage",
        patch_sandbox=unknown_keys_ignored,
    ),
    Mutant(
        "unvalidated key in a criterion",
        "negative_data_rejection",
        "schedule_mass_change_owner",
        "coverage",
        patch_sandbox=unknown_keys_ignored,
    ),
    Mutant("unvalidated version", "unknown_version", STATUS, patch_sandbox=any_version),
    Mutant("404 to everything", "positive_data_acceptance", SCHEDULE, patch_sandbox=nothing_works),
    Mutant(
        "429 to everything",
        "positive_data_acceptance",
        "get_lead_conversion_options",
        change_response=lambda response: response._replace(status=429),
    ),
    Mutant(
        "id one digit too short",
        "valid_request_is_accepted",
        "get_mass_change_owner_status",
        "coverage",
        patch_sandbox=shorter_ids,
        alone=True,
    ),
    Mutant(
        "one record too few",
        "valid_request_is_accepted",
        "schedule_inventory_mass_convert",
        "coverage",
        patch_sandbox=handler("schedule_inventory_mass_convert", fewer_records),
    ),
    # errors
    Mutant(
        "405 for a wrong method",
        "wrong_method",
        STATUS,
        change_response=wrong_method(405, "INVALID_REQUEST_METHOD"),
    ),
    Mutant(
        "wrong code for a wrong method",
        "wrong_method",
        STATUS,
        change_response=wrong_method(400, "INVALID_HOST"),
        alone=True,
    ),
    Mutant(
        "undocumented code for a wrong method",
        "documented_code",
        STATUS,
        "coverage",
        change_response=wrong_method(404, "INVALID_HOST", with_token=True),
        alone=True,
        hidden="wrong methods are sent without a token",
    ),
    Mutant(
        "details of another code",
        "details_fit_the_code",
        STATUS,
        "coverage",
        change_response=error(lambda body: {**body, "details": {**body["details"], "reason": "unknown"}}),
        alone=True,
    ),
    Mutant(
        "error without a header",
        "headers_of_the_kind",
        STATUS,
        "coverage",
        change_response=without_header("x-frame-options"),
        alone=True,
    ),
    Mutant(
        "invalid request accepted",
        "accepted_is_no_success",
        "convert_lead",
        "coverage",
        patch_sandbox=handler("convert_lead", scheduled_anyway),
        alone=True,
    ),
    Mutant(
        "a status that is never sent",
        "full_coverage",
        SCHEDULE,
        change_response=lambda response: response._replace(status=200) if response.status == 207 else response,
        example_requests=True,
    ),
    Mutant(
        "an error that is never sent",
        "full_coverage",
        "get_bulk_write_job",
        change_response=instead("INVALID_OAUTHTOKEN", "INVALID_TOKEN"),
        example_requests=True,
        alone=True,
    ),
    # counts and states
    Mutant(
        "count drift",
        "counts_add_up",
        STATUS,
        change_response=job(Total_Count=lambda shown: shown["Total_Count"] + 1),
        alone=True,
    ),
    Mutant(
        "ended with records left",
        "ended_has_nothing_left",
        STATUS,
        change_response=job(Not_Updated_Count=left_over, Updated_Count=one_less),
        alone=True,
    ),
    Mutant("early COMPLETED", "ended_has_nothing_left", STATUS, patch_sandbox=progress(early)),
    Mutant("counts run backwards", "counts_never_shrink", STATUS, patch_sandbox=progress(shrinking), alone=True),
    Mutant("backwards state", "states_only_move_forward", STATUS, patch_sandbox=progress(backwards), alone=True),
    Mutant("completed turns into failed", "states_only_move_forward", STATUS, patch_sandbox=progress(failed_later)),
    Mutant("never-ending job", "jobs_end", STATUS, patch_sandbox=progress(never), alone=True),
    Mutant("stale read", "jobs_end", STATUS, change_response=stale()),
    Mutant(
        "flapping read",
        "same_instant_same_response",
        "get_lead_conversion_options",
        change_response=flapping(),
        alone=True,
    ),
    Mutant("wrong link id", "links_lead_on", SCHEDULE, change_response=job_id(lambda one: str(int(one) + 1))),
    Mutant(
        "link to the job of another system",
        "links_lead_on",
        "schedule_mass_change_owner",
        change_response=job_id(lambda _: "554023000000506003"),
        alone=True,
    ),
    # tokens and scopes
    Mutant("ignored token", "token_missing", STATUS, patch_sandbox=token(lambda text, _state: not text)),
    Mutant("token added on the way", "token_missing", STATUS, change_request=with_token, alone=True),
    Mutant(
        "any token will do",
        "token_unknown",
        STATUS,
        patch_sandbox=token(lambda text, state: bool(text) and state.token(text) is None),
        alone=True,
    ),
    Mutant(
        "tokens last for ever",
        "token_expired",
        STATUS,
        patch_sandbox=token(lambda text, _state: text == "sandbox-expired"),
        alone=True,
    ),
    Mutant(
        "new token unknown",
        "token_works",
        "create_token",
        change_response=lambda response: (
            response._replace(body={**response.body, "access_token": response.body["access_token"][::-1]})
            if "access_token" in response.body
            else response
        ),
        alone=True,
    ),
    Mutant("revocation forgotten", "token_revoked", STATUS, patch_sandbox=kept_after_revocation, alone=True),
    Mutant(
        "cross-organization leak", "ids_stay_in_their_organization", STATUS, patch_sandbox=any_organization, alone=True
    ),
    Mutant(
        "ignored scope",
        "scope_missing",
        "get_bulk_write_job",
        patch_sandbox=lambda patch: patch.setattr(gate, "check_scope", lambda *_: None),
        alone=True,
    ),
    Mutant("scope of any module", "scope_of_another_module", STATUS, patch_sandbox=any_module, alone=True),
    Mutant(
        "documented scope rejected", "documented_scope_suffices", STATUS, patch_sandbox=whole_scopes_only, alone=True
    ),
    Mutant(
        "token in a response",
        "no_secret_in_a_response",
        STATUS,
        change_response=lambda response: (
            response._replace(body={**response.body, "sent_with": response.token})
            if response.status == 200
            else response
        ),
        alone=True,
    ),
    # effects
    Mutant(
        "effect despite 400",
        "errors_change_nothing",
        SCHEDULE,
        patch_sandbox=handler(SCHEDULE, refused_after_all),
        alone=True,
    ),
    Mutant("a read that writes", "errors_change_nothing", STATUS, patch_sandbox=handler(STATUS, read_and_written)),
    Mutant(
        "double effect",
        "effect_happens_once",
        "schedule_mass_change_owner",
        patch_sandbox=handler("schedule_mass_change_owner", done_twice),
        alone=True,
    ),
    Mutant(
        "lost effect",
        "effect_happens_once",
        "convert_lead_v2_1",
        patch_sandbox=handler("convert_lead_v2_1", not_done),
    ),
    Mutant(
        "lost effect in v3",
        "effect_happens_once",
        "convert_lead_v3",
        patch_sandbox=handler("convert_lead_v3", not_done),
    ),
]
"""Each is tested on its own."""
