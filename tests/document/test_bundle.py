"""Bundling: what comes out, and what is refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from codegen.generate import ROOT
from document.bundle import bundle, to_json, to_yaml
from document.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """\
openapi: 3.1.1
info: {title: A, version: 1.0.0, description: "two\\nlines"}
paths:
  /a: {$ref: paths/a.yaml#/a}
components:
  securitySchemes:
    Key: {$ref: security.yaml#/Key}
"""
FILES = {
    "openapi.yaml": ENTRY,
    "security.yaml": "Key: {type: apiKey, in: header, name: key}\n",
    "paths/a.yaml": """\
a:
  get:
    responses:
      "200":
        description: fine
        content:
          application/json:
            schema:
              oneOf: [{$ref: ../schemas/a.yaml#/Tree}, {$ref: ../errors.yaml#/Wrong}]
""",
    "schemas/a.yaml": 'Tree: {type: array, items: {$ref: "#/Tree"}}\n',
    "errors.yaml": "Wrong: {type: object, properties: {code: {const: WRONG}}}\n",
}


def write(folder: Path, **changes: str) -> Path:
    """Write the small document above, with some of its files changed, and return its entry."""
    for name, content in {**FILES, **changes}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return folder / "openapi.yaml"


def test_references_become_internal(tmp_path: Path) -> None:
    """A reference to a file, or to the schema itself, becomes one to a component."""
    document = bundle(write(tmp_path))

    schema = document["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema["oneOf"] == [{"$ref": "#/components/schemas/Tree"}, {"$ref": "#/components/schemas/Wrong"}]
    assert document["components"]["schemas"]["Tree"]["items"] == {"$ref": "#/components/schemas/Tree"}
    assert list(document["components"]) == ["schemas", "securitySchemes"]


def test_yaml_and_json_say_the_same(tmp_path: Path) -> None:
    """Both forms of the bundle hold the same document, and multi-line text is a block in YAML."""
    document = bundle(write(tmp_path))

    assert yaml.safe_load(to_yaml(document)) == json.loads(to_json(document)) == document
    assert "description: |-\n" in to_yaml(document)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"paths/a.yaml": "a: {$ref: ../schemas/b.yaml#/Tree}\n"}, "b.yaml: a reference leads to this file"),
        ({"paths/a.yaml": "a: {$ref: ../schemas/a.yaml#/Bush}\n"}, "leads to a name that"),
        ({"paths/a.yaml": "a: {$ref: ../schemas/a.yaml}\n"}, "should be file.yaml#/Name"),
        ({"paths/a.yaml": "a: {$ref: ../schemas/a.yaml#/Tree/items}\n"}, "should be file.yaml#/Name"),
        ({"paths/a.yaml": "a: {$ref: ../../b.yaml#/Tree}\n"}, "should be file.yaml#/Name"),
        ({"paths/a.yaml": 'a: {b: {$ref: "#/a"}}\n'}, "leads to a path item"),
        (
            {"paths/a.yaml": "a: {$ref: ../things/a.yaml#/Tree}\n", "things/a.yaml": "Tree: {}\n"},
            "no kind of component",
        ),
        ({"schemas/a.yaml": "Tree: {$ref: b.yaml#/Tree}\n", "schemas/b.yaml": "Tree: {}\n"}, "both .* and .* have a"),
        ({"schemas/a.yaml": "Tree: {}\nBush: {}\n"}, "nothing refers to Bush"),
        ({"schemas/a.yaml": "Tree: {a: 1, a: 2}\n"}, "'a' stands twice"),
        ({"schemas/a.yaml": "Tree: {"}, "this is not YAML"),
        (
            {"security.yaml": "Door: {type: apiKey}\n", "openapi.yaml": ENTRY.replace("yaml#/Key", "yaml#/Door")},
            "one of another name",
        ),
    ],
)
def test_refused(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    """A document that cannot be bundled is refused with the file and the reason."""
    with pytest.raises(DocumentError, match=message):
        bundle(write(tmp_path, **changes))


def test_our_bundle_is_complete() -> None:
    """The bundle in dist has no reference to a file and no component that nothing refers to."""
    text = (ROOT / "openapi/dist/zoho-crm-jobs.json").read_text("utf-8")
    document = json.loads(text)

    references = set(re.findall(r'"(#/components/[^"]+)"', text))
    components = {f"#/components/{kind}/{name}" for kind, named in document["components"].items() for name in named}
    schemes = {f"#/components/securitySchemes/{name}" for name in document["components"]["securitySchemes"]}
    assert references == components - schemes
    assert not re.findall(r'"\$ref": "(?!#/components/)', text)
    assert all(set(requirement) == {"ZohoOAuth"} for requirement in document["security"])
    assert schemes == {"#/components/securitySchemes/ZohoOAuth"}


def test_registry_of_sources_is_part_of_the_bundle(tmp_path: Path) -> None:
    """The registry beside the document becomes ``x-sources``."""
    entry = write(tmp_path)
    kinds, source = "{page: {rank: 2, label: a page}}", "{page.one: {title: One}}"
    (tmp_path / "sources.yaml").write_text(f"kinds: {kinds}\nsources: {source}\n")

    assert bundle(entry)["x-sources"] == {"page.one": {"kind": "page", "rank": 2, "title": "One"}}
