"""The programs in ``tests/programs`` are as short as their authors were promised, and strictly typed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from codegen.generate import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = ROOT / "tests/programs"


@pytest.mark.parametrize(
    ("files", "most"),
    [(["load_leads.py"], 60), (["nightly.py", "test_nightly.py"], 60), (["web.py", "test_web.py"], 80)],
)
def test_a_program_is_short(files: list[str], most: int) -> None:
    """A program, with its tests where its author writes some, has few lines, blank ones included."""
    assert sum(len((PROGRAMS / file).read_text("utf-8").splitlines()) for file in files) <= most


def test_programs_are_strictly_typed(tmp_path: Path) -> None:
    """Pyright accepts each program strictly; mypy is strict on all files."""
    shutil.copytree(PROGRAMS, tmp_path / "tests/programs")
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT / folder) for folder in ("generated", "scripts")]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    environment = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout
