"""Bundling of the split document in ``openapi/`` into one document without references to files.

The file of a reference gives the kind of its component, so bundling is renaming:
``../schemas/mass_update.yaml#/MassUpdateJob`` becomes ``#/components/schemas/MassUpdateJob``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from document.derive import derive
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "schemas": "schemas",
    "errors.yaml": "schemas",
    "responses": "responses",
    "parameters.yaml": "parameters",
    "headers.yaml": "headers",
    "security.yaml": "securitySchemes",
}
"""The kind of component in each file or folder beside the entry. A path item has none: it replaces its reference."""

NO_PARTS = ("openapi.yaml", "sources.yaml", "accepted.yaml", "drift.yaml")
"""The files that nothing in the document refers to: its entry, and what is about it."""


# libyaml, where PyYAML has it, is five times as fast.
SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SafeDumper: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Loader(SafeLoader):  # type: ignore[misc,valid-type]  # the class is chosen at run time
    """Loader of YAML that rejects duplicate keys, which YAML forbids and PyYAML accepts."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise DocumentError(f"{node.start_mark.name}: the key {key!r} stands twice in one mapping")
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


class _Dumper(SafeDumper):  # type: ignore[misc,valid-type]  # the class is chosen at run time
    """Dumper of YAML without aliases and with multi-line text as a block."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # the base class has this name
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


def read_yaml(file: Path) -> Any:
    """Read a YAML file."""
    with file.open(encoding="utf-8") as stream:  # a stream has a name for error messages
        try:
            return yaml.load(stream, _Loader)  # noqa: S506  # it is a SafeLoader
        except yaml.YAMLError as error:
            raise DocumentError(f"{file}: this is not YAML: {error}") from error


class _Bundler:
    def __init__(self, entry: Path) -> None:
        self.root = entry.parent
        self.files: dict[Path, Any] = {}
        self.components: dict[str, dict[str, Any]] = {}
        self.origins: dict[tuple[str, str], Path] = {}
        self.used: set[tuple[Path, str]] = set()

    def load(self, file: Path) -> Any:
        if file not in self.files:
            if not file.is_file():
                raise DocumentError(f"{file}: a reference leads to this file, which does not exist")
            self.files[file] = read_yaml(file)
        return self.files[file]

    def kind(self, file: Path) -> str | None:
        first = file.relative_to(self.root).parts[0]
        if first == "paths":
            return None
        if first not in KINDS:
            raise DocumentError(f"{file}: there is no kind of component for this file; there is for {', '.join(KINDS)}")
        return KINDS[first]

    def follow(self, ref: str, file: Path) -> tuple[Path, str]:
        """Return the file and the name that a reference in ``file`` leads to, and check that they exist."""
        path, _, pointer = ref.partition("#/")
        target = (file.parent / path).resolve() if path else file
        if not pointer or "/" in pointer or not target.is_relative_to(self.root):
            raise DocumentError(f"{file}: the reference {ref!r} should be file.yaml#/Name, inside {self.root}")
        if pointer not in self.load(target):
            raise DocumentError(f"{file}: the reference {ref!r} leads to a name that {target} does not have")
        self.used.add((target, pointer))
        return target, pointer

    def component(self, ref: str, file: Path) -> str:
        """Add the target of a reference to the components, and return the reference to it there."""
        target, name = self.follow(ref, file)
        kind = self.kind(target)
        if kind is None:
            raise DocumentError(f"{file}: the reference {ref!r} leads to a path item from outside the entry")
        origin = self.origins.setdefault((kind, name), target)
        if origin != target:
            raise DocumentError(f"{name}: both {origin} and {target} have a component of this name")
        of_kind = self.components.setdefault(kind, {})
        if name not in of_kind:
            of_kind[name] = None  # reserved before descending, since schemas may refer to themselves
            of_kind[name] = self.rewrite(self.load(target)[name], target)
        return f"#/components/{kind}/{name}"

    def rewrite(self, node: Any, file: Path) -> Any:
        """Return a copy of ``node``, read from ``file``, with internal references only."""
        if isinstance(node, list):
            return [self.rewrite(item, file) for item in node]
        if not isinstance(node, dict):
            return node
        copy = {key: self.rewrite(value, file) for key, value in node.items()}
        if isinstance(node.get("$ref"), str):
            copy["$ref"] = self.component(node["$ref"], file)
        return copy

    def check_all_used(self) -> None:
        for file in sorted(self.root.glob("**/*.yaml")):
            if self.root / "dist" in file.parents or file.name in NO_PARTS:
                continue
            for name in self.load(file):
                if (file, name) not in self.used:
                    raise DocumentError(f"{file}: nothing refers to {name}")


def bundle(entry: Path) -> dict[str, Any]:
    """Bundle the document whose entry is the file ``entry``, with components sorted by name and internal references."""
    entry = entry.resolve()
    bundler = _Bundler(entry)
    source = bundler.load(entry)
    document = {key: bundler.rewrite(source[key], entry) for key in source if key not in ("paths", "components")}
    document["paths"] = {}
    for path, item in source["paths"].items():
        target, name = bundler.follow(item["$ref"], entry)
        document["paths"][path] = bundler.rewrite(bundler.load(target)[name], target)
    for scheme, reference in source["components"]["securitySchemes"].items():
        if bundler.component(reference["$ref"], entry) != f"#/components/securitySchemes/{scheme}":
            raise DocumentError(f"{entry}: the security scheme {scheme} refers to one of another name")
    bundler.check_all_used()
    document["components"] = bundler.components
    if (registry := entry.with_name("sources.yaml")).is_file():
        document["x-sources"] = bundler.load(registry)
    derive(document)
    return document


def to_yaml(document: dict[str, Any]) -> str:
    """Return the document as deterministic YAML."""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


def to_json(document: dict[str, Any]) -> str:
    """Return the document as deterministic JSON."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
