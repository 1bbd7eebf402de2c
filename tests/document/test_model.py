"""The document in memory: pointers, references, errors and expressions."""

from __future__ import annotations

from typing import Any

import pytest
from document.errors import codes_of, error_in, error_schemas, errors_in
from document.expressions import Exchange, count_of, evaluate
from document.model import Document, Node, at, resolve, step

ERROR = {"status": "error", "code": "A", "message": "No."}
SUCCESS = {"status": "success", "code": "SUCCESS"}
DOCUMENT = {
    "components": {
        "schemas": {
            "a/b~c": {"$ref": "#/components/schemas/Error"},
            "Error": {"properties": {"status": {"const": "error"}, "code": {"const": "A"}}},
            "Other": {"properties": {"status": {"const": "error"}, "code": {"const": "B"}}},
            "Success": {"properties": {"status": {"const": "success"}, "code": {"const": "SUCCESS"}}},
        }
    }
}


def ref(name: str) -> dict[str, str]:
    """Return a reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def test_pointers_escape_slashes_and_tildes() -> None:
    """A pointer made of keys leads to these keys."""
    pointer = step("#/components", "schemas", "a/b~c")

    assert pointer == "#/components/schemas/a~1b~0c"
    assert at(DOCUMENT, pointer) == ref("Error")
    assert at([{"0": "a"}], "/0/0") == "a"


def test_references_are_followed_to_the_end() -> None:
    """A value that is no reference is returned as it is."""
    assert resolve(DOCUMENT, ref("a~1b~0c")) == DOCUMENT["components"]["schemas"]["Error"]
    assert resolve(DOCUMENT, {"$ref": {}}) == {"$ref": {}}
    assert resolve(DOCUMENT, None) is None


@pytest.mark.parametrize(
    ("body", "errors", "error"),
    [
        (ERROR, [ERROR], ERROR),
        ({"data": [ERROR, ERROR]}, [ERROR, ERROR], ERROR),
        ({"data": [SUCCESS, ERROR]}, [ERROR], None),
        ({"data": []}, [], None),
        ({"error": "invalid_code"}, [{"code": "invalid_code"}], {"code": "invalid_code"}),
        (SUCCESS, [], None),
        (b"", [], None),
    ],
)
def test_errors_in_a_body(body: Any, errors: list[Any], error: Any) -> None:
    """A body is an error if it holds nothing else."""
    assert errors_in(body) == errors
    assert error_in(body) == error


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (ref("a~1b~0c"), [("A", False)]),
        ({"oneOf": [ref("Error"), ref("Other"), ref("Success")]}, [("A", False), ("B", False)]),
        ({"properties": {"data": {"items": {"oneOf": [ref("Error"), ref("Success")]}}}}, [("A", True)]),
        ({"properties": {"data": {"items": {"oneOf": [ref("Error"), ref("Other")]}}}}, [("A", False), ("B", False)]),
        ({"properties": {"error": {"enum": ["a", "b"]}}}, [("a", False), ("b", False)]),
        ({"properties": {"data": {}}}, []),
    ],
)
def test_errors_of_a_schema(schema: Any, expected: list[tuple[str, bool]]) -> None:
    """Errors in ``data`` are found with the knowledge whether they stand among successes."""
    found = error_schemas(Document(DOCUMENT), Node("#", schema))

    assert [(error.code, error.among_successes) for error in found] == expected


def test_error_schema_without_a_code() -> None:
    """An error whose code is open has no codes."""
    assert codes_of({"properties": {"status": {"const": "error"}}}) == []


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("$request.path.module", "Leads"),
        ("$request.query.job_id", None),
        ("$request.body#/ids/1", "2"),
        ("$request.body#/ids/2", None),
        ("$response.body#/data/0/id", "7"),
        ("$response.body#/data/id", None),
        ("$response.body#/data/0/id/0", None),
        ("$response.body#", {"data": [{"id": "7"}]}),
        ("{$request.path.module}-{$response.body#/data/0/id}", "Leads-7"),
    ],
)
def test_value_of_an_expression(expression: str, value: Any) -> None:
    """A place that does not exist has no value."""
    exchange = Exchange({"module": "Leads"}, {}, {"ids": ["1", "2"]}, {"data": [{"id": "7"}]})

    assert evaluate(expression, exchange) == value


def test_malformed_expression() -> None:
    """The error shows the expression."""
    with pytest.raises(ValueError, match=r"\$url: expected an expression"):
        evaluate("$url", Exchange())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"parts": [{"a": {"n": 1}}, {"a": {}}, {"a": {"n": 2}}]}, 3),
        ({"parts": [{"a": {}}]}, None),
        ({"parts": [{"a": {"n": "1"}}]}, None),
        ({"parts": {}}, None),
        ({}, None),
    ],
)
def test_count_of_parts(body: dict[str, Any], expected: int | None) -> None:
    """A part without the count adds nothing; if no part has it, the count is unknown."""
    place = {"sum": "/a/n", "each": "$response.body#/parts"}
    assert count_of(place, Exchange(response=body)) == expected
