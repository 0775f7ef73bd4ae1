"""Pictures of Home, practice, help and commands."""

from __future__ import annotations

import shutil

from textual.command import CommandPalette

from sayback.errors import DeviceError
from sayback.interview.phases import Phase
from tests.tui.pictures import BOX, EVERY, SMALL, WITH_LARGE, pictures
from tests.tui.pilots import settle, shown, until


async def home(pilot, scene):
    """Home as it opens."""


async def question(pilot, scene):
    """A question without takes, whose details say other things."""
    await pilot.press("down", "down", "down")


async def searched(pilot, scene):
    """A search that finds nothing."""
    await pilot.press("slash", *"kafka")
    await until(pilot, lambda: "No question passes" in shown(pilot))


async def _practise(pilot, scene, phase, **moment):
    scene.prepare = lambda run: run.set(phase, **moment)
    await pilot.press("enter")
    await until(pilot, lambda: scene.runs and "begin" in scene.runs[-1].told)
    await until(pilot, lambda: pilot.app.screen._state.snapshot == scene.runs[-1].now)


async def asking(pilot, scene):
    """The question is asked."""
    await _practise(pilot, scene, Phase.ASKING)


async def thinking(pilot, scene):
    """Time to think."""
    await _practise(pilot, scene, Phase.THINKING, think_left_s=11.2)


async def answering(pilot, scene):
    """An answer at a good level."""
    await _practise(
        pilot, scene, Phase.ANSWERING, elapsed_s=83.4, level_db=-21.0, peak_db=-9.0
    )  # fmt: skip


async def too_loud(pilot, scene):
    """An answer that is too long and too loud."""
    warning = "Too loud: the recording is clipped; move back or turn the microphone down."
    await _practise(
        pilot, scene, Phase.ANSWERING, elapsed_s=163.0, level_db=-3.0, peak_db=-0.1, warning=warning
    )


async def paused(pilot, scene):
    """An answer that waits."""
    await _practise(pilot, scene, Phase.PAUSED, elapsed_s=83.4, level_db=-44.0, peak_db=-30.0)


async def analysing(pilot, scene):
    """The report is being made."""
    await _practise(pilot, scene, Phase.ANALYSING, elapsed_s=123.4, progress=0.42)


async def discard(pilot, scene):
    """The question before an answer is thrown away."""
    await answering(pilot, scene)
    await pilot.press("d")


async def leave(pilot, scene):
    """The question before an answer is left."""
    await answering(pilot, scene)
    await pilot.press("escape")


async def no_microphone(pilot, scene):
    """A practice run that can't begin."""

    def fail(run):
        run.fails_with = DeviceError(
            "No microphone was found: plug one in, or choose one in Setup."
        )

    scene.prepare = fail
    await pilot.press("enter")
    await until(pilot, lambda: "This can't go on" in shown(pilot))


async def help_home(pilot, scene):
    """Help."""
    await pilot.press("f1")


async def commands(pilot, scene):
    """All commands by name."""
    await pilot.press("ctrl+p")
    await until(pilot, lambda: pilot.app.screen.has_class("-ready"))


async def takes(pilot, scene):
    """History."""
    await pilot.press("t")
    await settle(pilot)


@pictures(WITH_LARGE, home, answering)
def test_where_one_stays(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(EVERY, question, asking, thinking, too_loud, paused, analysing)
def test_screen(same_picture, steps, look):
    assert same_picture(steps, look)


@pictures(BOX, searched, discard, leave, no_microphone, help_home)
def test_box(same_picture, steps, look):
    """Boxes in the middle, and Home without a question, where only one sentence is new."""
    assert same_picture(steps, look)


@pictures(BOX, commands)
def test_commands(same_picture, monkeypatch, steps, look):
    """One list, filled at once: a slow machine shows that it is busy, and the first half."""
    monkeypatch.setattr(CommandPalette, "_BUSY_COUNTDOWN", 3600.0)
    monkeypatch.setattr(CommandPalette, "_RESULT_BATCH_TIME", 3600.0)

    assert same_picture(steps, look)


@pictures(EVERY, home, takes)
def test_nothing_recorded_yet(same_picture, scene, steps, look):
    shutil.rmtree(scene.folder)

    assert same_picture(steps, look)


@pictures(SMALL[:1], home, too_loud)
def test_without_colour(same_picture, monkeypatch, steps, look):
    monkeypatch.setenv("NO_COLOR", "1")

    assert same_picture(steps, look)
