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
from openapi_python_client import strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from .bundle import bundle, to_json, to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser.properties import ModelProperty
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEMPLATES = HERE / "templates"
RUNTIME = HERE / "runtime"
PACKAGE = "zoho_crm_jobs"


class GenerateError(Exception):
    """The document cannot be made into a client; the message says why."""


def build(root: Path, output: Path) -> None:
    """Makes all artefacts from the document in ``root``, the same bytes for the same document.

    Args:
        root: A project with ``openapi/openapi.yaml`` and ``pyproject.toml``.
        output: Where ``openapi/dist`` and ``generated`` are written, an empty directory.

    Raises:
        BundleError: The document cannot be bundled.
        GenerateError: The generator warns, or the document has something that the templates cannot express.
    """
    document = bundle(root / "openapi" / "openapi.yaml")
    as_json = to_json(document)
    dist = output / "openapi" / "dist"
    dist.mkdir(parents=True)
    banner = "# Made from openapi/openapi.yaml by scripts/generate. Do not edit.\n"
    (dist / "zoho-crm-jobs.yaml").write_text(banner + to_yaml(document), "utf-8")
    (dist / "zoho-crm-jobs.json").write_text(as_json, "utf-8")
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    package = output / "generated" / PACKAGE
    package.parent.mkdir()
    generate(document, package, version=version, digest=hashlib.sha256(as_json.encode()).hexdigest())
    (package / "openapi.json").write_text(as_json, "utf-8")


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
        codes={error["model"]: error["code"] for error in facts.errors},
        data_centers=list(dict.fromkeys(center for center, _ in facts.api_domains)),
        document={**document["info"], "digest": digest},
        environments=list(dict.fromkeys(environment for _, environment in facts.api_domains)),
        errors=facts.errors,
        in_document_order=in_document_order,
        operations={str(operation["id"]): operation for operation in facts.operations()},
        package_version=version,
        tag_descriptions={tag["name"]: tag["description"] for tag in document["tags"]},
        unsupported=unsupported,
    )
    with contextlib.redirect_stdout(io.StringIO()):
        warnings = project.build()
    if warnings:
        raise GenerateError("\n".join(f"{warning.header}: {warning.detail}" for warning in warnings))
    (package / "_document.py").write_text(project.env.get_template("_document.py.jinja").render(), "utf-8")
    for file in package.rglob("*.py"):
        prepend(file, "# Made from openapi/openapi.yaml by scripts/generate. Do not edit.")
    for file in sorted(RUNTIME.glob("*.py")):
        shutil.copy(file, package)
        prepend(
            package / file.name, f"# Copied from scripts/codegen/runtime/{file.name} by scripts/generate. Do not edit."
        )
    (package / "py.typed").touch()
    tidy(package)


class DocumentFacts:
    """What the templates need to know of the document and the generator does not hand to them."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.schemas: dict[str, Any] = document["components"]["schemas"]

    @property
    def api_domains(self) -> dict[tuple[str, str], str]:
        """The api domain of each data center and environment, from the server's variable."""
        domains = {}
        for domain in self.document["servers"][0]["variables"]["api_domain"]["enum"]:
            environment, _, country = domain.replace("www.", "production.", 1).partition(".zohoapis.")
            data_center = country.removeprefix("com.").replace("com", "us")
            domains[data_center, environment] = domain
        return domains

    @property
    def api_versions(self) -> list[str]:
        """Every version that some operation has, oldest first."""
        versions = {version for operation in self.operations() for version in operation["versions"]}
        return sorted(versions, key=lambda version: float(version[1:]))

    @property
    def errors(self) -> list[dict[str, str]]:
        """The error codes, with the names that the client has for their models and exceptions."""
        errors = []
        for name, schema in sorted(self.schemas.items()):
            for code in codes_in(schema):
                details = schema["properties"]["details"]["$ref"].rpartition("/")[2]
                errors.append(
                    {
                        "code": code,
                        "description": schema["description"],
                        "details": class_name(details),
                        "exception": exception_name(name),
                        "model": class_name(name),
                    }
                )
        return errors

    def operations(self) -> Iterator[dict[str, Any]]:
        """The operations, with what each of their answers means."""
        exceptions = {error["code"]: error for error in self.errors}
        for path, item in self.document["paths"].items():
            for operation in item.values():
                facts = self.operation(path, operation)
                facts["raises"] = [("JobNotFound", "There is no such job.")] if facts["absent"] else []
                for status, failure in facts["failures"].items():
                    for code in failure["codes"]:
                        error = exceptions[code]
                        facts["raises"].append((error["exception"], f"{status}. {error['description']}"))
                yield facts

    def operation(self, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        """Returns what the document says of one operation."""
        parameters = [self.resolve(parameter) for parameter in operation["parameters"]]
        responses = {int(status): self.resolve(response) for status, response in operation["responses"].items()}
        waiters = [response["x-waiter"] for response in responses.values() if "x-waiter" in response]
        absent = [entry for waiter in waiters for entry in waiter["absent"]]
        versions = [
            self.resolve(parameter["schema"])["enum"] for parameter in parameters if parameter["name"] == "version"
        ]
        facts: dict[str, Any] = {
            "id": operation["operationId"],
            "path": path,
            "summary": operation["summary"],
            "description": operation["description"],
            "source": f"Source: {operation['x-source']}.",
            "parameters": {parameter["name"]: parameter["description"] for parameter in parameters},
            "body": operation.get("requestBody", {}).get("description"),
            "checked_versions": versions[0] if versions else [],
            "versions": versions[0] if versions else [path.split("/")[2]],
            "success": {},
            "failures": {},
            "absent": [entry["status"] for entry in absent if "code" not in entry],
        }
        for status, response in responses.items():
            if "content" not in response:
                if status not in facts["absent"]:
                    raise GenerateError(f"{facts['id']}: {status}: no content, and no x-waiter says what that means")
                continue
            reference = response["content"]["application/json"]["schema"]
            schema = self.resolve(reference)
            in_data = self.codes(schema.get("properties", {}).get("data", {}).get("items", {}))
            codes = self.codes(schema) or in_data
            if not codes:
                facts["success"][status] = response["description"]
                continue
            name = reference["$ref"].rpartition("/")[2] if in_data else None
            facts["failures"][status] = {
                "codes": codes,
                "empty": next((e["code"] for e in absent if e["status"] == status and e.get("empty_body")), None),
                "model": name and class_name(name),
                "module": name and strings.snake_case(class_name(name)),
            }
        return facts

    def codes(self, schema: dict[str, Any]) -> list[str]:
        """Returns the codes of a schema that is an error or a choice of errors."""
        branches = [self.resolve(branch) for branch in schema.get("oneOf", [schema])]
        return [code for branch in branches for code in codes_in(branch)]

    def resolve(self, node: dict[str, Any]) -> Any:
        """Returns what a node is, or refers to."""
        target: Any = node
        if "$ref" in node:
            target = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
        return target


def codes_in(schema: dict[str, Any]) -> list[str]:
    """Returns the code of a schema that is an error, in a list, which is empty for any other schema."""
    code = schema.get("properties", {}).get("code", {}).get("const")
    return [code] if code else []


def class_name(schema_name: str) -> str:
    """Returns the generator's name for the class of a schema."""
    return str(strings.ClassName(schema_name, "field_"))


def exception_name(schema_name: str) -> str:
    """Returns the name of the exception that carries the error of a schema."""
    return class_name(schema_name).removesuffix("Error") + "Error"


def in_document_order(model: ModelProperty) -> list[PropertyProtocol]:
    """Returns the properties of a model as the document lists them; the generator puts required ones first."""
    properties = [*(model.required_properties or []), *(model.optional_properties or [])]
    names = list(model.data.properties or {})
    return sorted(properties, key=lambda prop: names.index(prop.name))


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
