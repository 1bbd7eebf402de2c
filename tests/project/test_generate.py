"""Generation: the same bytes for the same document, and an error for everything that would be dropped."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from codegen import __main__ as command
from codegen import generate as generator
from codegen.context import RUNTIME, Context
from codegen.generate import BANNER, MADE, PACKAGE, ROOT, check, differences, generate, replace, tidy
from codegen.python_code import decoder_code
from document.bundle import bundle
from document.model import DocumentError
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from zoho_crm_jobs import _document

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = bundle(ROOT / "openapi/openapi.yaml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the document and of the files made from it, which the command works on."""
    shutil.copytree(ROOT / "openapi", tmp_path / "openapi")
    shutil.copytree(ROOT / "generated", tmp_path / "generated", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that the document makes, from nothing."""
    folder = tmp_path_factory.mktemp("made")
    generator.build(ROOT, folder)
    return folder


@pytest.fixture
def made_before(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy the files made before instead of making them again, which takes seconds."""
    monkeypatch.setattr(generator, "build", lambda _, output: shutil.copytree(made, output, dirs_exist_ok=True))


def test_regeneration_is_byte_identical(made: Path) -> None:
    """Building from nothing makes the bytes that are checked in."""
    for place in MADE:
        assert differences(made / place, ROOT / place) == []
        for file in (made / place).rglob("*"):
            assert file.is_dir() or file.read_bytes() == (ROOT / file.relative_to(made)).read_bytes()


@pytest.mark.usefixtures("made_before")
def test_check_finds_every_difference(project: Path) -> None:
    """An edited, a missing and an additional file are found, and replaced."""
    client = project / "generated" / PACKAGE
    (client / "errors.py").write_text("# mine\n")
    (client / "runtime/types.py").unlink()
    (client / "mine.py").touch()
    expected = [
        f"generated/{PACKAGE}/errors.py: differs from what the document makes",
        f"generated/{PACKAGE}/mine.py: is not made from the document",
        f"generated/{PACKAGE}/runtime/types.py: is missing",
    ]

    assert check(project) == expected
    assert replace(project) == expected
    assert check(project) == []


def test_check_finds_a_changed_document(project: Path) -> None:
    """The digest in the package follows the document."""
    parameters = project / "openapi/parameters.yaml"
    parameters.write_text(parameters.read_text("utf-8").replace("The id of the lead", "The id of a lead"), "utf-8")

    assert f"generated/{PACKAGE}/_document.py: differs from what the document makes" in check(project)


def test_every_file_names_its_origin() -> None:
    """Each generated Python file and the YAML bundle start with their origin; the runtime is copied as it is."""
    client = ROOT / "generated" / PACKAGE
    for file in client.rglob("*.py"):
        if client / "runtime" in file.parents:
            assert file.read_bytes() == (RUNTIME / file.relative_to(client / "runtime")).read_bytes()
        else:
            assert file.read_text("utf-8").startswith(f"{BANNER}\n")
    assert (ROOT / "openapi/dist/zoho-crm-jobs.yaml").read_text("utf-8").startswith("# Made from openapi/openapi.yaml")


def test_the_package_contains_its_document() -> None:
    """The bundle is package data, with the digest and version that the package records."""
    contained = (ROOT / "generated" / PACKAGE / "openapi.json").read_bytes()

    assert contained == (ROOT / "openapi/dist/zoho-crm-jobs.json").read_bytes()
    assert hashlib.sha256(contained).hexdigest() == _document.DOCUMENT_SHA256
    assert json.loads(contained)["info"]["version"] == _document.DOCUMENT_VERSION


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the document with another value at a path of keys, separated by spaces."""
    document = copy.deepcopy(DOCUMENT)
    *parents, last = path.split()
    node = document
    for key in parents:
        node = node[key]
    node[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("components schemas User", {"type": "array"}, "^WARNING parsing GET /crm/bulk/"),
        ("components schemas User", {"$ref": "https://example.com/user"}, "WARNING|Remote|not supported"),
        (
            "components schemas User properties name",
            {"type": "string", "format": "uuid"},
            "cannot decode a UuidProperty",
        ),
        ("paths", 5, "Failed to parse OpenAPI document"),
    ],
)
def test_nothing_is_dropped_in_silence(tmp_path: Path, path: str, value: Any, message: str) -> None:
    """A warning of the generator, and a property that the templates cannot express, is an error."""
    with pytest.raises(DocumentError, match=message):
        generate(changed(path, value), tmp_path / PACKAGE, version="0", digest="0")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            "components responses MassChangeOwnerStatusOK x-waiter absent",
            [],
            "The job does not exist.*: no content, and no x-waiter",
        ),
        (
            "components schemas DuplicateData x-error-kind",
            "other",
            "DuplicateData: x-error-kind of DUPLICATE_DATA: other",
        ),
        (
            "components schemas DuplicateData x-error-kind",
            {},
            "DUPLICATE_DATA: missing: expected one of authentication",
        ),
        (
            "components responses MassChangeOwnerScheduledAccepted links status parameters job_id",
            "$response.body#/id",
            "schedule_mass_change_owner: its links lead to the status of the job in different ways",
        ),
    ],
)
def test_what_the_client_cannot_express_is_an_error(path: str, value: Any, message: str) -> None:
    """The links and waiters of the document must agree, and every code needs a kind."""
    with pytest.raises(DocumentError, match=message):
        _ = Context(changed(path, value)).errors


def test_a_union_without_codes_tries_each_member() -> None:
    """Members that are not told apart by a code are tried in their order; null is told apart by itself."""
    plain: dict[str, Any] = {"default": None, "description": None, "example": None, "name": "x", "python_name": "x"}
    text, flag, null = (kind(**plain, required=True) for kind in (StringProperty, BooleanProperty, NoneProperty))
    union = UnionProperty(**plain, required=True, inner_properties=[text, flag, null])

    assert decoder_code(union, {}) == "codec.nullable(codec.either(codec.text, codec.boolean))"


def test_broken_output_is_an_error(tmp_path: Path) -> None:
    """Output that ruff cannot parse stops the build."""
    (tmp_path / "broken.py").write_text("this is no Python")

    with pytest.raises(DocumentError, match="invalid-syntax"):
        tidy(tmp_path)


class TestCommand:
    """``python -m codegen``."""

    @pytest.mark.usefixtures("made_before", "project")
    def test_check_is_quiet_when_nothing_differs(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert command.main(["--check"]) == 0
        assert capsys.readouterr().out == ""

    @pytest.mark.usefixtures("made_before")
    def test_check_fails_on_a_difference_and_generate_mends_it(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "generated" / PACKAGE / "errors.py").write_text("# mine\n")

        assert command.main(["--check"]) == 1
        assert "errors.py: differs" in capsys.readouterr().out
        assert command.main([]) == 0
        assert capsys.readouterr().out == f"generated/{PACKAGE}/errors.py\n"
        assert command.main(["--check"]) == 0

    def test_a_wrong_document_is_one_line_and_changes_nothing(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        errors = project / "openapi/errors.yaml"
        errors.write_text(errors.read_text("utf-8") + "\nUnused: {}\n", "utf-8")

        assert command.main([]) == 1
        assert capsys.readouterr().err == f"{errors}: nothing refers to Unused\n"
        assert (project / "generated" / PACKAGE / "errors.py").exists()

    def test_a_missing_file_is_one_line(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        missing = project / "openapi/DECISIONS.md"
        missing.unlink()

        assert command.main([]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert str(missing) in line
