"""What is published: the wheel, which is installed, and the source distribution, from which it can be made."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT
from zoho_crm_jobs import _document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, just built."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


def test_the_wheel_has_the_document(built: Path) -> None:
    """The package's data is the bundle that it was made from, and the marks that it is typed."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        document = archive.read("zoho_crm_jobs/openapi.json")

    assert hashlib.sha256(document).hexdigest() == _document.DOCUMENT_SHA256
    assert {"zoho_crm_jobs/py.typed", "zoho_crm_sandbox/py.typed"} <= names
    assert [name for name in names if name.endswith((".yaml", ".json"))] == ["zoho_crm_jobs/openapi.json"]


def test_the_wheel_has_the_two_packages_alone(built: Path) -> None:
    """Neither the generator nor the rules nor the tests are installed."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"zoho_crm_jobs", "zoho_crm_sandbox"}


def test_the_source_distribution_has_every_form_of_the_document(built: Path) -> None:
    """Who takes the source has the forms for other teams as well."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}

    assert {f"openapi/dist/{file.name}" for file in (ROOT / "openapi/dist").iterdir()} <= names
    assert "openapi/openapi.yaml" in names


def test_one_version() -> None:
    """The document and the package are released together."""
    assert _document.DOCUMENT_VERSION == _document.PACKAGE_VERSION
