"""The facts that bundling adds, and a source that states one of them by hand."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from document.derive import derive
from document.model import DocumentError

SOURCE = """
openapi: 3.1.1
x-domains:
  environments: [www, sandbox]
  data_centers:
    - {host: "{environment}.example.com", files: files.example.com}
    - {host: "{environment}.example.eu", files: upload.example.eu}
x-responses:
  "404": {$ref: "#/components/responses/Shared404"}
  "429": {$ref: "#/components/responses/Shared429"}
servers:
  - {url: "https://{host}", variables: {host: {default: www.example.com}, other: {default: a}}}
paths:
  /{version}/{module}:
    get:
      servers: [{url: "https://{files}", variables: {files: {default: files.example.com}}}]
      parameters: [{$ref: "#/components/parameters/Version"}, {$ref: "#/components/parameters/Module"}]
      responses:
        "404": {$ref: "#/components/responses/Own404"}
        "200": {$ref: "#/components/responses/OK"}
      security:
        - OAuth: [all]
        - OAuth: [one, "job.{module}.READ"]
        - OAuth: [two, "job.{module}.READ"]
      x-module-scope: {parameter: module}
    post:
      requestBody:
        content: {text: {schema: {}, examples: {post-done: {value: 1}}}}
      responses: {"429": {$ref: "#/components/responses/Own429"}}
      security: [{OAuth: ["job.{module}.CREATE"]}]
      x-module-scope: {parameter: "$request.body#/module", modules: [Big_Deals]}
  /token:
    post: {responses: {}, security: []}
components:
  parameters:
    Version: {name: version, schema: {$ref: "#/components/schemas/Since4"}}
    Module: {name: module, schema: {$ref: "#/components/schemas/Modules"}}
  responses:
    OK:
      content:
        json:
          schema: {oneOf: [{$ref: "#/components/schemas/Job"}, {$ref: "#/components/schemas/Missing"}]}
          examples: {get-done: {value: {state: DONE}}}
      x-waiter: {state: "$response.body#/state"}
    Own404:
      content:
        json:
          schema: {$ref: "#/components/schemas/Missing"}
          examples: {get-missing: {value: {code: MISSING, status: error}}}
    Own429:
      content:
        json:
          schema: {$ref: "#/components/schemas/Often"}
          examples: {post-often: {value: {code: OFTEN, status: error}}}
    Shared404:
      content:
        json:
          schema: {oneOf: [{$ref: "#/components/schemas/Missing"}, {$ref: "#/components/schemas/NoPath"}]}
          examples:
            any-missing: {value: {code: MISSING, status: error}}
            any-no_path: {value: {code: NO_PATH, status: error}}
    Shared429:
      content:
        json:
          schema: {$ref: "#/components/schemas/Often"}
          examples: {any-often: {value: {code: OFTEN, status: error}}}
  schemas:
    Error:
      type: object
      properties: {code: {type: string}, details: {$ref: "#/components/schemas/Empty"}, status: {const: error}}
    Empty: {type: object}
    Missing:
      allOf: [{$ref: "#/components/schemas/Error"}]
      description: Nothing.
      properties: {code: {const: MISSING}, details: {$ref: "#/components/schemas/Job"}}
    NoPath: {allOf: [{$ref: "#/components/schemas/Error"}], properties: {code: {const: NO_PATH}}}
    Often: {allOf: [{$ref: "#/components/schemas/Error"}], properties: {code: {const: OFTEN}}}
    Job: {type: object, properties: {state: {$ref: "#/components/schemas/State"}}}
    State: {enum: [NEW, DONE, LOST], x-states: {success: [DONE], failure: [LOST]}}
    Versions: {enum: [v2, v4, v8]}
    Since4: {allOf: [{$ref: "#/components/schemas/Versions"}], x-since: v4}
    Modules: {pattern: A, examples: [Leads, Events, Meetings], x-scope-names: {Events: [meetings]}}
  securitySchemes:
    OAuth:
      flows:
        code:
          scopes:
            job.events.READ: Not a module.
            job.custom.READ: Read all others.
            job.{module}.READ: Read {module}.
            job.{module}.CREATE: Create {module}.
            work.{module}.READ: Nobody asks for it.
"""


def source(**changes: Any) -> Any:
    """Return the source, with the values at some places (keys joined by a space) replaced."""
    value = yaml.safe_load(SOURCE)
    for place, change in changes.items():
        *path, last = place.split(" ")
        node = value
        for key in path:
            node = node[int(key) if isinstance(node, list) else key]
        node[last] = change
    return value


def ref_names(value: Any, method: str) -> list[str]:
    """Return the names of the parameters of an operation."""
    parameters = value["paths"]["/{version}/{module}"][method]["parameters"]
    return [parameter["$ref"].rpartition("/")[2] for parameter in parameters]


def derived() -> Any:
    """Return what bundling makes of the source."""
    value = source()
    derive(value)
    return value


def registry(name: str = "page.one", **keys: Any) -> Any:
    """Return what bundling makes of a registry with one source."""
    kinds = {"page": {"rank": 2, "label": "a page", "url": "https://a/{version}/{path}", "details": False}}
    value = {**source(), "x-sources": {"kinds": kinds, "sources": {name: keys}}}
    derive(value)
    return value["x-sources"]


def errors(value: Any, response: str) -> tuple[list[str], list[str]]:
    """Return the names of the errors and of the examples of a response."""
    content = value["components"]["responses"][response]["content"]["json"]
    branches = content["schema"].get("oneOf", [content["schema"]])
    return [branch["$ref"].rpartition("/")[2] for branch in branches], list(content["examples"])


class TestAdded:
    """What bundling adds."""

    def test_an_error_is_flat(self) -> None:
        schemas = derived()["components"]["schemas"]

        assert schemas["Missing"] == {
            "type": "object",
            "description": "Nothing.",
            "properties": {
                "code": {"type": "string", "const": "MISSING"},
                "details": {"$ref": "#/components/schemas/Job"},
                "status": {"const": "error"},
            },
        }
        assert schemas["NoPath"]["properties"]["details"] == {"$ref": "#/components/schemas/Empty"}

    def test_versions_begin_with_the_first(self) -> None:
        assert derived()["components"]["schemas"]["Since4"] == {"enum": ["v4", "v8"]}

    def test_shared_responses_and_errors(self) -> None:
        """An operation has every shared response, and its own ones have the shared errors that they lack."""
        value = derived()

        assert list(value["paths"]["/{version}/{module}"]["get"]["responses"]) == ["200", "404", "429"]
        assert list(value["paths"]["/{version}/{module}"]["post"]["responses"]) == ["404", "429"]
        assert value["paths"]["/token"]["post"]["responses"] == {}
        assert errors(value, "Own404") == (["Missing", "NoPath"], ["get-missing", "any-no_path"])
        assert errors(value, "Shared429") == (["Often"], ["any-often"])
        assert errors(value, "Own429") == (["Often"], ["post-often"])

    def test_examples_have_names(self) -> None:
        value = derived()

        assert list(value["components"]["examples"]) == [
            "any-missing",
            "any-no_path",
            "any-often",
            "get-done",
            "get-missing",
            "post-done-request",
            "post-often",
        ]
        body = value["paths"]["/{version}/{module}"]["post"]["requestBody"]
        assert body["content"]["text"]["examples"] == {"post-done": {"$ref": "#/components/examples/post-done-request"}}

    def test_parameter_examples(self) -> None:
        """An operation has its own examples of a parameter, with the summary of the body of the same name."""
        get, post = {"get-done": {"value": "v1"}, "get-missing": {"value": "v2"}}, {"post-done": {"value": "v3"}}
        parameter = {
            "name": "version",
            "examples": {**get, **post},
            "x-source": [{"source": "a", "inferred": ["examples.post-done"]}, {"source": "b", "inferred": ["schema"]}],
        }
        done = "components responses OK content json examples get-done summary"
        get_place, post_place = (f"paths /{{version}}/{{module}} {method}" for method in ("get", "post"))
        references = [{"$ref": "#/components/parameters/Version"}]
        changes: dict[str, Any] = {f"{get_place} operationId": "get", f"{post_place} operationId": "post", done: "Done"}
        changes |= {"components parameters Version": parameter, f"{post_place} parameters": references}
        value = source(**changes)
        derive(value)

        made = value["components"]["parameters"]
        assert "Version" not in made
        first, second = ref_names(value, "get"), ref_names(value, "post")
        assert (first[0], second[0]) == ("VersionOfGet", "VersionOfPost")
        assert made["VersionOfGet"]["examples"] == {
            "get-done": {"value": "v1", "summary": "Done"},
            "get-missing": {"value": "v2"},
        }
        assert made["VersionOfPost"]["examples"] == post
        assert [source.get("inferred") for source in made["VersionOfGet"]["x-source"]] == [None, None]
        assert made["VersionOfPost"]["x-source"][0]["inferred"] == ["examples.post-done"]

    def test_discriminators(self) -> None:
        """Alternatives that all have a code have a discriminator, others have none."""
        responses = derived()["components"]["responses"]

        assert responses["Own404"]["content"]["json"]["schema"]["discriminator"] == {
            "propertyName": "code",
            "mapping": {"MISSING": "#/components/schemas/Missing", "NO_PATH": "#/components/schemas/NoPath"},
        }
        assert "discriminator" not in responses["OK"]["content"]["json"]["schema"]

    def test_states(self) -> None:
        value = derived()

        assert value["components"]["responses"]["OK"]["x-waiter"] == {
            "state": "$response.body#/state",
            "pending": ["NEW"],
            "success": ["DONE"],
            "failure": ["LOST"],
        }
        assert value["components"]["schemas"]["State"] == {"enum": ["NEW", "DONE", "LOST"]}

    def test_domains(self) -> None:
        value = derived()
        variables = value["servers"][0]["variables"]

        assert variables["host"]["enum"] == [
            f"{name}.example.{end}" for name in ("www", "sandbox") for end in ("com", "eu")
        ]
        assert "enum" not in variables["other"]
        files = value["paths"]["/{version}/{module}"]["get"]["servers"][0]["variables"]["files"]
        assert files["enum"] == ["files.example.com", "upload.example.eu"]

    def test_scopes(self) -> None:
        value = derived()
        get, post = value["paths"]["/{version}/{module}"].values()

        assert [requirement["OAuth"] for requirement in get["security"]] == [
            ["all"],
            *([first, f"job.{name}.READ"] for name in ("leads", "meetings", "custom") for first in ("one", "two")),
        ]
        assert get["x-module-scope"] == {
            "parameter": "module",
            "modules": {"Leads": ["leads"], "Events": ["meetings"], "Meetings": ["meetings"]},
            "scopes": ["job.{module}.READ"],
            "other": ["custom"],
        }
        assert post["x-module-scope"]["modules"] == {"Big_Deals": ["bigdeals"]}
        assert value["components"]["securitySchemes"]["OAuth"]["flows"]["code"]["scopes"] == {
            "job.events.READ": "Not a module.",
            "job.custom.READ": "Read all others.",
            "job.leads.READ": "Read Leads.",
            "job.meetings.READ": "Read Events.",
            "job.bigdeals.CREATE": "Create Big Deals.",
            "job.custom.CREATE": "Create custom modules.",
            "work.{module}.READ": "Nobody asks for it.",
        }

    def test_what_others_were_made_of_is_gone(self) -> None:
        value = derived()

        assert "Shared404" in value["components"]["responses"]  # the POST has it as it is
        assert value["components"]["schemas"].keys() & {"Error", "Versions", "Empty"} == {"Empty"}
        assert not value.keys() & {"x-domains", "x-responses"}


KINDS: dict[str, Any] = {
    "lost": {"codes": ["NO_PATH"], "headers": {"X-Frame": {"$ref": "#/components/headers/Frame"}}},
    "handled": {"headers": {"Age": {}}, "optional": {"Credits": {}}},
}


class TestHeaders:
    """The headers of the kinds of responses."""

    def test_a_response_has_those_of_all_its_kinds(self) -> None:
        value = {**source(), "x-headers": KINDS}
        value["components"]["responses"]["Own429"]["headers"] = {"Retry-After": {}}
        derive(value)
        headers = {name: list(response["headers"]) for name, response in value["components"]["responses"].items()}

        assert headers["OK"] == ["Age", "Credits"]
        assert headers["Own404"] == ["Age", "Credits", "X-Frame"]
        assert headers["Own429"] == ["Age", "Credits", "Retry-After"]

    def test_by_hand(self) -> None:
        value = {**source(), "x-headers": KINDS}
        value["components"]["responses"]["Own429"]["headers"] = {"Age": {}}
        with pytest.raises(DocumentError, match="Own429: the header Age stands here by hand"):
            derive(value)


GET = "paths /{version}/{module} get"
OWN = "components responses Own404 content json"
FLAT = {"properties": {"code": {"const": "A"}, "status": {"const": "error"}}}


@pytest.mark.parametrize(
    ("place", "change", "message"),
    [
        ("components schemas Missing", FLAT, "Missing: an error in full stands here by hand"),
        (f"{OWN} examples", {}, "MISSING without an example of its own"),
        (f"{GET} responses 429", {"$ref": "#/components/responses/Shared429"}, "the shared response 429"),
        (f"{OWN} schema", {"oneOf": [], "discriminator": {}}, "a discriminator"),
        ("components responses OK x-waiter pending", ["NEW"], "pending"),
        ("servers 0 variables host enum", [], "enum"),
        (f"{GET} x-module-scope scopes", [], "scopes"),
        (f"{GET} x-module-scope modules", {}, "modules"),
        (f"{GET} security", [{"OAuth": ["a.{module}"]}, {"OAuth": ["a.leads"]}, {"OAuth": ["a.leads"]}], "in security"),
        ("components responses OK content json examples any-often", {"value": 2}, "another example has the name"),
    ],
)
def test_by_hand(place: str, change: Any, message: str) -> None:
    """A fact that follows from another one is not written, and two examples do not share a name."""
    value = source(**{place: change})

    with pytest.raises(DocumentError, match=message):
        derive(value)


def test_sources_have_the_keys_of_their_kind() -> None:
    """An address is made of the template of the kind, if the source has a path."""
    assert registry(title="One", version="v8", path="b") == {
        "page.one": {
            "kind": "page",
            "rank": 2,
            "details": False,
            "title": "One",
            "version": "v8",
            "url": "https://a/v8/b",
        }
    }
    assert registry(title="One", details=True) == {
        "page.one": {"kind": "page", "rank": 2, "details": True, "title": "One"}
    }
    assert "x-sources" not in derived()


def test_a_source_of_no_kind_is_an_error() -> None:
    """The error names the source and the kinds."""
    with pytest.raises(DocumentError, match=r"text\.one: expected an id that starts with a kind: page"):
        registry("text.one", title="One")
