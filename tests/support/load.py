"""Load on a sandbox over HTTP, and a ledger of what it responded."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.support.bulk_files import EMAIL, LAST_NAME, UPLOAD_HEADERS, job, packed, resource

CALLERS = 8
MAX_INJECTIONS = 1_000_000
"""The number of times that each fault may be injected. It is never reached, so what is left tells how often it was."""
BEFORE: list[dict[str, Any]] = [
    {"kind": "too_many_requests", "retry_after": 0},
    {"kind": "bad_gateway"},
    {"kind": "dropped_connection"},
    {"code": "INTERNAL_ERROR"},
    {"body": "<html>Maintenance</html>", "status": 503},
]
"""Faults that prevent the effect of a request."""
AFTER: list[dict[str, Any]] = [
    {"kind": "response_lost"},
    {"kind": "empty_body"},
    {"kind": "truncated_json"},
    {"kind": "slow", "seconds": 0.001},
]
"""Faults after the effect of a request."""
STATUSES = {
    "too_many_requests": 429,
    "bad_gateway": 502,
    "dropped_connection": None,
    "INTERNAL_ERROR": 500,
    "body": 503,
    "response_lost": None,
}
"""The status that a caller gets by the faults that replace it; None is no response."""
HIDING_FAULTS = ("response_lost", "empty_body", "truncated_json")
"""Faults that hide the id of a job that was started."""
OPERATIONS = {
    "schedule_mass_update": BEFORE,  # a hidden response could be an error or a success
    "get_mass_update_status": BEFORE + AFTER,
    "schedule_mass_change_owner": BEFORE + AFTER,
    "get_mass_change_owner_status": BEFORE + AFTER,
    "schedule_inventory_mass_convert": BEFORE + AFTER,
    "get_inventory_mass_convert_status": BEFORE + AFTER,
    "upload_bulk_write_file": BEFORE + AFTER,
    "create_bulk_write_job": BEFORE + AFTER,
    "get_bulk_write_job": BEFORE + AFTER,
    "convert_lead": BEFORE + AFTER,
    "get_lead_conversion_options": BEFORE + AFTER,
}
"""The operations that are called, and the faults that are injected there."""
SUBMISSIONS = {
    "schedule_mass_update": "mass_update",
    "schedule_mass_change_owner": "mass_change_owner",
    "schedule_inventory_mass_convert": "inventory_mass_convert",
    "create_bulk_write_job": "bulk_write",
}
"""The operations that start a job, and the system of the job."""
JSON = {"Content-Type": "application/json"}
TOKEN = {"Authorization": "Zoho-oauthtoken sandbox"}
ZIP = packed(people="Last_Name,Email\nOne,one@example.com\nTwo,two@example.com\n")
BOUNDARY = "soak"
FORM = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="people.zip"\r\n\r\n'.encode()
    + ZIP
    + f"\r\n--{BOUNDARY}--\r\n".encode()
)

FORM_HEADERS = {**TOKEN, **UPLOAD_HEADERS, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}


@dataclass
class Ledger:
    """What the callers did and were told.

    Attributes:
        sent: The number of requests to each operation.
        statuses: The number of responses with each status; None counts missing responses.
        jobs: The ids of the acknowledged jobs of each system.
        leads: Whether the conversion of each lead succeeded; None if there was no response.
        surprises: The unexpected responses.
    """

    sent: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int | None] = field(default_factory=Counter)
    jobs: dict[str, list[str]] = field(default_factory=lambda: {system: [] for system in SUBMISSIONS.values()})
    leads: dict[str, bool | None] = field(default_factory=dict)
    surprises: list[str] = field(default_factory=list)


class Connection:
    """A connection that is kept alive, and opened again when it breaks."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self._reader, self._writer

    async def request(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int | None, bytes]:
        """Send a request, and return the status and body of the response; None and no bytes if there is none."""
        reader, writer = await self._open()
        writer.write(_request(method, path, body, headers or {}))
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int((head.lower() + b"content-length:0").partition(b"content-length:")[2].split()[0])
            content = await reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.close()
            return None, b""
        return int(head.split()[1]), content

    async def break_off(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> None:
        """Send half of a request's body, and close the connection."""
        _, writer = await self._open()
        whole = _request(method, path, body, headers)
        writer.write(whole[: -len(body) // 2])
        await self.close()

    async def close(self) -> None:
        """Close the connection."""
        if self._writer is not None:
            self._writer.close()
            with contextlib.suppress(ConnectionError):  # the sandbox closed it first
                await self._writer.wait_closed()
        self._reader = self._writer = None


def _request(method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def control(connection: Connection, method: str, path: str, body: Any = None) -> Any:
    """Call the control plane, with a path after ``/_sandbox/``, and return the JSON of the response."""
    content = b"" if body is None else json.dumps(body).encode()
    status, response = await connection.request(method, f"/_sandbox/{path}", content, JSON)
    assert status == 200, (method, path, status, response)
    return json.loads(response)


async def prepare(connection: Connection, seed: int, probability: float) -> str:
    """Reset the sandbox, upload a file, inject the faults, and return the id of the file.

    Each fault affects a part of the requests, chosen by the seed: 0.01 is one in a hundred.
    """
    await control(connection, "POST", "reset")
    _, response = await connection.request("POST", "/crm/v8/upload", FORM, FORM_HEADERS)
    await control(connection, "DELETE", "journal")
    for operation_id, faults in OPERATIONS.items():
        for number, fault in enumerate(faults):
            schedule = {"times": MAX_INJECTIONS, "probability": probability, "seed": seed + number}
            await control(connection, "POST", "faults", {"operation_id": operation_id, **fault, **schedule})
    file_id: str = json.loads(response)["details"]["file_id"]
    return file_id


class Caller:
    """One of several callers at the same time, which chooses its requests at random."""

    def __init__(self, port: int, ledger: Ledger, chooser: random.Random, file_id: str) -> None:
        self._connection = Connection(port)
        self._ledger = ledger
        self._random = chooser
        self._file_id = file_id
        self._left = 0
        self._actions = {
            self._read_status: 60,
            self._update: 5,
            self._change_owner: 5,
            self._convert_quote: 4,
            self._write: 4,
            self._upload: 1,
            self._convert_lead: 4,
            self._read_options: 4,
            self._make_token: 3,
            self._misuse: 8,
            self._advance: 1,
            self._break_off: 1,
        }

    async def work(self, requests: int) -> None:
        """Send so many requests, or one or two more."""
        actions, weights = list(self._actions), list(self._actions.values())
        self._left = requests
        while self._left > 0:
            (action,) = self._random.choices(actions, weights)
            await action()
        await self._connection.close()

    async def _request(
        self,
        operation_id: str,
        method: str,
        path: str,
        body: Any = b"",
        headers: dict[str, str] | None = None,
        expected: tuple[int, ...] = (200,),
    ) -> tuple[int | None, Any]:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, response = await self._connection.request(method, path, content, {**TOKEN, **JSON, **(headers or {})})
        self._left -= 1
        self._ledger.sent[operation_id] += 1
        self._ledger.statuses[status] += 1
        if status not in expected and status not in STATUSES.values():
            self._ledger.surprises.append(f"{method} {path}: {status} {response[:200]!r}")
        try:
            return status, json.loads(response)
        except ValueError:
            return status, None

    async def _submit(self, operation_id: str, path: str, body: Any, *expected: int) -> None:
        status, response = await self._request(operation_id, "POST", path, body, expected=(200, 201, 202, *expected))
        if response and status in (200, 201, 202):
            details = (response["data"][0] if "data" in response else response)["details"]
            self._ledger.jobs[SUBMISSIONS[operation_id]].append(details.get("job_id", details.get("id")))

    async def _update(self) -> None:
        body = {"data": [{"Industry": "Education"}], "cvid": "554023000000091515"}
        await self._submit("schedule_mass_update", "/crm/v8/Accounts/actions/mass_update", body, 400)

    async def _change_owner(self) -> None:
        body = {"cvid": "2423488000000091545", "owner": {"id": "2423488000000483001"}}
        await self._submit("schedule_mass_change_owner", "/crm/v8/Deals/actions/mass_change_owner", body)

    async def _convert_quote(self) -> None:
        quote = await self._add_record("Quotes", {"Subject": "Soak"})
        to = {"module": {"api_name": "Sales_Orders", "id": "2423488000000000171"}, "carry_over_tags": True}
        body = {"convert_to": [to], "ids": [quote]}
        await self._submit("schedule_inventory_mass_convert", "/crm/v8/Quotes/actions/mass_convert", body)

    async def _write(self) -> None:
        body = job(resource(self._file_id, LAST_NAME, EMAIL))
        await self._submit("create_bulk_write_job", "/crm/bulk/v8/write", body)

    async def _upload(self) -> None:
        await self._request("upload_bulk_write_file", "POST", "/crm/v8/upload", FORM, FORM_HEADERS)

    async def _convert_lead(self) -> None:
        lead = await self._add_record("Leads", {"Last_Name": "Soak"})
        status, _ = await self._request("convert_lead", "POST", f"/crm/v8/Leads/{lead}/actions/convert", {"data": [{}]})
        self._ledger.leads[lead] = None if status is None else status == 200

    async def _add_record(self, module: str, fields: dict[str, Any]) -> str:
        self._left -= 1
        added = await control(self._connection, "POST", "records", {"module": module, "fields": fields})
        identity: str = added["id"]
        return identity

    async def _read_options(self) -> None:
        path = "/crm/v8/Leads/738964000002118038/__conversion_options"
        await self._request("get_lead_conversion_options", "GET", path)

    async def _read_status(self) -> None:
        system = self._random.choice(list(self._ledger.jobs))
        if not self._ledger.jobs[system]:
            return
        job_id = self._random.choice(self._ledger.jobs[system][-50:])
        operation_id, path = {
            "mass_update": ("get_mass_update_status", "/crm/v8/Accounts/actions/mass_update?job_id="),
            "mass_change_owner": ("get_mass_change_owner_status", "/crm/v8/Deals/actions/mass_change_owner?job_id="),
            "inventory_mass_convert": (
                "get_inventory_mass_convert_status",
                "/crm/v8/Quotes/actions/mass_convert?job_id=",
            ),
            "bulk_write": ("get_bulk_write_job", "/crm/bulk/v8/write/"),
        }[system]
        await self._request(operation_id, "GET", path + job_id)

    async def _make_token(self) -> None:
        form = (
            b"grant_type=client_credentials&client_id=1000.CLIENT&client_secret=sandbox-secret&soid=ZohoCRM.694902309"
        )
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        await self._request("create_token", "POST", "/oauth/v2/token", form + b"&scope=ZohoCRM.users.READ", headers)

    async def _misuse(self) -> None:
        path = "/crm/v8/Accounts/actions/mass_update"
        method, path, body, token, expected = self._random.choice(
            [
                ("GET", "/crm/v8/nothing", b"", "sandbox", 404),
                ("DELETE", path, b"", "sandbox", 400),
                ("GET", f"{path}?job_id=1", b"", "nobody", 401),
                ("GET", f"{path}?job_id=1", b"", "sandbox", 400),
                ("GET", f"{path}?job_id=1", b"", "sandbox-no-permission", 403),
                ("POST", path, b'{"data": [', "sandbox", 400),
                ("POST", path, b"\xff" * 1000, "sandbox", 400),
            ]
        )
        operation_id = {"GET": "get_mass_update_status", "POST": "schedule_mass_update"}.get(method, "")
        if "nothing" in path:
            operation_id = ""
        headers = {"Authorization": f"Zoho-oauthtoken {token}"}
        await self._request(operation_id, method, path, body, headers, (expected,))

    async def _advance(self) -> None:
        self._left -= 1
        await control(self._connection, "POST", "clock", {"advance": self._random.choice([1, 10, 40])})

    async def _break_off(self) -> None:
        self._left -= 1
        body = b'{"data": [{"Industry": "Education"}], "cvid": "554023000000091515"}'
        await self._connection.break_off("POST", "/crm/v8/Accounts/actions/mass_update", body, {**TOKEN, **JSON})


async def soak(port: int, requests: int, seed: int, file_id: str) -> Ledger:
    """Send requests by all callers at the same time, and return the ledger."""
    ledger = Ledger()
    choosers = [random.Random(seed + number) for number in range(CALLERS)]  # noqa: S311  (repeatable)
    callers = [Caller(port, ledger, chooser, file_id) for chooser in choosers]
    await asyncio.gather(*(caller.work(requests // CALLERS) for caller in callers))
    return ledger
