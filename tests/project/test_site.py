"""The documentation site is built, with nothing missing, and loads nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site. MkDocs fails if a link leads nowhere."""
    folder = tmp_path_factory.mktemp("site")
    command = ["build", "--quiet", "--config-file", str(ROOT / "scripts/site/mkdocs.yml"), "--site-dir", str(folder)]
    done = subprocess.run([sys.executable, "-m", "mkdocs", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_there_as_markdown(site: Path) -> None:
    """The overview lists the Markdown of each page."""
    overview = (site / "llms.txt").read_text("utf-8")
    listed = re.findall(r"^- \[.+\]\((.+)\)$", overview, re.MULTILINE)
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.md")}
    assert sorted(listed) == sorted(pages)
    assert all((site / page).with_suffix(".html").is_file() for page in pages)
    assert len(overview) < 20_000


def test_the_client_is_described(site: Path) -> None:
    text = (site / "reference/client.html").read_text("utf-8")
    for name in ("Client", "JobHandle", "watch", "RefreshToken", "RateLimit"):
        assert f'id="zoho_crm_jobs.{name}"' in text


def test_no_page_loads_from_elsewhere(site: Path) -> None:
    """A reader's browser asks no other server."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert re.findall(r"""<(?:script|img|iframe)[^>]+src=["']?(?:https?:)?//""", text) == [], page
        assert re.findall(r"""<link[^>]+stylesheet[^>]+href=["']?(?:https?:)?//""", text) == [], page
