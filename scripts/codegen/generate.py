"""Make everything that is made from the document: ``openapi/dist/`` and ``generated/zoho_crm_jobs/``."""

from __future__ import annotations

import contextlib
import hashlib
import io
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openapi_python_client as generator
from document.bundle import bundle, to_json, to_yaml
from document.dist.arazzo import WORKFLOWS, workflows
from document.dist.errata import read_errata
from document.dist.forms import forms
from document.dist.reference import reference
from document.model import DocumentError
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import AnyProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.union import UnionProperty

from codegen.context import RUNTIME, Context
from codegen.names import class_name
from codegen.python_code import code_of, decoder_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser.properties import ModelProperty
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(__file__).parent / "templates"
PACKAGE = "zoho_crm_jobs"
BANNER = "# Made from openapi/openapi.yaml by scripts/generate. Do not edit."
MADE = ("openapi/dist", f"generated/{PACKAGE}")
"""The machine-made directories, relative to the project's root."""


def build(root: Path, output: Path) -> None:
    """Make ``openapi/dist`` and ``generated`` of a project in an empty directory: the same bytes for the same document.

    Raises DocumentError if the document cannot be bundled, the generator warns, or the templates cannot express it.
    """
    document = bundle(root / "openapi" / "openapi.yaml")
    as_json = to_json(document)
    dist = output / "openapi" / "dist"
    dist.mkdir(parents=True)
    for name, text in forms(document).items():
        (dist / name).write_text(text, "utf-8")
    flows = workflows(document, "zoho-crm-jobs.yaml")
    (dist / WORKFLOWS).write_text(f"{BANNER}\n{to_yaml(flows)}", "utf-8")
    page = reference(document, read_errata(root / "openapi" / "DECISIONS.md"))
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    package = output / "generated" / PACKAGE
    package.parent.mkdir()
    generate(document, package, version=version, digest=hashlib.sha256(as_json.encode()).hexdigest())
    (package / "openapi.json").write_text(as_json, "utf-8")
    (package / "reference.html").write_text(page, "utf-8")


def generate(document: dict[str, Any], package: Path, *, version: str, digest: str) -> None:
    """Make the client from a bundled document. The parent of ``package`` must exist."""
    config = Config.from_sources(
        ConfigFile(post_hooks=[], package_name_override=PACKAGE),
        meta_type=MetaType.NONE,
        document_source=package,
        file_encoding="utf-8",
        overwrite=False,
        output_path=package,
    )
    data = GeneratorData.from_dict(document, config=config)
    if not isinstance(data, GeneratorData):
        raise DocumentError(f"{data.header}: {data.detail}")
    context = Context(document)
    project = generator.Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    project.env.globals.update(
        code_of=code_of,
        context=context,
        decoder_code=decoder_code,
        digest=digest,
        in_document_order=in_document_order,
        is_secret=is_secret,
        nullable_keys=nullable_keys,
        without_unset=without_unset,
        version=version,
    )
    with contextlib.redirect_stdout(io.StringIO()):
        warnings = project.build()
    if warnings:
        raise DocumentError("\n".join(f"{warning.header}: {warning.detail}" for warning in warnings))
    for stock in ("client.py", "types.py"):
        (package / stock).unlink()  # runtime/ has its own
    resources = package / "resources"
    resources.mkdir()
    (resources / "__init__.py").write_text('"""The operations as methods, by tag of the document."""\n', "utf-8")
    for name, template, values in pages(context):
        text = project.env.get_template(f"{template}.jinja").render(values).rstrip()
        (package / name).write_text(f"{text}\n", "utf-8")
    for file in package.rglob("*.py"):
        file.write_text(f"{BANNER}\n{file.read_text('utf-8')}", "utf-8")
    tidy(package)
    shutil.copytree(RUNTIME, package / "runtime", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "py.typed").touch()


def pages(context: Context) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the files that the generator does not make: name, template and values of each."""
    by_tag = {
        tag: [page for page in context.endpoints.values() if page.tag == tag]
        for tag in context.tags
        if any(page.tag == tag for page in context.endpoints.values())
    }
    yield "_document.py", "_document.py", {}
    yield "__main__.py", "main.py", {}
    yield "README.md", "index.md", {}
    yield "client.py", "client.py", {"tags": list(by_tag)}
    yield "params.py", "params.py", {}
    for tag, of_tag in by_tag.items():
        yield f"resources/{tag}.py", "resource.py", {"tag": tag, "class": class_name(tag), "pages": of_tag}


def in_document_order(model: ModelProperty) -> list[PropertyProtocol]:
    """Return the properties of a model in the order of the document; the generator puts required ones first."""
    properties = [*(model.required_properties or []), *(model.optional_properties or [])]
    names = list(model.data.properties or {})
    return sorted(properties, key=lambda prop: names.index(prop.name))


def nullable_keys(model: ModelProperty) -> dict[str, list[str]]:
    """Return the keys of a model that can be null, the required and the optional ones."""
    found: dict[str, list[str]] = {"required": [], "optional": []}
    for prop in in_document_order(model):
        members = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
        if any(isinstance(member, (NoneProperty, AnyProperty)) for member in members):
            found["required" if prop.required else "optional"].append(prop.name.get_untrusted_value())
    return found


def without_unset(code: str) -> str:
    """Return code of the generator, with ``None`` for a value that is missing."""
    if "Unset" in code:
        code = code.replace("None | ", "").replace(" | Unset", " | None")
    return code.replace("Any | None", "Any").replace("UNSET", "None")


def is_secret(model: ModelProperty, prop: PropertyProtocol) -> bool:
    """Return whether a property must not be shown: the document gives its format as password."""
    schema = (model.data.properties or {}).get(prop.name)
    return getattr(schema, "schema_format", None) == "password"


def tidy(package: Path) -> None:
    """Sort and prune the imports of the generated files, and format them."""
    rules = "--select=F401,I,PYI016,RUF100,TC,UP"
    for command in (["check", "--fix", rules, "--unsafe-fixes", "--target-version=py311"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--line-length=120", "--isolated", "--no-cache", "--quiet"]
        done = subprocess.run([*ruff, str(package)], capture_output=True, text=True, check=False)  # noqa: S603  (our own command)
        if done.returncode:
            raise DocumentError(done.stdout + done.stderr)


def differences(expected: Path, actual: Path) -> list[str]:
    """Return a line for each file that differs between two directories, byte for byte; caches are ignored."""
    names = {
        file.relative_to(top)
        for top in (expected, actual)
        for file in top.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    lines = []
    for name in sorted(names):
        if not (actual / name).is_file():
            lines.append(f"{name}: is missing")
        elif not (expected / name).is_file():
            lines.append(f"{name}: is not made from the document")
        elif (expected / name).read_bytes() != (actual / name).read_bytes():
            lines.append(f"{name}: differs from what the document makes")
    return lines


def check(root: Path) -> list[str]:
    """Build in a temporary directory and return a line for each difference from the project's files."""
    with tempfile.TemporaryDirectory() as temporary:
        build(root, Path(temporary))
        return [f"{place}/{line}" for place in MADE for line in differences(Path(temporary) / place, root / place)]


def replace(root: Path) -> list[str]:
    """Replace the project's machine-made files and return a line for each that changed. A failed build changes none."""
    with tempfile.TemporaryDirectory() as temporary:
        build(root, Path(temporary))
        changed = []
        for place in MADE:
            changed += [f"{place}/{line}" for line in differences(Path(temporary) / place, root / place)]
            shutil.rmtree(root / place, ignore_errors=True)
            shutil.copytree(Path(temporary) / place, root / place)
    return changed
