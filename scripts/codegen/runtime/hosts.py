"""Zoho's hosts: the destination of a request, and the only reader of the document's tables of domains."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .._document import API_DOMAINS, DOMAINS

if TYPE_CHECKING:
    from .._document import DataCenter, Environment

DESTINATION = "zoho_crm_jobs.destination"
"""The extension of a request that holds its ``Destination``, for an ``httpx.Auth``."""


class Destination(NamedTuple):
    """The destination of a request, so that an ``httpx.Auth`` can correct it for its token.

    Attributes:
        host: The server variable of the operation in the document, such as ``api_domain``.
        data_center: The data center given to the client; None if none was given.
        environment: The environment given to the client; None if none was given.
        accounts: The URL of the accounts server.
        fixed: True if the request must go to the URL that it has.
    """

    host: str
    data_center: DataCenter | None
    environment: Environment | None
    accounts: str
    fixed: bool


def urls_of(data_center: str, environment: str) -> dict[str, str]:
    """Return the URL of each server variable. Raise ValueError if Zoho has no such data center or environment."""
    centers, environments = (sorted(set(names)) for names in zip(*API_DOMAINS, strict=True))
    for name, value, expected in (
        ("data_center", data_center, centers),
        ("environment", environment, environments),
    ):
        if value not in expected:
            raise ValueError(f"{name}: {value!r}: expected one of {', '.join(expected)}")
    domains = {"api_domain": API_DOMAINS[data_center, environment], **DOMAINS[data_center]}
    return {host: f"https://{domain}" for host, domain in domains.items()}


def domain_of(host: str, data_center: str, environment: str) -> str:
    """Return the domain of a server variable, such as ``api_domain``."""
    return API_DOMAINS[data_center, environment] if host == "api_domain" else DOMAINS[data_center][host]


def places() -> dict[str, tuple[str, str]]:
    """Return the data center and environment of each API domain."""
    return {domain: place for place, domain in API_DOMAINS.items()}


def may_see_token(domain: str) -> bool:
    """Return whether a domain belongs to one of Zoho's documented parent domains."""
    documented = {*API_DOMAINS.values(), *(name for names in DOMAINS.values() for name in names.values())}
    return any(domain.endswith(f".{name.partition('.')[2]}") for name in documented)
