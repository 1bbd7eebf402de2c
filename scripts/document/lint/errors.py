"""Rules of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.lint.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Node

PLATFORM = {
    "400": {
        "AUTHORIZATION_FAILED",
        "INVALID_HOST",
        "INVALID_REQUEST",
        "INVALID_REQUEST_METHOD",
        "UNABLE_TO_PARSE_DATA_TYPE",
    },
    "401": {"AUTHENTICATION_FAILURE", "INVALID_OAUTHTOKEN", "INVALID_TOKEN", "OAUTH_SCOPE_MISMATCH"},
    "403": {"NO_PERMISSION"},
    "404": {"INVALID_URL_PATTERN"},
    "429": {"TOO_MANY_REQUESTS"},
    "500": {"INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"},
}
"""The errors that any call to the platform may get, by status."""

ENVELOPE = ["code", "details", "message", "status"]


def error_code(schema: Node) -> str | None:
    """Returns the code of a schema that is an error of the API; ``None`` for any other schema."""
    properties = schema.value.get("properties", {})
    if properties.get("status", {}).get("const") != "error":
        return None
    return str(properties.get("code", {}).get("const"))


def variants(document: Document, schema: Node) -> list[Node]:
    """Returns the schemas of which a value has one, the schema itself if it has no branches."""
    schema = document.resolve(schema)
    branches = [branch for key in ("oneOf", "anyOf") for _, branch in schema.children(key)]
    return [variant for branch in branches for variant in variants(document, branch)] or [schema]


def declared_codes(document: Document, schema: Node) -> tuple[set[str], set[str]]:
    """Returns the error codes that a body may have: those of whole errors, and those among successes in ``data``."""
    alone: set[str] = set()
    among_successes: set[str] = set()
    for variant in variants(document, schema):
        if code := error_code(variant):
            alone.add(code)
        data = variant.get("properties") and variant["properties"].get("data")
        items = data.get("items") if data else None
        inner = [error_code(item) for item in variants(document, items)] if items else []
        (alone if all(inner) else among_successes).update(code for code in inner if code)
    return alone, among_successes


def enumerated_codes(document: Document, schema: Node) -> set[str]:
    """Returns the codes of the errors of the accounts server that a body may have."""
    errors = [variant.value.get("properties", {}).get("error", {}) for variant in variants(document, schema)]
    return {code for error in errors for code in error.get("enum", [])}


def codes_in(value: Any) -> list[str]:
    """Returns the error codes that the value of an example has, itself or in ``data``."""
    items = value["data"] if isinstance(value, dict) and isinstance(value.get("data"), list) else [value]
    objects = [item for item in items if isinstance(item, dict)]
    codes = [str(item.get("code")) for item in objects if item.get("status") == "error"]
    return [*codes, *(str(item["error"]) for item in objects if "error" in item)]


@rule
def platform_errors(document: Document) -> Iterator[Finding]:
    """Every operation that takes an access token declares the errors that any call to the platform may get.

    They come before the operation is looked at. A client that does not know them fails where it could have told why.
    """
    for operation in document.operations():
        if operation.node.value.get("security", True) == []:
            continue
        declared = {content.status: content for content in document.contents(operation)}
        for status, codes in PLATFORM.items():
            content = declared.get(status)
            alone = declared_codes(document, content.node["schema"])[0] if content else set()
            for code in sorted(codes - alone):
                yield Finding(operation.node.pointer, f"no {code} at {status}", f"the platform's {code} at {status}")


@rule
def error_envelope(document: Document) -> Iterator[Finding]:
    """An error is flat: it requires code, details, message and status, the code is a constant and details an object.

    Generators merge or drop schemas that narrow a shared one. Flat, each code gets a class with its own details.
    """
    for _, schema in document.components("schemas"):
        if (code := error_code(schema)) is None:
            continue
        if code == "None":
            yield Finding(schema.pointer, "no constant code", "a code with a const")
        if schema.value.get("required") != ENVELOPE:
            yield Finding(schema.pointer, f"required: {schema.value.get('required')}", f"required: {ENVELOPE}")
        details = schema["properties"].get("details")
        if details is None or document.resolve(details).value.get("type") != "object":
            yield Finding(schema.pointer, "no details", "details that are an object")


@rule
def discriminator(document: Document) -> Iterator[Finding]:
    """A discriminator names each branch, in order, by the constant that the branch has.

    Some tools go by the discriminator and some by the constants; both must find the same branch.
    """
    for schema in document.schemas():
        if (node := schema.get("discriminator")) is None:
            continue
        name = node["propertyName"].value
        branches = [branch for _, branch in schema.children("oneOf")]
        resolved = [document.resolve(branch).value.get("properties", {}) for branch in branches]
        constants = [properties.get(name, {}).get("const") for properties in resolved]
        expected = dict(zip(constants, [branch.value.get("$ref") for branch in branches], strict=True))
        if list(node.value.get("mapping", {}).items()) != list(expected.items()):
            yield Finding(node.pointer, str(node.value.get("mapping")), str(expected))


@rule
def no_default_response(document: Document) -> Iterator[Finding]:
    """No operation has a default response.

    It would declare every status there is, and so hide that one is not documented.
    """
    for operation in document.operations():
        if default := operation.node["responses"].get("default"):
            yield Finding(default.pointer, "a default response", "each status that is documented")
