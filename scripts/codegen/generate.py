"""Makes everything that is made from the document: ``openapi/dist/`` and ``generated/zoho_crm_jobs/``."""

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
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from codegen.context import DocumentFacts, GenerateError, link_code, reply_code, waiter_code

if TYPE_CHECKING:
    from openapi_python_client.parser.properties import ModelProperty
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEMPLATES = HERE / "templates"
RUNTIME = HERE / "runtime"
PACKAGE = "zoho_crm_jobs"


def build(root: Path, output: Path) -> None:
    """Makes all artefacts from the document in ``root``, the same bytes for the same document.

    Args:
        root: A project with ``openapi/openapi.yaml`` and ``pyproject.toml``.
        output: Where ``openapi/dist`` and ``generated`` are written, an empty directory.

    Raises:
        DocumentError: The document cannot be bundled or converted.
        GenerateError: The generator warns, or the document has something that the templates cannot express.
    """
    document = bundle(root / "openapi" / "openapi.yaml")
    flows = workflows(root / "openapi", "zoho-crm-jobs.yaml")
    as_json = to_json(document)
    dist = output / "openapi" / "dist"
    dist.mkdir(parents=True)
    for name, text in forms(document).items():
        (dist / name).write_text(text, "utf-8")
    banner = f"# Made from openapi/{WORKFLOWS} by scripts/generate. Do not edit.\n"
    (dist / WORKFLOWS).write_text(banner + to_yaml(flows), "utf-8")
    page = reference(document, read_errata(root / "openapi" / "DECISIONS.md"))
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    package = output / "generated" / PACKAGE
    package.parent.mkdir()
    generate(document, package, version=version, digest=hashlib.sha256(as_json.encode()).hexdigest())
    (package / "openapi.json").write_text(as_json, "utf-8")
    (package / "reference.html").write_text(page, "utf-8")


def generate(document: dict[str, Any], package: Path, *, version: str, digest: str) -> None:
    """Makes the client.

    Args:
        document: The bundled document.
        package: Where the package is written; its parent exists.
        version: The version of the package.
        digest: The digest of the document.

    Raises:
        GenerateError: The generator warns, or the document has something that the templates cannot express.
    """
    facts = DocumentFacts(document)
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
        raise GenerateError(f"{data.header}: {data.detail}")
    project = generator.Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    project.env.globals.update(
        api_domains=facts.api_domains,
        api_versions=facts.api_versions,
        codes=facts.codes,
        domains=facts.domains,
        data_centers=list(dict.fromkeys(center for center, _ in facts.api_domains)),
        document={**document["info"], "digest": digest},
        environments=list(dict.fromkeys(environment for _, environment in facts.api_domains)),
        errors=facts.errors,
        in_document_order=in_document_order,
        is_secret=is_secret,
        operations={str(operation["id"]): operation for operation in facts.operations()},
        package_version=version,
        link_code=link_code,
        reply_code=reply_code,
        tag_descriptions={tag["name"]: tag["description"] for tag in document["tags"]},
        unsupported=unsupported,
        waiter_code=waiter_code,
    )
    with contextlib.redirect_stdout(io.StringIO()):
        warnings = project.build()
    if warnings:
        raise GenerateError("\n".join(f"{warning.header}: {warning.detail}" for warning in warnings))
    for stock in ("client.py", "types.py"):
        (package / stock).unlink()  # runtime/ has its own
    (package / "_document.py").write_text(project.env.get_template("_document.py.jinja").render(), "utf-8")
    (package / "README.md").write_text(project.env.get_template("index.md.jinja").render().rstrip() + "\n", "utf-8")
    (package / "__main__.py").write_text(project.env.get_template("main.py.jinja").render() + "\n", "utf-8")
    for file in package.rglob("*.py"):
        prepend(file, "# Made from openapi/openapi.yaml by scripts/generate. Do not edit.")
    tidy(package)
    shutil.copytree(RUNTIME, package / "runtime", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "py.typed").touch()


def in_document_order(model: ModelProperty) -> list[PropertyProtocol]:
    """Returns the properties of a model as the document lists them; the generator puts required ones first."""
    properties = [*(model.required_properties or []), *(model.optional_properties or [])]
    names = list(model.data.properties or {})
    return sorted(properties, key=lambda prop: names.index(prop.name))


def is_secret(model: ModelProperty, prop: PropertyProtocol) -> bool:
    """Returns whether a property of a model is one that must not be shown: the document calls its format a password."""
    schema = (model.data.properties or {}).get(prop.name)
    return getattr(schema, "schema_format", None) == "password"


def unsupported(prop: PropertyProtocol) -> None:
    """Refuses a property that the templates have no decoder for."""
    raise GenerateError(f"{prop.python_name}: the templates cannot read a {type(prop).__name__}")


def prepend(file: Path, line: str) -> None:
    """Puts a line on top of a file."""
    file.write_text(f"{line}\n{file.read_text('utf-8')}", "utf-8")


def tidy(package: Path) -> None:
    """Sorts and prunes the imports of the generated files, and formats them."""
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--no-cache", "--quiet", str(package)]
    rules = "--select=F401,I,PYI016,RUF100,TC,UP"
    for command in (["check", "--fix", rules, "--unsafe-fixes", "--target-version=py311"], ["format"]):
        done = subprocess.run(  # noqa: S603  (our own command)
            [*ruff, *command, "--line-length=120", *options], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise GenerateError(done.stdout + done.stderr)


def differences(expected: Path, actual: Path) -> list[str]:
    """Compares two directories, byte for byte.

    Args:
        expected: The directory as it should be.
        actual: The directory as it is.

    Returns:
        A line for each file that differs, is missing or is too many, caches left out.
    """
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


MADE = ("openapi/dist", f"generated/{PACKAGE}")
"""What is made from the document, below the project's root."""


def check(root: Path) -> list[str]:
    """Makes everything anew, elsewhere, and compares it with what is there.

    Args:
        root: The project.

    Returns:
        A line for each difference.
    """
    with tempfile.TemporaryDirectory() as temporary:
        build(root, Path(temporary))
        return [f"{place}/{line}" for place in MADE for line in differences(Path(temporary) / place, root / place)]


def replace(root: Path) -> list[str]:
    """Makes everything anew, in the place of what is there. If that fails, what is there stays as it is.

    Args:
        root: The project.

    Returns:
        A line for each file that changed.
    """
    with tempfile.TemporaryDirectory() as temporary:
        build(root, Path(temporary))
        changed = []
        for place in MADE:
            changed += [f"{place}/{line}" for line in differences(Path(temporary) / place, root / place)]
            shutil.rmtree(root / place, ignore_errors=True)
            shutil.copytree(Path(temporary) / place, root / place)
    return changed
