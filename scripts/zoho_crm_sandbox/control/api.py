"""The control plane under ``/_sandbox/``, for tests in another process. The document does not describe it."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from zoho_crm_sandbox.clock import iso
from zoho_crm_sandbox.control.guard import refusal
from zoho_crm_sandbox.named_inputs import named_inputs
from zoho_crm_sandbox.plan import COMPLETED, FAILED, QUEUED, RUNNING, SCHEDULED, SKIPPED, SUSPENDED, Plan
from zoho_crm_sandbox.seed import ORGANIZATION
from zoho_crm_sandbox.systems import SYSTEMS
from zoho_crm_sandbox.systems.effects import apply_due
from zoho_crm_sandbox.validation import InputError, number, read_json, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from starlette.types import Receive, Scope, Send

    from zoho_crm_sandbox.control.actions import Actions
    from zoho_crm_sandbox.state.jobs import Job

log = logging.getLogger("zoho_crm_sandbox")

FAULT_KEYS = (
    "operation_id",
    "code",
    "kind",
    "status",
    "case",
    "body",
    "content_type",
    "retry_after",
    "seconds",
    "times",
    "probability",
    "seed",
)
STATES = (SCHEDULED, QUEUED, RUNNING, SUSPENDED)
ENDS = (COMPLETED, FAILED, SKIPPED)
COUNTS = {system.name: system.count for system in SYSTEMS if system.count}
PLAN_KEYS = ("total", "failed", "wait", "duration", "steps", "end")
MAX_LISTED = 10_000
MAX_RECORDS = 1_000_000
MAX_STEP = 10 * 365 * 24 * 3600.0
SCALES = {"manual": 0, "real": 1}


class Control:
    """The ASGI app of the control plane of a sandbox; a ``token`` that is not None must be in each request."""

    def __init__(self, sandbox: Actions, token: str | None = None) -> None:
        self._sandbox = sandbox
        self._token = token
        self._actions: dict[str, dict[str, Callable[[dict[str, Any]], Any]]] = {
            "clock": {"GET": self._show_clock, "POST": self._move_clock},
            "reset": {"POST": self._reset},
            "seed": {"POST": self._reseed},
            "snapshot": {"POST": self._snapshot},
            "restore": {"POST": self._restore},
            "tokens": {"POST": self._issue_token},
            "codes": {"POST": self._issue_code},
            "callbacks": {"GET": self._show_callbacks},
            "records": {"GET": self._show_records, "POST": self._add_record},
            "jobs": {"GET": self._show_jobs, "POST": self._add_job},
            "journal": {"GET": self._show_journal, "DELETE": self._clear_journal},
            "journal/counts": {"GET": self._count_requests},
            "faults": {"GET": self._show_faults, "POST": self._inject_fault, "DELETE": self._clear_faults},
            "inputs": {"GET": self._show_inputs},
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one HTTP request."""
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            return
        query = scope["query_string"].decode("latin-1")
        refused = refusal(dict(scope["headers"]), self._token, has_body=bool(body))
        if refused:
            response = _json({"error": refused.error}, refused.status)
        else:
            response = self._respond(request.path_params["name"], request.method, query, body)
        await response(scope, receive, send)

    def _respond(self, name: str, method: str, query: str, body: bytes) -> Response:
        actions = self._actions.get(name)
        if actions is None:
            return _json({"error": f"path: {name!r}: one of {', '.join(self._actions)}"}, 404)
        action = actions.get(method)
        if action is None:
            allowed = ", ".join(actions)
            return _json({"error": f"method: {method!r}: one of {allowed}"}, 405, {"Allow": allowed})
        try:
            with self._sandbox.state.lock:
                return _json(action(_query_fields(query) if method == "GET" else _body_fields(body)))
        except InputError as error:
            return _json({"error": str(error)}, 400)
        except sqlite3.Error as error:
            log.exception("%s /_sandbox/%s", method, name)
            return _json({"error": f"database: {error}: nothing has changed"}, 500)

    def _show_clock(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ())
        clock = self._sandbox.clock
        now = clock.now()
        return {"now": iso(now), "seconds": now, "mode": clock.mode, "scale": clock.scale}

    def _move_clock(self, fields: dict[str, Any]) -> dict[str, Any]:
        clock = self._sandbox.clock
        _only(fields, ("advance", "set", "scale", "mode"))
        if len(fields) != 1:
            raise InputError("body", fields, "one of advance, set, scale and mode")
        if "advance" in fields:
            clock.advance(fields["advance"])
        elif "set" in fields:
            clock.set(fields["set"])
        elif "scale" in fields:
            clock.set_scale(fields["scale"])
        elif fields["mode"] in ("manual", "real"):
            clock.set_scale(SCALES[fields["mode"]])
        else:
            raise InputError("mode", fields["mode"], "manual or real")
        return self._show_clock({})

    def _reset(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ())
        self._sandbox.reset()
        return {}

    def _reseed(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("seed",))
        seed = fields.get("seed")
        if seed is None:
            raise InputError("seed", seed, "a whole number")
        self._sandbox.reset(seed)
        return {}

    def _snapshot(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("name",))
        self._sandbox.snapshot(fields.get("name"))  # type: ignore[arg-type]  # checked there
        return {}

    def _restore(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("name",))
        self._sandbox.restore(fields.get("name"))  # type: ignore[arg-type]  # checked there
        return {}

    def _issue_token(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("scopes", "user", "expires_in"))
        scopes = fields.pop("scopes", None)
        if not isinstance(scopes, list):
            raise InputError("scopes", scopes, "a list of scopes")
        return {"token": self._sandbox.issue_token(scopes, **fields)}

    def _issue_code(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("scopes", "user", "client"))
        scopes = fields.pop("scopes", None)
        if not isinstance(scopes, list):
            raise InputError("scopes", scopes, "a list of scopes")
        return {"code": self._sandbox.issue_code(scopes, **fields)}

    def _show_callbacks(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        _only(fields, ())
        return [callback._asdict() for callback in self._sandbox.callbacks]

    def _show_records(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("organization", "module", "limit"))
        organization, limit = self._organization(fields), _limit(fields)
        apply_due(self._sandbox.state, self._sandbox.clock.now())
        records = self._sandbox.state.of(organization).stored_records(fields.get("module"), limit)
        return {"organization": organization, "records": [record._asdict() for record in records]}

    def _add_record(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("module", "fields", "organization", "id"))
        organization = self._organization(fields)
        module, values = fields.get("module"), fields.get("fields")
        added = self._sandbox.add_record(module, values, record=fields.get("id"), organization=organization)  # type: ignore[arg-type]  # checked there
        return {"id": added}

    def _show_jobs(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("organization", "limit"))
        organization, limit = self._organization(fields), _limit(fields)
        state, now = self._sandbox.state, self._sandbox.clock.now()
        return {
            "organization": organization,
            "organizations": state.organizations(),
            "count": state.of(organization).count_jobs(),
            "jobs": [_job_fields(system, job, now) for system, job in state.of(organization).stored_jobs(limit)],
        }

    def _add_job(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("system", "module", "plan", "organization", "id"))
        organization = self._organization(fields)
        system, module, plan = fields.get("system"), fields.get("module"), _plan(fields.get("plan"))
        added = self._sandbox.add_job(system, module, plan, job=fields.get("id"), organization=organization)  # type: ignore[arg-type]  # checked there
        return {"id": added}

    def _organization(self, fields: dict[str, Any]) -> str:
        return self._sandbox.find_organization(fields.get("organization", ORGANIZATION))

    def _show_journal(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        _only(fields, ("operation_id", "limit"))
        journal = self._sandbox.journal
        entries = journal.of(fields["operation_id"]) if "operation_id" in fields else list(journal)
        return [{**entry._asdict(), "time": iso(entry.time)} for entry in entries[-_limit(fields) :]]

    def _count_requests(self, fields: dict[str, Any]) -> dict[str, int]:
        _only(fields, ())
        return self._sandbox.journal.counts()

    def _clear_journal(self, _: dict[str, Any]) -> dict[str, Any]:
        self._sandbox.journal.clear()
        return {}

    def _show_faults(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        _only(fields, ())
        return self._sandbox.faults.listed()

    def _inject_fault(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, FAULT_KEYS)
        self._sandbox.inject_fault(fields.pop("operation_id", None), **fields)
        return {}

    def _clear_faults(self, _: dict[str, Any]) -> dict[str, Any]:
        self._sandbox.faults.clear()
        return {}

    def _show_inputs(self, fields: dict[str, Any]) -> list[dict[str, str]]:
        _only(fields, ())
        return list(named_inputs())


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(json.dumps(body), status, headers, "application/json")


def _body_fields(body: bytes) -> dict[str, Any]:
    try:
        fields = read_json(body or b"{}")
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise InputError("body", body, "a JSON object")
    return fields


def _query_fields(query: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in fields:
            raise InputError(name, value, "one value")
        fields[name] = value
    return fields


def _limit(fields: dict[str, Any]) -> int:
    given = fields.get("limit", "100")
    limit = int(given) if re.fullmatch("[0-9]{1,9}", given) else given
    return whole_number("limit", limit, minimum=1, maximum=MAX_LISTED)


def _plan(given: Any) -> Plan:
    if not isinstance(given, dict):
        raise InputError("plan", given, "a JSON object")
    _only(given, PLAN_KEYS)
    total = whole_number("total", given.get("total"), minimum=0, maximum=MAX_RECORDS)
    failed = whole_number("failed", given.get("failed", 0), minimum=0, maximum=total)
    if "steps" in given and ("wait" in given or "duration" in given):
        raise InputError("steps", given["steps"], "steps, or wait and duration")
    if "steps" in given:
        steps = given["steps"]
        if not isinstance(steps, list):
            raise InputError("steps", steps, "a list of pairs of a state and its seconds")
        steps = tuple(_step(step) for step in steps)
    else:
        wait = _step([SCHEDULED, given.get("wait", 10)])
        steps = (wait, _step([RUNNING, given.get("duration", 25)]))
    end = given.get("end", COMPLETED)
    if end not in ENDS:
        raise InputError("end", end, f"one of {', '.join(ENDS)}")
    return Plan(total, failed, steps, end)


def _step(given: Any) -> tuple[str, float]:
    if not isinstance(given, list) or len(given) != 2 or given[0] not in STATES:
        raise InputError("steps", given, f"one of {', '.join(STATES)} and its seconds")
    return given[0], number("seconds", given[1], minimum=0, maximum=MAX_STEP)


def _job_fields(system: str, job: Job, now: float) -> dict[str, Any]:
    at = job.plan.progress_at(now - job.submitted_at)
    if count := COUNTS.get(system):
        at = count(job, at)
    return {
        "id": job.id,
        "system": system,
        "module": job.module,
        "submitted_at": iso(job.submitted_at),
        "total": job.plan.total,
        **at._asdict(),
    }


def _only(fields: dict[str, Any], known: Collection[str]) -> None:
    for key, value in fields.items():
        if key not in known:
            raise InputError(key, value, f"one of {', '.join(known)}" if known else "nothing")
