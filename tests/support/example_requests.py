"""A request for every status, error and example of the document, which the property tests add to their examples."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import httpx
from property_tests.run import Example
from schemathesis.core import NOT_SET

from tests.support.bulk_files import LAST_NAME, UPLOAD_HEADERS, file_id, job, packed, resource
from tests.support.bulk_write_errors import (
    CREATE,
    EVERYWHERE,
    FILES,
    INJECTED,
    OF_RESULTS,
    OF_UPLOADS,
    RESULT,
    UPLOAD,
    WRITE,
)
from tests.support.error_requests import BY_CODE, FOR_CLIENT, PROVOKED, REFRESH, Request, update
from tests.support.samples import SAMPLES, Sample
from tests.support.spec import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from property_tests.sandbox import OwnSandbox
    from schemathesis import Case
    from schemathesis.schemas import APIOperation

    Operation: TypeAlias = APIOperation[Any, Any, Any, Any]

JSON = "application/json"
SENT = ("host", "authorization", "content-type", "feature", "x-crm-org")
"""The headers that an example takes from a plain request; Schemathesis makes the others."""
DOCUMENTED_FILE = "111111000001492610"
FORM = "application/x-www-form-urlencoded"
OBSTRUCTED = [str(554023000000497041 + 2 * number) for number in range(10)]
PARTLY: dict[str, Any] = {"data": [{"Industry": "Education"}], "ids": ["554023000000500001", *OBSTRUCTED]}
OAUTH: dict[str, list[dict[str, str]]] = {
    "create_token": [
        BY_CODE,
        REFRESH,
        FOR_CLIENT,
        {**REFRESH, "refresh_token": "1000.nothing"},
        {**REFRESH, "client_id": "1000.NOBODY"},
        {**REFRESH, "client_secret": "wrong"},
        {**BY_CODE, "redirect_uri": "https://elsewhere.example"},
        {**FOR_CLIENT, "soid": "ZohoCRM.1"},
        {**REFRESH, "grant_type": "password"},
    ],
    "revoke_token": [{"token": "1000.refresh"}, {"token": "1000.nothing"}],
}
OTHER_PATHS = {
    # seeded jobs whose response differs from the documentation's sample
    "get_lead_conversion_options": ["/crm/v8/Leads/738964000002118042/__conversion_options"],
    "get_mass_change_owner_status": ["/crm/v8/Leads/actions/mass_change_owner?job_id=3652397000009565029"],
}


BULK = {
    "upload_bulk_write_file": ("POST", UPLOAD),
    "create_bulk_write_job": ("POST", WRITE),
    "download_bulk_write_result": ("GET", RESULT),
}


class ExampleRequests:
    """Makes the requests, each with what has to be done before it.

    Args:
        own: The sandbox that they are made to.
    """

    def __init__(self, own: OwnSandbox) -> None:
        self._own = own
        headers = {"Authorization": "Zoho-oauthtoken sandbox"}
        transport = own.sandbox.transport()
        self._zoho = httpx.Client(transport=transport, base_url="http://testserver", headers=headers)
        own.restart()
        # The first file after a restart always gets this id.
        self._file_id = file_id(self._zoho, leads="L\na\n")

    def __call__(self, operation: Operation) -> Iterator[Example]:
        """Yield the requests for an operation."""
        name: str = operation.definition.raw["operationId"]
        for row, request in PROVOKED.items():
            if row[0] == name:
                yield self._of_request(operation, request)
        for sample in SAMPLES.values():
            if self._is_for(name, sample):
                yield self._of_sample(operation, sample)
        for path in OTHER_PATHS.get(name, ()):
            yield example(operation, "GET", path)
        if name == "schedule_mass_update":
            body = COMPONENTS["examples"]["schedule_mass_update-by_ids-request"]["value"]
            for version in ("v7", "v8"):  # 200 and 207
                yield self._of_request(operation, update(version=version, cvid=None, **PARTLY))
                yield example(
                    operation, "POST", f"/crm/{version}/Deals/actions/mass_update", body=body, media_type=JSON
                )
        for fields in OAUTH.get(name, ()):
            yield example(operation, "POST", operation.path, body=fields, media_type=FORM)
        if name == "create_token":
            yield example(operation, "POST", operation.path, self._tire, body=REFRESH, media_type=FORM)
            # Codes are asked for in a browser, which the sandbox has no page for.
            denied = functools.partial(self._own.sandbox.inject_fault, name, "access_denied")
            yield example(operation, "POST", operation.path, denied, body=REFRESH, media_type=FORM)
        if name in BULK:
            yield from self._of_bulk(operation, name)
        if name == "create_bulk_write_job":
            yield from self._of_jobs(operation)

    def _is_for(self, name: str, sample: Sample) -> bool:
        found = self._own.sandbox.document.find(sample.path.partition("?")[0])
        operation = found[0].get(sample.method) if found else None
        return operation is not None and operation.id == name

    def _of_request(self, operation: Operation, request: Request) -> Example:
        def prepare() -> None:
            if request.fault:
                self._own.sandbox.inject_fault(operation.definition.raw["operationId"], request.fault)
            for _ in range(request.times - 1):
                self._zoho.request(request.method, request.path, json=request.body)

        media_type = None if request.body is None else JSON
        body = NOT_SET if request.body is None else request.body
        headers = dict(request.headers)
        if PROVOKED.get((operation.definition.raw["operationId"], 401, "AUTHENTICATION_FAILURE", "")) is request:
            headers["Authorization"] = ""
        made = example(operation, request.method, request.path, prepare, headers, body=body, media_type=media_type)
        return made._replace(fails=bool(request.fault))

    def _of_sample(self, operation: Operation, sample: Sample) -> Example:
        body = COMPONENTS["examples"][sample.body]["value"] if isinstance(sample.body, str) else sample.body
        return example(
            operation,
            sample.method,
            sample.path,
            lambda: self._own.sandbox.clock.advance(sample.after),
            body=NOT_SET if body is None else body,
            media_type=None if body is None else JSON,
        )

    def _tire(self) -> None:
        for _ in range(10):
            self._zoho.post("/oauth/v2/token", data=REFRESH)

    def _of_bulk(self, operation: Operation, name: str) -> Iterator[Example]:
        for code, changes in EVERYWHERE:
            prepare = functools.partial(self._own.sandbox.inject_fault, name, code) if code in INJECTED else nothing
            yield self._changed(operation, name, prepare, changes)._replace(fails=code in INJECTED)
        rows = {"upload_bulk_write_file": OF_UPLOADS, "download_bulk_write_result": OF_RESULTS}
        for *_, changes in rows.get(name, ()):
            yield self._changed(operation, name, nothing, changes)

    def _changed(
        self, operation: Operation, name: str, prepare: Callable[[], None], changes: dict[str, Any]
    ) -> Example:
        method, url = BULK[name]
        request: dict[str, Any] = {"method": method, "url": f"http://testserver{url}", "headers": {}, **changes}
        if name == "upload_bulk_write_file":
            request = {"files": {"file": packed(leads="L\na\n")}, **request}
            request["headers"] = UPLOAD_HEADERS | request["headers"]
        if name == "create_bulk_write_job":
            request["json"] = job(resource(DOCUMENTED_FILE, LAST_NAME))
        request["headers"] = {key: value for key, value in request["headers"].items() if value is not None}
        built = httpx.Request(**request)
        sent = {key: value for key, value in built.headers.items() if key in SENT}
        media_type = next(iter(operation.body), None)
        return example(
            operation,
            request["method"],
            request["url"].removeprefix("http://testserver"),
            prepare,
            sent,
            body=built.read() or NOT_SET,
            media_type=media_type.media_type if media_type else None,
        )

    def _of_jobs(self, operation: Operation) -> Iterator[Example]:
        yield example(operation, "POST", "/crm/bulk/v8/writes", body={}, media_type=JSON)
        for _, file, body in CREATE:
            filled: Any = (
                body if isinstance(body, bytes) else json.loads(json.dumps(body).replace("FILE", self._file_id))
            )
            prepare = functools.partial(file_id, self._zoho, **FILES[file])
            yield example(operation, "POST", WRITE, prepare, body=filled, media_type=JSON)


def nothing() -> None:
    """Do nothing before the request."""


def example(
    operation: Operation,
    method: str,
    url: str,
    prepare: Callable[[], object] = nothing,
    headers: dict[str, str] | None = None,
    **options: Any,
) -> Example:
    """Return a request with a path of its own."""
    parts = urlsplit(url)
    given_in_query = parse_qs(parts.query, keep_blank_values=True)
    query = {name: values[0] if len(values) == 1 else values for name, values in given_in_query.items()}
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(operation.path))
    found = re.fullmatch(pattern, parts.path)
    given = found.groupdict() if found else {}
    verb: Any = method
    case: Case[Any] = operation.Case(method=verb, headers=headers, query=query, path_parameters=given, **options)
    if not found:
        case.path = parts.path
    return Example(case, prepare)
