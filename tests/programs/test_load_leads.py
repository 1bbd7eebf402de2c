"""The loader loads a file in several jobs, and an interrupted run goes on where it was."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from zoho_crm_jobs import JobHandle

from tests.programs.load_leads import load

if TYPE_CHECKING:
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox


def test_load(zoho_crm_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row has its outcome, in the order of the file, and no job is created twice."""
    source = tmp_path / "leads.csv"
    rows = [[str(number), "Ann", f"Stone {number}", "Zylker", f"ann{number}@example.com"] for number in range(1200)]
    rows[700][4] = "not an address"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Number", "First name", "Name", "Company", "E-mail"], *rows])

    crm = zoho_crm_sandbox.client()
    with monkeypatch.context() as patch:
        patch.setattr(JobHandle, "wait", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            load(crm, source, tmp_path, rows=500)
    counts = load(crm, source, tmp_path, rows=500)

    assert counts == {"added": 1199, "unprocessed": 1}
    zoho_crm_sandbox.journal.assert_submissions("create_bulk_write_job", 3)
    with (tmp_path / "outcome.csv").open(encoding="utf-8", newline="") as file:
        outcomes = list(csv.reader(file))
    assert len(outcomes) == 1201
    assert outcomes[701] == ["701", "unprocessed", "", "INVALID_DATA-Email"]


def _interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
