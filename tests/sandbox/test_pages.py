"""The pages for people, as they are served and as a browser shows them."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import httpx
import pytest
from codegen.generate import ROOT

from tests.support.spec import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run --disable-sync"
STATUS = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
PAGES = ["/", "/docs", "/docs/try", "/docs/openapi.json"]

browser = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client without a token."""
    with httpx.Client(transport=sandbox.transport(), base_url="http://127.0.0.1") as client:
        yield client


def rendered(url: str, folder: Path) -> str:
    """Return the document that a browser has made of a page, after some seconds of the browser's own clock."""
    command = [str(CHROMIUM), *OPTIONS.split(), f"--user-data-dir={folder}", "--virtual-time-budget=5000"]
    done = subprocess.run([*command, "--dump-dom", url], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@browser
def test_the_jobs_in_a_browser(sandbox_url: str, tmp_path: Path) -> None:
    """The page shows jobs, clock and requests, and escapes what a client sent."""
    httpx.get(sandbox_url + STATUS, headers={"Authorization": "Zoho-oauthtoken sandbox"})
    httpx.get(f"{sandbox_url}/<b>bold</b>?<i>")
    shown = rendered(sandbox_url + "/", tmp_path)
    assert '<th class="id" scope="row" data-label="Job">554023000000506003</th>' in shown
    assert '<td class="state COMPLETED" data-label="State">COMPLETED</td>' in shown
    assert 'aria-label="Progress of job 554023000000506003"' in shown
    assert re.search(r'<time id="now" datetime="[^"]+">\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC</time>', shown)
    assert html.escape(STATUS) in shown
    assert "get_mass_update_status" in shown
    assert "<b>bold</b>" not in shown
    assert '<p id="trouble" role="alert"></p>' in shown
    assert sorted(re.findall(r'role="region" aria-label="([^"]+)"', shown)) == ["Table of jobs", "Table of requests"]


@browser
def test_requests_in_a_browser(sandbox_url: str, tmp_path: Path) -> None:
    """The page lists every operation of this sandbox, with the first one filled in."""
    shown = rendered(sandbox_url + "/docs/try", tmp_path)
    operations = httpx.get(f"{sandbox_url}/_sandbox/journal/counts").json()
    assert set(re.findall(r'<option value="(\w+)">', shown)) >= operations.keys()
    assert '<span id="method">GET</span>' in shown


def test_the_reference(client: httpx.Client) -> None:
    """The page is the generated reference, with links to the sandbox's other pages."""
    page = client.get("/docs").text
    links = re.findall(r'<p class="here">.*?</p>', page)
    assert re.findall(r'href="([^"]+)"', links[0]) == ["/", "/docs/try"]
    made = (ROOT / "generated/zoho_crm_jobs/reference.html").read_text("utf-8")
    assert page.replace(links[0], "<!-- links of the sandbox -->") == made


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_load_nothing_from_elsewhere(client: httpx.Client, path: str) -> None:
    """The browser is told to load nothing from elsewhere, and no page refers to it; the reference links its sources."""
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-security-policy"].startswith("default-src 'self' 'unsafe-inline';")
    assert client.head(path).status_code == 200
    if page.headers["content-type"].startswith("text/html"):
        sources = [source.get("url") for source in DOCUMENT["x-sources"].values()] if path == "/docs" else []
        elsewhere = re.findall(r"(<\w+)[^>]* (?:src|href)=\"(?!/|#|data:,)([^\"]*)", page.text)
        assert set(elsewhere) == {("<a", url) for url in sources if url}


@pytest.mark.parametrize("path", ["/", "/docs", "/docs/try"])
def test_the_pages_are_accessible(client: httpx.Client, path: str) -> None:
    """A page has a language, a title, a heading or landmark, a text without JavaScript, and table headings."""
    page = client.get(path).text
    assert '<html lang="en">' in page
    assert "<title>" in page
    assert "<main" in page
    assert ("<noscript>" in page) == ("<script" in page)
    assert page.count("<h1") == 1
    assert all('scope="' in header for header in re.findall(r"<th\b[^>]*>", page))
    if path == "/":
        assert 'aria-live="polite"' in page


def test_the_document(sandbox: Sandbox, client: httpx.Client) -> None:
    """The document is the sandbox's own, with the sandbox as the first server everywhere."""
    document = client.get("/docs/openapi.json").json()
    assert document["paths"].keys() == sandbox.document.source["paths"].keys()
    servers = [document["servers"]] + [
        part["servers"]
        for at_path in document["paths"].values()
        for part in [at_path, *(part for part in at_path.values() if isinstance(part, dict))]
        if "servers" in part
    ]
    assert len(servers) > 1
    assert {group[0]["url"] for group in servers} == {"/"}
    assert sandbox.document.source["servers"][0]["url"] != "/"


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/"), ("PUT", "/docs"), ("GET", "/docs/"), ("GET", "/docs/x.js")]
)
def test_the_pages_hide_no_operation(sandbox: Sandbox, client: httpx.Client, method: str, path: str) -> None:
    """Other requests get Zoho's response, and pages are not in the journal."""
    client.get("/")
    assert client.request(method, path).json()["code"] == "INVALID_URL_PATTERN"
    assert len(sandbox.journal) == 1
