"""The control plane under ``/_sandbox/``, for tests in another process. It is never in the document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from zoho_crm_sandbox.clock import iso
from zoho_crm_sandbox.inputs import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from starlette.types import Receive, Scope, Send

    from zoho_crm_sandbox.app import Sandbox

FAULT_KEYS = ("operation_id", "code", "status", "case", "body", "content_type", "times")
SCALES = {"manual": 0, "real": 1}


class Control:
    """Serves the control plane.

    Args:
        sandbox: The sandbox to control.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._actions: dict[str, dict[str, Callable[[dict[str, Any]], Any]]] = {
            "clock": {"GET": self._show_clock, "POST": self._move_clock},
            "reset": {"POST": self._reset},
            "tokens": {"POST": self._issue_token},
            "journal": {"GET": self._show_journal, "DELETE": self._clear_journal},
            "faults": {"POST": self._plant, "DELETE": self._clear_faults},
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request, as ASGI has it."""
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            return
        response = self._respond(request.path_params["name"], request.method, body)
        await response(scope, receive, send)

    def _respond(self, name: str, method: str, body: bytes) -> Response:
        actions = self._actions.get(name)
        if actions is None:
            return _json({"error": f"path: {name!r}: one of {', '.join(self._actions)}"}, 404)
        action = actions.get(method)
        if action is None:
            allowed = ", ".join(actions)
            return _json({"error": f"method: {method!r}: one of {allowed}"}, 405, {"Allow": allowed})
        try:
            return _json(action(_parsed(body)))
        except InputError as error:
            return _json({"error": str(error)}, 400)

    def _show_clock(self, _: dict[str, Any]) -> dict[str, Any]:
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
        return self._show_clock(fields)

    def _reset(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ())
        self._sandbox.reset()
        return {}

    def _issue_token(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, ("scopes", "user", "expires_in"))
        scopes = fields.pop("scopes", None)
        if not isinstance(scopes, list):
            raise InputError("scopes", scopes, "a list of scopes")
        return {"token": self._sandbox.issue_token(scopes, **fields)}

    def _show_journal(self, _: dict[str, Any]) -> list[dict[str, Any]]:
        return [{**entry._asdict(), "time": iso(entry.time)} for entry in self._sandbox.journal]

    def _clear_journal(self, _: dict[str, Any]) -> dict[str, Any]:
        self._sandbox.journal.clear()
        return {}

    def _plant(self, fields: dict[str, Any]) -> dict[str, Any]:
        _only(fields, FAULT_KEYS)
        self._sandbox.plant(fields.pop("operation_id", None), **fields)
        return {}

    def _clear_faults(self, _: dict[str, Any]) -> dict[str, Any]:
        self._sandbox.faults.clear()
        return {}


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(json.dumps(body), status, headers, "application/json")


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise InputError("body", body, "a JSON object")
    return fields


def _only(fields: dict[str, Any], known: Collection[str]) -> None:
    for key, value in fields.items():
        if key not in known:
            raise InputError(key, value, f"one of {', '.join(known)}" if known else "nothing")
