"""Makes the copy of the workflows in ``openapi/dist/`` that goes with the bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.bundle import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = "workflows.arazzo.yaml"
"""The file that holds them, beside the document's entry."""


def workflows(openapi: Path, bundle: str) -> dict[str, Any]:
    """Reads the workflows and lets them speak of the bundle in place of the split document.

    Args:
        openapi: The folder with the split document.
        bundle: The name of the bundle, beside which the copy is put.

    Returns:
        The Arazzo document.

    Raises:
        DocumentError: They are not YAML.
        FileNotFoundError: There are none.
    """
    description: dict[str, Any] = read_yaml(openapi / WORKFLOWS)
    description["sourceDescriptions"][0]["url"] = bundle
    return description
