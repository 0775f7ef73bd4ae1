"""Pictures of Settings, Setup and the first start."""

from __future__ import annotations

import dataclasses

from sayback.config import Config, VoiceConfig
from sayback.errors import ModelError
from sayback.thresholds import Thresholds
from tests.tui.pictures import BOX, EVERY, SMALL, pictures
from tests.tui.pilots import settle, shown, until


async def settings(pilot, scene):
    """The list, with settings that differ from their defaults."""
    await pilot.press("f4")
    await settle(pilot)
    await pilot.press("down", "down", "down", "down")


async def typed(pilot, scene):
    """A value that makes no sense."""
    await settings(pilot, scene)
    await pilot.press("enter")
    await settle(pilot)
    pilot.app.screen.query_one("Input").value = "0"
    await pilot.press("enter")
    await until(pilot, lambda: "⚠" in shown(pilot))


async def chosen(pilot, scene):
    """A value to choose."""
    await settings(pilot, scene)
    await pilot.press("up", "up", "enter")


async def setup(pilot, scene):
    """Microphone, loudspeaker, voice and model, and where all else is."""
    await pilot.press("f2")
    await settle(pilot)
    await until(pilot, lambda: "-23 dB" in shown(pilot))


@pictures(EVERY, settings, setup)
def test_screen(same_picture, scene, steps, look):
    scene.config = _changed(scene.config)
    assert same_picture(steps, look)


@pictures(BOX, typed, chosen)
def test_box(same_picture, scene, steps, look):
    """Boxes in the middle."""
    scene.config = _changed(scene.config)
    assert same_picture(steps, look)


def _changed(config: Config) -> Config:
    return dataclasses.replace(
        config, voice=VoiceConfig(rate_wpm=140), thresholds=Thresholds(long_pause_s=1.5)
    )


async def microphone(pilot, scene):
    """Step 1: somebody is recorded."""
    await until(pilot, lambda: "-23 dB" in shown(pilot))
    await pilot.press("space")
    await until(pilot, lambda: "● Recording" in shown(pilot))


async def loudspeaker(pilot, scene):
    """Step 2: a sentence is spoken."""
    await _skip(pilot, "▶ Loudspeaker")
    await pilot.press("space")
    await until(pilot, lambda: "“This is how" in shown(pilot))


async def model(pilot, scene):
    """Step 3: what a model weighs."""
    await _skip(pilot, "▶ Loudspeaker", "▶ Words")


async def download(pilot, scene):
    """A model that could not be had."""

    def fail(name, on_progress):
        # Any progress would show for how long the rest takes on this machine.
        raise ModelError("The model can't be downloaded: there is no network; try again later.")

    scene.download = fail
    await model(pilot, scene)
    await pilot.press("enter")
    await until(pilot, lambda: "no network" in shown(pilot))


async def question(pilot, scene):
    """Step 4: a first question."""
    await _skip(pilot, "▶ Loudspeaker", "▶ Words", "▶ First question")


async def _skip(pilot, *names):
    for name in names:
        await pilot.press("s")
        await until(pilot, lambda name=name: name in shown(pilot))
        await settle(pilot)


@pictures(EVERY, microphone, loudspeaker, model, question)
def test_first_start(same_picture, scene, steps, look):
    scene.installed, scene.started_before = (), False
    assert same_picture(steps, look)


@pictures(BOX, download)
def test_download(same_picture, scene, steps, look):
    """A box in the middle."""
    scene.installed, scene.started_before = (), False
    assert same_picture(steps, look)


@pictures(SMALL[:1], settings, microphone, question)
def test_without_colour(same_picture, scene, monkeypatch, steps, look):
    monkeypatch.setenv("NO_COLOR", "1")
    scene.started_before = steps is settings
    scene.config = _changed(scene.config)
    assert same_picture(steps, look)
