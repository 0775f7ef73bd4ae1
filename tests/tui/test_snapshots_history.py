"""Pictures of History and of Home's panel; look at each that changes before it is kept."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.render import reports
from tests.tui.pilots import settle, until
from tests.tui.stage import QUESTIONS, Stage, add_take, fill

SIZES = [(80, 24), (120, 36), (160, 50)]
IDS = ["80x24", "120x36", "160x50"]
FILLED = (5.1, 4.6, 3.2, 3.9, 4.2, 3.1, 2.2, 2.9, 2.4, 2.6, 1.9, 2.1)


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    """Takes of every sort, and enough of one sort to see a trend."""
    monkeypatch.chdir(tmp_path)
    stage = Stage(Path("takes"))
    fill(stage.library)
    for place, rate in enumerate(FILLED):
        report = reports.rich()
        filled = dataclasses.replace(report.fillers.filled_pauses, per_100_words=rate)
        fillers = dataclasses.replace(report.fillers, filled_pauses=filled)
        report = dataclasses.replace(report, fillers=fillers)
        take = add_take(
            stage.library, f"2026-11-{1 + place:02d}/190000-x", QUESTIONS[place % 3], report
        )
        kept = dataclasses.replace(take, starred=place == 9, rating="hard" if place == 10 else None)
        stage.library.save(kept)
    return stage


async def home(pilot):
    """What to practise today."""
    await pilot.press("d")


async def history(pilot):
    """The table."""
    await pilot.press("t")
    await settle(pilot)


async def trends(pilot):
    """How filled pauses moved."""
    await history(pilot)
    await pilot.press("g", "down", "down")


async def found(pilot):
    """What a search found."""
    await history(pilot)
    await pilot.press("slash", *"sale")
    await until(pilot, lambda: pilot.app.screen._found is not None)
    await settle(pilot)
    await pilot.press("enter", "down")


async def dates(pilot):
    """From when to when."""
    await history(pilot)
    pilot.app.screen.query_one("#of-dates").value = "other"


def picture(snap_compare, stage, steps, size, theme="sayback-dark") -> bool:
    async def before(pilot):
        pilot.app.theme = theme
        await settle(pilot)
        await steps(pilot)
        await settle(pilot)
        pilot.app.clear_notifications()
        await settle(pilot)

    return snap_compare(stage.app(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("steps", [home, history, trends, found], ids=lambda s: s.__name__)
def test_dark(snap_compare, stage, steps, size):
    assert picture(snap_compare, stage, steps, size)


@pytest.mark.parametrize("steps", [home, trends, found], ids=lambda s: s.__name__)
def test_light(snap_compare, stage, steps):
    assert picture(snap_compare, stage, steps, (120, 36), "sayback-light")


def test_dates(snap_compare, stage):
    assert picture(snap_compare, stage, dates, (80, 24))


def test_without_colour(snap_compare, stage, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    assert picture(snap_compare, stage, trends, (80, 24))
