"""A filled stage for every test of a screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.stage import Stage, fill


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A made-up world with takes of every sort."""
    stage = Stage(tmp_path / "takes")
    fill(stage.library)
    for path in stage.folder.rglob("*.wav"):
        # Older than what is being recorded right now.
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return stage
