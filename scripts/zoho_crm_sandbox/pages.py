"""The pages for people: ``/`` shows what goes on, ``/docs`` the API reference. They need nothing from elsewhere."""

from __future__ import annotations

import copy
import functools
import importlib.resources
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from zoho_crm_sandbox.contract import Document

ASSETS = {"swagger-ui.css": "text/css", "swagger-ui-bundle.js": "text/javascript"}
SERVER = {"url": "/", "description": "This sandbox."}
SECURITY = {
    # Browsers keep what a page may load, so that a page that works here works without a network.
    "content-security-policy": "default-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


class Pages:
    """Finds the pages.

    Args:
        document: The document that the reference shows.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pages: dict[str, Callable[[], Response]] = {
            "/": functools.partial(_file, "jobs.html"),
            "/docs": functools.partial(_file, "docs.html"),
            "/docs/openapi.json": self._reference,
            **{f"/docs/{name}": functools.partial(_asset, name) for name in ASSETS},
        }

    def find(self, method: str, path: str) -> ASGIApp | None:
        """Returns the page at a path; None if there is none, so that the path is the API's.

        Args:
            method: The HTTP method.
            path: The path.
        """
        page = self._pages.get(path)
        return page() if page and method in ("GET", "HEAD") else None

    def _reference(self) -> Response:
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
    text = importlib.resources.files("zoho_crm_sandbox").joinpath("static", name).read_text("utf-8")
    return Response(text, 200, SECURITY, "text/html")


def _asset(name: str) -> Response:
    return Response(_assets().joinpath(name).read_bytes(), 200, SECURITY, ASSETS[name])


@functools.cache
def _assets() -> Path:
    """Returns the folder with Swagger UI, which the package ``swagger-ui-bundle-v2`` carries."""
    spec = importlib.util.find_spec("swagger_ui_bundle")
    places = spec.submodule_search_locations if spec else None
    # An older package of the same name may have put Swagger UI 4 beside it, which cannot show OpenAPI 3.1.
    found = sorted(Path((places or ["."])[0], "vendor").glob("swagger-ui-5.*"))
    if not found:
        raise FileNotFoundError("Swagger UI is not installed: pip install 'zoho-crm-jobs[sandbox]'")
    return found[-1]
