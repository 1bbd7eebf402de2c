"""The changes between two documents: every rule, with an example and its effect."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from codegen.generate import ROOT
from document.diff.compare import compare
from document.diff.rules import RULES, Change, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAKING, COMPATIBLE, COSMETIC = Kind.BREAKING, Kind.COMPATIBLE, Kind.COSMETIC
GONE = object()
"""A key that is missing."""

BASE: Any = yaml.safe_load("""\
openapi: 3.1.1
info: {title: Jobs, version: 1.0.0}
servers:
  - url: https://{host}
    variables: {host: {default: a, enum: [a, b]}}
tags: [{name: jobs}]
security: []
paths:
  /jobs/{id}:
    post:
      operationId: start_job
      tags: [jobs]
      x-since: v3
      security:
        - OAuth: [jobs.ALL]
        - OAuth: [jobs.leads.CREATE]
        - OAuth: [jobs.deals.CREATE]
        - OAuth: [jobs.custom.CREATE]
      x-module-scope:
        parameter: id
        scopes: ["jobs.{module}.CREATE"]
        modules: {Leads: [leads], Deals: [deals]}
        other: [custom]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: notify, in: query, schema: {type: boolean}}
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Order"}}
          text/csv: {}
      responses:
        "200":
          description: fine
          headers:
            Location: {required: true, schema: {type: string}}
            Age: {schema: {type: integer}}
          content:
            application/json: {schema: {$ref: "#/components/schemas/Job"}}
            text/csv: {}
          links:
            status: {operationId: start_job, parameters: {id: $response.body#/id}, description: Poll it.}
          x-waiter:
            name: JobFinished
            state: $response.body#/state
            pending: [RUNNING]
            success: [DONE]
            failure: [FAILED]
            counts: {total: $response.body#/total}
            delay: {first: 2, longest: 120}
            absent: [{status: 404}]
            retention: P7D
        "400": {$ref: "#/components/responses/Refused"}
  /jobs:
    get:
      operationId: list_jobs
      tags: [jobs]
      responses: {"204": {description: none}}
components:
  examples: {start_job-plain: {value: {}}}
  responses:
    Refused:
      description: refused
      content:
        application/json:
          schema:
            oneOf: [{$ref: "#/components/schemas/InvalidData"}, {$ref: "#/components/schemas/NoPermission"}]
            discriminator: {propertyName: code}
  schemas:
    Order: {type: object, properties: {it: {}}}
    Job: {type: object, properties: {it: {}}}
    InvalidData: {type: object, properties: {code: {const: INVALID_DATA}, status: {const: error}}}
    NoPermission: {type: object, properties: {code: {const: NO_PERMISSION}, status: {const: error}}}
    NotFound: {type: object, properties: {code: {const: NOT_FOUND}, status: {const: error}}}
  securitySchemes:
    OAuth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://a/token, scopes: {jobs.ALL: All, jobs.READ: Read}}
    Key: {type: apiKey, in: header, name: key}
""")

START = "paths /jobs/{id} post"
OK = f"{START} responses 200"
WAITER = f"{OK} x-waiter"
ERRORS = "components responses Refused content application/json schema oneOf"
OAUTH = "components securitySchemes OAuth flows clientCredentials"
ERROR_SCHEMAS = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("InvalidData", "NoPermission", "NotFound")}
TWO = [ERROR_SCHEMAS["InvalidData"], ERROR_SCHEMAS["NoPermission"]]
THREE = [*TWO, ERROR_SCHEMAS["NotFound"]]
JOB_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
OTHER = {"name": "other", "in": "query", "schema": {}}
OPERATION = {"operationId": "stop_job", "tags": ["jobs"], "responses": {}}
LIST = {"operationId": "list_jobs", "tags": ["jobs"], "responses": {"204": {"description": "none"}}}
SERVER = [{"url": "https://b"}]
ALL_SCOPES = ["jobs.ALL", "jobs.READ"]

PLACES: list[tuple[Kind, str, str, Any, Any]] = [
    (BREAKING, "openapi-version-changed", "openapi", "3.1.1", "3.2.0"),
    (COSMETIC, "text-changed", "info title", "Jobs", "All jobs"),
    (COSMETIC, "text-changed", "tags", [{"name": "jobs"}], [{"name": "jobs", "description": "All jobs."}]),
    (COSMETIC, "text-changed", "components examples start_job-plain value", {}, {"a": 1}),
    (COSMETIC, "text-changed", f"{OK} description", "fine", "very fine"),
    (COSMETIC, "text-changed", f"{OK} links status description", "Poll it.", "Poll."),
    (COSMETIC, "text-changed", f"{OAUTH} scopes jobs.ALL", "All", "All of it"),
    (BREAKING, "other-changed", "webhooks", GONE, {}),
    (BREAKING, "other-changed", f"{START} callbacks", GONE, {}),
    (BREAKING, "other-changed", "paths /jobs parameters", GONE, []),
    (BREAKING, "other-changed", f"{START} parameters 1 explode", GONE, False),
    (BREAKING, "other-changed", f"{START} x-module-scope parameter", "id", "name"),
    (BREAKING, "server-removed", "servers 1", {"url": "https://b"}, GONE),
    (COMPATIBLE, "server-added", "servers 1", GONE, {"url": "https://b"}),
    (BREAKING, "server-removed", f"{START} servers", [*SERVER, {"url": "https://c"}], SERVER),
    (BREAKING, "server-value-removed", "servers 0 variables host enum", ["a", "b"], ["a"]),
    (COMPATIBLE, "server-value-added", "servers 0 variables host enum", ["a"], ["a", "b"]),
    (BREAKING, "server-default-changed", "servers 0 variables host default", "a", "b"),
    (BREAKING, "security-scheme-removed", "components securitySchemes Key", {"type": "apiKey"}, GONE),
    (COMPATIBLE, "security-scheme-added", "components securitySchemes Key", GONE, {"type": "apiKey"}),
    (BREAKING, "security-scheme-changed", "components securitySchemes Key name", "key", "token"),
    (BREAKING, "security-scheme-changed", f"{OAUTH} tokenUrl", "https://a/token", "https://b/token"),
    (BREAKING, "scope-removed", f"{OAUTH} scopes jobs.READ", "Read", GONE),
    (COMPATIBLE, "scope-added", f"{OAUTH} scopes jobs.READ", GONE, "Read"),
    (BREAKING, "schema-removed", "components schemas NotFound", {}, GONE),
    (COMPATIBLE, "schema-added", "components schemas NotFound", GONE, {}),
    (BREAKING, "operation-removed", "paths /jobs delete", OPERATION, GONE),
    (COMPATIBLE, "operation-added", "paths /jobs delete", GONE, OPERATION),
    (BREAKING, "operation-renamed", f"{START} operationId", "start_job", "begin_job"),
    (BREAKING, "operation-moved", "paths", {"/jobs": {"get": LIST}}, {"/all_jobs": {"get": LIST}}),
    (BREAKING, "operation-moved", "paths", {"/jobs": {"get": LIST}}, {"/jobs": {"post": LIST}}),
    (BREAKING, "operation-regrouped", f"{START} tags", ["jobs"], ["work"]),
    (COMPATIBLE, "operation-deprecated", f"{START} deprecated", GONE, True),
    (BREAKING, "since-later", f"{START} x-since", "v3", "v10"),
    (COMPATIBLE, "since-earlier", f"{START} x-since", "v3", "v2.1"),
    (COMPATIBLE, "since-earlier", f"{START} x-since", "v3", GONE),
    (BREAKING, "parameter-removed", f"{START} parameters", [JOB_ID, OTHER], [JOB_ID]),
    (BREAKING, "required-parameter-added", f"{START} parameters", [JOB_ID], [JOB_ID, {**OTHER, "required": True}]),
    (COMPATIBLE, "optional-parameter-added", f"{START} parameters", [JOB_ID], [JOB_ID, OTHER]),
    (BREAKING, "parameter-now-required", f"{START} parameters 1 required", GONE, True),
    (COMPATIBLE, "parameter-now-optional", f"{START} parameters 1 required", True, False),
    (BREAKING, "body-removed", f"{START} requestBody", {}, GONE),
    (BREAKING, "required-body-added", f"{START} requestBody", GONE, {"required": True}),
    (COMPATIBLE, "optional-body-added", f"{START} requestBody", GONE, {}),
    (BREAKING, "body-now-required", f"{START} requestBody required", False, True),
    (COMPATIBLE, "body-now-optional", f"{START} requestBody required", True, GONE),
    (BREAKING, "body-content-type-removed", f"{START} requestBody content text/csv", {}, GONE),
    (COMPATIBLE, "body-content-type-added", f"{START} requestBody content text/csv", GONE, {}),
    (BREAKING, "scopes-tightened", f"{START} security 0 OAuth", ["jobs.ALL"], ALL_SCOPES),
    (COMPATIBLE, "scopes-loosened", f"{START} security 4", GONE, {"OAuth": ["jobs.READ"]}),
    (BREAKING, "scopes-tightened", f"{START} security 4", {"Key": []}, GONE),
    (BREAKING, "module-scopes-tightened", f"{START} x-module-scope modules Deals", ["deals", "potentials"], ["deals"]),
    (COMPATIBLE, "module-scopes-loosened", f"{START} x-module-scope modules Deals", ["deals"], ["deals", "potentials"]),
    (BREAKING, "module-scopes-tightened", f"{START} x-module-scope other", ["custom"], GONE),
    (BREAKING, "module-scopes-tightened", f"{START} x-module-scope", GONE, {}),
    (COMPATIBLE, "module-scopes-loosened", f"{START} x-module-scope", {}, GONE),
    (BREAKING, "status-removed", f"{START} responses 404", {}, GONE),
    (BREAKING, "success-status-added", f"{START} responses 202", GONE, {}),
    (COMPATIBLE, "error-status-added", f"{START} responses 404", GONE, {}),
    (BREAKING, "response-content-type-removed", f"{OK} content text/csv", {}, GONE),
    (BREAKING, "response-content-type-added", f"{OK} content text/csv", GONE, {}),
    (BREAKING, "error-code-removed", ERRORS, THREE, TWO),
    (BREAKING, "error-code-added", ERRORS, TWO, THREE),
    (BREAKING, "other-changed", "components responses Refused content application/json schema discriminator", GONE, {}),
    (COMPATIBLE, "header-kind-changed", "x-headers", {"a": {}}, {"a": {"codes": ["A"]}}),
    (BREAKING, "header-removed", f"{OK} headers Age", {}, GONE),
    (COMPATIBLE, "header-added", f"{OK} headers Age", GONE, {}),
    (BREAKING, "header-now-optional", f"{OK} headers Location required", True, GONE),
    (COMPATIBLE, "header-now-required", f"{OK} headers Age required", False, True),
    (BREAKING, "response-type-widened", f"{OK} headers Age schema type", "integer", "number"),
    (BREAKING, "link-removed", f"{OK} links again", {"operationId": "start_job"}, GONE),
    (COMPATIBLE, "link-added", f"{OK} links again", GONE, {"operationId": "start_job"}),
    (BREAKING, "link-changed", f"{OK} links status parameters id", "$response.body#/id", "$response.body#/job_id"),
    (BREAKING, "waiter-removed", WAITER, {"name": "JobFinished"}, GONE),
    (COMPATIBLE, "waiter-added", WAITER, GONE, {"name": "JobFinished"}),
    (BREAKING, "waiter-renamed", f"{WAITER} name", "JobFinished", "JobEnded"),
    (BREAKING, "waiter-state-reclassified", f"{WAITER} failure", ["FAILED", "SKIPPED"], ["FAILED"]),
    (BREAKING, "waiter-state-reclassified", f"{WAITER} success", ["DONE"], ["DONE", "PARTLY"]),
    (COMPATIBLE, "waiter-state-listed", f"{WAITER} pending", ["RUNNING"], ["RUNNING", "QUEUED"]),
    (BREAKING, "waiter-place-changed", f"{WAITER} state", "$response.body#/state", "$response.body#/data/0/state"),
    (BREAKING, "waiter-place-changed", f"{WAITER} counts failed", "$response.body#/failed", GONE),
    (COMPATIBLE, "waiter-place-added", f"{WAITER} counts failed", GONE, "$response.body#/failed"),
    (COMPATIBLE, "waiter-place-added", f"{WAITER} result", GONE, "$response.body#/url"),
    (BREAKING, "waiter-place-changed", f"{WAITER} result", "$response.body#/url", GONE),
    (BREAKING, "waiter-absent-changed", f"{WAITER} absent", [{"status": 404}], [{"status": 204}]),
    (COMPATIBLE, "waiter-delay-changed", f"{WAITER} delay first", 2, 5),
    (
        BREAKING,
        "waiter-place-changed",
        f"{WAITER} counts failed",
        {"sum": "/failed", "each": "$response.body#/a"},
        GONE,
    ),
    (BREAKING, "waiter-total-changed", f"{WAITER} total_at_end", GONE, True),
    (BREAKING, "waiter-total-changed", f"{WAITER} total_at_end", True, GONE),
    (BREAKING, "waiter-retention-shortened", f"{WAITER} retention", "P7D", "P1DT2H3M4S"),
    (BREAKING, "waiter-retention-shortened", f"{WAITER} retention", "P7D", GONE),
    (COMPATIBLE, "waiter-retention-lengthened", f"{WAITER} retention", "P7D", "P60D"),
    (COMPATIBLE, "waiter-retention-lengthened", f"{WAITER} retention", GONE, "P60D"),
]
"""The effect, the rule, the place in the document, and the values there before and after."""

ORDER = {"type": "object", "properties": {"a": {}}}
STRING: dict[str, Any] = {"type": "string"}
INVALID, MISSING = ({"$ref": f"#/components/schemas/{name}"} for name in ("InvalidData", "NotFound"))
CHOICE = {"oneOf": [INVALID, STRING]}

SCHEMAS: list[tuple[Any, Any, tuple[Kind, str], tuple[Kind, str]]] = [
    ({"type": "integer"}, {"type": "number"}, (COMPATIBLE, "type-widened"), (BREAKING, "type-widened")),
    ({}, STRING, (BREAKING, "type-narrowed"), (COMPATIBLE, "type-narrowed")),
    ({"type": ["string", "integer"]}, STRING, (BREAKING, "type-narrowed"), (COMPATIBLE, "type-narrowed")),
    (STRING, {"type": "integer"}, (BREAKING, "type-changed"), (BREAKING, "type-changed")),
    (STRING, {"type": ["string", "null"]}, (COMPATIBLE, "now-nullable"), (BREAKING, "now-nullable")),
    ({"type": ["string", "null"]}, STRING, (BREAKING, "no-longer-nullable"), (COMPATIBLE, "no-longer-nullable")),
    (INVALID, {"anyOf": [INVALID, {"type": "null"}]}, (COMPATIBLE, "now-nullable"), (BREAKING, "now-nullable")),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, (BREAKING, "values-removed"), (BREAKING, "values-removed")),
    ({"enum": ["a"]}, {"enum": ["a", "b"]}, (COMPATIBLE, "values-added"), (BREAKING, "values-added")),
    ({"const": "a"}, {"enum": ["a", "b"]}, (COMPATIBLE, "values-added"), (BREAKING, "values-added")),
    ({}, {"enum": ["a"]}, (BREAKING, "values-closed"), (BREAKING, "values-closed")),
    ({"enum": ["a"]}, {}, (COMPATIBLE, "values-opened"), (BREAKING, "values-opened")),
    ({"const": "a"}, {"const": "b"}, (BREAKING, "const-changed"), (BREAKING, "const-changed")),
    (
        {"type": "object"},
        {**ORDER, "required": ["a"]},
        (BREAKING, "required-property-added"),
        (COMPATIBLE, "required-property-added"),
    ),
    ({"type": "object"}, ORDER, (COMPATIBLE, "property-added"), (COMPATIBLE, "property-added")),
    (ORDER, {"type": "object"}, (BREAKING, "property-removed"), (BREAKING, "property-removed")),
    (ORDER, {**ORDER, "required": ["a"]}, (BREAKING, "property-now-required"), (COMPATIBLE, "property-now-required")),
    ({**ORDER, "required": ["a"]}, ORDER, (COMPATIBLE, "property-now-optional"), (BREAKING, "property-now-optional")),
    ({}, {"additionalProperties": False}, (BREAKING, "keys-closed"), (COMPATIBLE, "keys-closed")),
    ({"additionalProperties": False}, {}, (COMPATIBLE, "keys-opened"), (BREAKING, "keys-opened")),
    (
        {"additionalProperties": STRING},
        {"additionalProperties": {"type": "integer"}},
        (BREAKING, "type-changed"),
        (BREAKING, "type-changed"),
    ),
    ({"items": STRING}, {"items": {"type": "integer"}}, (BREAKING, "type-changed"), (BREAKING, "type-changed")),
    ({"minLength": 1}, {"minLength": 2}, (BREAKING, "tightened"), (COMPATIBLE, "tightened")),
    ({"minLength": 2}, {"minLength": 1}, (COMPATIBLE, "loosened"), (BREAKING, "loosened")),
    ({"maxItems": 2}, {"maxItems": 1}, (BREAKING, "tightened"), (COMPATIBLE, "tightened")),
    ({"maxItems": 1}, {"maxItems": 2}, (COMPATIBLE, "loosened"), (BREAKING, "loosened")),
    ({}, {"maximum": 1}, (BREAKING, "tightened"), (COMPATIBLE, "tightened")),
    ({"maximum": 1}, {}, (COMPATIBLE, "loosened"), (BREAKING, "loosened")),
    ({}, {"pattern": "a"}, (BREAKING, "tightened"), (COMPATIBLE, "tightened")),
    ({"uniqueItems": True}, {"uniqueItems": False}, (COMPATIBLE, "loosened"), (BREAKING, "loosened")),
    ({"pattern": "a"}, {"pattern": "b"}, (BREAKING, "pattern-changed"), (BREAKING, "pattern-changed")),
    ({}, {"format": "date"}, (BREAKING, "format-changed"), (BREAKING, "format-changed")),
    ({"default": 1}, {"default": 2}, (BREAKING, "default-changed"), (BREAKING, "default-changed")),
    (INVALID, {"oneOf": [INVALID, STRING]}, (COMPATIBLE, "variant-added"), (BREAKING, "variant-added")),
    ({"oneOf": [INVALID, STRING]}, INVALID, (BREAKING, "variant-removed"), (BREAKING, "variant-removed")),
    (CHOICE, {"oneOf": [INVALID, {"type": "integer"}]}, (BREAKING, "type-changed"), (BREAKING, "type-changed")),
]
"""A schema before and after, and the effect in a request and in a response."""


def steps(place: str) -> list[str | int]:
    """Return the keys that lead to a place."""
    return [int(step) if len(step) == 1 and step.isdigit() else step for step in place.split()]


def put(document: Any, place: str, value: Any) -> Any:
    """Return the document with a value at a place, or without that place."""
    document = copy.deepcopy(document)
    *way, last = steps(place)
    node = document
    for step in way:
        node = node[step]
    if isinstance(node, list):
        node[int(last) :] = [] if value is GONE else [value]
    elif value is GONE:
        node.pop(last, None)
    else:
        node[last] = value
    return document


def found(changes: list[Change]) -> list[tuple[Kind, str]]:
    """Return the effects and rules of changes."""
    return [(change.kind, change.rule) for change in changes]


@pytest.mark.parametrize(("kind", "rule", "place", "before", "after"), PLACES)
def test_rules_of_the_document(kind: Kind, rule: str, place: str, before: Any, after: Any) -> None:
    """One change at one place is found once, under the rule for it."""
    changes = compare(put(BASE, place, before), put(BASE, place, after))

    assert found(changes) == [(kind, rule)]


@pytest.mark.parametrize(("before", "after", "sent", "got"), SCHEMAS)
def test_rules_of_schemas(before: Any, after: Any, sent: tuple[Kind, str], got: tuple[Kind, str]) -> None:
    """The effect of the same change depends on the direction."""
    for name, direction, (kind, rule) in (("Order", "request", sent), ("Job", "response", got)):
        place = f"components schemas {name} properties it"
        changes = compare(put(BASE, place, before), put(BASE, place, after))

        assert found(changes) == [(kind, f"{direction}-{rule}")]


def test_every_rule_has_a_row() -> None:
    """Every rule has an example above."""
    of_schemas = {
        f"{way}-{rule}" for row in SCHEMAS for way, (_, rule) in zip(("request", "response"), row[2:], strict=True)
    }

    assert {row[1] for row in PLACES} | of_schemas == set(RULES)


def test_schema_of_requests_and_responses_changes_twice() -> None:
    """The change is found in each direction, with its operations."""
    shared = put(BASE, "components schemas Job properties it", {"$ref": "#/components/schemas/Order"})
    changes = compare(shared, put(shared, "components schemas Order properties it", {"type": "string"}))

    assert [(str(change.kind), change.where, change.operations) for change in changes] == [
        ("breaking", "Order.it", ("start_job",)),
        ("compatible", "Order.it", ("start_job",)),
    ]


def test_change_of_a_schema_that_contains_itself_is_reported_once() -> None:
    """The comparison ends."""
    tree = put(BASE, "components schemas Job", {"type": "array", "items": {"$ref": "#/components/schemas/Job"}})
    changes = compare(tree, put(tree, "components schemas Job minItems", 1))

    assert found(changes) == [(COMPATIBLE, "response-tightened")]


def test_breaking_changes_come_first() -> None:
    """Changes are sorted by their effect."""
    changed = put(put(BASE, "info title", "A"), "openapi", "3.2.0")
    changed = put(changed, f"{START} deprecated", value=True)

    assert [change.kind for change in compare(BASE, changed)] == [BREAKING, COMPATIBLE, COSMETIC]


def leaves(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the keys that lead to every text, number and flag of a document."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(value, (*way, key))
    else:
        yield way


def test_any_change_of_the_real_document_is_reported() -> None:
    """A sample of single values is changed, one at a time."""
    document = json.loads((ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8"))
    ways = [way for way in leaves(document) if way[-1] != "$ref" and way != ("info", "version")]
    assert compare(document, document) == []
    changed = json.loads(json.dumps(document))
    for way in ways[::97]:
        node = changed
        for step in way[:-1]:
            node = node[step]
        value = node[way[-1]]
        node[way[-1]] = {"retention": "P99D"}.get(way[-1], "v99") if isinstance(value, str) else not value

        assert compare(document, changed), way
        node[way[-1]] = value
