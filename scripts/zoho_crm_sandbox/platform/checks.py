"""What Zoho checks before a request gets to its operation, one function a check. ``Api`` has their order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from zoho_crm_sandbox.call import ZohoError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from zoho_crm_sandbox.contract import Operation
    from zoho_crm_sandbox.state.database import State
    from zoho_crm_sandbox.state.oauth import Token
    from zoho_crm_sandbox.state.organization import Module, Organization

SCHEMES = ("zoho-oauthtoken", "bearer")
# crm.zoho.com, accounts.zohocloud.ca and so on; www.zohoapis.com is an api domain.
ZOHO_BUT_NO_API = re.compile(r"(?:.+\.)?zoho(?:cloud)?(?:\.[a-z]{2,3}){1,2}\.?(?::\d*)?")


def check_host(host: str, operations: Iterable[Operation]) -> None:
    """Checks the host: any may stand for the sandbox except those of Zoho that serve something else.

    Args:
        host: The header.
        operations: The operations at the path.

    Raises:
        ZohoError: INVALID_HOST.
    """
    if ZOHO_BUT_NO_API.fullmatch(host.lower()):
        name = host.lower().partition(":")[0].removesuffix(".")
        if any(name in operation.hosts for operation in operations):
            return
        raise ZohoError("INVALID_HOST")


def check_version_exists(versions: Container[str], version: str | None) -> None:
    """Reject a version in the path that no operation has; None if the path has no place for one."""
    if version is not None and version not in versions:
        raise ZohoError("INVALID_URL_PATTERN")


def check_version(operation: Operation, version: str | None) -> None:
    """Checks that the version in the path has the operation.

    Args:
        operation: The operation.
        version: The version; None if the path has no place for it.

    Raises:
        ZohoError: API_NOT_SUPPORTED with the first version that has it, if declared; else INVALID_URL_PATTERN.
    """
    if version is None or version in operation.parameters["version"].values:
        return
    if operation.declares("API_NOT_SUPPORTED", ""):
        first = operation.parameters["version"].values[0].removeprefix("v")
        raise ZohoError(
            "API_NOT_SUPPORTED", details={"supported_version": float(first) if "." in first else int(first)}
        )
    raise ZohoError("INVALID_URL_PATTERN")


def authenticate(authorization: str, state: State, now: float) -> Token:
    """Returns the token that a request is made with.

    Args:
        authorization: The header; empty if there is none.
        state: Everything that the sandbox remembers.
        now: The time, in seconds since 1970.

    Raises:
        ZohoError: AUTHENTICATION_FAILURE without a token, INVALID_OAUTHTOKEN if newer ones have pushed it out,
            INVALID_TOKEN if it is unknown or has expired.
    """
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
    """Checks that the token's scopes allow the operation.

    Args:
        operation: The operation.
        module: The API name of the module in the path or in the body, if there is one.
        token: The token.

    Raises:
        ZohoError: OAUTH_SCOPE_MISMATCH.
    """
    if not operation.accepts_scopes(token.scopes, module):
        raise ZohoError("OAUTH_SCOPE_MISMATCH")


def find_module(operation: Operation, api_name: str, organization: Organization) -> Module:
    """Returns the module in the path.

    Args:
        operation: The operation.
        api_name: The API name of the module.
        organization: The organization.

    Raises:
        ZohoError: INVALID_MODULE; NOT_SUPPORTED or the text for it, if declared, for an unsupported module.
    """
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
    """Returns the API name of the module in a body; None if it has none, which the operation itself will refuse.

    Args:
        operation: The operation.
        body: The body.
    """
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
    """Returns those parameters of the operation that are given. Other parameters are ignored.

    Args:
        operation: The operation.
        path: The parameters in the path.
        query: The query as it was sent.
        headers: The headers, with names in lower case.

    Raises:
        ZohoError: INVALID_REQUEST for one that is given twice, UNABLE_TO_PARSE_DATA_TYPE for a number that is no long.
    """
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
    # What needs no decoding, as nearly every query, is read in a third of the time.
    split = [parameter.partition("=") for parameter in query.split("&") if parameter]
    return [(name, value) for name, _, value in split]
