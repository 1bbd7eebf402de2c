"""Faults that are planted in the sandbox, one at a time, to see whether the property tests find them.

Each says which check is meant to find it, and where it is looked for. They are no faults that the sandbox offers: those
are for its users, these are for us.
"""

from __future__ import annotations

import functools
import itertools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox import call
from zoho_crm_sandbox import dispatch as api
from zoho_crm_sandbox import plan as jobs
from zoho_crm_sandbox.call import Answer, Call, Refusal
from zoho_crm_sandbox.contract import Operation
from zoho_crm_sandbox.plan import COMPLETED, FAILED, RUNNING, SCHEDULED, Plan, Progress
from zoho_crm_sandbox.platform import checks as gate
from zoho_crm_sandbox.state.database import State
from zoho_crm_sandbox.state.organization import Organization
from zoho_crm_sandbox.systems import mass_change_owner

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from starlette.types import ASGIApp, Receive, Scope, Send

STATUS = "get_mass_update_status"
SCHEDULE = "schedule_mass_update"


class Reply(NamedTuple):
    """An answer as it is sent.

    Attributes:
        method: The method of its request.
        query: The query of its request.
        token: The token of its request.
        status: The HTTP status.
        content_type: The content type; empty if there is no body.
        body: The body, parsed if it is JSON.
    """

    method: str
    query: bytes
    token: str
    status: int
    content_type: str
    body: Any


def nothing(_patch: pytest.MonkeyPatch) -> None:
    """Changes nothing inside."""


def unchanged(reply: Reply) -> Reply:
    """Sends an answer as it is."""
    return reply


@dataclass(frozen=True)
class Fault:
    """A planted fault.

    Attributes:
        name: What is wrong.
        check: The check that is meant to find it.
        operation: The operation at which it is looked for.
        phase: The phase of Schemathesis in which it is looked for.
        inside: Changes the sandbox.
        on_the_wire: Changes an answer on its way.
        provoked: Whether the requests for every documented answer are made too.
    """

    name: str
    check: str
    operation: str
    phase: str = "examples"
    inside: Callable[[pytest.MonkeyPatch], None] = nothing
    on_the_wire: Callable[[Reply], Reply] = unchanged
    provoked: bool = False

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


class Spoiled:
    """A sandbox whose answers are changed on their way.

    Args:
        app: The sandbox.
        change: Changes an answer.
    """

    def __init__(self, app: ASGIApp, change: Callable[[Reply], Reply]) -> None:
        self._app = app
        self._change = change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent: list[Any] = []

        async def keep(message: Any) -> None:
            sent.append(message)

        await self._app(scope, receive, keep)
        start, *parts = sent
        content = b"".join(part.get("body", b"") for part in parts)
        headers = dict(start["headers"])
        content_type = headers.get(b"content-type", b"").decode()
        token = dict(scope["headers"]).get(b"authorization", b"").decode().partition(" ")[2]
        is_json = content_type.startswith("application/json")
        parsed = json.loads(content) if is_json else content
        reply = Reply(scope["method"], scope["query_string"], token, start["status"], content_type, parsed)
        changed = self._change(reply)
        body = changed.body if isinstance(changed.body, bytes) else json.dumps(changed.body).encode()
        headers |= {b"content-type": changed.content_type.encode(), b"content-length": str(len(body)).encode()}
        if not changed.content_type:
            del headers[b"content-type"]
        await send({"type": "http.response.start", "status": changed.status, "headers": list(headers.items())})
        await send({"type": "http.response.body", "body": body})


# -- on the wire


def job(**changes: Any) -> Callable[[Reply], Reply]:
    """Returns what changes keys of the job that a status tells of; None takes one out."""

    def change(reply: Reply) -> Reply:
        if reply.status != 200 or not isinstance(reply.body, dict) or "data" not in reply.body:
            return reply
        was = reply.body["data"][0]
        told = {**was, **{key: made(was) if callable(made) else made for key, made in changes.items()}}
        return reply._replace(body={"data": [{key: value for key, value in told.items() if value is not ...}]})

    return change


def success(**changes: Any) -> Callable[[Reply], Reply]:
    """Returns what changes a successful answer."""
    return lambda reply: reply._replace(**changes) if reply.status < 300 else reply


def error(make: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Reply], Reply]:
    """Returns what changes an error."""

    def change(reply: Reply) -> Reply:
        if reply.status < 400 or not isinstance(reply.body, dict):
            return reply
        return reply._replace(body=make(reply.body))

    return change


def without_wrapper(reply: Reply) -> Reply:
    """Loses the ``data`` wrapper."""
    return reply._replace(body=reply.body["data"][0]) if reply.status == 200 else reply


def truncated(reply: Reply) -> Reply:
    """Cuts a body in half."""
    content = json.dumps(reply.body).encode()
    return reply._replace(body=content[: len(content) // 2]) if reply.status == 200 else reply


def job_id(change: Callable[[str], str]) -> Callable[[Reply], Reply]:
    """Returns what changes the id of a job that was submitted."""

    def changed(reply: Reply) -> Reply:
        if reply.status != 200 or "job_id" not in json.dumps(reply.body):
            return reply
        (submitted,) = reply.body["data"]
        details = {"job_id": change(submitted["details"]["job_id"])}
        return reply._replace(body={"data": [{**submitted, "details": details}]})

    return changed


def wrong_method(status: int, code: str) -> Callable[[Reply], Reply]:
    """Returns what changes the answer to a wrong method."""

    def changed(reply: Reply) -> Reply:
        if reply.method in ("GET", "POST", "HEAD"):
            return reply
        return reply._replace(status=status, body={**reply.body, "code": code})

    return changed


def instead(code: str, other: str) -> Callable[[Reply], Reply]:
    """Returns what answers another error in the place of one."""
    return error(lambda body: {**body, "code": other} if body.get("code") == code else body)


def left_over(told: dict[str, Any]) -> Any:
    """Leaves a record of a job that has completed."""
    return 1 if told["Status"] == COMPLETED else told["Not_Updated_Count"]


def one_less(told: dict[str, Any]) -> Any:
    """Takes that record from those that are done."""
    return told["Updated_Count"] - (told["Status"] == COMPLETED)


def flapping() -> Callable[[Reply], Reply]:
    """Returns what answers every other read from another copy."""
    turns = itertools.count()

    def changed(reply: Reply) -> Reply:
        if reply.status != 200 or next(turns) % 2:
            return reply
        options = {**reply.body["__conversion_options"], "Contacts": []}
        return reply._replace(body={"__conversion_options": options})

    return changed


def stale() -> Callable[[Reply], Reply]:
    """Returns what answers every read of a job as the first one."""
    first: dict[bytes, Any] = {}

    def changed(reply: Reply) -> Reply:
        return reply._replace(body=first.setdefault(reply.query, reply.body)) if reply.status == 200 else reply

    return changed


# -- inside


def progress(change: Callable[[Plan, float, Progress], Progress]) -> Callable[[pytest.MonkeyPatch], None]:
    """Returns what changes how far a job is told to be."""

    def told(plan: Plan, elapsed: float) -> Progress:
        return change(plan, elapsed, jobs.progress(plan, elapsed))

    return lambda patch: patch.setattr(call, "progress", told)


def shrinking(plan: Plan, _elapsed: float, at: Progress) -> Progress:
    """Counts backwards while a job runs."""
    done = at.succeeded + at.failed
    return Progress(RUNNING, plan.total - done, 0, done) if at.state == RUNNING else at


def backwards(_plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Says that a job waits again when it has run for a while."""
    return at._replace(state=SCHEDULED) if at.state == RUNNING and elapsed > 15 else at


def failed_later(_plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Turns the end of a job around after an hour."""
    return at._replace(state=FAILED) if at.state == COMPLETED and elapsed > 3600 else at


def early(_plan: Plan, _elapsed: float, at: Progress) -> Progress:
    """Says that a job has completed as soon as it was submitted."""
    return at._replace(state=COMPLETED)


def never(plan: Plan, elapsed: float, at: Progress) -> Progress:
    """Never lets a job end."""
    return jobs.progress(plan, min(elapsed, plan.length - 1)) if plan.steps else at


def handler(
    operation: str, change: Callable[[Callable[[Call], Answer], Call], Answer]
) -> Callable[[pytest.MonkeyPatch], None]:
    """Returns what changes what answers an operation."""
    return lambda patch: patch.setitem(api.HANDLERS, operation, functools.partial(change, api.HANDLERS[operation]))


def refused_after_all(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Does what is asked for, and says that it was refused."""
    handle(asked)
    raise Refusal("NO_RECORDS_FOUND", status=400, case="")


def done_twice(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Does what is asked for twice."""
    handle(asked)
    return mass_change_owner.schedule_mass_change_owner(asked)


def not_done(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Says that a lead was converted, and makes no deal."""
    body = json.loads(asked.body)
    if isinstance(body, dict) and isinstance(body.get("data"), list) and isinstance(body["data"][0], dict):
        body["data"][0].pop("Deals", None)
    return handle(asked._replace(body=json.dumps(body).encode()))


def read_and_written(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Makes a record whenever something is read."""
    asked.state.of(asked.token.organization).add_record("Leads", {"Last_Name": "Read"})
    return handle(asked)


def scheduled_anyway(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Accepts a lead's conversion whatever is wrong with the request."""
    try:
        return handle(asked)
    except Refusal:
        if b'"Deals"' in asked.body or asked.token.organization != "694902309":
            raise  # other checks would find that no deal was made, or that organizations see each other
        details = {"job_id": "3652397000009835020"}
        message = "Convert lead scheduled successfully"
        accepted = {"code": "SCHEDULED", "details": details, "message": message, "status": "success"}
        return Answer({"data": [accepted]}, status=202)


def broken_by_input(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Breaks on a body that is not as expected."""
    json.loads(asked.body)["data"][0].keys()
    return handle(asked)


def token(accept: Callable[[str, State], bool]) -> Callable[[pytest.MonkeyPatch], None]:
    """Returns what accepts some tokens as if they were the one that may do everything."""
    authenticate = gate.authenticate

    def accepting(authorization: str, state: State, now: float) -> Any:
        text = authorization.partition(" ")[2].strip()
        return authenticate("Bearer sandbox" if accept(text, state) else authorization, state, now)

    return lambda patch: patch.setattr(gate, "authenticate", accepting)


def kept_after_revocation(patch: pytest.MonkeyPatch) -> None:
    """Revokes a refresh token and leaves its access tokens."""
    patch.setattr(
        State,
        "remove_refresh_token",
        lambda state, token: state._db.execute("DELETE FROM refresh_tokens WHERE token = ?", (token,)),
    )


def any_organization(patch: pytest.MonkeyPatch) -> None:
    """Finds a job of whatever organization."""
    find = Organization.job
    organizations = ("694902309", "700000001")

    def anywhere(organization: Organization, system: str, job: str) -> Any:
        others = (Organization(organization._db, one) for one in organizations)
        return next(filter(None, (find(one, system, job) for one in others)), None)

    patch.setattr(Organization, "job", anywhere)


def any_module(patch: pytest.MonkeyPatch) -> None:
    """Takes a scope for one module as one for all."""
    patch.setattr(
        Operation,
        "accepts_scopes",
        lambda operation, granted, _module: any(needed <= granted for needed in operation._alternatives),
    )


def whole_scopes_only(patch: pytest.MonkeyPatch) -> None:
    """Takes no scope that is for one module only."""
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
    """Takes an id of 19 digits for one that is too long."""
    read = gate.read_parameters

    def checked(*arguments: Any) -> dict[str, str]:
        given = read(*arguments)
        if len(given.get("job_id", "")) == 19:
            raise Refusal("UNABLE_TO_PARSE_DATA_TYPE")
        return given

    patch.setattr(gate, "read_parameters", checked)


def fewer_records(handle: Callable[[Call], Answer], asked: Call) -> Answer:
    """Refuses the fiftieth record, which is still allowed."""
    body = json.loads(asked.body or b"null")
    if isinstance(body, dict) and isinstance(body.get("ids"), list) and len(body["ids"]) == 50:
        raise Refusal("LIMIT_EXCEEDED")
    return handle(asked)


def unknown_keys_ignored(patch: pytest.MonkeyPatch) -> None:
    """Does not look at keys that the document does not know."""
    violations = Operation.violations
    patch.setattr(
        Operation,
        "violations",
        lambda operation, body: [one for one in violations(operation, body) if one[1] != "additionalProperties"],
    )


def any_version(patch: pytest.MonkeyPatch) -> None:
    """Serves every version, also those that Zoho never had."""
    patch.setattr(gate, "check_version_exists", lambda _version: None)
    patch.setattr(gate, "check_version", lambda _operation, _version: None)
    patch.setattr(Call, "since", lambda _call, _version: True)


def nothing_works(patch: pytest.MonkeyPatch) -> None:
    """Finds nothing, whatever is asked for."""

    def refuse(*_arguments: Any) -> Any:
        raise Refusal("INVALID_URL_PATTERN")

    patch.setitem(api.HANDLERS, SCHEDULE, refuse)


FAULTS = [
    # what the schemas of the answers say
    Fault("wrong type", "response_schema_conformance", STATUS, on_the_wire=job(Total_Count="50")),
    Fault("missing key", "response_schema_conformance", STATUS, on_the_wire=job(Failed_Count=...)),
    Fault("null", "response_schema_conformance", STATUS, on_the_wire=job(Status=None)),
    Fault("extra enum spelling", "response_schema_conformance", STATUS, on_the_wire=job(Status="Completed")),
    Fault("negative count", "response_schema_conformance", STATUS, on_the_wire=job(Failed_Count=-1)),
    Fault("fraction of a record", "response_schema_conformance", STATUS, on_the_wire=job(Updated_Count=0.5)),
    Fault("lost data wrapper", "response_schema_conformance", STATUS, on_the_wire=without_wrapper),
    Fault("truncated JSON", "response_schema_conformance", STATUS, on_the_wire=truncated),
    Fault(
        "misspelt code",
        "response_schema_conformance",
        STATUS,
        "coverage",
        on_the_wire=error(lambda body: {**body, "code": body["code"].replace("_", "-")}),
    ),
    Fault(
        "error without a message",
        "response_schema_conformance",
        STATUS,
        "coverage",
        on_the_wire=error(lambda body: {key: body[key] for key in body if key != "message"}),
    ),
    Fault(
        "details as a text",
        "response_schema_conformance",
        STATUS,
        "coverage",
        on_the_wire=error(lambda body: {**body, "details": ""}),
    ),
    # statuses and content types
    Fault("wrong HTTP status", "status_code_conformance", STATUS, on_the_wire=success(status=201)),
    Fault(
        "undocumented refusal",
        "status_code_conformance",
        STATUS,
        "coverage",
        on_the_wire=lambda reply: reply._replace(status=409) if reply.status == 400 else reply,
    ),
    Fault(
        "HTML error",
        "not_a_server_error",
        STATUS,
        on_the_wire=success(status=502, content_type="text/html", body=b"<html></html>"),
    ),
    Fault(
        "HTML page",
        "content_type_conformance",
        STATUS,
        on_the_wire=success(content_type="text/html", body=b"<html></html>"),
    ),
    Fault("no content type", "content_type_conformance", STATUS, on_the_wire=success(content_type="")),
    Fault(
        "JSON in place of a file",
        "content_type_conformance",
        "download_bulk_write_result",
        on_the_wire=success(content_type="application/json", body={}),
    ),
    Fault("broken by input", "not_a_server_error", SCHEDULE, "coverage", inside=handler(SCHEDULE, broken_by_input)),
    # what is accepted and what is not
    Fault(
        "unvalidated key",
        "negative_data_rejection",
        "schedule_inventory_mass_convert",
        "coverage",
        inside=unknown_keys_ignored,
    ),
    Fault(
        "unvalidated key in a criterion",
        "negative_data_rejection",
        "schedule_mass_change_owner",
        "coverage",
        inside=unknown_keys_ignored,
    ),
    Fault("unvalidated version", "negative_data_rejection", STATUS, "coverage", inside=any_version),
    Fault("404 to everything", "positive_data_acceptance", SCHEDULE, inside=nothing_works),
    Fault(
        "429 to everything",
        "positive_data_acceptance",
        "get_lead_conversion_options",
        on_the_wire=lambda reply: reply._replace(status=429),
    ),
    Fault(
        "id one digit too short",
        "valid_request_is_accepted",
        "get_mass_change_owner_status",
        "coverage",
        inside=shorter_ids,
    ),
    Fault(
        "one record too few",
        "valid_request_is_accepted",
        "schedule_inventory_mass_convert",
        "coverage",
        inside=handler("schedule_inventory_mass_convert", fewer_records),
    ),
    # errors
    Fault(
        "405 for a wrong method",
        "wrong_method",
        STATUS,
        "coverage",
        on_the_wire=wrong_method(405, "INVALID_REQUEST_METHOD"),
    ),
    Fault(
        "wrong code for a wrong method",
        "wrong_method",
        STATUS,
        "coverage",
        on_the_wire=wrong_method(400, "INVALID_REQUEST"),
    ),
    Fault(
        "undocumented code for a wrong method",
        "documented_code",
        STATUS,
        "coverage",
        on_the_wire=wrong_method(404, "NO_SUCH_METHOD"),
    ),
    Fault(
        "details of another code",
        "details_fit_the_code",
        STATUS,
        "coverage",
        on_the_wire=error(lambda body: {**body, "details": {**body["details"], "reason": "unknown"}}),
    ),
    Fault(
        "wrong request accepted",
        "accepted_is_no_success",
        "convert_lead",
        "coverage",
        inside=handler("convert_lead", scheduled_anyway),
    ),
    Fault(
        "a status never answered",
        "full_coverage",
        SCHEDULE,
        on_the_wire=lambda reply: reply._replace(status=200) if reply.status == 207 else reply,
        provoked=True,
    ),
    Fault(
        "an error never answered",
        "full_coverage",
        "get_bulk_write_job",
        on_the_wire=instead("INVALID_OAUTHTOKEN", "INVALID_TOKEN"),
        provoked=True,
    ),
    # counts and states
    Fault("count drift", "counts_add_up", STATUS, on_the_wire=job(Total_Count=lambda told: told["Total_Count"] + 1)),
    Fault(
        "ended with records left",
        "ended_has_nothing_left",
        STATUS,
        on_the_wire=job(Not_Updated_Count=left_over, Updated_Count=one_less),
    ),
    Fault("early COMPLETED", "ended_has_nothing_left", STATUS, inside=progress(early)),
    Fault("counts run backwards", "counts_never_shrink", STATUS, inside=progress(shrinking)),
    Fault("backwards state", "states_only_move_forward", STATUS, inside=progress(backwards)),
    Fault("the end turns around", "states_only_move_forward", STATUS, inside=progress(failed_later)),
    Fault("never-ending job", "jobs_end", STATUS, inside=progress(never)),
    Fault("stale read", "jobs_end", STATUS, on_the_wire=stale()),
    Fault("flapping read", "same_instant_same_response", "get_lead_conversion_options", on_the_wire=flapping()),
    Fault("wrong link id", "links_lead_on", SCHEDULE, on_the_wire=job_id(lambda one: str(int(one) + 1))),
    Fault(
        "link to the job of another system",
        "links_lead_on",
        "schedule_mass_change_owner",
        on_the_wire=job_id(lambda _: "554023000000506003"),
    ),
    # tokens and scopes
    Fault("ignored token", "token_missing", STATUS, inside=token(lambda text, _state: not text)),
    Fault(
        "any token will do",
        "token_unknown",
        STATUS,
        inside=token(lambda text, state: bool(text) and state.token(text) is None),
    ),
    Fault(
        "tokens last for ever", "token_expired", STATUS, inside=token(lambda text, _state: text == "sandbox-expired")
    ),
    Fault(
        "new token unknown",
        "token_works",
        "create_token",
        on_the_wire=lambda reply: (
            reply._replace(body={**reply.body, "access_token": reply.body["access_token"][::-1]})
            if "access_token" in reply.body
            else reply
        ),
    ),
    Fault("revocation forgotten", "token_revoked", STATUS, inside=kept_after_revocation),
    Fault("cross-organization leak", "ids_stay_in_their_organization", STATUS, inside=any_organization),
    Fault(
        "ignored scope",
        "scope_missing",
        "get_bulk_write_job",
        inside=lambda patch: patch.setattr(gate, "check_scope", lambda *_: None),
    ),
    Fault("scope of any module", "scope_of_another_module", STATUS, inside=any_module),
    Fault("documented scope refused", "documented_scope_suffices", STATUS, inside=whole_scopes_only),
    Fault(
        "token in an answer",
        "no_secret_in_a_response",
        STATUS,
        on_the_wire=lambda reply: (
            reply._replace(body={**reply.body, "asked_with": reply.token}) if reply.status == 200 else reply
        ),
    ),
    # effects
    Fault("effect despite 400", "errors_change_nothing", SCHEDULE, inside=handler(SCHEDULE, refused_after_all)),
    Fault("a read that writes", "errors_change_nothing", STATUS, inside=handler(STATUS, read_and_written)),
    Fault(
        "double effect",
        "effect_happens_once",
        "schedule_mass_change_owner",
        inside=handler("schedule_mass_change_owner", done_twice),
    ),
    Fault("lost effect", "effect_happens_once", "convert_lead_v2_1", inside=handler("convert_lead_v2_1", not_done)),
]
"""Each is planted alone."""
