"""The published package: its names, its documentation, and the wheel and source distribution."""

from __future__ import annotations

import ast
import builtins
import hashlib
import importlib
import pydoc
import re
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import zoho_crm_jobs
from codegen.generate import PACKAGE, ROOT
from codegen.names import method_name
from zoho_crm_jobs import _document, api, errors, models

if TYPE_CHECKING:
    from pathlib import Path

MODULES = [file for file in (ROOT / "generated" / PACKAGE).rglob("*.py") if "runtime" not in file.parts]
"""The generated modules. The runtime is written by hand."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new wheel and source distribution."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


def test_the_wheel_has_the_document(built: Path) -> None:
    """The package's data is the bundle that it was made from, and the marker files for types."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        document = archive.read("zoho_crm_jobs/openapi.json")

    assert hashlib.sha256(document).hexdigest() == _document.DOCUMENT_SHA256
    assert {"zoho_crm_jobs/py.typed", "zoho_crm_sandbox/py.typed"} <= names
    assert [name for name in names if name.endswith((".yaml", ".json"))] == ["zoho_crm_jobs/openapi.json"]


def test_the_wheel_has_the_two_packages_alone(built: Path) -> None:
    """The generator, the lint rules and the tests are not installed."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"zoho_crm_jobs", "zoho_crm_sandbox"}


def test_the_source_distribution_has_every_form_of_the_document(built: Path) -> None:
    """The source distribution also serves users of other languages."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}

    assert {f"openapi/dist/{file.name}" for file in (ROOT / "openapi/dist").iterdir()} <= names
    assert "openapi/openapi.yaml" in names


def test_one_version() -> None:
    """The document and the package are released together."""
    assert _document.DOCUMENT_VERSION == _document.PACKAGE_VERSION == zoho_crm_jobs.__version__


@pytest.mark.parametrize("package", [zoho_crm_jobs, api, api.mass_update, errors, models])
def test_names(package: Any) -> None:
    """A package lists its names, none of which hides a builtin or spells OAuth in another way."""
    names = package.__all__
    assert sorted(set(names)) == sorted(names)
    assert set(names) <= set(dir(package))
    assert set(names) & set(dir(builtins)) == set()
    assert [name for name in names if "oauth" in name.lower() and name != "oauth" and "OAuth" not in name] == []


def test_every_operation_is_listed() -> None:
    """Each operation can be reached from ``api``, by attributes alone."""
    found = {name: f".api.{system}.{name}" for system in dir(api) for name in dir(getattr(api, system))}
    assert found == _document.OPERATIONS
    for name in found:
        assert name in pydoc.getdoc(api)


def test_help_shows_what_a_user_needs() -> None:
    """``help(zoho_crm_jobs)`` has an example, the public names and the version."""
    page = pydoc.plain(pydoc.render_doc(zoho_crm_jobs))
    for text in ("crm.mass_update.schedule(", "class RefreshToken(", "class Client(", "watch(", "VERSION"):
        assert text in page


def test_platform_errors_are_those_of_every_operation() -> None:
    """Each operation with an access token documents them, so no operation repeats them."""
    names = [error.__name__ for error in errors.PLATFORM]
    assert len(names) == 14
    for name, module in _document.OPERATIONS.items():
        _, _, tag, _ = module.split(".")
        resource = getattr(
            importlib.import_module(f".resources.{tag}", PACKAGE), "".join(map(str.title, tag.split("_")))
        )
        text = getattr(resource, method_name(name, tag)).__doc__
        assert ("``errors.PLATFORM``" in text) == (name not in ("create_token", "revoke_token"))
        assert [name for name in names if f" {name}: " in text] == []


def defects(docstring: str) -> list[str]:
    """Return the faults in the blank lines of a Google-style docstring."""
    found = ["two blank lines"] * ("\n\n\n" in docstring)
    for section in re.findall(r"^(?:Args|Attributes|Raises|Returns):\n(?:(?:[ ].*)?\n)*", docstring, re.MULTILINE):
        found += ["a blank line in a section"] * (re.search(r"\n\n+[ ]", section) is not None)
        found += ["a blank line on top of a section"] * (re.search(r":\n\n", section) is not None)
    return found


@pytest.mark.parametrize(
    ("docstring", "fault"),
    [
        ("One.\n\n\nTwo.", "two blank lines"),
        ("One.\n\nArgs:\n    a: A.\n\n    b: B.\n\nReturns:\n    C.\n", "a blank line in a section"),
        ("One.\n\nRaises:\n\n    KeyError: A.\n", "a blank line on top of a section"),
    ],
)
def test_a_wrong_blank_line_is_found(docstring: str, fault: str) -> None:
    """The test of all docstrings can fail."""
    assert fault in defects(docstring)


def test_blank_lines_in_docstrings() -> None:
    """Parsers of Google-style docstrings end a section at a blank line."""
    count = 0
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                docstring = ast.get_docstring(node) or ""
                assert defects(f"{docstring}\n") == [], f"{file}: {getattr(node, 'name', 'the module')}"
                count += bool(docstring)
    assert count > 500


def test_one_full_docstring_an_operation() -> None:
    """The functions that do the same in another way point to the one that explains it."""
    for module in _document.OPERATIONS.values():
        for name, function in vars(importlib.import_module(module, PACKAGE)).items():
            if name in ("sync_detailed", "asyncio", "asyncio_detailed", "start_asyncio", "wait_asyncio"):
                assert re.fullmatch(r"Like ``\w+``, .*\.", function.__doc__)
