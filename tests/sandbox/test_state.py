"""The database, in memory or in a file that is kept when its process ends and belongs to one sandbox at a time."""

from __future__ import annotations

import gc
import re
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx
import pytest
from zoho_crm_sandbox import Clock, Sandbox
from zoho_crm_sandbox.__main__ import main
from zoho_crm_sandbox.state.database import State
from zoho_crm_sandbox.validation import END_OF_TIME

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = {"Authorization": "Zoho-oauthtoken sandbox"}
DAY = 24 * 3600
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


def start(database: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    """Start a sandbox in a process of its own."""
    command = [sys.executable, "-m", "zoho_crm_sandbox", "--port=0", "--quiet", f"--database={database}", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_a_killed_process_loses_nothing_that_a_response_confirmed(tmp_path: Path) -> None:
    """The submitted job is there after a restart, and so is the time that the clock was set to."""
    submission = "/crm/v8/Accounts/actions/mass_update"
    body = {"data": [{"Industry": "Education"}], "cvid": "554023000000091515"}
    process, url = start(tmp_path / "state.db")
    with process:
        assert httpx.post(f"{url}/_sandbox/clock", json={"advance": DAY}).status_code == 200
        submitted = httpx.post(url + submission, json=body, headers=HEADERS)
        process.kill()
        process.communicate()
    assert submitted.status_code == 200, submitted.text
    job = submitted.json()["data"][0]["details"]["job_id"]
    process, url = start(tmp_path / "state.db", "--clock=manual")
    with process:
        assert httpx.get(f"{url}/_sandbox/clock").json()["seconds"] > time.time() + DAY / 2
        status = httpx.get(url + submission, params={"job_id": job}, headers=HEADERS)
        process.terminate()
        process.communicate()
    assert status.json()["data"][0]["Total_Count"] == 50


def test_a_database_is_used_by_one_sandbox_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second sandbox stops with one line, and the first goes on."""
    database = tmp_path / "state.db"
    with Sandbox(database=database) as first:
        assert main(["--port", "0", "--database", str(database)]) == 1
        assert capsys.readouterr().err == f"zoho-crm-sandbox: {database}: another sandbox uses this database\n"
        with pytest.raises(ValueError, match=f"^{re.escape(str(database))}: another sandbox uses this database$"):
            Sandbox(database=database)
        first.issue_token(["a"])
    with Sandbox(database=database) as second:
        assert second.state.token(second.issue_token(["b"])) is not None


def test_an_invalid_file_is_not_locked(tmp_path: Path) -> None:
    """A file that is not a database can be replaced by one."""
    database = tmp_path / "state.db"
    database.write_text("nothing of the kind" * 100)
    with pytest.raises(ValueError, match="file is not a database"):
        Sandbox(database=database)
    database.unlink()
    with Sandbox(database=database):
        pass


def test_a_manual_clock_stands_still_between_processes(tmp_path: Path) -> None:
    """A manual clock shows the same moment in the next process."""
    with Sandbox(database=tmp_path / "state.db", clock=Clock(0)) as sandbox:
        sandbox.clock.set("2030-01-01T00:00:00Z")
        sandbox.clock.advance(10)
        shown = sandbox.clock.now()
    with Sandbox(database=tmp_path / "state.db", clock=Clock(0)) as sandbox:
        assert sandbox.clock.now() == shown
    with Sandbox(database=tmp_path / "state.db", clock=Clock(0, start=5)) as sandbox:
        assert sandbox.clock.now() == 5, "a start that is given counts"


def test_a_clock_goes_on_at_its_speed_between_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock goes on as if the process had never ended; it stops at the end of time, and never goes back."""
    database = tmp_path / "state.db"
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    with Sandbox(database=database, clock=Clock(0)) as sandbox:
        sandbox.clock.set(5000)
        sandbox.clock.set_scale(60)
        shown = sandbox.clock.now()
    monkeypatch.setattr(time, "time", lambda: 1010.0)
    with Sandbox(database=database, clock=Clock(0)) as sandbox:
        assert 5600 <= sandbox.clock.now() < shown + 700
        sandbox.clock.set_scale(1_000_000)
    monkeypatch.setattr(time, "time", lambda: 900.0)
    with Sandbox(database=database, clock=Clock(0)) as sandbox:
        assert sandbox.clock.now() >= 5600
        sandbox.clock.set(END_OF_TIME - 1)
        sandbox.state.set_anchor(0, END_OF_TIME - 1, 1)
    with Sandbox(database=database, clock=Clock(0)) as sandbox:
        assert sandbox.clock.now() == END_OF_TIME


def test_a_clock_may_be_moved_when_its_sandbox_is_closed(tmp_path: Path) -> None:
    """A clock can be moved after its sandbox was closed."""
    clock = Clock(0)
    with Sandbox(database=tmp_path / "state.db", clock=clock):
        pass
    clock.advance(1)
