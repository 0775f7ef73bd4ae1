"""Pictures of every screen, small and large; `pytest --snapshot-update` makes them anew.

Look at each picture that changes before it is kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sayback.analysis.correction import of_filler, of_word
from sayback.interview.phases import Phase
from sayback.library import Bookmark
from sayback.library.corrected import with_corrections
from sayback.tui.messages import OpenTake
from sayback.tui.screens.report import ReportScreen
from tests.render import reports
from tests.tui.pilots import settle, until
from tests.tui.stage import Stage, fill

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (160, 50)
Steps = Callable[[Pilot[None], Stage], Awaitable[None]]


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    """The same world every time, in a folder that is called the same everywhere."""
    monkeypatch.chdir(tmp_path)
    stage = Stage(Path("takes"))
    fill(stage.library)
    return stage


async def home(pilot, stage):
    """Home as it opens."""


async def _practise(pilot, stage, phase, **moment):
    stage.prepare = lambda run: run.set(phase, **moment)
    await pilot.press("enter")
    await until(pilot, lambda: stage.runs and "begin" in stage.runs[-1].told)
    await until(pilot, lambda: pilot.app.screen._state.snapshot == stage.runs[-1].now)


async def asking(pilot, stage):
    """The question is asked."""
    await _practise(pilot, stage, Phase.ASKING)


async def thinking(pilot, stage):
    """Time to think."""
    await _practise(pilot, stage, Phase.THINKING, think_left_s=11.2)


async def answering(pilot, stage):
    """An answer at a good level."""
    await _practise(
        pilot, stage, Phase.ANSWERING, elapsed_s=83.4, level_db=-21.0, peak_db=-9.0
    )  # fmt: skip


async def too_loud(pilot, stage):
    """An answer that is too long and too loud."""
    warning = "Too loud: the recording is clipped; move back or turn the microphone down."
    await _practise(
        pilot, stage, Phase.ANSWERING, elapsed_s=163.0, level_db=-3.0, peak_db=-0.1, warning=warning
    )


async def analysing(pilot, stage):
    """The report is being made."""
    await _practise(pilot, stage, Phase.ANALYSING, elapsed_s=123.4, progress=0.42)


async def discard(pilot, stage):
    """The question before an answer is thrown away."""
    await answering(pilot, stage)
    await pilot.press("d")


async def _open(pilot, stage, name):
    pilot.app.screen.post_message(OpenTake(stage.library.get(name)))
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
    await settle(pilot)


async def report(pilot, stage):
    """A report's advice (all of it on a large screen)."""
    await _open(pilot, stage, "143205-dive-deep")


async def figures(pilot, stage):
    """A report's figures."""
    await report(pilot, stage)
    await pilot.press("2", "down", "down", "down", "down", "down", "down", "down")


async def words(pilot, stage):
    """A report's words, one of which is heard."""
    await report(pilot, stage)
    await pilot.press("3", "space")
    stage.sounds[-1].position_s = 17.3
    await until(pilot, lambda: "0:17" in pilot.app.screen.query_one("TimelineView").caption)


async def pending(pilot, stage):
    """A report without words."""
    await _open(pilot, stage, "180000-why-us")


async def design(pilot, stage):
    """A report of a system design answer."""
    await _open(pilot, stage, "201500-design-queue")
    await pilot.press("2")


async def desk(pilot, stage):
    """A take that was rated, bookmarked and corrected, slowed down and repeated."""
    take = stage.library.get("143205-dive-deep")
    said = take.report.transcript
    take = with_corrections(take, [of_word(said, 0, "Well,"), of_filler(said, [6], None)])
    marks = (Bookmark(12.5, "Too long."), Bookmark(55.0, "Good."))
    stage.library.save(
        dataclasses.replace(take, rating="good", bookmarks=marks, notes="Slower at the start.")
    )
    await words(pilot, stage)
    await pilot.press("minus", "l")
    await until(pilot, lambda: "↻" in pilot.app.screen.query_one("TimelineView").caption)


async def correct(pilot, stage):
    """A word that is corrected."""
    await words(pilot, stage)
    await pilot.press("c")
    await until(pilot, lambda: pilot.app.screen.query("#part"))
    _hold_cursor(pilot)


async def notes(pilot, stage):
    """Notes on a take."""
    await report(pilot, stage)
    await pilot.press("n")
    await pilot.pause()
    _hold_cursor(pilot)


async def bookmark(pilot, stage):
    """A bookmark with its note."""
    await desk(pilot, stage)
    stage.sounds[-1].position_s = 55.1
    await pilot.press("b")
    await pilot.pause()
    _hold_cursor(pilot)


def _hold_cursor(pilot):
    for field in pilot.app.screen.query("Input, TextArea"):
        field.cursor_blink = False


async def measured(pilot, stage):
    """How a figure is measured."""
    await figures(pilot, stage)
    await pilot.press("m")


async def follow_up(pilot, stage):
    """The choice of a follow-up question."""
    await report(pilot, stage)
    await pilot.press("u")


async def takes(pilot, stage):
    """All takes."""
    await pilot.press("t")
    await settle(pilot)


async def setup(pilot, stage):
    """Microphone, loudspeaker, voice, model."""
    await pilot.press("f2")
    await settle(pilot)
    await until(pilot, lambda: pilot.app.screen.query_one("LevelMeter").level_db == -23.0)


async def help_home(pilot, stage):
    """Help."""
    await pilot.press("f1")
    await settle(pilot)


SCREENS: tuple[Steps, ...] = (
    home, asking, thinking, answering, too_loud, analysing, discard, report, figures, words,
    pending, design, desk, correct, notes, bookmark, measured, follow_up, takes, setup, help_home,
)  # fmt: skip


def picture(snap_compare, stage: Stage, steps: Steps, size: tuple[int, int], theme: str) -> bool:
    """Compare a screen with its picture."""

    async def before(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await settle(pilot)
        await steps(pilot, stage)
        pilot.app.clear_notifications()
        await settle(pilot)

    return snap_compare(stage.app(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x50"])
@pytest.mark.parametrize("steps", SCREENS, ids=lambda steps: steps.__name__)
def test_dark(snap_compare, stage, steps, size):
    assert picture(snap_compare, stage, steps, size, "sayback-dark")


@pytest.mark.parametrize("steps", [home, answering, words, desk], ids=lambda steps: steps.__name__)
def test_light(snap_compare, stage, steps):
    assert picture(snap_compare, stage, steps, LARGE, "sayback-light")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("steps", [report, desk, correct], ids=lambda steps: steps.__name__)
def test_the_listening_desk_on_a_middling_screen(snap_compare, stage, steps, theme):
    assert picture(snap_compare, stage, steps, MIDDLE, f"sayback-{theme}")


@pytest.mark.parametrize("steps", [desk, correct], ids=lambda steps: steps.__name__)
def test_the_listening_desk_in_the_light(snap_compare, stage, steps):
    assert picture(snap_compare, stage, steps, SMALL, "sayback-light")


def test_without_colour(snap_compare, stage, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    assert picture(snap_compare, stage, words, SMALL, "sayback-dark")


def test_the_demo_models_caution(snap_compare, stage):
    newest = stage.library.get("last")
    stage.library.save(dataclasses.replace(newest, report=reports.demo()))

    assert picture(snap_compare, stage, report, SMALL, "sayback-dark")
