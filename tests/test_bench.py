"""The benchmarks run; what they measure is for people to read."""

from __future__ import annotations

import json
import re
import sys
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from benchmarks import processes, sandbox, waiting
from benchmarks.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line has its number, and a ratio where there is something to compare."""
    main(["sandbox", "--requests", "16", "--rounds", "1", "--jobs", "300"])
    out = capsys.readouterr().out
    for what in ("status read", "submission", "start", "status read, 300 jobs"):
        assert re.search(rf"^{what} +[\d.]+(/s| s) +[\d.]+(/s| s) +[\d.]+$", out, re.MULTILINE), what
    assert len(re.findall(r"^memory", out, re.MULTILINE)) == 2


def test_a_server_that_refuses_is_not_measured(sandbox_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors can be faster than answers."""
    monkeypatch.setattr(sandbox, "TOKEN", "nobody")
    port = int(sandbox_url.rpartition(":")[2])
    with pytest.raises(RuntimeError, match=r"^expected answers of success, got \[401\]$"):
        sandbox.measure(dict.fromkeys(("bare", "sandbox", "few", "many"), port), 1, 1)


def test_memory_where_the_system_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is nothing then, rather than an error."""
    monkeypatch.setattr(processes, "Path", lambda _: tmp_path / "none")
    with processes.serving("-c", "print('http://x:1', flush=True); input()") as server:
        assert server.memory() == 0
        assert server.port == 1
    assert sys.executable


def test_waiting(capsys: pytest.CaptureFixture[str]) -> None:
    """It says what it simulates, and has a line for each policy with and without counts."""
    main(["waiting", "--jobs", "20"])
    out = capsys.readouterr().out
    assert out.startswith(
        "20 jobs, seed 1.\nA job takes 1 s to 2 h, the logarithm being uniform. It is queued for up to"
    )
    for jobs in ("all", "counts", "no counts"):
        for policy in ("ProgressAware", "Fixed", "Exponential"):
            assert re.search(rf"^{jobs} +{policy}( +[\d.]+){{4}}$", out, re.MULTILINE), (jobs, policy)
        assert re.search(rf"^{jobs} +[\d.]+ of the polls, [\d.]+ of the mean lateness$", out, re.MULTILINE), jobs


def test_the_suggested_delays_are_those_of_the_document() -> None:
    """What is simulated is what is published."""
    document = json.loads(resources.files("zoho_crm_jobs").joinpath("openapi.json").read_text("utf-8"))
    waiters = [
        response["x-waiter"] for response in document["components"]["responses"].values() if "x-waiter" in response
    ]
    assert waiters
    assert all(waiter["delay"] == {"first": waiting.FIRST, "longest": waiting.LONGEST} for waiter in waiters)
