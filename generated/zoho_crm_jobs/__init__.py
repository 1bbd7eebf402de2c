# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Zoho CRM's asynchronous jobs and lead conversion, described exactly.

Each operation is a module of ``zoho_crm_jobs.api``; ``help(zoho_crm_jobs.api)`` lists them. This schedules a job, waits
for it, and handles errors::

    from zoho_crm_jobs import Client, RefreshToken, errors
    from zoho_crm_jobs.api.mass_update import schedule_mass_update
    from zoho_crm_jobs.models import MassUpdateByView, MassUpdateFields

    auth = RefreshToken("client id", "client secret", "refresh token")
    fields = MassUpdateFields.from_dict({"Industry": "Education"})
    with Client(auth, data_center="eu") as crm:
        try:
            body = MassUpdateByView(data=[fields], cvid="554023000000091525")
            job = schedule_mass_update.start("Accounts", client=crm, body=body)
            status = job.wait(timeout=600)
        except errors.InvalidDataError as error:
            print(error.message, error.details)

Client
    ``Client`` sends requests to one data center, with one version of the API. Use it as a context manager.
Authentication
    ``AccessToken``, ``RefreshToken``, ``AuthorizationCode`` and ``ClientCredentials``. A ``TokenStore`` keeps tokens.
Operations
    ``sync`` and ``asyncio`` return the model of a success and raise an error for any other response.
    ``sync_detailed`` and ``asyncio_detailed`` return the whole ``Response``.
Jobs
    ``start`` returns a ``JobHandle``, whose ``wait`` polls until the job has ended. ``watch`` waits for many jobs.
Errors
    Every error is a ``ZohoCRMError``. ``zoho_crm_jobs.errors`` has a class for each error code of the API.
Models
    ``zoho_crm_jobs.models`` has a class for each schema, with ``from_dict`` and ``to_dict``.
"""

__version__ = "0.1.0"

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models
    from .runtime.auth.access_token import AccessToken
    from .runtime.auth.grants import AuthorizationCode, ClientCredentials, RefreshToken
    from .runtime.auth.tokens import FileTokenStore, MemoryTokenStore, Token, TokenStore
    from .runtime.client import Client
    from .runtime.clock import Clock
    from .runtime.jobs.handle import JobHandle
    from .runtime.jobs.polling import Exponential, Fixed, PollContext, PollPolicy, PollSample, ProgressAware
    from .runtime.jobs.progress import Progress
    from .runtime.jobs.watching import Outcome, watch, watch_asyncio
    from .runtime.rate_limit import RateLimit
    from .runtime.retries import RetryPolicy
    from .runtime.types import UNSET, File, OpenEnum, Response, Unset, ZohoCRMError

__all__ = [
    "api",
    "errors",
    "models",
    "AccessToken",
    "AuthorizationCode",
    "Client",
    "ClientCredentials",
    "Clock",
    "Exponential",
    "File",
    "FileTokenStore",
    "Fixed",
    "JobHandle",
    "MemoryTokenStore",
    "OpenEnum",
    "Outcome",
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
    "UNSET",
    "Unset",
    "ZohoCRMError",
    "watch",
    "watch_asyncio",
]
_MODULES = {
    "AccessToken": ".runtime.auth.access_token",
    "AuthorizationCode": ".runtime.auth.grants",
    "Client": ".runtime.client",
    "ClientCredentials": ".runtime.auth.grants",
    "Clock": ".runtime.clock",
    "Exponential": ".runtime.jobs.polling",
    "File": ".runtime.types",
    "FileTokenStore": ".runtime.auth.tokens",
    "Fixed": ".runtime.jobs.polling",
    "JobHandle": ".runtime.jobs.handle",
    "MemoryTokenStore": ".runtime.auth.tokens",
    "OpenEnum": ".runtime.types",
    "Outcome": ".runtime.jobs.watching",
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
    "UNSET": ".runtime.types",
    "Unset": ".runtime.types",
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
