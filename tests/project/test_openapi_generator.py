"""A client in Java, made by openapi-generator: it compiles, calls the sandbox, and breaks where we say."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest
from codegen.generate import ROOT

DOCUMENT = ROOT / "openapi/dist/zoho-crm-jobs.yaml"
OPTIONS = "openApiNullable=false,hideGenerationTimestamp=true"
PARTS = "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"
LACKING = {
    "javax/annotation/Generated": "public @interface Generated { String value(); String comments(); }",
    "javax/annotation/Nonnull": "public @interface Nonnull {}",
    "javax/annotation/Nullable": "public @interface Nullable {}",
    "org/apache/http/entity/mime/MultipartEntityBuilder": """public class MultipartEntityBuilder {
        public static MultipartEntityBuilder create() { throw new UnsupportedOperationException(); }
        public void addBinaryBody(String name, java.io.File file) {}
        public org.apache.http.HttpEntity build() { throw new UnsupportedOperationException(); }
    }""",
}
"""The classes that the client imports and the generator's archive lacks. No test calls them."""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the JDK."""
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def archive() -> Path:
    """Return the generator's archive."""
    found = importlib.util.find_spec("openapi_generator_cli")
    if found is None or found.origin is None:
        pytest.skip("openapi-generator is not here: pip install --group java")
    if not shutil.which("javac"):
        pytest.skip("there is no JDK")
    return Path(found.origin).with_name("openapi-generator.jar")


def test_validator(archive: Path) -> None:
    """Both forms are valid."""
    for form in (DOCUMENT, DOCUMENT.with_name("zoho-crm-jobs-3.0.json")):
        done = run("java", "-jar", archive, "validate", "-i", form)
        assert done.returncode == 0, done.stderr


def test_a_first_call(archive: Path, tmp_path: Path, sandbox_url: str) -> None:
    """The client compiles, decodes a response and an error, and fails where the documentation says so."""
    options = ["-g", "java", "--library", "native", "--additional-properties", OPTIONS, "--global-property", PARTS]
    done = run("java", "-jar", archive, "generate", "-i", DOCUMENT, "-o", tmp_path, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    for name, text in LACKING.items():
        file = (tmp_path / "src/main/java" / name).with_suffix(".java")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"package {name.rpartition('/')[0].replace('/', '.')};\n{text}\n", "utf-8")

    sources = [*(tmp_path / "src/main").rglob("*.java"), ROOT / "tests/project/java/FirstCall.java"]
    done = run("javac", "-nowarn", "-d", tmp_path / "classes", "-cp", archive, *sources)
    assert done.returncode == 0, done.stderr

    done = run("java", "-cp", f"{tmp_path / 'classes'}:{archive}", "FirstCall", sandbox_url)
    assert done.stdout.splitlines() == ["COMPLETED 50 of 50", "INVALID_DATA job_id", "true"], done.stderr
