"""Checks of our own, registered with Schemathesis: what its built-in ones cannot know about Zoho."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import schemathesis
from schemathesis import Case, Response
from schemathesis.generation.meta import TestPhase

from property_tests.reading import (
    definition,
    documented,
    error_of,
    error_schemas,
    errors_of,
    is_valid,
    is_wrong_method,
    job_in,
    links,
    operation_id,
    resolve,
    schema_at,
    succeeded,
)
from property_tests.run import current, document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemathesis.checks import CheckContext, CheckFunction

    from property_tests.reading import Seen

OWN: list[Callable[..., Any]] = []
"""The checks that any server is due."""
OWN_INSIDE: list[Callable[..., Any]] = []
"""The checks that need a sandbox of our own: its clock, its state or its tokens."""


def _own(check: CheckFunction) -> CheckFunction:
    OWN.append(check)
    return schemathesis.check(check)


def _inside(check: CheckFunction) -> CheckFunction:
    OWN_INSIDE.append(check)
    return schemathesis.check(check)


# -- errors


@_own
def wrong_method(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A method that the document does not have is 400 INVALID_REQUEST_METHOD, and nothing is ever 405."""
    assert response.status_code != 405, "Zoho never answers 405"
    if is_wrong_method(case) and response.status_code != 404:
        error = error_of(response) if response.request.method != "HEAD" else {"code": "INVALID_REQUEST_METHOD"}
        assert response.status_code == 400, f"expected 400 for {response.request.method}"
        assert error is not None, "expected an error"
        assert error["code"] == "INVALID_REQUEST_METHOD"


@_own
def documented_code(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Each error has a code that the document has for this operation at this status."""
    if is_wrong_method(case) and not definition(case)["security"]:
        return  # no source says what the accounts server answers to a wrong method
    assert response.status_code < 400 or errors_of(response) or not response.content, "expected an error"
    codes = {code for code, _ in error_schemas(case.operation.schema.raw_schema, schema_at(case, response.status_code))}
    for error in errors_of(response):
        assert error.get("code") in codes, (
            f"{error.get('code')} is not documented at {response.status_code}: {sorted(codes)}"
        )


@_own
def details_fit_the_code(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """The details of an error have no key that the document does not have for its code."""
    whole = case.operation.schema.raw_schema
    schemas = dict(error_schemas(whole, schema_at(case, response.status_code)))
    for error in errors_of(response):
        if "details" not in error or error["code"] not in schemas:
            continue
        details = resolve(whole, schemas[error["code"]]["properties"]["details"])
        extra = set(error["details"]) - set(details.get("properties", {}))
        assert not extra, f"details of {error['code']} have the undocumented {sorted(extra)}"


@_own
def accepted_is_no_success(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A lead that cannot be converted, or a request that is wrong, is 202 only with an error in ``data``."""
    if not operation_id(case).startswith("convert_lead") or response.status_code != 202:
        return
    wrong = case.meta is not None and case.meta.generation.mode.is_negative
    if wrong or operation_id(case) == "convert_lead_v2_1":
        assert error_of(response) is not None, "expected an error in data[0]"


FORM = ("INVALID_REQUEST", "UNABLE_TO_PARSE_DATA_TYPE", "REQUEST_BODY_NOT_SUPPORTED", "MISSING_REQUIRED_KEY")
"""The codes that say that a request has not the right form."""


@_own
def right_form_is_accepted(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A request that has the form that the document says is not refused for its form."""
    error = error_of(response)
    if is_valid(case) and error:
        # A view may have too many records; how many ids there may be is a matter of form.
        wrong = (*FORM, "LIMIT_EXCEEDED") if "ids" in _fields(case) else FORM
        assert error.get("code") not in wrong, f"{error['code']} although the request is right in form"


# -- jobs


@_own
def counts_add_up(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """The counts of a job add up to its total."""
    seen = job_in(case, response)
    if seen and seen.counts:
        parts = {name: count for name, count in seen.counts.items() if name != "total"}
        assert seen.counts["total"] == sum(parts.values()), f"{parts} do not add up to {seen.counts['total']}"


@_own
def ended_has_nothing_left(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A job that has ended has no records left."""
    seen = job_in(case, response)
    if seen and seen.stage == 2:
        assert seen.counts.get("remaining", 0) == 0, f"{seen.state} with {seen.counts['remaining']} records left"


@_inside
def same_instant_same_answer(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """The same is read twice while the clock stands still."""
    if succeeded(response) and response.request.method == "GET":
        again = current().send(case, current().token)
        assert again.content == response.content, f"read again at the same instant: {_told(again)}"


@_own
def links_lead_on(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A link leads to what it names."""
    run = current()
    if not succeeded(response) or not run.once("link", operation_id(case), response.content):
        return
    for name, target in links(case, response):
        followed = run.send(target, run.token)
        assert succeeded(followed), f"the link {name} leads to {target.formatted_path}: {_told(followed)}"


# -- tokens


def _refused(case: Case[Any], response: Response, why: str, token: str | None, *codes: str) -> None:
    """Checks that what succeeded is refused with another token. Each kind of request is tried once."""
    run = current()
    if not definition(case)["security"] or not succeeded(response):
        return
    key = (why, operation_id(case), response.status_code, str(case.path_parameters.get("module_api_name")))
    if run.once(*key):
        refused = run.send(case, token)
        code = (error_of(refused) or {}).get("code")
        assert not succeeded(refused), f"with a token that {why}: {_told(refused)}"
        assert not codes or (refused.status_code == 401 and code in codes), (
            f"with a token that {why}: expected 401 {' or '.join(codes)}, got {_told(refused)}"
        )
        run.settled.add(key)


def _told(response: Response) -> str:
    return f"{response.status_code} {response.content[:200].decode(errors='replace')}"


UNKNOWN = f"1000.{'0' * 32}.{'0' * 32}"


@_own
def token_missing(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Without a token the answer is 401 AUTHENTICATION_FAILURE."""
    _refused(case, response, "is missing", None, "AUTHENTICATION_FAILURE")


@_own
def token_unknown(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """With a token that nobody made the answer is 401 INVALID_TOKEN."""
    _refused(case, response, "nobody made", UNKNOWN, "INVALID_TOKEN", "INVALID_OAUTHTOKEN")


@_inside
def token_expired(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """With a token that has expired the answer is 401 INVALID_TOKEN."""
    inside = current().inside
    assert inside
    _refused(case, response, "has expired", inside.tokens.expired, "INVALID_TOKEN")


@_inside
def token_revoked(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A token works until its refresh token is revoked, and then gets 401 INVALID_TOKEN."""
    run, name = current(), operation_id(case)
    if not succeeded(response):
        return
    if name == "create_token":
        told = response.json()
        refresh_token = told.get("refresh_token") or _fields(case).get("refresh_token", "")
        run.issued[refresh_token].append(told["access_token"])
        code = _code_with(case, told["access_token"])
        assert code not in ("INVALID_TOKEN", "AUTHENTICATION_FAILURE"), f"a new token gets {code}"
    elif name == "revoke_token":
        for token in run.issued[_fields(case)["token"]]:
            code = _code_with(case, token)
            assert code == "INVALID_TOKEN", f"a token whose refresh token was revoked gets {code or 'what it asks for'}"
            run.refused_after_revocation += 1
    elif not _in_a_life(case) and run.once("was revoked", name):
        token, refresh_token = run.make_token(case)
        working = run.send(case, token)
        assert working.status_code != 401, f"with a new token: {_told(working)}"
        run.revoke(case, refresh_token)
        _refused(case, response, "was revoked", token, "INVALID_TOKEN")
        run.settled.add(("was revoked", name))


def _fields(case: Case[Any]) -> dict[str, Any]:
    """Returns the body of a request, if it has keys."""
    return case.body if isinstance(case.body, dict) else {}


def _code_with(case: Case[Any], token: str) -> str | None:
    """Returns the error code that any call gets with a token."""
    run = current()
    call = run.call(case, "get_mass_update_status")
    return (error_of(run.send(call, token)) or {}).get("code")


@_inside
def ids_stay_in_their_organization(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """What one organization gets, another one does not get with the same ids."""
    inside = current().inside
    assert inside
    _refused(case, response, "is another organization's", inside.tokens.of_other_organization)


@_inside
def scope_missing(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """With a token without the scope the answer is 401 OAUTH_SCOPE_MISMATCH."""
    inside = current().inside
    assert inside
    _refused(case, response, "lacks the scope", inside.tokens.without_scope, "OAUTH_SCOPE_MISMATCH")


def _module(case: Case[Any]) -> str:
    """Returns the module that the scopes depend on."""
    parameter = definition(case)["x-module-scope"]["parameter"]
    if not parameter.startswith("$request.body#/"):
        return str(case.path_parameters[parameter])
    found: Any = case.body
    for step in parameter.removeprefix("$request.body#/").split("/"):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return str(found)


def _alternatives(case: Case[Any], module: str) -> Iterator[frozenset[str]]:
    """Yields the sets of scopes that suffice for a module, those that are for it alone."""
    described = definition(case)["x-module-scope"]
    names = described["modules"].get(module, described.get("other", []))
    forms = {form.replace("{module}", name) for form in described["scopes"] for name in names}
    for requirement in definition(case)["security"]:
        scopes = frozenset(scope for scopes in requirement.values() for scope in scopes)
        if scopes & forms:
            yield scopes


@_inside
def scope_of_another_module(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A scope for one module does not do for another one."""
    run = current()
    if "x-module-scope" not in definition(case) or not succeeded(response) or not run.inside:
        return
    module, modules = _module(case), definition(case)["x-module-scope"]["modules"]
    other = next(name for name in modules if modules[name] != modules.get(module))
    foreign = {scope for scopes in _alternatives(case, other) for scope in scopes}
    token = run.inside.token_with(sorted(foreign))
    _refused(case, response, f"has the scope for {other}", token, "OAUTH_SCOPE_MISMATCH")


@_inside
def documented_scope_suffices(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Each set of scopes that the document says suffices, does."""
    run, module = current(), _module(case) if succeeded(response) and "x-module-scope" in definition(case) else None
    key = ("suffices", operation_id(case), module)
    if module is None or not run.inside or not run.once(*key):
        return
    for scopes in _alternatives(case, module):
        answer = run.send(case, run.inside.token_with(sorted(scopes)))
        assert answer.status_code != 401, f"with {' and '.join(sorted(scopes))}: {_told(answer)}"
    run.settled.add(key)


@_own
def no_secret_in_an_answer(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """No answer repeats the token or the secret that it was asked with."""
    sent = {_fields(case).get(name) for name in ("client_secret", "refresh_token", "code", "token")}
    token = str(response.request.headers.get("Authorization", "")).partition(" ")[2]
    written = response.content.decode(errors="replace") + str(dict(response.headers))
    for secret in {token, *sent}:
        # A short word that stands in an answer by chance is no secret.
        told = isinstance(secret, str) and len(secret) > 6 and secret in written
        assert not told, "the answer repeats the token or a secret of the request"


# -- effects


@_inside
def refusals_change_nothing(_ctx: CheckContext, response: Response, _case: Case[Any]) -> None:
    """What is refused, and what is only read, changes nothing."""
    run = current()
    if not succeeded(response) or response.request.method == "GET":
        assert run.before[0] == run.after[0], f"{_told(response)} and yet something has changed"


@_inside
def an_effect_happens_once(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A job is submitted, and a deal made, as often as it was asked for, which is once."""
    run, name = current(), operation_id(case)
    if not succeeded(response) or response.request.method != "POST":
        return
    made = run.after[1] - run.before[1]
    link = "status" in (documented(case, response.status_code) or {}).get("links", {})
    told = response.json()
    expected = int(link and "id" in str(told.get("details", told.get("data"))))
    if name == "schedule_mass_update" and "ids" in _fields(case):
        expected = 0  # an update by ids is done at once
    assert made["jobs"] == expected, f"{made['jobs']} new jobs, expected {expected}"
    if name.startswith("convert_lead"):
        deals = int("'Deals': {" in str(_fields(case).get("data")))
        assert made["Deals"] == deals, f"{made['Deals']} new deals, expected {deals}"
        assert max(made["Contacts"], made["Accounts"]) <= 1, f"new records: {dict(made)}"


# -- lives: these come last, since watching a job moves the clock


def _history(case: Case[Any], response: Response) -> list[Seen]:
    """Returns what was told of a job so far in this life, the latest last."""
    run, seen = current(), job_in(case, response)
    if seen is None:
        return []
    job = (run.inside and run.inside.life, operation_id(case), response.request.url)
    history = run.history[job]
    if history[-1:] != [seen]:
        history.append(seen)
    return history


def _lives(case: Case[Any], response: Response) -> Iterator[list[Seen]]:
    """Yields what is told of the jobs that an answer leads to, step by step."""
    yield _history(case, response)
    run = current()
    if run.inside is None or _in_a_life(case) or not succeeded(response):
        return
    for _, target in links(case, response):
        yield run.watched(target, case)


def _in_a_life(case: Case[Any]) -> bool:
    return case.meta is not None and case.meta.phase.name is TestPhase.STATEFUL


@_own
def counts_never_shrink(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """As a job goes on, no count of what is done shrinks, and what remains does not grow."""
    for told in _lives(case, response):
        for earlier, later in itertools.pairwise(told):
            for name in earlier.counts.keys() & later.counts.keys():
                before, after = earlier.counts[name], later.counts[name]
                right = after <= before if name == "remaining" else after >= before
                assert right, f"{name} was {before} and is {after}"


@_own
def states_only_move_forward(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A job waits, then runs, then ends, and never turns back; how it has ended stays."""
    for told in _lives(case, response):
        for earlier, later in itertools.pairwise(told):
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
"""Named inputs of jobs that stay running, vanish, or are in a state that nobody documented."""


@_inside
def jobs_end(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """A job has ended after a day."""
    if any(name in str(case.body) for name in ENDLESS):
        return
    for told in list(_lives(case, response))[1:]:
        assert not told or told[-1].stage == 2, f"still {told[-1].state} after a day"


# -- the whole run


@schemathesis.check
class everything_was_seen:  # noqa: N801  # named as the other checks are
    """Every documented status, every error code and every example of the operations that were tested was seen."""

    def after_response(self, ctx: CheckContext, response: Response, case: Case[Any]) -> bool:  # noqa: ARG002  # named so
        """Leaves single answers to the other checks."""
        return True

    def after_run(self, ctx: CheckContext) -> None:  # noqa: ARG002  # named so by Schemathesis
        """Compares what was seen with what is documented."""
        missing = current().record.missing(document())
        assert not missing, f"documented and not seen: {', '.join(missing)}"


OWN_INSIDE.append(everything_was_seen)
NAMES = [check.__name__ for check in (*OWN, *OWN_INSIDE)]
