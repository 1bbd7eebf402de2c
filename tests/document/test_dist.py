"""The forms of the document for other teams: all allow the same values, and an unconvertible document is an error."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from codegen.generate import ROOT
from document.bundle import bundle
from document.dist.forms import NAME, dereference, forms, to_3_0
from document.model import Document, DocumentError, Node, each_schema
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT4

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DIST = ROOT / "openapi" / "dist"
DOCUMENT = bundle(ROOT / "openapi/openapi.yaml")
IN_3_0 = to_3_0(DOCUMENT)
URI = "urn:document"


def document_of(schema: dict[str, Any], **others: Any) -> dict[str, Any]:
    """Return a document with this schema as its only component."""
    return {
        "openapi": "3.1.1",
        "info": {"title": "A", "version": "1.0.0"},
        "paths": {},
        "components": {"schemas": {"It": schema}, "securitySchemes": {}},
        **others,
    }


def test_every_form_has_the_version_of_the_document() -> None:
    """The folder holds these forms and the workflows."""
    made = forms(DOCUMENT)

    found = {file.name: file.read_text("utf-8") for file in DIST.iterdir()}
    assert {"workflows.arazzo.yaml"} == found.keys() - made.keys()
    assert {name: found[name] for name in made} == made
    assert f"\n  version: {DOCUMENT['info']['version']}\n" in made.pop(f"{NAME}.yaml")
    assert {json.loads(text)["info"]["version"] for text in made.values()} == {DOCUMENT["info"]["version"]}


class TestDereferenced:
    """The form without references."""

    def test_our_document_is_valid_and_has_no_reference(self) -> None:
        text = (DIST / f"{NAME}-dereferenced.json").read_text("utf-8")

        assert '"$ref"' not in text
        assert '"#/components' not in text
        assert list(OpenAPIV31SpecValidator(json.loads(text)).iter_errors()) == []

    def test_reference_is_replaced_by_its_component(self) -> None:
        document = document_of({"type": "string"}, paths={"/a": {"get": {"$ref": "#/components/schemas/It"}}})

        assert dereference(document)["paths"]["/a"]["get"] == {"type": "string"}
        assert "schemas" not in dereference(document)["components"]

    def test_discriminator_goes_and_a_property_of_that_name_stays(self) -> None:
        schema = {"oneOf": [], "discriminator": {"propertyName": "code"}, "properties": {"discriminator": {}}}
        document = document_of(schema, paths={"/a": {"$ref": "#/components/schemas/It"}})

        assert dereference(document)["paths"]["/a"] == {
            "oneOf": [],
            "properties": {"discriminator": {}},
        }

    def test_schema_that_contains_itself_is_an_error(self) -> None:
        schema = {"type": "array", "items": {"$ref": "#/components/schemas/It"}}
        document = document_of(schema, paths={"/a": {"$ref": "#/components/schemas/It"}})

        with pytest.raises(DocumentError, match=r"#/components/schemas/It: a schema that contains itself"):
            dereference(document)


class TestOpenAPI30:
    """The form in OpenAPI 3.0.3."""

    def test_our_document_is_valid(self) -> None:
        assert IN_3_0["openapi"] == "3.0.3"
        assert list(OpenAPIV30SpecValidator(IN_3_0).iter_errors()) == []

    def test_validator_finds_keywords_that_3_0_lacks(self) -> None:
        for keyword, value in (("const", "a"), ("examples", ["a"]), ("type", ["string", "null"])):
            document = copy.deepcopy(IN_3_0)
            document["components"]["schemas"]["Id"][keyword] = value
            assert list(OpenAPIV30SpecValidator(document).iter_errors())

    @pytest.mark.parametrize(
        ("schema", "expected"),
        [
            ({"type": "string", "const": "a"}, {"type": "string", "enum": ["a"]}),
            ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
            ({"type": ["string"]}, {"type": "string"}),
            ({"type": "null"}, {"type": "object", "nullable": True, "enum": [None]}),
            ({"examples": [1]}, {"example": 1}),
            (
                {"description": "A.", "examples": ["a", "b", "c"]},
                {"description": "A. Other examples: `b`, `c`.", "example": "a"},
            ),
            ({"examples": ["a", "b"]}, {"description": "Other examples: `b`.", "example": "a"}),
            ({"properties": {"const": {"const": 1}}}, {"properties": {"const": {"enum": [1]}}}),
            ({"items": {"const": 1}, "oneOf": [{"const": 2}]}, {"items": {"enum": [1]}, "oneOf": [{"enum": [2]}]}),
            ({"additionalProperties": False}, {"additionalProperties": False}),
            (
                {"default": {"const": 1}, "enum": [{"type": "null"}]},
                {"default": {"const": 1}, "enum": [{"type": "null"}]},
            ),
            ({"x-source": "a"}, {"x-source": "a"}),
        ],
    )
    def test_schema(self, schema: dict[str, Any], expected: dict[str, Any]) -> None:
        assert to_3_0(document_of(schema))["components"]["schemas"]["It"] == expected

    def test_one_list(self) -> None:
        """Branches that only have ``data`` become one, whose items with the same code differ in their details."""

        def item(code: str, key: str) -> dict[str, Any]:
            details = {"type": "object", "required": [key]}
            return {
                "type": "object",
                "description": key,
                "properties": {"code": {"type": "string", "const": code}, "details": details},
            }

        def list_of(name: str, *items: str, most: int) -> dict[str, Any]:
            choice = {"oneOf": [{"$ref": f"#/components/schemas/{item}"} for item in items]}
            data = {"type": "array", "description": name, "minItems": 1, "maxItems": most, "items": choice}
            return {"type": "object", "description": name, "required": ["data"], "properties": {"data": data}}

        document = document_of({"oneOf": [{"$ref": "#/components/schemas/L"}, {"$ref": "#/components/schemas/R"}]})
        document["paths"] = {"/a": {"$ref": "#/components/schemas/It"}}
        document["components"]["schemas"] |= {
            "L": list_of("Left", "Job", most=1),
            "R": list_of("Right", "Record", "Bad", most=5),
            "Job": item("GOOD", "job_id"),
            "Record": item("GOOD", "id"),
            "Bad": item("BAD", "place"),
        }

        schemas = to_3_0(document)["components"]["schemas"]
        assert schemas.keys() == {"It", "LOrR", "JobOrRecord", "Bad"}
        assert schemas["It"] == {"$ref": "#/components/schemas/LOrR"}
        data = schemas["LOrR"]["properties"]["data"]
        assert (schemas["LOrR"]["description"], data["minItems"], data["maxItems"]) == ("Left Or: Right", 1, 5)
        assert data["items"]["discriminator"]["mapping"] == {
            "GOOD": "#/components/schemas/JobOrRecord",
            "BAD": "#/components/schemas/Bad",
        }
        found = [detail["required"] for detail in schemas["JobOrRecord"]["properties"]["details"]["oneOf"]]
        assert found == [["job_id"], ["id"]]

    def test_types_of_a_choice(self) -> None:
        """A choice has the type of each property that its branches describe differently, if all have one type."""

        def branch(code: str, **properties: Any) -> dict[str, Any]:
            same = {"status": {"type": "string"}, "list": {"type": "array", "items": {"const": code}}}
            return {"type": "object", "properties": {"code": {"type": "string", "const": code}, **same, **properties}}

        left, right = {"details": {"type": "object"}, "id": {"type": "string"}}, {"id": {"type": "integer"}}
        nested = {"oneOf": [{"type": "object"}, {"type": "object", "required": ["id"]}]}
        schema = {"oneOf": [branch("A", **left), branch("B", **right), branch("C", details=nested)]}

        made = to_3_0(document_of(schema))["components"]["schemas"]["It"]
        assert made["type"] == "object"
        assert made["properties"] == {"code": {"type": "string"}, "details": {"type": "object"}}

    @pytest.mark.parametrize(
        ("schema", "message"),
        [
            ({"exclusiveMinimum": 0}, "It/exclusiveMinimum: OpenAPI 3.0 has no such keyword"),
            ({"$defs": {}}, r"It/\$defs: OpenAPI 3.0 has no such keyword"),
            ({"items": False}, "It/items: OpenAPI 3.0 has no such keyword"),
            ({"type": ["string", "number"]}, r"It/type: \['string', 'number'\]: OpenAPI 3.0 allows one type"),
            ({"$ref": "#/components/schemas/It", "description": "A."}, "It: OpenAPI 3.0 allows no other key beside"),
        ],
    )
    def test_schema_that_cannot_be_converted(self, schema: dict[str, Any], message: str) -> None:
        with pytest.raises(DocumentError, match=message):
            to_3_0(document_of(schema))

    @pytest.mark.parametrize(
        ("others", "place"),
        [
            ({"webhooks": {"a": {}}}, "#/webhooks: "),
            ({"jsonSchemaDialect": "a"}, "#/jsonSchemaDialect: "),
            ({"info": {"title": "A", "version": "1.0.0", "x-a": 1}}, "#/info/x-a: "),
            ({"components": {"pathItems": {}}}, "#/components/pathItems: "),
            ({"paths": {"/a": {"$ref": "#/a", "summary": "A"}}}, "#/paths/~1a: "),
        ],
    )
    def test_section_that_cannot_be_converted(self, others: dict[str, Any], place: str) -> None:
        with pytest.raises(DocumentError, match=place):
            to_3_0(document_of({}, **others))

    @pytest.mark.parametrize(
        ("info", "expected"),
        [
            ({"title": "A"}, {"title": "A"}),
            ({"summary": "A.", "description": "B."}, {"description": "A.\n\nB."}),
            ({"license": {"name": "MIT", "url": "a"}}, {"license": {"name": "MIT", "url": "a"}}),
            (
                {"license": {"name": "MIT", "identifier": "MIT"}},
                {"license": {"name": "MIT", "url": "https://spdx.org/licenses/MIT.html"}},
            ),
        ],
    )
    def test_info(self, info: dict[str, Any], expected: dict[str, Any]) -> None:
        assert to_3_0(document_of({}, info=info))["info"] == expected


def variations(value: Any) -> Iterator[Any]:
    """Yield a value, and the value with each of its parts in turn replaced by null or by true, or removed."""
    yield value
    yield None
    yield True
    if isinstance(value, dict):
        for key, part in value.items():
            yield {name: other for name, other in value.items() if name != key}
            yield from ({**value, key: variation} for variation in variations(part) if variation is not part)
    elif isinstance(value, list):
        yield []
        for variation in variations(value[0]) if value else ():
            yield [variation, *value[1:]]


def validators(pointer: str) -> tuple[Callable[[Any], bool], Callable[[Any], bool]]:
    """Return validators of the schema at a pointer: in our document, and in our document in 3.0."""
    reference = {"$ref": f"{URI}{quote(pointer, safe='#/~')}"}
    in_3_1 = jsonschema_rs.Draft202012Validator(
        reference, registry=jsonschema_rs.Registry([(URI, DOCUMENT)]), validate_formats=True
    )
    registry: Registry[Any] = Registry().with_resource(URI, DRAFT4.create_resource(IN_3_0))
    in_3_0 = OAS30Validator(reference, registry=registry, format_checker=oas30_format_checker)
    return in_3_1.is_valid, in_3_0.is_valid


def bodies() -> list[Node]:
    """Return every body with examples, each once."""
    contents = {content.node.pointer: content.node for content in Document(DOCUMENT).contents()}
    return [node for node in contents.values() if "examples" in node.value]


def test_examples_are_valid_in_both_versions() -> None:
    """Examples of bodies, parameters and schemas are valid in 3.1 and in 3.0."""
    document = Document(DOCUMENT)
    checked = 0
    places = [
        *bodies(),
        *(node for _, node in document.components("parameters")),
    ]
    for node in places:
        for validate in validators(node["schema"].pointer):
            for _, example in node.children("examples"):
                assert validate(document.resolve(example)["value"].value), example.pointer
                checked += 1
    for _, component in document.components("schemas"):
        for schema in each_schema(component):
            for _, example in schema.children("examples"):
                assert all(validate(example.value) for validate in validators(schema.pointer)), example.pointer
                checked += 1

    assert checked > 2 * len(DOCUMENT["components"]["examples"])


def test_variations_of_examples_are_equally_valid_in_both_versions() -> None:
    """Each part of an example is removed or replaced in turn."""
    document = Document(DOCUMENT)
    verdicts = {True: 0, False: 0}
    for node in bodies():
        in_3_1, in_3_0 = validators(node["schema"].pointer)
        for _, example in list(node.children("examples"))[:3]:
            for value in variations(document.resolve(example)["value"].value):
                verdict = in_3_1(value)
                assert in_3_0(value) is verdict, (example.pointer, value)
                verdicts[verdict] += 1

    assert min(verdicts.values()) > 100
