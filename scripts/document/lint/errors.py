"""Rules of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from document.errors import codes_of, error_schemas, errors_in, is_error, kinds_of
from document.lint.rule import Finding, rule
from document.model import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document

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

ENVELOPE = ["code", "status"]


@rule
def platform_errors(document: Document) -> Iterator[Finding]:
    """Every operation that takes an access token declares the errors that any call to the platform may get.

    The platform checks every call before the operation does. A client that does not know these errors cannot say why a
    call failed.
    """
    for operation in document.operations():
        if operation.node.value.get("security", True) == []:
            continue
        declared = {content.status: content for content in document.contents(operation)}
        for status, codes in PLATFORM.items():
            content = declared.get(status)
            errors = error_schemas(document, content.node["schema"]) if content else ()
            for code in sorted(codes - {error.code for error in errors if not error.among_successes}):
                yield Finding(operation.node.pointer, f"no {code} at {status}", f"the platform's {code} at {status}")


@rule
def error_envelope(document: Document) -> Iterator[Finding]:
    """An error is flat: it requires code and status, the code is a constant, details an object without required keys.

    Generators merge or drop schemas that narrow a shared one. Flat, each code gets a class with its own details. Some
    sources show errors without details, which clients read like empty ones.
    """
    for _, schema in document.components("schemas"):
        if not is_error(schema.value):
            continue
        if not codes_of(schema.value):
            yield Finding(schema.pointer, "no constant code", "a code with a const")
        if schema.value.get("required") != ENVELOPE:
            yield Finding(schema.pointer, f"required: {schema.value.get('required')}", f"required: {ENVELOPE}")
        details = schema["properties"].get("details")
        described = document.resolve(details).value if details else {}
        if described.get("type") != "object" or "required" in described:
            yield Finding(schema.pointer, "no details that may be empty", "details: an object without required keys")


@rule
def error_kind(document: Document) -> Iterator[Finding]:
    """Every error code has one kind, in x-error-kind, and every kind of x-error-kinds has a code.

    A program handles errors by kind, since nobody lists seventy codes. A code without a kind would be missed.
    """
    kinds = document.value.get("x-error-kinds", {})
    expected = f"one of {', '.join(kinds)}"
    used: set[str] = set()
    for _, schema in document.components("schemas"):
        found = kinds_of(schema.value)
        used.update(found.values())
        for code in dict.fromkeys([*codes_of(schema.value), *found]):
            if code not in codes_of(schema.value):
                yield Finding(schema.pointer, f"the kind of {code}", "the kinds of the codes of the schema")
            elif found.get(code) not in kinds:
                yield Finding(schema.pointer, f"{code}: {found.get(code, 'no x-error-kind')}", expected)
    for kind in kinds:
        if kind not in used:
            yield Finding(step("#/x-error-kinds", kind), "no code", "an error of this kind")


@rule
def resolution(document: Document) -> Iterator[Finding]:
    """A resolution ends with a full stop, and belongs to an error of the operation, by status, code and message.

    The client shows it as the hint of that error. Two that fit the same error would leave the choice to chance.
    """
    for operation in document.operations():
        contents = {content.status: content.node for content in document.contents(operation)}
        told: set[tuple[int, str, str | None]] = set()
        for _, entry in operation.node.children("x-resolutions"):
            status, code, message = (entry.value.get(key) for key in ("status", "code", "message"))
            content = contents.get(str(status))
            codes = {error.code for error in error_schemas(document, content["schema"])} if content else set()
            examples = document.examples(content) if content else ()
            shown = {error.get("message") for _, node in examples for error in errors_in(node["value"].value)}
            if code not in codes:
                yield Finding(entry.pointer, f"{status} {code}", "an error of the operation")
            elif message is not None and message not in shown:
                yield Finding(entry.pointer, repr(message), "the message of an example")
            if not entry["text"].value.endswith((".", ".)")):
                yield Finding(step(entry.pointer, "text"), repr(entry["text"].value), "a full stop at the end")
            if {(status, code, message), (status, code, None)} & told:
                yield Finding(entry.pointer, f"{status} {code} twice", "a message for each, or one resolution")
            told.add((status, code, message))


@rule
def discriminator(document: Document) -> Iterator[Finding]:
    """A discriminator names each branch, in order, by the constant that the branch has.

    Some tools use the discriminator and some the constants; both must find the same branch.
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

    A default response declares every status, and so hides which ones are not documented.
    """
    for operation in document.operations():
        if default := operation.node["responses"].get("default"):
            yield Finding(default.pointer, "a default response", "each status that is documented")
