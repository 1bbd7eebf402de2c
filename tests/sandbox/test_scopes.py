"""The scopes that each operation accepts on each module, as the document lists them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox.contract import installed_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zoho_crm_sandbox import Sandbox

DOCUMENT = json.loads(installed_document().read_text("utf-8"))
PATHS = {
    "get_mass_update_status": "/crm/v8/{module}/actions/mass_update?job_id=1",
    "get_mass_change_owner_status": "/crm/v8/{module}/actions/mass_change_owner?job_id=1",
    "get_inventory_mass_convert_status": "/crm/v8/{module}/actions/mass_convert?job_id=1",
    "get_bulk_write_job": "/crm/bulk/v8/write/1",
    "convert_lead_v2_1": "/crm/v2.1/Leads/1/actions/convert",
    "convert_lead_v3": "/crm/v3/Leads/1/actions/convert",
    "schedule_mass_update": "/crm/v8/{module}/actions/mass_update",
    "schedule_mass_change_owner": "/crm/v8/{module}/actions/mass_change_owner",
    "schedule_inventory_mass_convert": "/crm/v8/{module}/actions/mass_convert",
    "upload_bulk_write_file": "/crm/v8/upload",
    "create_bulk_write_job": "/crm/bulk/v8/write",
    "download_bulk_write_result": "/v2/crm/1/bulk-write/1/1.zip",
    "convert_lead": "/crm/v8/Leads/1/actions/convert",
    "get_lead_conversion_options": "/crm/v8/Leads/1/__conversion_options",
}
METHODS: dict[str, str] = {
    operation["operationId"]: method.upper()
    for item in DOCUMENT["paths"].values()
    for method, operation in item.items()
}
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation
    for item in DOCUMENT["paths"].values()
    for operation in item.values()
    if operation["security"]
}
"""Those that need a token."""


def alternatives(operation: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the alternatives that an operation lists, each the scopes that are required together."""
    return [tuple(scopes) for requirement in operation["security"] for scopes in requirement.values()]


def for_module(forms: Iterable[str], names: set[str] | list[str]) -> set[str]:
    """Return the scopes for modules, by the names of these."""
    return {form.replace("{module}", name) for form in forms for name in names}


def matrix() -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Yield every operation with every module and every alternative that it lists, and whether this is enough."""
    for operation_id, operation in OPERATIONS.items():
        by_module = operation.get("x-module-scope", {"scopes": [], "modules": {"": []}})
        modules = {**by_module["modules"], **({"Shipments": by_module["other"]} if "other" in by_module else {})}
        every_name = {name for names in modules.values() for name in names}
        for module, names in modules.items():
            foreign = for_module(by_module["scopes"], every_name) - for_module(by_module["scopes"], names)
            for scopes in alternatives(operation):
                yield operation_id, module, scopes, not foreign.intersection(scopes)


def may_call(sandbox: Sandbox, operation_id: str, module: str, *scopes: str) -> bool:
    """Return whether a token with some scopes may call an operation."""
    path = PATHS[operation_id].format(module=module)
    headers = {"Authorization": f"Zoho-oauthtoken {sandbox.issue_token(scopes)}"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        body = {"data": [{}], "resource": [{"module": {"api_name": module}}]}
        response = client.request(METHODS[operation_id], path, json=body)
    return response.status_code != 401


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_matrix(sandbox: Sandbox, operation_id: str) -> None:
    """Each listed scope allows its own module, or all modules if it names none, in any case of letters."""
    rows = [row for row in matrix() if row[0] == operation_id]
    assert rows
    assert any(enough for *_, enough in rows)
    for _, module, scopes, enough in rows:
        assert may_call(sandbox, operation_id, module, *scopes) is enough, (module, scopes)
        assert may_call(sandbox, operation_id, module, *(scope.upper() for scope in scopes)) is enough, (
            module,
            scopes,
        )


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_scope_of_another_operation_is_not_enough(sandbox: Sandbox, operation_id: str) -> None:
    """A scope allows only operations that list it."""
    mine = [{scope.lower() for scope in scopes} for scopes in alternatives(OPERATIONS[operation_id])]
    every = {scope for operation in OPERATIONS.values() for scopes in alternatives(operation) for scope in scopes}
    for scope in sorted(every):
        if {scope.lower()} not in mine:
            assert not may_call(sandbox, operation_id, "Quotes", scope), scope


def test_the_custom_scope_is_for_modules_that_no_scope_names(sandbox: Sandbox) -> None:
    """The custom scope is enough for an unknown module, which the next check rejects."""
    assert may_call(sandbox, "get_mass_update_status", "Nonsense", "ZohoCRM.mass_update.custom.READ")
    assert not may_call(sandbox, "get_mass_update_status", "Nonsense", "ZohoCRM.mass_update.leads.READ")
    assert not may_call(sandbox, "get_mass_update_status", "Leads", "ZohoCRM.mass_update.custom.READ")
