"""Pictures of the Compare screen; look at each that changes before it is kept."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sayback.analysis.report import Rate, Shares
from sayback.tui.messages import OpenComparison
from tests.compare.cut import without_filler
from tests.render import reports
from tests.tui.pilots import settle, until
from tests.tui.stage import DIVE_DEEP, Stage, add_take, fill

SIZES = [(80, 24), (120, 36), (160, 50)]
IDS = ["80x24", "120x36", "160x50"]
USUAL_WPM = (148.0, 155.0, 150.0, 161.0, 152.0)


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    """A take, a later one that is slower and lacks a filler, and some to know what is usual."""
    monkeypatch.chdir(tmp_path)
    stage = Stage(Path("takes"))
    fill(stage.library)
    told = reports.rich()
    for day, wpm in enumerate(USUAL_WPM):
        usual = dataclasses.replace(told, pace=dataclasses.replace(told.pace, wpm=wpm))
        add_take(stage.library, f"2026-11-1{day}/190000-x", DIVE_DEEP, usual)
    later = without_filler(told, 0)
    later = dataclasses.replace(
        later,
        pace=dataclasses.replace(told.pace, wpm=131.0),
        fillers=dataclasses.replace(later.fillers, filled_pauses=Rate(2, 2.1, 1.5)),
        star=dataclasses.replace(told.star, shares=Shares(0.14, 0.1, 0.52, 0.18, 0.06)),
    )
    kept = add_take(stage.library, "2026-11-23/070000-dive-deep", DIVE_DEEP, later)
    stage.library.save(dataclasses.replace(kept, starred=True))
    return stage


def picture(snap_compare, stage, size, theme, keys=()):
    """Compare the screen with its picture."""

    async def before(pilot) -> None:
        pilot.app.theme = theme
        await settle(pilot)
        a, b = (stage.library.get(name) for name in ("143205-dive-deep", "070000-dive-deep"))
        pilot.app.screen.post_message(OpenComparison(a, b))
        await until(pilot, lambda: getattr(pilot.app.screen, "_comparison", None))
        await settle(pilot)
        await pilot.press(*keys)
        pilot.app.clear_notifications()
        await settle(pilot)

    return snap_compare(stage.app(), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("theme", ["sayback-dark", "sayback-light"])
def test_words(snap_compare, stage, size, theme):
    assert picture(snap_compare, stage, size, theme)


@pytest.mark.parametrize("theme", ["sayback-dark", "sayback-light"])
def test_figures_of_a_narrow_screen(snap_compare, stage, theme):
    assert picture(snap_compare, stage, SIZES[0], theme, ["2"])


def test_without_colour(snap_compare, stage, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    assert picture(snap_compare, stage, SIZES[0], "sayback-dark")
