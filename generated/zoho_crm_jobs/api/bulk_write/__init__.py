# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Insert, update or upsert the rows of a CSV file in one job."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_bulk_write_job, download_bulk_write_result, get_bulk_write_job, upload_bulk_write_file

__all__ = ["create_bulk_write_job", "download_bulk_write_result", "get_bulk_write_job", "upload_bulk_write_file"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f".{name}", __name__)
