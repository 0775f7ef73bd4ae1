"""A filled stage for every test of a screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.tui.pictures import Look, Steps, matches
from tests.tui.stage import Stage, fill

# Where the snapshot plugin puts its report; the common fixtures clear all that begins with TEXTUAL.
_REPORTS = "TEXTUAL_SNAPSHOT_TEMPDIR"
_REPORTS_DIR = os.environ.get(_REPORTS, "")


@pytest.fixture(autouse=True)
def snapshot_reports(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the snapshot plugin find its folder again."""
    monkeypatch.setenv(_REPORTS, _REPORTS_DIR)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A made-up world with takes of every sort."""
    stage = Stage(tmp_path / "takes")
    _fill(stage)
    return stage


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The same world every time, in a folder that is called the same everywhere."""
    monkeypatch.chdir(tmp_path)
    scene = Stage(Path("takes"))
    _fill(scene)
    return scene


def _fill(stage: Stage) -> None:
    fill(stage.library)
    for path in stage.folder.rglob("*.wav"):
        # Older than what is being recorded right now.
        os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def same_picture(snap_compare: Callable[..., bool], scene: Stage) -> Callable[[Steps, Look], bool]:
    """Compare what some steps lead to with its picture."""
    return partial(matches, snap_compare, scene)
