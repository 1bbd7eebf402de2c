"""The database, in memory or in a file."""

from __future__ import annotations

import gc
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx
import pytest
from zoho_crm_sandbox import Sandbox
from zoho_crm_sandbox.state.database import State

if TYPE_CHECKING:
    from pathlib import Path

CONVERT = "/crm/v2.1/Leads/738964000002118030/actions/convert"


def convert(sandbox: Sandbox, token: str = "sandbox") -> httpx.Response:  # noqa: S107  (it is public)
    """Convert a lead."""
    headers = {"Authorization": f"Zoho-oauthtoken {token}"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://test", headers=headers) as client:
        return client.post(CONVERT, json={"data": [{}]})


def test_a_file_keeps_the_state(tmp_path: Path) -> None:
    """Changes and issued tokens are in the file."""
    with Sandbox(database=tmp_path / "state.db") as sandbox:
        token = sandbox.issue_token(["ZohoCRM.modules.ALL"], expires_in=None)
        assert convert(sandbox).status_code == 200
    with Sandbox(database=str(tmp_path / "state.db"), seed=7) as sandbox:
        assert convert(sandbox, token).json()["data"][0]["code"] == "ID_ALREADY_CONVERTED"
        sandbox.reset()
        assert convert(sandbox).status_code == 200


def test_a_confirmed_change_is_in_the_file(tmp_path: Path) -> None:
    """Another connection sees the change before the sandbox is closed."""
    with Sandbox(database=tmp_path / "state.db") as sandbox:
        convert(sandbox)
        with sqlite3.connect(tmp_path / "state.db") as other:
            fields = "SELECT count(*) FROM records WHERE json_extract(fields, '$.Mobile') = '+1 555 0130'"
            assert other.execute(fields).fetchone() == (2,)
        other.close()


def test_a_file_that_is_not_a_database_of_the_sandbox(tmp_path: Path) -> None:
    """The error names the file, which is left unchanged."""
    text = tmp_path / "text"
    text.write_text("nothing of the kind, and long enough to be looked at" * 10)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE things (thing)")
    database.close()
    later = tmp_path / "later.db"
    with sqlite3.connect(later) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    for path in (text, foreign, later, tmp_path / "missing" / "state.db", tmp_path):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(ValueError, match=f"^{re.escape(str(path))}: "):
            Sandbox(database=path)
        assert before == (path.read_bytes() if path.is_file() else None)


def test_a_database_that_nobody_closes_is_closed() -> None:
    """No warning comes of an unclosed database."""
    state = State()
    finalizer = state._finalizer
    del state
    gc.collect()
    assert not finalizer.alive


def test_threads_may_share_a_sandbox() -> None:
    """Of many simultaneous conversions of a lead exactly one succeeds."""
    with Sandbox() as sandbox, ThreadPoolExecutor(16) as threads:
        responses = list(threads.map(lambda _: convert(sandbox).status_code, range(64)))
    assert sorted(responses) == [200] + [202] * 63


def test_closing_twice() -> None:
    """A second call of close does nothing."""
    with Sandbox() as sandbox:
        sandbox.close()


@pytest.mark.parametrize("seed", [-1, 1_000_000, 1.5, True, "1"])
def test_an_invalid_seed(seed: int) -> None:
    """A seed is a whole number."""
    with pytest.raises(ValueError, match=r"^seed: .*: a whole number from 0 to 999999"):
        Sandbox(seed=seed)
