"""Facts that follow from others. Bundling adds them, and rejects a source that states one of them by hand."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from itertools import groupby
from typing import Any

from document.errors import codes_of, error_schemas, errors_in, is_error
from document.expressions import schemas_at
from document.model import Document, DocumentError, Node, Operation

OTHER_MODULES = "custom"
"""The name that scopes have for every custom module."""


def derive(value: dict[str, Any]) -> None:
    """Add all facts that follow from others to a document, and remove the keys that only its source has."""
    document = Document(value)
    flatten_schemas(document)
    name_examples(document)
    add_parameter_examples(document)
    add_responses(document, value.pop("x-responses", {}))
    add_headers(document)
    add_discriminators(document)
    add_states(document)
    add_domains(document, value.pop("x-domains", {}))
    add_scopes(document)
    add_sources(document)
    for _, schema in document.components("schemas"):
        schema.value.pop("x-scope-names", None)
        schema.value.pop("x-states", None)
    drop_unused(value)


def by_hand(pointer: str, found: str, origin: str) -> DocumentError:
    """Return the error for a fact that the source states although it follows from another one."""
    return DocumentError(f"{pointer}: {found} stands here by hand; leave it out, since it follows from {origin}")


def add(node: Node, origin: str, **facts: Any) -> None:
    """Add keys to a node; none of them may be there yet."""
    for key in node.value.keys() & facts:
        raise by_hand(node.pointer, key, origin)
    node.value.update(facts)


def flatten_schemas(document: Document) -> None:
    """Merge each schema with the one in its ``allOf``, and cut its ``enum`` to the values since ``x-since``."""
    for _, schema in document.components("schemas"):
        if "allOf" not in schema.value:
            if is_error(schema.value) and codes_of(schema.value):
                raise by_hand(schema.pointer, "an error in full", "its code and `allOf` the schema Error")
            continue
        [base] = schema.value.pop("allOf")
        merged = _merge(document.resolve(Node("", base)).value, schema.value)
        since = merged.pop("x-since", None)
        if since:
            merged["enum"] = merged["enum"][merged["enum"].index(since) :]
        schema.value.clear()
        schema.value.update(merged)


def _merge(base: Any, own: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(own, dict) or "$ref" in own:
        return own
    return {**deepcopy(base), **{key: _merge(base.get(key), value) for key, value in own.items()}}


def name_examples(document: Document) -> None:
    """Make each example of a body a component with its name; an example of a request ends in ``-request``."""
    examples = document.value["components"].setdefault("examples", {})
    requests = [body for operation in document.operations() if (body := operation.node.get("requestBody"))]
    holders = [("-request", body) for body in requests]
    holders += [("", response) for _, response in document.components("responses")]
    for suffix, holder in holders:
        for _, content in holder.children("content"):
            for key, example in content.children("examples"):
                if examples.setdefault(key + suffix, example.value) != example.value:
                    raise DocumentError(f"{example.pointer}: another example has the name {key + suffix}")
                content.value["examples"][key] = {"$ref": f"#/components/examples/{key}{suffix}"}


def add_parameter_examples(document: Document) -> None:
    """Give each operation its own examples of a parameter, with the summaries of the bodies that they belong to."""
    components = document.value["components"]
    for operation in document.operations():
        for _, node in operation.node.children("parameters"):
            parameter = document.resolve(node)
            examples = parameter.value.get("examples", {})
            own = {key: example for key, example in examples.items() if key.partition("-")[0] == operation.id}
            for key, example in own.items():
                body = components["examples"].get(key, components["examples"].get(f"{key}-request", {}))
                example.update({"summary": body["summary"]} if "summary" in body else {})
            if own.keys() != examples.keys():
                suffix = re.sub("(?:^|_)([a-z])", lambda found: found[1].upper(), operation.id)
                copy = {**deepcopy(parameter.value), "examples": own}
                _drop_inferred(copy)
                components["parameters"][f"{parameter.name}Of{suffix}"] = copy
                node.value["$ref"] = f"#/components/parameters/{parameter.name}Of{suffix}"


def _drop_inferred(parameter: dict[str, Any]) -> None:
    """Remove the examples of other operations from the parts that no source gives."""
    source = parameter.get("x-source", [])
    for citation in source if isinstance(source, list) else [source]:
        parts = citation.pop("inferred", [])
        kept = [part for part in parts if part.removeprefix("examples.") in parameter["examples"]]
        citation.update({"inferred": kept} if kept else {})


def add_responses(document: Document, shared: dict[str, Any]) -> None:
    """Add the responses of ``x-responses`` to every operation that takes an access token, merged with its own ones."""
    for operation in document.operations():
        if operation.node.value.get("security") == []:
            continue
        own = operation.node.value["responses"]
        for status, reference in shared.items():
            if own.get(status) == reference:
                raise by_hand(operation.node.pointer, f"the shared response {status}", "x-responses")
            if own.setdefault(status, reference) != reference:
                for media_type, content in document.resolve(Node("", reference)).children("content"):
                    _add_errors(document, document.resolve(Node("", own[status])), media_type, content)
        operation.node.value["responses"] = dict(sorted(own.items()))


def _add_errors(document: Document, response: Node, media_type: str, shared: Node) -> None:
    """Add the errors of a shared response, each with its example unless the response has an example of its own."""
    content = response["content"][media_type]
    schema, examples = content["schema"].value, content.value["examples"]
    branches = list(schema.get("oneOf", [schema]))
    shown = [error["code"] for _, node in document.examples(content) for error in errors_in(node["value"].value)]
    for branch in shared["schema"].value.get("oneOf", [shared["schema"].value]):
        [code] = codes_of(document.resolve(Node("", branch)).value)
        if branch not in branches:
            branches.append(branch)
        elif code not in shown:
            raise by_hand(content.pointer, f"{code} without an example of its own", "x-responses")
    for key, example in shared.children("examples"):
        if document.resolve(example)["value"]["code"].value not in shown:
            examples[key] = example.value
    if len(branches) > 1:
        content.value["schema"] = {**{key: schema[key] for key in schema if key != "$ref"}, "oneOf": branches}


def add_headers(document: Document) -> None:
    """Add to each response the headers of its kinds in ``x-headers``; those of its own are of the last kind."""
    kinds = document.value.get("x-headers", {})
    operations = [operation for operation in document.operations() if operation.node.value.get("security") != []]
    responses = {node.pointer: node for operation in operations for node in document.responses(operation).values()}
    for response in responses.values() if kinds else ():
        schemas = [content["schema"] for _, content in response.children("content")]
        codes: list[str | None] = [error.code for schema in schemas for error in error_schemas(document, schema)]
        headers: dict[str, Any] = {}
        for kind in {kind_of_response(kinds, code) for code in codes or [None]}:
            headers |= kinds[kind]["headers"] | kinds[kind].get("optional", {})
        own = response.value.get("headers", {})
        for name in own.keys() & headers.keys():
            raise by_hand(response.pointer, f"the header {name}", "x-headers")
        response.value["headers"] = dict(sorted({**headers, **own}.items(), key=lambda header: header[0].lower()))


def kind_of_response(kinds: dict[str, Any], code: str | None) -> str:
    """Return the kind in ``x-headers`` of a response with this error code, ``None`` for a success."""
    return next(kind for kind, described in kinds.items() if code in described.get("codes", [code]))


def add_discriminators(document: Document) -> None:
    """Add a discriminator wherever each alternative has a code of its own."""
    for schema in list(document.schemas()):
        if "discriminator" in schema.value:
            raise by_hand(schema.pointer, "a discriminator", "the codes")
        mapping = {}
        for _, branch in schema.children("oneOf"):
            code = document.resolve(branch).value.get("properties", {}).get("code", {})
            mapping[code.get("const")] = branch.value.get("$ref")
        if None not in mapping and 0 < len(mapping) == len(schema.value["oneOf"]):
            schema.value["discriminator"] = {"propertyName": "code", "mapping": mapping}


def add_states(document: Document) -> None:
    """Add its states to each ``x-waiter``; a state that ends no job is pending."""
    for _, response in document.components("responses"):
        waiter = response.get("x-waiter")
        for _, content in response.children("content") if waiter else ():
            _, _, pointer = response.value["x-waiter"]["state"].partition("#")
            [schema] = schemas_at(document, content["schema"], pointer)
            final = schema.value["x-states"]
            ended = {state for states in final.values() for state in states}
            pending = [state for state in schema.value["enum"] if state not in ended]
            add(response["x-waiter"], "the schema of the state", pending=pending, **final)


def add_domains(document: Document, domains: dict[str, Any]) -> None:
    """Add the domains of every data center, and of every environment of it, to the variables of servers."""
    for holder in (document.root, *(operation.node for operation in document.operations())):
        for _, server in holder.children("servers"):
            for name, variable in server.children("variables"):
                values = [
                    center[name].replace("{environment}", environment)
                    for environment in domains.get("environments", [])
                    for center in domains["data_centers"]
                    if name in center
                ]
                if values:
                    add(variable, "x-domains", enum=list(dict.fromkeys(values)))


def add_sources(document: Document) -> None:
    """Add to each source in ``x-sources`` the keys of its kind, which its id starts with, and its address."""
    registry = document.value.get("x-sources", {"kinds": {}, "sources": {}})
    described = {}
    for name, own in registry["sources"].items():
        kind = name.partition(".")[0]
        if kind not in registry["kinds"]:
            expected = ", ".join(registry["kinds"])
            raise DocumentError(f"sources.yaml: {name}: expected an id that starts with a kind: {expected}")
        source = {"kind": kind, **registry["kinds"][kind], **own}
        del source["label"]
        template, path = source.pop("url", None), source.pop("path", None)
        if path:
            source["url"] = template.format(path=path, **source)
        described[name] = source
    if described:
        document.value["x-sources"] = described


def add_scopes(document: Document) -> None:
    """Replace ``{module}`` in scopes by the name of each module, in ``security`` and in the lists of scopes."""
    described: dict[str, dict[str, str]] = {}
    for operation in document.operations():
        node = operation.node.get("x-module-scope")
        if node is None:
            continue
        modules, is_open = _modules(document, operation, node)
        names: dict[str, str] = {}
        for module in modules:
            for name in modules[module]:
                names.setdefault(name, module.replace("_", " "))
        if is_open:
            names[OTHER_MODULES] = "custom modules"
        security = operation.node.value["security"]
        forms = {scope: names for each in security for scopes in each.values() for scope in scopes if "{" in scope}
        described.update((form, {**described.get(form, {}), **names}) for form in forms)
        node.value.update(modules=modules)
        add(node, "security and the modules", scopes=list(forms), **({"other": [OTHER_MODULES]} if is_open else {}))
        expanded = [
            {scheme: [scope.replace("{module}", name) for scope in scopes] for scheme, scopes in each.items()}
            for per_module, group in _grouped(security)
            for name in (names if per_module else [""])
            for each in group
        ]
        if len({json.dumps(each) for each in expanded}) < len(expanded):
            raise by_hand(operation.node.pointer, "a scope of a module in security", "the scope with {module}")
        operation.node.value["security"] = expanded
    for _, scheme in document.components("securitySchemes"):
        for _, flow in scheme.children("flows"):
            flow.value["scopes"] = _describe(flow.value["scopes"], described)


def _modules(document: Document, operation: Operation, node: Node) -> tuple[dict[str, list[str]], bool]:
    """Return the names that scopes have for each module, and whether there may be other modules."""
    parameters = {node.value["name"]: node for node in document.parameters(operation)}
    parameter = parameters.get(node["parameter"].value)
    if parameter is None:  # a place in the body, which takes any module
        return {module: [_scope_name(module)] for module in node.value["modules"]}, True
    if "modules" in node.value:
        raise by_hand(node.pointer, "modules", f"the schema of the parameter {parameter.value['name']}")
    schema = document.resolve(parameter["schema"]).value
    names = schema.get("x-scope-names", {})
    return {module: names.get(module, [_scope_name(module)]) for module in known_modules(schema)}, "enum" not in schema


def known_modules(schema: dict[str, Any]) -> list[str]:
    """Return the modules that the schema of a module names: its values, or the examples of an open schema."""
    modules: list[str] = schema.get("enum", schema.get("examples", []))
    return modules


def _grouped(security: list[dict[str, list[str]]]) -> list[tuple[bool, list[dict[str, list[str]]]]]:
    """Group alternatives that follow each other by whether they have ``{module}``."""
    return [(key, list(group)) for key, group in groupby(security, lambda each: "{module}" in json.dumps(each))]


def _scope_name(module: str) -> str:
    return module.replace("_", "").lower()


def _describe(scopes: dict[str, str], described: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the scopes with those for each module; a description of its own wins over that with ``{module}``."""
    made = {
        form.replace("{module}", name): text.replace("{module}", module)
        for form, text in scopes.items()
        for name, module in described.get(form, {"{module}": "{module}"}).items()
    }
    return {**made, **{scope: text for scope, text in scopes.items() if scope in made}}


def drop_unused(value: dict[str, Any]) -> None:
    """Remove the components that only others were made of, and sort the rest."""
    for kind in ("parameters", "responses", "schemas"):
        components = value["components"].get(kind, {})
        text = json.dumps(value)
        while unused := [name for name in components if f'"#/components/{kind}/{name}"' not in text]:
            for name in unused:
                del components[name]
            text = json.dumps(value)
    value["components"] = {
        kind: dict(sorted(named.items())) for kind, named in sorted(value["components"].items()) if named
    }
