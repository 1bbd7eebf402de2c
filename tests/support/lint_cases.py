"""For each rule, changes to the small document that break it, and changes like them that do not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.support.lint_document import CAPTURED, PLATFORM, SOURCE, error_value, example, ref, small_document, text

GONE = object()
"""Stands for what is taken away."""

JOB = ("paths", "/crm/{version}/{module}/job")
SCHEDULE = (*JOB, "post")
STATUS = (*JOB, "get")
UPLOAD = ("paths", "/files/{id}", "post")
DOWNLOAD = ("paths", "/files/{id}", "get")
SCHEMAS = ("components", "schemas")
RESPONSES = ("components", "responses")
EXAMPLES = ("components", "examples")
PARAMETERS = ("components", "parameters")
SCHEDULED = (*EXAMPLES, "schedule_job-scheduled")
NOT_FOUND = (*EXAMPLES, "get_job_status-not_found")
SCOPES = ("components", "securitySchemes", "OAuth", "flows", "clientCredentials", "scopes")
WAITER = (*RESPONSES, "StatusOK", "x-waiter")
LINK = (*RESPONSES, "Scheduled", "links", "status")
JSON = ("content", "application/json")
Place = tuple[str | int, ...]
Changes = dict[Place, Any]


def changed(changes: Changes) -> dict[str, Any]:
    """Return the small document with the values at these places replaced."""
    document = small_document()
    for place, value in changes.items():
        node: Any = document
        for key in place[:-1]:
            node = node[key]
        if value is GONE:
            del node[place[-1]]
        else:
            node[place[-1]] = value
    return document


def resolution(text: str, *, status: int = 404, code: str = "NOT_FOUND", **others: str) -> dict[str, Any]:
    """Return an entry of ``x-resolutions``."""
    return {"status": status, "code": code, "text": text, "x-source": SOURCE, **others}


@dataclass
class Case:
    """A rule, a change that breaks it, and one like it that does not.

    Args:
        rule: The name of the rule.
        wrong: The change that breaks it.
        place: Where it is found.
        found: What is found, in part.
        right: The change that does not break it; none for the small document itself.
    """

    rule: str
    wrong: Changes
    place: Place
    found: str
    right: Changes = field(default_factory=dict)


def without_pair() -> dict[str, Any]:
    """Return the examples of a request of which one has no response."""
    return {"schedule_job-scheduled": ref("examples", "schedule_job-scheduled-request"), "schedule_job-other": OTHER}


OTHER = {"summary": "Another", "value": {"name": "B"}}
LONG = "A" * 73
ERRORS_400 = [ref("schemas", code.title().replace("_", "")) for code in PLATFORM["400"]]
MIXED = {
    "type": "array",
    "description": "Outcomes.",
    "items": {"oneOf": [ref("schemas", "Job"), ref("schemas", "NotFound")]},
}
FETCH = {"operationId": "download_file", "description": "The id is in the address."}
FILE_OF_MODULE = {
    **small_document()["paths"]["/files/{id}"]["get"],
    "parameters": [ref("parameters", "Module"), ref("parameters", "FileId")],
}
CASES = [
    Case(
        "plain-form",
        {(*SCHEMAS, "Job", "properties", "any"): True},
        (*SCHEMAS, "Job", "properties", "any"),
        "True",
        right={(*SCHEMAS, "Job", "properties", "any"): {}, (*SCHEMAS, "Job", "additionalProperties"): True},
    ),
    Case("plain-form", {(*SCHEMAS, "Any"): True}, (*SCHEMAS, "Any"), "True"),
    Case(
        "plain-form",
        {(*SCHEMAS, "Jobs", "properties", "data", "items"): False},
        (*SCHEMAS, "Jobs", "properties", "data", "items"),
        "False",
    ),
    Case("plain-form", {(*PARAMETERS, "JobId", "schema"): GONE}, (*PARAMETERS, "JobId"), "no schema"),
    Case(
        "plain-form",
        {(*PARAMETERS, "JobId", "examples"): {"get_job_status-done": {"externalValue": "a"}}},
        (*PARAMETERS, "JobId", "examples", "get_job_status-done"),
        "no value",
    ),
    Case("plain-form", {(*EXAMPLES, "upload_file-kept", "value"): GONE}, (*EXAMPLES, "upload_file-kept"), "no value"),
    Case("operation-id", {(*STATUS, "operationId"): "getJobStatus"}, (*STATUS, "operationId"), "'getJobStatus'"),
    Case("operation-id", {(*STATUS, "operationId"): "fetch_job"}, (*STATUS, "operationId"), "'fetch_job'"),
    Case("operation-id", {(*STATUS, "operationId"): "schedule_job_2"}, (*STATUS, "operationId"), "'schedule_job_2'"),
    Case("operation-id", {(*STATUS, "operationId"): "get_"}, (*STATUS, "operationId"), "'get_'"),
    Case("operation-id", {(*STATUS, "operationId"): GONE}, (*STATUS, "operationId"), "''"),
    Case(
        "tag-name",
        {("tags", 0, "name"): "bulkWrite"},
        ("tags", 0, "name"),
        "'bulkWrite'",
        right={("tags", 0, "name"): "bulk_write"},
    ),
    Case(
        "component-name",
        {(*SCHEMAS, "job_state"): {}},
        (*SCHEMAS, "job_state"),
        "'job_state'",
        right={(*SCHEMAS, "JobV2_1State"): {}},
    ),
    Case(
        "component-name",
        {(*RESPONSES, "Job-OK"): {"description": "A."}},
        (*RESPONSES, "Job-OK"),
        "'Job-OK'",
        right={(*RESPONSES, "JobOK"): {"description": "A."}},
    ),
    Case(
        "component-name-once",
        {(*SCHEMAS, "Uploaded"): {}},
        (*RESPONSES, "Uploaded"),
        "'Uploaded'",
        right={(*SCHEMAS, "Upload2"): {}},
    ),
    Case(
        "path-parameter-plain",
        {(*PARAMETERS, "FileId", "schema"): {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["A"]}]}},
        (*PARAMETERS, "FileId"),
        "anyOf",
        right={(*PARAMETERS, "FileId", "schema"): {"type": "string", "examples": ["A"]}},
    ),
    Case(
        "example-name",
        {(*EXAMPLES, "done"): example(1)},
        (*EXAMPLES, "done"),
        "'done'",
        right={(*EXAMPLES, "upload_file-kept-again"): example(1)},
    ),
    Case("example-name", {(*EXAMPLES, "get_job-done"): example(1)}, (*EXAMPLES, "get_job-done"), "'get_job-done'"),
    Case(
        "example-name",
        {(*EXAMPLES, "get_job_status-Done"): example(1)},
        (*EXAMPLES, "get_job_status-Done"),
        "'get_job_status-Done'",
    ),
    Case(
        "example-key",
        {(*RESPONSES, "StatusOK", *JSON, "examples"): {"done": ref("examples", "get_job_status-done")}},
        (*RESPONSES, "StatusOK", *JSON, "examples", "done"),
        "'get_job_status-done'",
    ),
    Case("operation-tag", {(*STATUS, "tags"): ["jobs"]}, (*STATUS, "tags"), "['jobs']"),
    Case("operation-tag", {(*STATUS, "tags"): ["job", "job"]}, (*STATUS, "tags"), "['job', 'job']"),
    Case("operation-tag", {(*STATUS, "tags"): GONE}, STATUS, "[]"),
    Case("tag-used", {("tags", 0, "name"): "jobs"}, ("tags", 0, "name"), "'jobs'"),
    Case("description", {("info", "description"): GONE}, ("info",), "no description"),
    Case("description", {("tags", 0, "description"): "Jobs"}, ("tags", 0), "'Jobs'"),
    Case("description", {(*STATUS, "description"): " "}, STATUS, "no description"),
    Case("description", {(*SCHEDULE, "requestBody", "description"): GONE}, (*SCHEDULE, "requestBody"), "no"),
    Case("description", {(*LINK, "description"): GONE}, LINK, "no description"),
    Case("description", {("servers", 0, "description"): GONE}, ("servers", 0), "no description"),
    Case(
        "description",
        {("servers", 0, "variables", "host", "description"): GONE},
        ("servers", 0, "variables", "host"),
        "no description",
    ),
    Case("description", {(*SCHEMAS, "Job", "description"): GONE}, (*SCHEMAS, "Job"), "no description"),
    Case(
        "description",
        {(*SCHEMAS, "Job", "properties", "done"): {"type": "integer"}},
        (*SCHEMAS, "Job", "properties", "done"),
        "no description",
        right={(*SCHEMAS, "Job", "properties", "done"): ref("schemas", "State")},
    ),
    Case("summary", {(*STATUS, "summary"): GONE}, STATUS, "no summary"),
    Case("summary", {("info", "summary"): GONE}, ("info",), "no summary"),
    Case("summary", {(*STATUS, "summary"): "Do it\nor not"}, STATUS, "Do it"),
    Case("summary", {(*STATUS, "summary"): LONG}, STATUS, LONG, right={(*STATUS, "summary"): LONG[1:]}),
    Case("summary", {(*EXAMPLES, "get_job_status-done", "summary"): ""}, (*EXAMPLES, "get_job_status-done"), "no"),
    Case("scope-description", {(*SCOPES, "job.ALL"): ""}, (*SCOPES, "job.ALL"), "no description of job.ALL"),
    Case(
        "example-valid",
        {(*EXAMPLES, "get_job_status-done", "value", "data", 0, "total"): -1},
        (*EXAMPLES, "get_job_status-done", "value"),
        "-1",
    ),
    Case(
        "example-valid",
        {(*PARAMETERS, "FileId", "schema"): {"type": "string", "format": "date"}},
        (*PARAMETERS, "FileId", "examples", "download_file-done", "value"),
        '"1" is not a "date"',
    ),
    Case(
        "example-valid",
        {(*SCHEMAS, "Request", "properties", "name", "examples"): ["A", 2]},
        (*SCHEMAS, "Request", "properties", "name", "examples", 1),
        "2",
    ),
    Case(
        "example-present",
        {(*RESPONSES, "Uploaded", *JSON, "examples"): GONE},
        (*RESPONSES, "Uploaded", *JSON),
        "no example",
    ),
    Case(
        "example-present",
        {(*SCHEDULE, "requestBody", *JSON, "examples"): {}},
        (*SCHEDULE, "requestBody", *JSON),
        "no example",
    ),
    Case(
        "example-present",
        {
            (*RESPONSES, "Uploaded", *JSON, "schema"): {
                "oneOf": [ref("schemas", "File"), ref("schemas", "ScheduledJob")]
            }
        },
        (*RESPONSES, "Uploaded", *JSON),
        "no example",
        right={(*RESPONSES, "Uploaded", *JSON, "schema"): {"anyOf": [ref("schemas", "File"), {"type": "object"}]}},
    ),
    Case(
        "example-of-error",
        {(*RESPONSES, "Errors500", *JSON, "examples", "any_operation-internal_error"): GONE},
        (*RESPONSES, "Errors500", *JSON),
        "no example of INTERNAL_ERROR",
    ),
    Case(
        "example-of-error",
        {
            (*RESPONSES, "StatusNotFound", *JSON, "examples", "get_job_status-not_found"): GONE,
            (*SCHEMAS, "Jobs", "properties", "data"): MIXED,
        },
        (*RESPONSES, "StatusOK", *JSON),
        "no example of NOT_FOUND",
        right={(*SCHEMAS, "Jobs", "properties", "data"): MIXED},
    ),
    Case(
        "example-of-error",
        {
            (*SCHEMAS, "Jobs", "properties", "data"): {**MIXED, "items": ref("schemas", "NotFound")},
        },
        (*RESPONSES, "StatusOK", *JSON),
        "no example of NOT_FOUND",
        right={
            (*SCHEMAS, "Jobs", "properties", "data"): {**MIXED, "items": ref("schemas", "NotFound")},
            (*EXAMPLES, "get_job_status-done", "value", "data"): [error_value("NOT_FOUND")],
        },
    ),
    Case(
        "example-of-error",
        {(*SCHEMAS, "File", "properties", "error"): text(enum=["no_file"])},
        (*RESPONSES, "Uploaded", *JSON),
        "no example of no_file",
        right={
            (*SCHEMAS, "File", "properties", "error"): text(enum=["no_file"]),
            (*EXAMPLES, "upload_file-lost"): example({"error": "no_file"}),
        },
    ),
    Case(
        "example-pair",
        {(*SCHEDULE, "requestBody", *JSON, "examples"): without_pair()},
        (*SCHEDULE, "requestBody", *JSON, "examples", "schedule_job-other"),
        "no response",
        right={
            (*SCHEDULE, "requestBody", *JSON, "examples"): {
                **without_pair(),
                "schedule_job-other": {**OTHER, "description": "Its answer was not kept."},
            }
        },
    ),
    Case(
        "parameter-example",
        {(*PARAMETERS, "JobId", "examples"): {"done": {"value": "1"}}},
        (*PARAMETERS, "JobId", "examples", "done"),
        "'done'",
    ),
    Case(
        "parameter-example",
        {(*PARAMETERS, "FileId", "examples"): {"get_job_status-done": {"value": "1"}}},
        (*PARAMETERS, "FileId", "examples", "get_job_status-done"),
        "'get_job_status-done'",
        right={(*PARAMETERS, "FileId", "examples"): {"upload_file-kept": {"value": "1"}}},
    ),
    Case(
        "parameter-example-present",
        {(*PARAMETERS, "JobId", "examples"): GONE},
        (*PARAMETERS, "JobId"),
        "no example",
        right={(*PARAMETERS, "JobId", "examples"): GONE, (*PARAMETERS, "JobId", "example"): "1"},
    ),
    Case(
        "example-summary",
        {
            (*SCHEDULE, "requestBody", *JSON, "examples"): {
                **without_pair(),
                "schedule_job-other": {**OTHER, "summary": "An example", "description": "Its answer was not kept."},
            }
        },
        (*SCHEDULE, "requestBody", *JSON),
        "schedule_job-other: 'An example', again",
    ),
    Case(
        "example-used-by-its-operation",
        {(*RESPONSES, "Uploaded", *JSON, "examples"): {"upload_file-kept": ref("examples", "schedule_job-scheduled")}},
        (*EXAMPLES, "upload_file-kept"),
        "used by []",
    ),
    Case(
        "binary-body",
        {(*RESPONSES, "FileOK", "content", "application/octet-stream", "schema", "description"): GONE},
        (*RESPONSES, "FileOK", "content", "application/octet-stream", "schema"),
        "no description",
    ),
    Case(
        "binary-body",
        {(*RESPONSES, "FileOK", "content", "application/octet-stream", "examples"): {"a": example("PK")}},
        (*RESPONSES, "FileOK", "content", "application/octet-stream"),
        "examples",
    ),
    Case(
        "binary-body",
        {(*SCHEMAS, "File", "properties", "id", "format"): "binary"},
        (*SCHEMAS, "File", "properties", "id"),
        "bytes in application/json",
        right={(*SCHEMAS, "File", "properties", "id", "format"): "uuid"},
    ),
    Case(
        "platform-errors",
        {(*STATUS, "responses", "429"): GONE},
        STATUS,
        "no TOO_MANY_REQUESTS at 429",
        right={(*STATUS, "responses", "429"): GONE, (*STATUS, "security"): []},
    ),
    Case(
        "platform-errors",
        {(*STATUS, "responses", "500"): ref("responses", "Errors429")},
        STATUS,
        "no INTERNAL_SERVER_ERROR at 500",
    ),
    Case("error-envelope", {(*SCHEMAS, "NotFound", "required"): ["code"]}, (*SCHEMAS, "NotFound"), "['code']"),
    Case(
        "error-envelope",
        {(*SCHEMAS, "NotFound", "properties", "code"): text()},
        (*SCHEMAS, "NotFound"),
        "no constant code",
    ),
    Case(
        "error-envelope",
        {(*SCHEMAS, "NotFound", "properties", "details"): text()},
        (*SCHEMAS, "NotFound"),
        "no details",
    ),
    Case("error-envelope", {(*SCHEMAS, "NotFound", "properties", "details"): GONE}, (*SCHEMAS, "NotFound"), "no"),
    Case(
        "error-envelope",
        {(*SCHEMAS, "NotFound", "properties", "details"): {"type": "object", "required": ["id"]}},
        (*SCHEMAS, "NotFound"),
        "no details that may be empty",
    ),
    Case(
        "discriminator",
        {(*RESPONSES, "Errors400", *JSON, "schema", "oneOf"): ERRORS_400[1:]},
        (*RESPONSES, "Errors400", *JSON, "schema", "discriminator"),
        "INVALID_REQUEST_METHOD",
    ),
    Case(
        "discriminator",
        {(*RESPONSES, "Errors400", *JSON, "schema", "discriminator", "mapping"): GONE},
        (*RESPONSES, "Errors400", *JSON, "schema", "discriminator"),
        "None",
    ),
    Case(
        "no-default-response",
        {(*STATUS, "responses", "default"): ref("responses", "Nothing")},
        (*STATUS, "responses", "default"),
        "a default response",
    ),
    Case("security-declared", {(*STATUS, "security"): GONE}, STATUS, "no security", right={(*STATUS, "security"): []}),
    Case(
        "scope-declared",
        {(*STATUS, "security"): [{"OAuth": ["job.READ"]}]},
        (*STATUS, "security", 0, "OAuth", 0),
        "'job.READ'",
    ),
    Case("scope-declared", {(*SCOPES, "job.READ"): "Read."}, (*SCOPES, "job.READ"), "'job.READ'"),
    Case(
        "module-scope",
        {(*SCHEDULE, "security"): [{"OAuth": ["job.leads.CREATE"]}]},
        (*SCHEDULE, "x-module-scope", "scopes", 0),
        "['leads']",
    ),
    Case(
        "module-scope",
        {(*SCHEDULE, "x-module-scope", "modules"): {"Deals": ["leads"]}},
        (*SCHEDULE, "x-module-scope", "modules"),
        "['Deals']",
    ),
    Case(
        "module-scope",
        {
            (*SCHEDULE, "x-module-scope", "other"): GONE,
            (*SCHEDULE, "security"): [{"OAuth": ["job.leads.CREATE"]}],
        },
        (*SCHEDULE, "x-module-scope"),
        "other: None",
    ),
    Case(
        "module-scope",
        {(*SCHEDULE, "x-module-scope", "parameter"): "system"},
        (*SCHEDULE, "x-module-scope", "parameter"),
        "'system'",
    ),
    Case(
        "module-scope",
        {(*SCHEDULE, "x-module-scope", "parameter"): "$request.body#/module"},
        (*SCHEDULE, "x-module-scope", "parameter"),
        "'$request.body#/module'",
        right={(*SCHEDULE, "x-module-scope", "parameter"): "$request.body#/name"},
    ),
    Case("link-target", {(*LINK, "operationId"): "get_job"}, LINK, "get_job"),
    Case("link-target", {(*LINK, "parameters", "id"): "1"}, (*LINK, "parameters", "id"), "'id'"),
    Case(
        "link-target",
        {(*LINK, "parameters", "job_id"): GONE},
        LINK,
        "nothing of job_id",
        right={(*LINK, "parameters", "job_id"): GONE, (*LINK, "description"): "The job_id came by mail."},
    ),
    *(
        Case("link-expression", {(*LINK, "parameters", "job_id"): wrong}, LINK, repr(wrong.strip("{}")))
        for wrong in (
            "$response.body#/jobid",
            "$response.body#/job_id/0",
            "{$request.path.modul}",
            "$request.query.module",
            "$response.header.location",
            "$response.path.module",
            "$request.body#/title",
            "$request.url",
            "$inputs.name",
        )
    ),
    Case(
        "link-body",
        {(*LINK, "requestBody"): {"ids": []}},
        LINK,
        "an object",
        right={(*LINK, "requestBody"): "$response.body#/job_id"},
    ),
    Case(
        "link-expression",
        {(*LINK, "requestBody"): {"ids": [{"id": "$response.body#/id"}]}},
        LINK,
        "'$response.body#/id'",
        right={
            (*RESPONSES, "Scheduled", "headers"): {"Location": {"schema": {"type": "string"}}},
            (*LINK, "requestBody"): ["$response.header.location", "$request.body#/name", "$request.path.module", 1],
        },
    ),
    Case("waiter-present", {WAITER: GONE}, (*RESPONSES, "StatusOK"), "no x-waiter"),
    Case("waiter-present", {(*STATUS, "responses", "200"): GONE}, STATUS, "no x-waiter"),
    Case("waiter-state", {(*WAITER, "pending"): []}, WAITER, "['DONE', 'FAILED']"),
    Case("waiter-state", {(*WAITER, "failure"): ["FAILED", "DONE"]}, WAITER, "['DONE', 'DONE', 'FAILED', 'RUNNING']"),
    Case("waiter-state", {(*WAITER, "failure"): ["FAILED", "LOST"]}, WAITER, "'LOST'"),
    Case("waiter-state", {(*WAITER, "state"): "$response.body#/data/0/status"}, WAITER, "['DONE',"),
    Case(
        "waiter-count",
        {(*WAITER, "counts", "total"): "$response.body#/data/0/sum"},
        (*WAITER, "counts", "total"),
        "/sum'",
    ),
    Case(
        "waiter-count",
        {(*WAITER, "counts", "total"): "$response.body#/data/0/state"},
        (*WAITER, "counts", "total"),
        "/state'",
    ),
    Case(
        "waiter-count",
        {(*WAITER, "counts", "total"): {"sum": "/sum", "each": "$response.body#/data"}},
        (*WAITER, "counts", "total"),
        "/sum'",
        right={(*WAITER, "counts", "total"): {"sum": "/total", "each": "$response.body#/data"}},
    ),
    Case(
        "waiter-result",
        {(*WAITER, "result"): "$response.body#/data/0/url", (*RESPONSES, "StatusOK", "links"): {"result": FETCH}},
        (*WAITER, "result"),
        "/url'",
        right={
            (*WAITER, "result"): "$response.body#/data/0/state",
            (*RESPONSES, "StatusOK", "links"): {"result": FETCH},
        },
    ),
    Case(
        "waiter-result",
        {(*WAITER, "result"): "$response.body#/data/0/state"},
        (*RESPONSES, "StatusOK"),
        "no link result",
    ),
    Case(
        "waiter-sum",
        {(*EXAMPLES, "get_job_status-done", "value", "data", 0, "total"): 4},
        (*RESPONSES, "StatusOK", *JSON, "examples", "get_job_status-done"),
        "a total of 4 for {'succeeded': 3}",
        right={(*EXAMPLES, "get_job_status-done", "value", "data"): [{"state": "RUNNING"}]},
    ),
    *(
        Case(
            "example-valid",
            {(*EXAMPLES, "get_job_status-done", "value"): value},
            (*EXAMPLES, "get_job_status-done", "value"),
            found,
        )
        for value, found in (
            ({"data": [7]}, "7"),
            ({"data": "7"}, '"7"'),
            ([], "[]"),
            ({"data": [{"state": "DONE", "total": "3"}]}, '"3"'),
        )
    ),
    Case(
        "waiter-absent",
        {(*WAITER, "absent"): [{"status": 404, "code": "NO_JOB"}]},
        (*WAITER, "absent", 0),
        "NO_JOB",
    ),
    Case("waiter-absent", {(*WAITER, "absent"): [{"status": 410}]}, (*WAITER, "absent", 0), "410"),
    Case("waiter-absent", {(*WAITER, "absent"): [{"status": 404}]}, (*WAITER, "absent", 0), "404"),
    Case("waiter-delay", {(*WAITER, "delay"): {"first": 9, "longest": 9}}, (*WAITER, "delay", "first"), "9"),
    Case("known-extension", {(*STATUS, "x-wait"): 1}, (*STATUS, "x-wait"), "x-wait"),
    Case("known-extension", {(*STATUS, "x-waiter"): {}}, (*STATUS, "x-waiter"), "x-waiter"),
    Case(
        "known-extension",
        {(*SCHEMAS, "Job", "properties", "done", "x-source"): SOURCE},
        (*SCHEMAS, "Job", "properties", "done", "x-source"),
        "x-source",
        right={(*EXAMPLES, "get_job_status-done", "value", "x-source"): "A header."},
    ),
    *(
        Case("known-extension", {(*STATUS, "x-source"): wrong}, (*STATUS, "x-source"), found)
        for wrong, found in (
            ("documented; v8; A page", "documented; v8"),
            ({**SOURCE, "basis": "known"}, "known"),
            ([SOURCE], "oneOf"),
            ({**SOURCE, "gives": []}, "oneOf"),
        )
    ),
    Case("known-extension", {("x-sources", "page.one", "url"): "http://a"}, ("x-sources",), "http://a"),
    Case("known-extension", {(*STATUS, "x-since"): 7}, (*STATUS, "x-since"), "7"),
    Case("known-extension", {(*SCHEDULE, "x-module-scope", "modules"): 7}, (*SCHEDULE, "x-module-scope"), "7"),
    Case("known-extension", {("x-headers",): {"any": {"headers": {}}}}, ("x-headers",), "less than 1"),
    Case("known-extension", {(*WAITER, "counts"): {}}, WAITER, "total"),
    Case("known-extension", {(*WAITER, "counts", "total"): {"sum": "/total"}}, WAITER, "total"),
    Case("known-extension", {(*WAITER, "total_at_end"): False}, WAITER, "true"),
    Case("known-extension", {(*LINK, "x-bodies"): {}}, (*LINK, "x-bodies"), "{"),
    Case(
        "link-expression",
        {(*LINK, "x-bodies"): {"one": "$response.body#/id", "none": {}}},
        LINK,
        "'$response.body#/id'",
        right={(*LINK, "x-bodies"): {"one": "$response.body#/job_id", "none": {}}},
    ),
    Case("source", {(*STATUS, "x-source"): GONE}, STATUS, "no x-source"),
    Case("source", {(*EXAMPLES, "upload_file-kept", "x-source"): GONE}, (*EXAMPLES, "upload_file-kept"), "no x-source"),
    Case(
        "known-source",
        {(*STATUS, "x-source"): [SOURCE, {**SOURCE, "source": "page.two"}]},
        (*STATUS, "x-source", 1),
        "no source page.two",
        right={(*STATUS, "x-source"): "no form"},
    ),
    Case(
        "used-source",
        {("x-sources", "page.two"): {"kind": "page", "rank": 2, "title": "Another"}},
        ("x-sources", "page.two"),
        "nothing rests on it",
    ),
    Case("source-place", {(*SCHEDULED, "x-source", "at"): GONE}, (*SCHEDULED, "x-source"), "no place"),
    Case(
        "source-place",
        {(*SCHEDULED, "x-source", "at"): "for every operation"},
        (*SCHEDULED, "x-source"),
        "for every operation",
        right={(*STATUS, "x-source"): {**SOURCE, "source": "page.two"}},
    ),
    Case(
        "known-decision",
        {(*STATUS, "x-source"): {**SOURCE, "decision": "X99"}},
        (*STATUS, "x-source"),
        "no decision X99",
        right={(*STATUS, "x-source"): {**SOURCE, "decision": "J3"}},
    ),
    *(
        Case(
            "known-part",
            {(*place, "x-source"): {**SOURCE, key: [wrong]}},
            (*place, "x-source"),
            f"no part {wrong}",
            right={(*place, "x-source"): {**SOURCE, key: [right]}},
        )
        for place, key, wrong, right in (
            (STATUS, "inferred", "envelope", "description"),
            ((*SCHEMAS, "Job"), "gives", "gone", "done"),
            ((*SCHEMAS, "NotFound"), "gives", "FOUND", "NOT_FOUND"),
            ((*RESPONSES, "StatusNotFound"), "inferred", "GONE", "NOT_FOUND"),
            ((*EXAMPLES, "get_job_status-done"), "inferred", "data.1", "data.0.state"),
            ((*EXAMPLES, "get_job_status-done"), "inferred", "gone", "state"),
            ((*EXAMPLES, "upload_file-kept"), "inferred", "id.name", "http_status"),
            ((*PARAMETERS, "JobId"), "gives", "pattern", "schema.type"),
        )
    ),
    Case(
        "source-of-details",
        {(*SCHEMAS, "NotFound", "properties", "details"): {"type": "object"}},
        (*SCHEMAS, "NotFound"),
        "details",
        right={
            (*SCHEMAS, "NotFound", "properties", "details"): {"type": "object"},
            (*SCHEMAS, "NotFound", "x-source"): {**SOURCE, "inferred": ["details"]},
        },
    ),
    Case(
        "source-of-details",
        {(*NOT_FOUND, "value", "details"): {"id": "1"}},
        NOT_FOUND,
        "details",
        right={
            (*NOT_FOUND, "value", "details"): {"id": "1"},
            (*NOT_FOUND, "x-source"): [SOURCE, {**CAPTURED, "gives": ["details"]}],
        },
    ),
    Case(
        "source-of-details",
        {
            (*NOT_FOUND, "value", "details"): {"id": "1"},
            (*NOT_FOUND, "x-source"): [SOURCE, {**CAPTURED, "gives": ["message"]}],
        },
        NOT_FOUND,
        "details",
        right={
            (*NOT_FOUND, "value", "details"): {"id": "1"},
            (*NOT_FOUND, "x-source"): {**SOURCE, "inferred": ["details.id"]},
        },
    ),
    Case("since", {(*STATUS, "x-since"): GONE}, STATUS, "no x-since"),
    Case("since", {(*STATUS, "x-since"): "v8"}, (*STATUS, "x-since"), "'v8'", right={(*UPLOAD, "x-since"): "v8"}),
    Case(
        "since",
        {("paths", "/crm/v2.1/files"): {"get": {**small_document()["paths"]["/files/{id}"]["get"], "x-since": "v8"}}},
        ("paths", "/crm/v2.1/files", "get", "x-since"),
        "'v8'",
        right={
            ("paths", "/crm/v2.1/files"): {
                "get": {**small_document()["paths"]["/files/{id}"]["get"], "x-since": "v2.1"}
            }
        },
    ),
    Case(
        "semantic-version",
        {("info", "version"): "1.2"},
        ("info", "version"),
        "'1.2'",
        right={("info", "version"): "1.2.3-rc.1"},
    ),
    Case(
        "unambiguous-path",
        {("paths", "/files/{name}"): {}, (*DOWNLOAD, "parameters"): [ref("parameters", "FileId")]},
        ("paths", "/files/{name}"),
        "'/files/{name}'",
        right={("paths", "/files/new"): {}},
    ),
    Case(
        "unambiguous-path",
        {("paths", "/crm/v8/{module}/{id}"): {"get": FILE_OF_MODULE}},
        ("paths", "/crm/v8/{module}/{id}"),
        "'/crm/v8/{module}/{id}'",
        # "bulk" is no version, so that no URL fits both.
        right={("paths", "/crm/bulk/{version}/job"): {}, ("paths", "/crm/{version}/Leads/job/now"): {}},
    ),
    Case(
        "known-keyword",
        {(*SCHEMAS, "Job", "counted from 0 at the module."): None},
        (*SCHEMAS, "Job", "counted from 0 at the module."),
        "'counted from 0",
        right={(*SCHEMAS, "Job", "title"): "Job"},
    ),
    Case(
        "known-keyword",
        {(*RESPONSES, "FileOK", "content", "application/octet-stream", "schema", "maxlength"): 3},
        (*RESPONSES, "FileOK", "content", "application/octet-stream", "schema", "maxlength"),
        "'maxlength'",
    ),
    Case(
        "required-property",
        {(*SCHEMAS, "Job", "required"): ["done", "State"]},
        (*SCHEMAS, "Job", "required", 1),
        "'State'",
        right={(*SCHEMAS, "Job", "required"): ["done", "state"]},
    ),
    Case(
        "closed-request",
        {(*SCHEMAS, "Request", "additionalProperties"): GONE},
        (*SCHEMAS, "Request"),
        "no additionalProperties",
        right={(*SCHEMAS, "Request", "additionalProperties"): True},
    ),
    Case(
        "open-response",
        {(*SCHEMAS, "Job", "additionalProperties"): False},
        (*SCHEMAS, "Job", "additionalProperties"),
        "false",
        right={(*SCHEMAS, "Job", "additionalProperties"): True},
    ),
    Case(
        "error-kind",
        {(*SCHEMAS, "NotFound", "x-error-kind"): "other"},
        (*SCHEMAS, "NotFound"),
        "NOT_FOUND: other",
        right={("x-error-kinds", "other"): {"description": "Others."}, (*SCHEMAS, "NotFound", "x-error-kind"): "other"},
    ),
    Case(
        "error-kind",
        {(*SCHEMAS, "NotFound", "x-error-kind"): GONE},
        (*SCHEMAS, "NotFound"),
        "NOT_FOUND: no x-error-kind",
    ),
    Case(
        "error-kind",
        {(*SCHEMAS, "NotFound", "x-error-kind"): {"NOT_FOUND": "any", "GONE": "any"}},
        (*SCHEMAS, "NotFound"),
        "the kind of GONE",
        right={(*SCHEMAS, "NotFound", "x-error-kind"): {"NOT_FOUND": "any"}},
    ),
    Case(
        "error-kind",
        {("x-error-kinds", "other"): {"description": "Others."}},
        ("x-error-kinds", "other"),
        "no code",
    ),
    Case(
        "resolution",
        {(*STATUS, "x-resolutions"): [resolution("Ask again.", code="GONE")]},
        (*STATUS, "x-resolutions", 0),
        "404 GONE",
        right={(*STATUS, "x-resolutions"): [resolution("Ask again.")]},
    ),
    Case(
        "resolution",
        {(*STATUS, "x-resolutions"): [resolution("Ask again.", status=418)]},
        (*STATUS, "x-resolutions", 0),
        "418 NOT_FOUND",
    ),
    Case(
        "resolution",
        {(*STATUS, "x-resolutions"): [resolution("Ask again")]},
        (*STATUS, "x-resolutions", 0, "text"),
        "'Ask again'",
        right={(*STATUS, "x-resolutions"): [resolution("Ask again. (Or wait.)")]},
    ),
    Case(
        "resolution",
        {(*STATUS, "x-resolutions"): [resolution("Ask again.", message="Gone.")]},
        (*STATUS, "x-resolutions", 0),
        "'Gone.'",
        right={(*STATUS, "x-resolutions"): [resolution("Ask again.", message="No.")]},
    ),
    Case(
        "resolution",
        {(*STATUS, "x-resolutions"): [resolution("Ask again."), resolution("Wait.", message="No.")]},
        (*STATUS, "x-resolutions", 1),
        "404 NOT_FOUND twice",
    ),
]
