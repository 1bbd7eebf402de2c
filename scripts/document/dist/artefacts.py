"""What ``openapi/dist/`` holds: the document in every form that another team may need."""

from __future__ import annotations

from typing import Any

from document.bundle import to_json, to_yaml
from document.dist.openapi_3_0 import dereference, to_3_0
from document.dist.postman import to_postman

NAME = "zoho-crm-jobs"
BANNER = "# Made from openapi/openapi.yaml by scripts/generate. Do not edit.\n"


def artefacts(document: dict[str, Any]) -> dict[str, str]:
    """Makes every form of a document. Each has the document's own version, in ``info.version``.

    Args:
        document: The bundled document.

    Returns:
        The text of each file, by its name.

    Raises:
        DocumentError: The document cannot be converted to one of the forms.
    """
    return {
        f"{NAME}.yaml": BANNER + to_yaml(document),
        f"{NAME}.json": to_json(document),
        f"{NAME}-dereferenced.json": to_json(dereference(document)),
        f"{NAME}-3.0.json": to_json(to_3_0(document)),
        f"{NAME}.postman_collection.json": to_json(to_postman(document)),
    }
