"""A small document that keeps every rule: a job, its state, and a file that goes up and comes down."""

from __future__ import annotations

import copy
from typing import Any

SOURCE = {"source": "page.one", "basis": "documented"}
SOURCES = {
    "page.one": {"kind": "page", "rank": 2, "title": "A page", "version": "v8", "details": False},
    "capture.one": {"kind": "capture", "rank": 1, "title": "Responses", "places": "the response"},
}
CAPTURED = {"source": "capture.one", "at": "200", "basis": "captured"}
PLATFORM = {
    "400": [
        "INVALID_REQUEST_METHOD",
        "INVALID_REQUEST",
        "INVALID_HOST",
        "UNABLE_TO_PARSE_DATA_TYPE",
        "AUTHORIZATION_FAILED",
    ],
    "401": ["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"],
    "403": ["NO_PERMISSION"],
    "404": ["INVALID_URL_PATTERN"],
    "429": ["TOO_MANY_REQUESTS"],
    "500": ["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"],
}


def ref(kind: str, name: str) -> dict[str, str]:
    """Return a reference to a component."""
    return {"$ref": f"#/components/{kind}/{name}"}


def object_of(required: dict[str, Any], **others: Any) -> dict[str, Any]:
    """Return the schema of an object that requires all its properties."""
    return {
        "type": "object",
        "description": "An object.",
        "required": list(required),
        "properties": required,
        "x-source": SOURCE,
        **others,
    }


def text(**others: Any) -> dict[str, Any]:
    """Return the schema of a string."""
    return {"type": "string", "description": "A text.", **others}


def count() -> dict[str, Any]:
    """Return the schema of a count."""
    return {"type": "integer", "minimum": 0, "description": "A count."}


def error(code: str) -> dict[str, Any]:
    """Return the schema of an error."""
    properties = {
        "code": text(const=code),
        "details": ref("schemas", "Details"),
        "message": text(),
        "status": text(const="error"),
    }
    return {**object_of(properties), "required": ["code", "status"], "x-error-kind": "any"}


def error_value(code: str) -> dict[str, Any]:
    """Return an error."""
    return {"code": code, "details": {}, "message": "No.", "status": "error"}


def name_of(code: str) -> str:
    """Return the name of the schema of an error."""
    return code.title().replace("_", "")


def body(schema: dict[str, Any], *examples: str, media_type: str = "application/json") -> dict[str, Any]:
    """Return JSON content with a schema and named examples."""
    named = {name.removesuffix("-request"): ref("examples", name) for name in examples}
    return {"content": {media_type: {"schema": schema, **({"examples": named} if named else {})}}}


def response(schema: dict[str, Any], *examples: str, **others: Any) -> dict[str, Any]:
    """Return a response with a schema and named examples."""
    return {"description": "A response.", **body(schema, *examples), "x-source": SOURCE, **others}


def example(value: Any) -> dict[str, Any]:
    """Return an example."""
    code = value.get("code") if isinstance(value, dict) else None
    return {"summary": f"An example of {code}" if code else "An example", "value": value, "x-source": SOURCE}


def errors_at(codes: list[str]) -> dict[str, Any]:
    """Return a response with these errors."""
    branches = [ref("schemas", name_of(code)) for code in codes]
    mapping = {code: branch["$ref"] for code, branch in zip(codes, branches, strict=True)}
    schema = {"oneOf": branches, "discriminator": {"propertyName": "code", "mapping": mapping}}
    return response(schema if len(codes) > 1 else branches[0], *(f"any_operation-{code.lower()}" for code in codes))


def operation(operation_id: str, scope: str, success: str, **others: Any) -> dict[str, Any]:
    """Return an operation."""
    return {
        "operationId": operation_id,
        "tags": ["job"],
        "summary": "Do it",
        "description": "Does it.",
        "responses": {
            "200": ref("responses", success),
            **{status: ref("responses", f"Errors{status}") for status in PLATFORM},
        },
        "security": [{"OAuth": [scope]}],
        "x-since": "v7",
        "x-source": SOURCE,
        **others,
    }


def parameter(name: str, where: str, schema: dict[str, Any], **examples: Any) -> dict[str, Any]:
    """Return a parameter."""
    named = {key.replace("__", "-"): {"value": value} for key, value in examples.items()}
    return {
        "name": name,
        "in": where,
        "required": True,
        "description": "A parameter.",
        "schema": schema,
        "x-source": SOURCE,
        **({"examples": named} if named else {}),
    }


def module_scope(verb: str) -> dict[str, Any]:
    """Return the extension that maps modules to scopes."""
    scopes = [f"job.{{module}}.{verb}"]
    return {"parameter": "module", "scopes": scopes, "modules": {"Leads": ["leads"]}, "other": ["custom"]}


def waiter() -> dict[str, Any]:
    """Return the extension that describes waiting for a job."""
    return {
        "name": "JobFinished",
        "state": "$response.body#/data/0/state",
        "pending": ["RUNNING"],
        "success": ["DONE"],
        "failure": ["FAILED"],
        "counts": {"total": "$response.body#/data/0/total", "succeeded": "$response.body#/data/0/done"},
        "delay": {"first": 1, "longest": 9},
        "absent": [{"status": 404, "code": "NOT_FOUND"}, {"status": 204}],
    }


def small_document() -> dict[str, Any]:
    """Return a new copy of the document."""
    parameters = [ref("parameters", "Version"), ref("parameters", "Module")]
    link = {
        "operationId": "get_job_status",
        "description": "Ask how far the job is.",
        "parameters": {
            "version": "$request.path.version",
            "module": "$request.path.module",
            "job_id": "$response.body#/job_id",
        },
    }
    per_module = [{"OAuth": ["job.leads.CREATE"]}, {"OAuth": ["job.custom.CREATE"]}]
    document = {
        "openapi": "3.1.1",
        "info": {"title": "Jobs", "version": "1.2.3", "summary": "Jobs.", "description": "Describes jobs."},
        "servers": [
            {
                "url": "https://{host}",
                "description": "The host.",
                "variables": {"host": {"default": "example.com", "description": "The host."}},
            }
        ],
        "tags": [{"name": "job", "description": "Jobs."}],
        "x-sources": copy.deepcopy(SOURCES),
        "x-error-kinds": {"any": {"description": "Any error."}},
        "paths": {
            "/crm/{version}/{module}/job": {
                "post": operation(
                    "schedule_job",
                    "job.ALL",
                    "Scheduled",
                    parameters=parameters,
                    requestBody={
                        "description": "The job.",
                        **body(ref("schemas", "Request"), "schedule_job-scheduled-request"),
                    },
                    security=per_module,
                    **{"x-module-scope": module_scope("CREATE")},
                ),
                "get": operation(
                    "get_job_status", "job.ALL", "StatusOK", parameters=[*parameters, ref("parameters", "JobId")]
                ),
            },
            "/files/{id}": {
                "get": operation("download_file", "job.ALL", "FileOK", parameters=[ref("parameters", "FileId")]),
                "post": operation(
                    "upload_file",
                    "job.ALL",
                    "Uploaded",
                    parameters=[ref("parameters", "FileId")],
                    requestBody={
                        "description": "The file.",
                        **body(ref("schemas", "Upload"), media_type="multipart/form-data"),
                    },
                ),
            },
        },
        "components": {
            "schemas": {
                "Details": {
                    "type": "object",
                    "description": "An object.",
                    "properties": {"id": text()},
                    "x-source": SOURCE,
                },
                "Request": object_of({"name": text(examples=["A"])}, additionalProperties=False),
                "Upload": object_of({"file": text(format="binary")}, additionalProperties=True),
                "ScheduledJob": object_of({"job_id": text()}),
                "File": object_of({"id": text()}),
                "Job": object_of({"state": ref("schemas", "State"), "done": count(), "total": count()}),
                "State": {**text(enum=["RUNNING", "DONE", "FAILED"]), "x-source": SOURCE},
                "Jobs": object_of(
                    {"data": {"type": "array", "description": "The job.", "items": ref("schemas", "Job")}}
                ),
                **{name_of(code): error(code) for codes in PLATFORM.values() for code in codes},
                "NotFound": error("NOT_FOUND"),
            },
            "responses": {
                **{f"Errors{status}": errors_at(codes) for status, codes in PLATFORM.items()},
                "Scheduled": response(
                    ref("schemas", "ScheduledJob"), "schedule_job-scheduled", links={"status": copy.deepcopy(link)}
                ),
                "Uploaded": response(ref("schemas", "File"), "upload_file-kept"),
                "StatusOK": {**response(ref("schemas", "Jobs"), "get_job_status-done"), "x-waiter": waiter()},
                "Nothing": {"description": "There is no such job.", "x-source": SOURCE},
                "FileOK": {
                    "description": "The file.",
                    **body(text(format="binary"), media_type="application/octet-stream"),
                    "x-source": SOURCE,
                },
                "StatusNotFound": response(
                    {"oneOf": [ref("schemas", "NotFound"), ref("schemas", "InvalidUrlPattern")]},
                    "get_job_status-not_found",
                    "any_operation-invalid_url_pattern",
                ),
            },
            "parameters": {
                "Version": {**parameter("version", "path", {"type": "string", "enum": ["v7", "v8"]}), "example": "v7"},
                "Module": parameter(
                    "module",
                    "path",
                    {"type": "string", "pattern": "^[A-Z]", "examples": ["Leads"]},
                    schedule_job__scheduled="Leads",
                    get_job_status__done="Leads",
                ),
                "JobId": parameter("job_id", "query", {"type": "string"}, get_job_status__done="1"),
                "FileId": parameter("id", "path", {"type": "string"}, download_file__done="1"),
            },
            "examples": {
                "schedule_job-scheduled-request": example({"name": "A"}),
                "schedule_job-scheduled": {**example({"job_id": "1"}), "x-source": copy.deepcopy(CAPTURED)},
                "upload_file-kept": example({"id": "1"}),
                "get_job_status-done": example({"data": [{"state": "DONE", "done": 3, "total": 3}]}),
                "get_job_status-not_found": example(error_value("NOT_FOUND")),
                **{
                    f"any_operation-{code.lower()}": example(error_value(code))
                    for codes in PLATFORM.values()
                    for code in codes
                },
            },
            "securitySchemes": {
                "OAuth": {
                    "type": "oauth2",
                    "description": "OAuth.",
                    "x-source": SOURCE,
                    "flows": {
                        "clientCredentials": {
                            "tokenUrl": "https://example.com/token",
                            "scopes": {
                                "job.ALL": "Everything.",
                                "job.leads.CREATE": "Create in Leads.",
                                "job.custom.CREATE": "Create in custom modules.",
                            },
                        }
                    },
                }
            },
        },
    }
    status: Any = document["paths"]["/crm/{version}/{module}/job"]["get"]["responses"]  # type: ignore[index]  # it is as nested as it is written above
    status.update({"204": ref("responses", "Nothing"), "404": ref("responses", "StatusNotFound")})
    return document
