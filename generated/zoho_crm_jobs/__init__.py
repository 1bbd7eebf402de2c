# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Zoho CRM's asynchronous jobs and lead conversion, described exactly.

A client has a resource for each system, such as ``crm.mass_update``, and a method for each operation. This schedules a
job, waits for it, and handles errors::

    from zoho_crm_jobs import Client, RefreshToken, errors

    auth = RefreshToken("client id", "client secret", "refresh token")
    with Client(auth, data_center="eu") as crm:
        try:
            job = crm.mass_update.schedule("Accounts", cvid="554023000000091525", data={"Industry": "Education"})
            result = job.wait(timeout=600)
            print(result.progress, result.status.data[0].updated_count)
        except errors.InvalidDataError as error:
            print(error.message, error.details)

Client
    ``Client`` sends requests to one data center, with one version of the API. ``AsyncClient`` has the same methods, to be
    awaited. Use them as context managers.
``crm.mass_update``
    Change a field of many records of one module in one job.
    ``get_status``, ``schedule``
``crm.mass_change_owner``
    Give the records of a custom view to another user in one job.
    ``get_status``, ``schedule``
``crm.inventory_mass_convert``
    Convert many quotes or sales orders in one job.
    ``get_status``, ``schedule``
``crm.bulk_write``
    Insert, update or upsert the rows of a CSV file in one job.
    ``get_job``, ``create_job``, ``upload_file``, ``download_result``
``crm.convert_lead``
    Convert a lead to a contact, an account and optionally a deal.
    ``convert_v2_1``, ``convert_v3``, ``convert``, ``get_conversion_options``
``crm.oauth``
    Get access tokens and revoke refresh tokens on the accounts server.
    ``create_token``, ``revoke_token``
Authentication
    An access token as text, or ``RefreshToken``, ``AuthorizationCode`` or ``ClientCredentials``. A ``TokenStore`` keeps
    tokens.
Arguments
    Plain values, lists and dicts. ``zoho_crm_jobs.params`` has their types, for annotations.
Jobs
    Methods that start a job return a ``JobHandle``, whose ``wait`` polls until the job has ended. ``watch`` waits for many
    jobs.
Errors
    Every error is a ``ZohoCRMError``. ``zoho_crm_jobs.errors`` has a class for each error code of the API.
Responses
    ``zoho_crm_jobs.models`` has a class for each response, with ``to_dict``. ``zoho_crm_jobs.api`` has a module for each
    operation, whose ``sync_detailed`` and ``asyncio_detailed`` return the whole ``Response``, with status and headers.
"""

__version__ = "0.1.0"

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models, params
    from .client import AsyncClient, Client
    from .runtime.auth.access_token import AccessToken
    from .runtime.auth.grants import AuthorizationCode, ClientCredentials, RefreshToken
    from .runtime.auth.tokens import FileTokenStore, MemoryTokenStore, Token, TokenStore
    from .runtime.clock import Clock
    from .runtime.jobs.handle import AsyncJobHandle, AsyncJobResult, JobHandle, JobResult
    from .runtime.jobs.polling import Exponential, Fixed, PollContext, PollPolicy, PollSample, ProgressAware
    from .runtime.jobs.progress import Progress
    from .runtime.jobs.watching import watch, watch_asyncio
    from .runtime.rate_limit import RateLimit
    from .runtime.retries import RetryPolicy
    from .runtime.types import File, OpenEnum, Response, ZohoCRMError

__all__ = [
    "api",
    "errors",
    "models",
    "params",
    "AsyncClient",
    "Client",
    "AccessToken",
    "AsyncJobHandle",
    "AsyncJobResult",
    "AuthorizationCode",
    "ClientCredentials",
    "Clock",
    "Exponential",
    "File",
    "FileTokenStore",
    "Fixed",
    "JobHandle",
    "JobResult",
    "MemoryTokenStore",
    "OpenEnum",
    "PollContext",
    "PollPolicy",
    "PollSample",
    "Progress",
    "ProgressAware",
    "RateLimit",
    "RefreshToken",
    "Response",
    "RetryPolicy",
    "Token",
    "TokenStore",
    "ZohoCRMError",
    "watch",
    "watch_asyncio",
]
_MODULES = {
    "AsyncClient": ".client",
    "Client": ".client",
    "AccessToken": ".runtime.auth.access_token",
    "AsyncJobHandle": ".runtime.jobs.handle",
    "AsyncJobResult": ".runtime.jobs.handle",
    "AuthorizationCode": ".runtime.auth.grants",
    "ClientCredentials": ".runtime.auth.grants",
    "Clock": ".runtime.clock",
    "Exponential": ".runtime.jobs.polling",
    "File": ".runtime.types",
    "FileTokenStore": ".runtime.auth.tokens",
    "Fixed": ".runtime.jobs.polling",
    "JobHandle": ".runtime.jobs.handle",
    "JobResult": ".runtime.jobs.handle",
    "MemoryTokenStore": ".runtime.auth.tokens",
    "OpenEnum": ".runtime.types",
    "PollContext": ".runtime.jobs.polling",
    "PollPolicy": ".runtime.jobs.polling",
    "PollSample": ".runtime.jobs.polling",
    "Progress": ".runtime.jobs.progress",
    "ProgressAware": ".runtime.jobs.polling",
    "RateLimit": ".runtime.rate_limit",
    "RefreshToken": ".runtime.auth.grants",
    "Response": ".runtime.types",
    "RetryPolicy": ".runtime.retries",
    "Token": ".runtime.auth.tokens",
    "TokenStore": ".runtime.auth.tokens",
    "ZohoCRMError": ".runtime.types",
    "watch": ".runtime.jobs.watching",
    "watch_asyncio": ".runtime.jobs.watching",
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_MODULES.get(name, f".{name}"), __name__)
    return getattr(module, name) if name in _MODULES else module
