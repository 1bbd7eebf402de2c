"""The reference: complete, self-contained, and readable on a wide and on a narrow screen."""

from __future__ import annotations

import copy
import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from codegen.generate import ROOT
from document.dist.errata import read_errata
from document.dist.reference import reference
from document.errors import errors_in, is_error
from document.model import DocumentError

from tests.support.spec import COMPONENTS, DOCUMENT, IDS, OPERATIONS, SCHEMAS, content, resolve, responses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (ROOT / "generated/zoho_crm_jobs/reference.html").read_text("utf-8")
ERRATA = read_errata(ROOT / "openapi/DECISIONS.md")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


class Reader(HTMLParser):
    """The tags, text and tables of a page; each cell must have the label of its column."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str | None]] = []
        self.headers: list[str] = []
        self._in_header = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and the labels of a table's row."""
        self.tags.append((tag, dict(attrs)))
        self._in_header = tag == "th"
        if tag == "thead":
            self.headers = []
        elif tag == "tr":
            self.rows.append([])
        elif tag == "td" and "colspan" not in dict(attrs):
            self.rows[-1].append(dict(attrs)["data-label"])
            assert self.rows[-1] == self.headers[: len(self.rows[-1])]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data
        if self._in_header and data.strip():
            self.headers.append(data)


@pytest.fixture(scope="module")
def read() -> Reader:
    """The parsed page."""
    reader = Reader()
    reader.feed(PAGE)
    return reader


def test_page_loads_nothing(read: Reader) -> None:
    """There is nothing that a browser would load; links lead to places in the page or to a source."""
    ids = [str(attributes["id"]) for _, attributes in read.tags if "id" in attributes]
    links = [str(attributes["href"]) for tag, attributes in read.tags if tag == "a"]

    assert not {"img", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in read.tags}
    assert [attributes["href"] for tag, attributes in read.tags if tag == "link"] == ["data:,"]
    assert not [attributes for _, attributes in read.tags if {"src", "srcset", "action", "style"} & attributes.keys()]
    assert not re.search(r"url\(|@import|import\(|fetch\(|XMLHttp", PAGE)
    assert len(ids) == len(set(ids))
    addresses = {source["url"] for source in DOCUMENT["x-sources"].values() if "url" in source}
    assert {link.removeprefix("#") for link in links} <= set(ids) | addresses
    assert addresses == {link for link in links if not link.startswith("#")}


def test_size_is_fit_for_a_mailbox() -> None:
    """The page can be sent by mail."""
    assert 100_000 < len(PAGE.encode()) < 1_500_000


def test_same_input_makes_the_same_page() -> None:
    """The page depends on the document and the errata alone."""
    assert reference(DOCUMENT, ERRATA) == reference(copy.deepcopy(DOCUMENT), ERRATA) == PAGE


@pytest.mark.parametrize("operation_id", IDS)
def test_operation_is_complete(read: Reader, operation_id: str) -> None:
    """The path and all parameters, responses, examples, errors and scopes of an operation are there."""
    path, operation = OPERATIONS[operation_id]
    section = PAGE.partition(f'<h3 id="{operation_id}">')[2]
    section = re.split(r"<h[23] id", section)[0]
    parameters = [resolve(node)["name"] for node in operation.get("parameters", [])]
    media = [content(operation.get("requestBody", {})), *(content(node) for node in responses(operation_id).values())]
    scopes = {scope for requirement in operation["security"] for scope in requirement["ZohoOAuth"]}

    assert f"<code>{path}</code>" in section
    assert all(f'<td data-label="name"><code>{name}</code>' in section for name in parameters)
    assert all(f'<td data-label="status">{status}</td>' in section for status in responses(operation_id))
    assert all(f"<code>{scope}</code>" in section for scope in scopes)
    for node in media:
        for example in map(resolve, node.get("examples", {}).values()):
            errors = errors_in(example["value"])
            for error in errors:
                if "message" in error:
                    assert f'<a href="#error-{error["code"]}">' in section
                    assert error["message"] in html.unescape(section)
                else:
                    assert f"<code>{error['code']}</code>" in section
            if not errors:
                assert json.dumps(example["value"], indent=2, ensure_ascii=False) in html.unescape(section)
    assert operation_id in read.text


def leaves(node: Any) -> Iterator[Any]:
    """Yield every value within a node that is neither an object nor a list."""
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from leaves(child)
    else:
        yield node


def test_waiters_are_complete() -> None:
    """Every value of an ``x-waiter`` is in the section of its operation."""
    for operation_id in IDS:
        section = re.split(r"<h[23] id", PAGE.partition(f'<h3 id="{operation_id}">')[2])[0]
        waiter = responses(operation_id).get(200, {}).get("x-waiter", {})
        for value in leaves({key: waiter[key] for key in waiter if key != "name"}):
            assert value is True or str(value) in section, (operation_id, value)


def test_errors_schemas_scopes_and_limits_are_complete(read: Reader) -> None:
    """Each has its anchor or its row."""
    ids = {attributes.get("id") for _, attributes in read.tags}
    declared = {node["properties"]["code"]["const"] for node in SCHEMAS.values() if is_error(node)}
    limits = PAGE.partition('<h2 id="limits">')[2].partition("<h2 id")[0]

    assert {f"error-{code}" for code in declared} <= ids
    assert {f"schema-{name}" for name in SCHEMAS} <= ids
    for flow in COMPONENTS["securitySchemes"]["ZohoOAuth"]["flows"].values():
        assert all(f'<td data-label="scope"><code>{scope}</code>' in PAGE for scope in flow["scopes"])
    for words in ("at most <code>500</code> items", "at most <code>50</code> items", "at most <code>200</code> items"):
        assert words in limits


def test_errata_are_complete(read: Reader) -> None:
    """Each row has an anchor, all its sources, and the choice."""
    ids = {attributes.get("id") for _, attributes in read.tags}
    plain = re.sub(r"\s+", " ", read.text)
    for erratum in [erratum for errata in ERRATA.values() for erratum in errata]:
        assert erratum.id in ids
        for words in [
            erratum.topic,
            erratum.chosen,
            erratum.why,
            *(text for claim in erratum.claims for text in claim),
        ]:
            assert words.replace("`", "") in plain, erratum.id


def test_tables_have_column_headers(read: Reader) -> None:
    """A narrow screen shows the labels in their place."""
    assert all(attributes["scope"] == "col" for tag, attributes in read.tags if tag == "th")
    assert len(read.rows) > 500


def test_alternatives_that_are_no_product_are_an_error() -> None:
    """The page shows scopes as "one of each list"; other alternatives could not be shown."""
    document = copy.deepcopy(DOCUMENT)
    [operation] = [item["post"] for path, item in document["paths"].items() if path.endswith("/write")]
    operation["security"].pop()

    with pytest.raises(DocumentError, match="create_bulk_write_job: security"):
        reference(document, ERRATA)


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize("width", [390, 1000, 1400])
def test_no_horizontal_scrolling(tmp_path: Path, width: int) -> None:
    """In a browser, the page fits a wide and a narrow screen."""
    (tmp_path / "reference.html").write_text(PAGE, "utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(
        f'<body><iframe src="reference.html" style="width: {width}px; height: 900px; border: 0"></iframe><script>'
        "const frame = document.querySelector('iframe');"
        "const size = () => frame.contentDocument.documentElement;"
        "frame.onload = () => document.body.append(`${size().scrollWidth} ${size().scrollHeight}`);</script>"
    )
    options = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run --disable-sync"
    command = [
        str(CHROMIUM),
        *options.split(),
        "--allow-file-access-from-files",
        f"--user-data-dir={tmp_path / 'user'}",
    ]
    done = subprocess.run(
        [*command, "--virtual-time-budget=5000", "--dump-dom", frame.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    across, down = map(int, re.findall(r"</script>\s*(\d+) (\d+)", done.stdout)[0])
    assert 300 < across <= width
    assert 5_000 < down < 60_000


def test_contents_name_everything() -> None:
    """The contents stay at hand, can be filtered, and lead to each operation, schema and code."""
    contents = PAGE.partition("<nav")[2].partition("</nav>")[0]

    assert 'type="search"' in contents
    assert re.search(r"nav \{ position: sticky", PAGE)
    assert "prefers-color-scheme: dark" in PAGE
    for anchor in (*IDS, *(f"schema-{name}" for name in SCHEMAS)):
        assert f'href="#{anchor}"' in contents
    for schema in SCHEMAS.values():
        if is_error(schema):
            assert f'href="#error-{schema["properties"]["code"]["const"]}"' in contents


@pytest.mark.parametrize("operation_id", IDS)
def test_sample_request(operation_id: str) -> None:
    """It is complete: no name in braces is left, and a required token is there."""
    section = html.unescape(PAGE.partition(f'<h3 id="{operation_id}">')[2].partition("</pre>")[0])
    command = section.partition("curl ")[2]

    assert not re.search(r"\{\w+\}", command)
    assert ("Zoho-oauthtoken" in command) == bool(OPERATIONS[operation_id][1]["security"])
    assert ("--form" in command) == (operation_id == "upload_bulk_write_file")
