"""Rules of examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from document.errors import error_schemas, errors_in, is_oauth_error
from document.lint.naming import ANY_OPERATION
from document.lint.rule import Finding, rule
from document.lint.validation import validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Node


def is_binary(document: Document, schema: Node) -> bool:
    """Tell whether a schema or a part of it is binary."""
    return any(node.value.get("format") == "binary" for node in document.reachable(schema))


@rule
def example_valid(document: Document) -> Iterator[Finding]:
    """Every example of a body, a parameter or a schema is valid against its schema, formats included.

    People copy examples, the sandbox responds with them and tests send them. A wrong example is worse than none.
    """

    def check(schema: Node, example: Node) -> Iterator[Finding]:
        for error in validator(document, schema).iter_errors(example.value):
            yield Finding(example.pointer, error.message, f"a value that {schema.pointer} allows")

    for content in document.contents():
        for _, example in content.node.children("examples"):
            yield from check(content.node["schema"], document.resolve(example)["value"])
    for _, parameter in document.components("parameters"):
        for _, example in parameter.children("examples"):
            yield from check(parameter["schema"], document.resolve(example)["value"])
    for schema in document.schemas():
        for _, example in schema.children("examples"):
            yield from check(schema, example)


@rule
def example_present(document: Document) -> Iterator[Finding]:
    """Every body has an example for each form that its schema allows.

    An example shows a form at a glance, and a test that sends and reads every example has seen every form.
    """
    for content in document.contents():
        schema = content.node["schema"]
        if is_binary(document, schema):
            continue
        values = [example["value"].value for _, example in document.examples(content.node)]
        for variant in document.branches(schema):
            valid = validator(document, variant).is_valid
            if not any(valid(value) for value in values):
                yield Finding(content.node.pointer, "no example", f"an example of {variant.pointer}")


@rule
def example_of_error(document: Document) -> Iterator[Finding]:
    """Every error code has an example at every status that an operation declares it for.

    Zoho's messages differ between statuses. A code of single records in a success needs one example in the operation,
    and a code of the accounts server one in the document.
    """
    everywhere = {code for _, example in document.components("examples") for code in _codes(example)}
    for operation in document.operations():
        responses = [content for content in document.contents(operation) if content.status]
        shown = {
            content.status: {code for _, example in document.examples(content.node) for code in _codes(example)}
            for content in responses
        }
        in_operation = set().union(*shown.values())
        for content in responses:
            missing = set()
            for error in error_schemas(document, content.node["schema"]):
                places = in_operation if error.among_successes else shown[content.status]
                if error.code not in (everywhere if is_oauth_error(error.schema.value) else places):
                    missing.add(error.code)
            for code in sorted(missing):
                yield Finding(content.node.pointer, f"no example of {code}", f"an example with the code {code}")


def _codes(example: Node) -> set[str]:
    return {str(error.get("code")) for error in errors_in(example["value"].value)}


@rule
def example_pair(document: Document) -> Iterator[Finding]:
    """A request's example has a response under its key, or a description that says why there is none.

    A reader wants to see the response to a request, and a mock server finds it by this key.
    """
    for operation in document.operations():
        contents = list(document.contents(operation))
        responses = {key for content in contents if content.status for key, _ in content.node.children("examples")}
        for content in contents:
            for key, example in content.node.children("examples") if content.status is None else ():
                if key not in responses and "description" not in document.resolve(example).value:
                    yield Finding(
                        example.pointer, "no response", f"a response {key}, or a description that says why not"
                    )


@rule
def parameter_example(document: Document) -> Iterator[Finding]:
    """A parameter's example has the key of a response of an operation that has the parameter.

    The key connects the parameters of a call with a known response. If an operation responds with bytes, there is no
    such key, and the key names the operation.
    """
    keys: dict[str, set[str]] = {}
    of_bytes: dict[str, set[str]] = {}
    for content in document.contents():
        for parameter in document.parameters(content.operation):
            keys.setdefault(parameter.pointer, set()).update(key for key, _ in content.node.children("examples"))
            if content.status and is_binary(document, content.node["schema"]):
                of_bytes.setdefault(parameter.pointer, set()).add(content.operation.id)
    for _, parameter in document.components("parameters"):
        for key, example in parameter.children("examples"):
            operation_id = key.partition("-")[0]
            if key not in keys[parameter.pointer] and operation_id not in of_bytes.get(parameter.pointer, ()):
                yield Finding(example.pointer, repr(key), "the key of an example of a response")


@rule
def parameter_example_present(document: Document) -> Iterator[Finding]:
    """A parameter that is required has an example for each operation.

    A page that sends requests fills the parameter with it. Without one it takes the first value of an enum, such as the
    oldest version.
    """
    for operation in document.operations():
        for parameter in document.parameters(operation):
            if parameter.value.get("required") and not parameter.value.keys() & {"example", "examples"}:
                yield Finding(parameter.pointer, "no example", f"an example for {operation.id}")


@rule
def example_summary(document: Document) -> Iterator[Finding]:
    """The examples of a body have different summaries.

    Pages show a list of the summaries, in which equal ones cannot be told apart.
    """
    for content in document.contents():
        seen: set[str] = set()
        for key, example in document.examples(content.node):
            summary = str(example.value.get("summary"))
            if summary in seen:
                yield Finding(content.node.pointer, f"{key}: {summary!r}, again", "a summary of its own")
            seen.add(summary)


@rule
def example_used_by_its_operation(document: Document) -> Iterator[Finding]:
    """An example stands in the operation that it is named after.

    The name of another operation misleads; an example for several operations is called any_operation.
    """
    used: dict[str, set[str]] = {}
    for content in document.contents():
        for _, example in content.node.children("examples"):
            used.setdefault(document.resolve(example).pointer, set()).add(content.operation.id)
    for name, example in document.components("examples"):
        operation_id = name.partition("-")[0]
        if operation_id != ANY_OPERATION and operation_id not in used.get(example.pointer, ()):
            yield Finding(
                example.pointer, f"used by {sorted(used.get(example.pointer, []))}", f"used by {operation_id}"
            )


@rule
def binary_body(document: Document) -> Iterator[Finding]:
    """Bytes stand in a body of their own or in a part of a form, with a description and without an example.

    JSON cannot hold bytes. OpenAPI's externalValue could name a file, but there is no permanent URL, and a relative one
    would differ for each form in dist. So the description says what the bytes are.
    """
    for content in document.contents():
        binary = [node for node in document.reachable(content.node["schema"]) if node.value.get("format") == "binary"]
        for node in binary:
            if content.media_type not in ("application/octet-stream", "multipart/form-data"):
                yield Finding(node.pointer, f"bytes in {content.media_type}", "octets, or a part of a form")
            if not node.value.get("description"):
                yield Finding(node.pointer, "no description", "a description of the bytes")
        if binary and "examples" in content.node.value:
            yield Finding(content.node.pointer, "examples", "no example, since JSON cannot hold bytes")
