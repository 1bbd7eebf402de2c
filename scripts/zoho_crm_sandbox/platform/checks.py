"""Zoho's checks before a request reaches its operation, one function each. ``Dispatcher`` knows their order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from zoho_crm_sandbox.call import ZohoError
from zoho_crm_sandbox.validation import is_known_host

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.state.database import State
    from zoho_crm_sandbox.state.oauth import Token
    from zoho_crm_sandbox.state.organization import Module, Organization

SCHEMES = ("zoho-oauthtoken", "bearer")
# crm.zoho.com and accounts.zohocloud.ca, but not www.zohoapis.com, which is an api domain.
ZOHO_BUT_NO_API = re.compile(r"(?:.+\.)?zoho(?:cloud)?(?:\.[a-z]{2,3}){1,2}\.?(?::\d*)?")


def check_host(host: str, operations: Iterable[Operation], *, local: bool) -> None:
    """Raise INVALID_HOST for a host of Zoho that serves no operation at the path, and, if ``local``, for a foreign one.

    Any other host is accepted. A web page whose own name leads to this machine sends that name.
    """
    if local and not is_known_host(host):
        raise ZohoError("INVALID_HOST")
    if ZOHO_BUT_NO_API.fullmatch(host.lower()):
        name = host.lower().partition(":")[0].removesuffix(".")
        if any(name in operation.hosts for operation in operations):
            return
        raise ZohoError("INVALID_HOST")


def check_version_exists(versions: Container[str], version: str | None) -> None:
    """Raise INVALID_URL_PATTERN for a version that no operation has; None if the path has no version."""
    if version is not None and version not in versions:
        raise ZohoError("INVALID_URL_PATTERN")


def check_version(operation: Operation, version: str | None) -> None:
    """Raise API_NOT_SUPPORTED, if declared, or INVALID_URL_PATTERN for a version that lacks the operation."""
    if version is None or version in operation.parameters["version"].values:
        return
    if operation.declares("API_NOT_SUPPORTED", ""):
        first = operation.parameters["version"].values[0].removeprefix("v")
        raise ZohoError(
            "API_NOT_SUPPORTED", details={"supported_version": float(first) if "." in first else int(first)}
        )
    raise ZohoError("INVALID_URL_PATTERN")


def authenticate(authorization: str, state: State, now: float) -> Token:
    """Return the token in an Authorization header, which is empty if missing; raise the error for an invalid one."""
    scheme, _, text = authorization.partition(" ")
    text = text.strip()
    if scheme.lower() not in SCHEMES or not text:
        raise ZohoError("AUTHENTICATION_FAILURE")
    token = state.token(text)
    if token and token.dropped:
        raise ZohoError("INVALID_OAUTHTOKEN")
    if token is None or (token.expires_at is not None and token.expires_at <= now):
        raise ZohoError("INVALID_TOKEN")
    return token


def check_scope(operation: Operation, module: str | None, token: Token) -> None:
    """Raise OAUTH_SCOPE_MISMATCH if a token's scopes do not allow the operation, on the module if there is one."""
    if not operation.accepts_scopes(token.scopes, module):
        raise ZohoError("OAUTH_SCOPE_MISMATCH")


def find_module(operation: Operation, api_name: str, organization: Organization) -> Module:
    """Return the module in the path; raise the declared error for an unknown or unsupported one."""
    module = organization.module(api_name)
    if module is None:
        raise ZohoError("INVALID_MODULE")
    if not module.supported or not operation.supports_module(api_name, custom=module.custom):
        if operation.declares("NOT_SUPPORTED", ""):
            raise ZohoError("NOT_SUPPORTED")
        unsupported = "not_supported"
        raise ZohoError(
            "INVALID_MODULE", case=unsupported if operation.declares("INVALID_MODULE", unsupported) else None
        )
    return module


def module_in_body(operation: Operation, body: bytes) -> str | None:
    """Return the API name of the module in a body; None if there is none, which the operation rejects itself."""
    if operation.module_in_body is None:
        return None
    try:
        found = json.loads(body)
        for step in operation.module_in_body:
            found = found[int(step) if isinstance(found, list) else step]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None
    return found if isinstance(found, str) else None


def read_parameters(
    operation: Operation, path: Mapping[str, str], query: bytes, headers: Mapping[bytes, bytes]
) -> dict[str, str]:
    """Return the parameters that are given and that the operation has; raise for a repeated or too long one."""
    given = dict(path)
    for name, value in _pairs(query.decode("latin-1")):
        parameter = operation.parameters.get(name)
        if parameter is None or parameter.place != "query":
            continue
        if name in given:
            raise ZohoError("INVALID_REQUEST")
        given[name] = value
    for name, value in given.items():
        parameter = operation.parameters[name]
        if not parameter.validator.is_valid(value) and parameter.only_too_long(value):
            raise ZohoError("UNABLE_TO_PARSE_DATA_TYPE")
    for parameter in operation.parameters.values():
        value_in_header = headers.get(parameter.name.lower().encode()) if parameter.place == "header" else None
        if value_in_header is not None:
            given[parameter.name] = value_in_header.decode("latin-1")
    return given


def _pairs(query: str) -> list[tuple[str, str]]:
    if "%" in query or "+" in query:
        return parse_qsl(query, keep_blank_values=True)
    # Nearly no query needs decoding, and without it reading takes a third of the time.
    split = [parameter.partition("=") for parameter in query.split("&") if parameter]
    return [(name, value) for name, _, value in split]
