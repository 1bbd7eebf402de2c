"""How far the property tests explore, which is known before they are collected."""

from __future__ import annotations

from pathlib import Path

from schemathesis.config import SchemathesisConfig

SETTINGS = Path(__file__).with_name("schemathesis.toml").read_text("utf-8")
FAR = {"deterministic = true": "deterministic = false", "max-examples = 60": "max-examples = 2000"}

far = False
"""Whether to explore far, with fresh seeds: set by ``--long``."""


def config() -> SchemathesisConfig:
    """Returns the settings of the property tests."""
    settings = SETTINGS
    for usual, changed in FAR.items() if far else ():
        assert usual in settings
        settings = settings.replace(usual, changed)
    return SchemathesisConfig.from_str(settings)
