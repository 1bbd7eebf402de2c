"""Which scope is good for which operation on which module, as the document has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_sandbox.contract import installed_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox import Sandbox

DOCUMENT = json.loads(installed_document().read_text("utf-8"))
PATHS = {
    "get_mass_update_status": "/crm/v8/{module}/actions/mass_update?job_id=1",
    "get_mass_change_owner_status": "/crm/v8/{module}/actions/mass_change_owner?job_id=1",
    "get_inventory_mass_convert_status": "/crm/v8/{module}/actions/mass_convert?job_id=1",
    "get_bulk_write_job": "/crm/bulk/v8/write/1",
    "convert_lead_v2_1": "/crm/v2.1/Leads/1/actions/convert",
}
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation for item in DOCUMENT["paths"].values() for operation in item.values()
}


def listed(operation: dict[str, Any]) -> list[str]:
    """Returns the scopes that an operation lists."""
    return [scope for requirement in operation["security"] for scopes in requirement.values() for scope in scopes]


def matrix() -> Iterator[tuple[str, str, str, bool]]:
    """Yields every operation with every module and every scope that it lists, and whether the scope is enough."""
    for operation_id, operation in OPERATIONS.items():
        by_module = operation.get("x-module-scope", {"scope": "", "modules": {"": []}})
        modules = {**by_module["modules"], **({"Shipments": by_module["other"]} if "other" in by_module else {})}
        every_name = {name for names in modules.values() for name in names}
        for module, names in modules.items():
            for scope in listed(operation):
                of_a_module = scope in {by_module["scope"].replace("{module}", name) for name in every_name}
                of_this_one = scope in {by_module["scope"].replace("{module}", name) for name in names}
                yield operation_id, module, scope, of_this_one or not of_a_module


def is_let_in(sandbox: Sandbox, operation_id: str, module: str, scope: str) -> bool:
    """Returns whether a token with one scope may call an operation."""
    path = PATHS[operation_id].format(module=module)
    headers = {"Authorization": f"Zoho-oauthtoken {sandbox.issue_token([scope])}"}
    with httpx.Client(transport=sandbox.transport(), base_url="https://www.zohoapis.com", headers=headers) as client:
        response = client.request("POST" if operation_id == "convert_lead_v2_1" else "GET", path, json={"data": [{}]})
    return response.status_code != 401


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_matrix(sandbox: Sandbox, operation_id: str) -> None:
    """Each listed scope is good for its own module, or for all if it names none; its case does not matter."""
    rows = [row for row in matrix() if row[0] == operation_id]
    assert rows
    assert any(enough for *_, enough in rows)
    for _, module, scope, enough in rows:
        assert is_let_in(sandbox, operation_id, module, scope) is enough, (module, scope)
        assert is_let_in(sandbox, operation_id, module, scope.upper()) is enough, (module, scope)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_scope_of_another_operation_is_not_enough(sandbox: Sandbox, operation_id: str) -> None:
    """No scope is good for what does not list it."""
    mine = {scope.lower() for scope in listed(OPERATIONS[operation_id])}
    others = {scope for operation in OPERATIONS.values() for scope in listed(operation) if scope.lower() not in mine}
    for scope in sorted(others):
        assert not is_let_in(sandbox, operation_id, "Quotes", scope), scope


def test_the_custom_scope_is_for_modules_that_no_scope_names(sandbox: Sandbox) -> None:
    """Also for one that does not exist, which is then said by the next check."""
    assert is_let_in(sandbox, "get_mass_update_status", "Nonsense", "ZohoCRM.mass_update.custom.READ")
    assert not is_let_in(sandbox, "get_mass_update_status", "Nonsense", "ZohoCRM.mass_update.leads.READ")
    assert not is_let_in(sandbox, "get_mass_update_status", "Leads", "ZohoCRM.mass_update.custom.READ")
