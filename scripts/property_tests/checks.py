"""Checks for Zoho's API, registered with Schemathesis beside its built-in ones."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import schemathesis
from document.derive import kind_of_response
from document.expressions import evaluate
from document.model import resolve
from schemathesis import Case, Response

from property_tests import content, probes  # noqa: F401  # content registers its checks
from property_tests.reading import (
    definition,
    document,
    documented,
    documented_errors,
    error_of,
    errors_of,
    exchange_of,
    fields,
    in_scenario,
    is_valid,
    is_wrong_method,
    job_status,
    links,
    operation_id,
    succeeded,
)
from property_tests.registry import (
    ANY_SERVER,
    OWN_SANDBOX,
    any_server,
    expect_error,
    is_first,
    own_sandbox,
    sandbox,
    shown,
)
from property_tests.run import MOMENTS, current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemathesis.checks import CheckContext

    from property_tests.reading import JobStatus
__all__ = ["ANY_SERVER", "OWN_SANDBOX"]


# -- errors


@any_server
def wrong_method(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a method that the document lacks gets 400 INVALID_REQUEST_METHOD, and no request gets 405."""
    assert response.status_code != 405, "Zoho never sends 405"
    if is_wrong_method(case) and response.status_code != 404:
        error = error_of(response) if response.request.method != "HEAD" else {"code": "INVALID_REQUEST_METHOD"}
        assert response.status_code == 400, f"expected 400 for {response.request.method}"
        assert error is not None, "expected an error"
        assert error["code"] == "INVALID_REQUEST_METHOD"
    if succeeded(response) and is_first(case, "method"):
        for request, rejected in probes.send_wrong_methods(case):
            expect_error(rejected, 400, "INVALID_REQUEST_METHOD", request)


@any_server
def documented_code(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that each error has a code that the document has for this operation at this status."""
    if is_wrong_method(case) and not definition(case)["security"]:
        return  # no source says how the accounts server responds to a wrong method
    assert response.status_code < 400 or errors_of(response) or not response.content, "expected an error"
    codes = documented_errors(case, response.status_code).keys()
    for error in errors_of(response):
        assert error.get("code") in codes, (
            f"{error.get('code')} is not documented at {response.status_code}: {sorted(codes)}"
        )


@any_server
def details_fit_the_code(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the details of an error have only keys that the document has for its code."""
    schemas = documented_errors(case, response.status_code)
    for error in errors_of(response):
        if "details" not in error or error["code"] not in schemas:
            continue
        details = resolve(document().value, schemas[error["code"]].value["properties"]["details"])
        extra = set(error["details"]) - set(details.get("properties", {}))
        assert not extra, f"details of {error['code']} have the undocumented {sorted(extra)}"


@any_server
def accepted_is_no_success(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a conversion that cannot succeed gets 202 only with an error in ``data``."""
    if not operation_id(case).startswith("convert_lead") or response.status_code != 202:
        return
    wrong = case.meta is not None and case.meta.generation.mode.is_negative
    if wrong or operation_id(case) in ("convert_lead_v2_1", "convert_lead_v3"):
        assert error_of(response) is not None, "expected an error in data[0]"


@any_server
def headers_of_the_kind(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a documented response has each header that the document has for its kind, and none of another kind."""
    if not definition(case)["security"] or str(response.status_code) not in definition(case)["responses"]:
        return
    error, kinds = error_of(response), document().value["x-headers"]
    kind = kind_of_response(kinds, error["code"] if error else None)
    missing = {name for name in kinds[kind]["headers"] if name.lower() not in response.headers}
    assert not missing, f"a response that is {kind} has no {', '.join(sorted(missing))}"
    possible = {*kinds[kind]["headers"], *kinds[kind].get("optional", {})}
    others = {name for other in kinds.values() for name in other["headers"]} - possible
    extra = {name for name in others if name.lower() in response.headers}
    assert not extra, f"a response that is {kind} has {', '.join(sorted(extra))}"


FORM = ("INVALID_REQUEST", "UNABLE_TO_PARSE_DATA_TYPE", "REQUEST_BODY_NOT_SUPPORTED", "MISSING_REQUIRED_KEY")
"""The codes of malformed requests."""


@any_server
def valid_request_is_accepted(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a request that the document allows is not an error for its form."""
    error = error_of(response)
    if is_valid(case) and error:
        # A view may have too many records; the number of ids is a matter of form.
        wrong = (*FORM, "LIMIT_EXCEEDED") if "ids" in fields(case) else FORM
        assert error.get("code") not in wrong, f"{error['code']} although the request is valid"


# -- jobs


@any_server
def counts_add_up(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the counts of a job add up to its total."""
    job = job_status(case, response)
    if job and job.counts:
        parts = {name: count for name, count in job.counts.items() if name != "total"}
        assert job.counts["total"] == sum(parts.values()), f"{parts} do not add up to {job.counts['total']}"


@any_server
def ended_has_nothing_left(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a job that has ended has no records left."""
    job = job_status(case, response)
    if job and job.stage == 2:
        assert job.counts.get("remaining", 0) == 0, f"{job.state} with {job.counts['remaining']} records left"


@own_sandbox
def same_instant_same_response(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that two reads at the same instant get the same response."""
    if succeeded(response) and response.request.method == "GET":
        again = current().send(case, current().token)
        assert again.content == response.content, f"read again at the same instant: {shown(again)}"


@any_server
def links_lead_on(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a request made from a link succeeds."""
    for name, target in links(case, response) if succeeded(response) else ():
        followed = current().send(target, current().token)
        assert succeeded(followed), f"the link {name} leads to {target.formatted_path}: {shown(followed)}"


# -- tokens

UNKNOWN = f"1000.{'0' * 32}.{'0' * 32}"
REVOKED = "INVALID_TOKEN"


def _rejects(case: Case[Any], response: Response, reason: str, token: Callable[[], str | None], *codes: str) -> None:
    """Check that a successful request fails with another token; once for each kind of request."""
    run = current()
    if not definition(case)["security"] or not succeeded(response):
        return
    key = (reason, operation_id(case), response.status_code, str(case.path_parameters.get("module_api_name")))
    if key not in run.verified:
        rejected = run.send(case, token())
        code = (error_of(rejected) or {}).get("code")
        assert not succeeded(rejected), f"with a token that {reason}: {shown(rejected)}"
        assert not codes or (rejected.status_code == 401 and code in codes), (
            f"with a token that {reason}: expected 401 {' or '.join(codes)}, got {shown(rejected)}"
        )
        run.verified.add(key)


@any_server
def token_missing(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a request without a token gets 401 AUTHENTICATION_FAILURE."""
    _rejects(case, response, "is missing", lambda: None, "AUTHENTICATION_FAILURE")


@any_server
def token_unknown(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a request with a token that was never issued gets 401 INVALID_TOKEN."""
    _rejects(case, response, "was never issued", lambda: UNKNOWN, "INVALID_TOKEN", "INVALID_OAUTHTOKEN")


@own_sandbox
def token_expired(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a request with an expired token gets 401 INVALID_TOKEN."""
    _rejects(case, response, "has expired", lambda: sandbox().tokens.expired, "INVALID_TOKEN")


@own_sandbox
def token_works(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a new token is accepted."""
    if operation_id(case) == "create_token" and succeeded(response):
        issued = response.json()
        refresh_token = issued.get("refresh_token") or fields(case).get("refresh_token", "")
        current().issued[refresh_token].append(issued["access_token"])
        code = _code_with(case, issued["access_token"])
        assert code not in (REVOKED, "AUTHENTICATION_FAILURE"), f"a new token gets {code}"


@own_sandbox
def token_revoked(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that an access token, after its refresh token was revoked, gets 401 INVALID_TOKEN."""
    run = current()
    if operation_id(case) == "revoke_token" and succeeded(response):
        for token in run.issued[fields(case)["token"]]:
            code = _code_with(case, token)
            assert code == REVOKED, f"a token whose refresh token was revoked gets {code or 'a success'}"
            run.rejected_after_revocation += 1
    elif not in_scenario(case):
        _rejects(case, response, "was revoked", lambda: _revoked_token(case), REVOKED)


def _revoked_token(case: Case[Any]) -> str:
    """Return a token that worked for a request and has been revoked."""
    run = current()
    token, refresh_token = run.make_token(case)
    working = run.send(case, token)
    assert working.status_code != 401, f"with a new token: {shown(working)}"
    run.revoke(case, refresh_token)
    return token


def _code_with(case: Case[Any], token: str) -> str | None:
    """Return the error code of a plain call with a token."""
    run = current()
    return (error_of(run.send(run.call(case, "get_mass_update_status"), token)) or {}).get("code")


@own_sandbox
def ids_stay_in_their_organization(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the ids of one organization are errors in another one."""
    _rejects(case, response, "is another organization's", lambda: sandbox().tokens.of_other_organization)


@own_sandbox
def scope_missing(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a token without the scope gets 401 OAUTH_SCOPE_MISMATCH."""
    _rejects(case, response, "lacks the scope", lambda: sandbox().tokens.without_scope, "OAUTH_SCOPE_MISMATCH")


def _module(case: Case[Any]) -> str:
    """Return the module that the scopes depend on."""
    parameter = definition(case)["x-module-scope"]["parameter"]
    if parameter.startswith("$"):
        return str(evaluate(parameter, exchange_of(case)))
    return str(case.path_parameters[parameter])


def _scope_sets(case: Case[Any], module: str) -> Iterator[frozenset[str]]:
    """Yield the sets of scopes that suffice for a module, without those that suffice for every module."""
    extension = definition(case)["x-module-scope"]
    names = extension["modules"].get(module, extension.get("other", []))
    forms = {form.replace("{module}", name) for form in extension["scopes"] for name in names}
    for requirement in definition(case)["security"]:
        scopes = frozenset(scope for scopes in requirement.values() for scope in scopes)
        if scopes & forms:
            yield scopes


@own_sandbox
def scope_of_another_module(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a token with the scopes of another module gets 401 OAUTH_SCOPE_MISMATCH."""
    if "x-module-scope" not in definition(case) or not succeeded(response):
        return
    module, modules = _module(case), definition(case)["x-module-scope"]["modules"]
    other = next(name for name in modules if modules[name] != modules.get(module))
    scopes = {scope for scopes in _scope_sets(case, other) for scope in scopes}
    token = sandbox().token_with(sorted(scopes))
    _rejects(case, response, f"has the scope for {other}", lambda: token, "OAUTH_SCOPE_MISMATCH")


@own_sandbox
def documented_scope_suffices(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that each documented set of scopes suffices."""
    if "x-module-scope" not in definition(case) or not succeeded(response):
        return
    run, module = current(), _module(case)
    key = ("suffices", operation_id(case), module)
    if key not in run.verified:
        for scopes in _scope_sets(case, module):
            again = run.send(case, sandbox().token_with(sorted(scopes)))
            assert again.status_code != 401, f"with {' and '.join(sorted(scopes))}: {shown(again)}"
        run.verified.add(key)


@any_server
def no_secret_in_a_response(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that no response repeats the token or a secret of its request."""
    secrets = ("client_secret", "refresh_token", "code", "token")
    sent = {fields(case).get(name) for name in secrets}
    public = [value for name, value in fields(case).items() if name not in secrets and isinstance(value, str)]
    token = str(response.request.headers.get("Authorization", "")).partition(" ")[2]
    text = response.content.decode(errors="replace") + str(dict(response.headers))
    for secret in {token, *sent}:
        if not isinstance(secret, str) or len(secret) <= 6:
            continue  # a short word may stand in a response by chance
        for value in public:
            text = text.replace(value, "") if secret in value else text  # an echo of what was no secret there
        assert secret not in text, "the response repeats the token or a secret of the request"


# -- effects


@own_sandbox
def errors_change_nothing(_ctx: CheckContext, response: Response, _case: Case[Any]) -> None:
    """Check that an error or a read changes nothing."""
    run = current()
    if not succeeded(response) or response.request.method == "GET":
        assert run.before[0] == run.after[0], f"{shown(response)}, but the state has changed"


@own_sandbox
def effect_happens_once(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that one request submits one job and makes at most one deal."""
    run, name = current(), operation_id(case)
    if not succeeded(response) or response.request.method != "POST":
        return
    made = run.after[1] - run.before[1]
    body = response.json()
    has_link = "status" in documented(case, response.status_code).get("links", {})
    expected = int(has_link and "id" in str(body.get("details", body.get("data"))))
    if name == "schedule_mass_update" and "ids" in fields(case):
        expected = 0  # an update by ids is done at once
    assert made["jobs"] == expected, f"{made['jobs']} new jobs, expected {expected}"
    if name.startswith("convert_lead"):
        deals = int("'Deals': {" in str(fields(case).get("data")))
        assert made["Deals"] == deals, f"{made['Deals']} new deals, expected {deals}"
        assert max(made["Contacts"], made["Accounts"]) <= 1, f"new records: {dict(made)}"


# -- scenarios: these come last, since watching a job moves the clock


def _history(case: Case[Any], response: Response) -> list[JobStatus]:
    """Return the statuses of a job since the last restart, the latest one last."""
    run, job = current(), job_status(case, response)
    if job is None:
        return []
    history = run.history[_job_key(case, response)]
    if history[-1:] != [job]:
        history.append(job)
    return history


def _job_key(case: Case[Any], response: Response) -> tuple[Any, ...]:
    own = current().sandbox
    return (own and own.restarts, operation_id(case), response.request.url)


def _histories(case: Case[Any], response: Response) -> Iterator[list[JobStatus]]:
    """Yield the statuses of the job in a response, and of each job that it links to until long after its end."""
    yield _history(case, response)
    run = current()
    if run.sandbox is None or in_scenario(case) or not succeeded(response):
        return
    for _, target in links(case, response):
        yield run.watched(target, case)


@any_server
def counts_never_shrink(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the counts of processed records never shrink, the remaining ones never grow, and the total stays."""
    for history in _histories(case, response):
        for earlier, later in itertools.pairwise(history):
            for name in earlier.counts.keys() & later.counts.keys():
                before, after = earlier.counts[name], later.counts[name]
                right = after <= before if name == "remaining" else after >= before
                if name == "total" and earlier.has_fixed_total:
                    right = after == before
                assert right, f"{name} was {before} and is {after}"


@any_server
def states_only_move_forward(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a job waits, then runs, then ends, and its final state stays."""
    for history in _histories(case, response):
        for earlier, later in itertools.pairwise(history):
            assert later.stage >= earlier.stage, f"{earlier.state} was followed by {later.state}"
            assert earlier.stage < 2 or later.state == earlier.state, f"{earlier.state} was followed by {later.state}"


ENDLESS = (
    "554023000000091527",
    "554023000000091529",
    "554023000000091531",
    "2423488000000091557",
    "2423488000000091559",
    "2423488000000091561",
    "2423488000000625065",
    "2423488000000625067",
)
"""Named inputs of jobs that stay running, vanish, or have an undocumented state."""


@any_server
def jobs_stay(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a job that was read can be read again, also a day after its end."""
    if any(name in str(case.body) for name in ENDLESS):
        return
    run = current()
    if run.sandbox and succeeded(response) and not in_scenario(case):
        for _, target in links(case, response):
            read = run.watched(target, case)
            assert len(read) in (0, len(MOMENTS)), f"after {read[-1].state} the job was not found"
    elif response.status_code in (204, 400, 404):
        before = run.history.get(_job_key(case, response))
        assert not before or job_status(case, response), f"{before[-1].state} was followed by {shown(response)}"


@own_sandbox
def jobs_end(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a job ends within a day."""
    if any(name in str(case.body) for name in ENDLESS):
        return
    for history in list(_histories(case, response))[1:]:
        assert not history or history[-1].stage == 2, f"still {history[-1].state} after a day"


@own_sandbox
def callback_comes_once(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that the callback of a job comes once, at its end, to its URL, and holds the details of the job."""
    if operation_id(case) != "create_bulk_write_job" or not succeeded(response) or not is_first(case, "callback"):
        return
    run, own = current(), sandbox()
    asking = case.derive()
    asking.body = {**fields(case), "callback": {"url": own.receiver.url, "method": "post"}}
    created = run.send(asking, run.token)
    assert succeeded(created), f"with a callback: {shown(created)}"
    (target,) = (target for name, target in links(asking, created) if name == "status")
    came = own.receiver.received
    came.clear()
    details = created
    for seconds in MOMENTS:
        own.advance(seconds)
        details = run.send(target, run.token)
        job = job_status(target, details)
        if job and job.stage < 2:
            assert not came, f"a callback although the job is {job.state}"
    assert len(came) == 1, f"{len(came)} callbacks"
    form = came[0][:3]
    assert form == ("POST", own.receiver.PATH, "application/json"), f"the callback was {form}"
    assert json.loads(came[0].body or b"null") == details.json(), f"the callback has {came[0].body[:200]!r}"


# -- the whole run


@schemathesis.check
class full_coverage:  # noqa: N801  # named as the other checks are
    """Check that every documented status, error code and example of the operations under test was seen."""

    def after_response(self, ctx: CheckContext, response: Response, case: Case[Any]) -> bool:  # noqa: ARG002  # names of Schemathesis
        """Accept every single response."""
        return True

    def after_run(self, ctx: CheckContext) -> None:  # noqa: ARG002  # as above
        """Compare the coverage with the document."""
        missing = current().coverage.missing(document())
        assert not missing, f"documented and not seen: {', '.join(missing)}"


OWN_SANDBOX.append(full_coverage)
NAMES = [check.__name__ for check in (*ANY_SERVER, *OWN_SANDBOX)]
