"""Pictures of Settings and of the first start; look at each that changes before it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayback.config import Config, ScreenConfig, VoiceConfig
from sayback.thresholds import Thresholds
from tests.tui.pilots import settle, shown, until
from tests.tui.stage import Stage, fill

SIZES = [(80, 24), (120, 36)]
IDS = ["80x24", "120x36"]
THEMES = ["sayback-dark", "sayback-light"]


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    """The same world every time, in a folder that is called the same everywhere."""
    monkeypatch.chdir(tmp_path)
    stage = Stage(Path("takes"))
    fill(stage.library)
    return stage


async def settings(pilot):
    """The list, with a setting that differs from its default."""
    await pilot.press("f4")
    await settle(pilot)
    await pilot.press("down", "down", "down", "down")


async def typed(pilot):
    """A value that makes no sense."""
    await settings(pilot)
    await pilot.press("enter")
    await settle(pilot)
    field = pilot.app.screen.query_one("Input")
    field.cursor_blink = False
    field.value = "0"
    await pilot.press("enter")
    await until(pilot, lambda: "⚠" in shown(pilot))


async def chosen(pilot):
    """A value to choose."""
    await settings(pilot)
    await pilot.press("up", "up", "enter")
    await settle(pilot)


async def setup(pilot):
    """Microphone, loudspeaker, voice and model, and where all else is."""
    await pilot.press("f2")
    await settle(pilot)
    await until(pilot, lambda: "-23 dB" in shown(pilot))


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "steps", [settings, typed, chosen, setup], ids=lambda steps: steps.__name__
)
def test_settings(snap_compare, stage, steps, theme, size):
    stage.config = Config(
        voice=VoiceConfig(rate_wpm=140),
        screen=ScreenConfig(theme=theme),
        thresholds=Thresholds(long_pause_s=1.5),
    )
    assert _picture(snap_compare, stage, size, steps)


async def microphone(pilot):
    """Step 1: somebody is recorded."""
    await until(pilot, lambda: "-23 dB" in shown(pilot))
    await pilot.press("space")
    await until(pilot, lambda: "● Recording" in shown(pilot))


async def loudspeaker(pilot):
    """Step 2: a sentence is spoken."""
    await _skip(pilot, "▶ Loudspeaker")
    await pilot.press("space")
    await until(pilot, lambda: "“This is how" in shown(pilot))


async def model(pilot):
    """Step 3: what a model weighs."""
    await _skip(pilot, "▶ Loudspeaker", "▶ Words")


async def question(pilot):
    """Step 4: a first question."""
    await _skip(pilot, "▶ Loudspeaker", "▶ Words", "▶ First question")


async def _skip(pilot, *names):
    for name in names:
        await pilot.press("s")
        await until(pilot, lambda name=name: name in shown(pilot))
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "steps", [microphone, loudspeaker, model, question], ids=lambda steps: steps.__name__
)
def test_first_start(snap_compare, stage, steps, theme, size):
    stage.installed, stage.started_before = (), False
    stage.config = Config(screen=ScreenConfig(theme=theme))
    assert _picture(snap_compare, stage, size, steps)


@pytest.mark.parametrize("steps", [settings, microphone], ids=lambda steps: steps.__name__)
def test_without_colour(snap_compare, stage, steps, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    stage.started_before = steps is settings
    stage.config = Config(voice=VoiceConfig(rate_wpm=140))
    assert _picture(snap_compare, stage, SIZES[0], steps)


def _picture(snap_compare, stage, size, steps) -> bool:
    async def before(pilot):
        await settle(pilot)
        await steps(pilot)
        pilot.app.clear_notifications()
        await settle(pilot)

    return snap_compare(stage.app(), terminal_size=size, run_before=before)
