"""The pages for people: jobs, the reference, and a form to try requests. They load nothing from elsewhere."""

from __future__ import annotations

import copy
import functools
import importlib.resources
import json
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from zoho_crm_sandbox.contract import installed_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from zoho_crm_sandbox.contract import Document

LINKS = "<!-- links of the sandbox -->"
"""The placeholder in the reference."""
SERVER = {"url": "/", "description": "This sandbox."}
SECURITY = {
    # Browsers block everything else that a page loads, so that a page that works here works without a network.
    "content-security-policy": "default-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


class Pages:
    """The pages, one of which sends the requests that a document describes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pages: dict[str, Callable[[], Response]] = {
            "/": functools.partial(_file, "jobs.html"),
            "/docs": _reference,
            "/docs/try": functools.partial(_file, "try.html"),
            "/docs/openapi.json": self._document_here,
        }

    def find(self, method: str, path: str) -> ASGIApp | None:
        """Return the page for a method and path; None if the request is for the API."""
        page = self._pages.get(path)
        return page() if page and method in ("GET", "HEAD") else None

    def _document_here(self) -> Response:
        document: dict[str, Any] = copy.deepcopy(self._document.source)
        # Paths and operations on other hosts, such as that for uploads, have servers of their own.
        for described in (document, *_operations(document)):
            if "servers" in described:
                described["servers"].insert(0, SERVER)
        return Response(json.dumps(document), 200, SECURITY, "application/json")


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    at_paths = list(document["paths"].values())
    return at_paths + [part for at_path in at_paths for part in at_path.values() if isinstance(part, dict)]


def _file(name: str) -> Response:
    text = importlib.resources.files("zoho_crm_sandbox").joinpath("control", "static", name).read_text("utf-8")
    return Response(text, 200, SECURITY, "text/html")


def _reference() -> Response:
    text = installed_document().with_name("reference.html").read_text("utf-8")
    links = '<p class="here"><a href="/">Jobs, clock and requests</a> · <a href="/docs/try">Try a request</a></p>'
    return Response(text.replace(LINKS, links), 200, SECURITY, "text/html")
