"""The sandbox's README: its example runs, and its tables leave nothing out."""

from __future__ import annotations

import re
from pathlib import Path

import zoho_crm_sandbox
from zoho_crm_sandbox import Sandbox
from zoho_crm_sandbox.control import Control
from zoho_crm_sandbox.seed import FIRST_ID

README = Path(zoho_crm_sandbox.__file__).with_name("README.md").read_text("utf-8")


def test_the_example_runs() -> None:
    """As it stands."""
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  (it is our own)


def held(sandbox: Sandbox) -> set[str]:
    """Returns all ids and tokens that a new sandbox holds, except the ids of modules."""
    columns = ("id FROM organizations", "id FROM users", "id FROM jobs", "id FROM records", "token FROM tokens")
    return {row[0] for column in columns for row in sandbox.state._db.execute(f"SELECT {column}")}


def test_every_id_and_token_is_listed(sandbox: Sandbox) -> None:
    """Everything that a new sandbox holds can be looked up."""
    assert {value for value in held(sandbox) if value not in README} == set()


def test_every_id_that_is_listed_is_there(sandbox: Sandbox) -> None:
    """And nothing can be looked up that it does not hold, but the id of the first record that is made."""
    assert set(re.findall(r"\b\d{16,19}\b", README)) - held(sandbox) == {str(FIRST_ID)}


def test_the_control_plane_is_listed(sandbox: Sandbox) -> None:
    """Every request that it takes."""
    for name, actions in Control(sandbox)._actions.items():
        for method in actions:
            assert f"`{method} /_sandbox/{name}`" in README
