"""History: filters, search, trends, star, trash."""

import dataclasses

import pytest
from textual.widgets import Input, Label

from sayback.tui.screens.dates import DatesDialog
from sayback.tui.screens.report import ReportScreen
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.hit_list import HitList
from sayback.tui.widgets.take_table import TakeTable
from sayback.tui.widgets.trend_plot import TrendPlot
from sayback.tui.widgets.trends_pane import TrendsPane
from tests.render import reports
from tests.tui.pilots import footer, notices, settle, shown, text_of, until
from tests.tui.stage import DIVE_DEEP, add_take


async def open_history(pilot):
    await settle(pilot)
    await pilot.press("t")
    await settle(pilot)


async def choose(pilot, name, value):
    pilot.app.screen.query_one(f"#of-{name}", Choice).value = value
    await settle(pilot)


def listed(pilot):
    return [row.id[5:10] for row in pilot.app.screen._rows.values()]


def count(pilot):
    return str(pilot.app.screen.query_one("#count", Label).render())


async def search(pilot, text):
    await pilot.press("slash")
    pilot.app.screen.query_one("#search", Input).value = text
    await until(pilot, lambda: pilot.app.screen._found is not None)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize(
    ("name", "value", "days"),
    [
        ("pack", "general", ["11-19"]),
        ("principle", "dive-deep", ["11-22", "11-20"]),
        ("question", "design-queue", ["11-21"]),
        ("dates", "6", ["11-22", "11-21", "11-20", "11-19", "11-18"]),
        ("dates", "0", []),
        ("state", "pending", ["11-19", "11-18"]),
        ("state", "starred", []),
    ],
)
async def test_filters_narrow_the_table(stage, name, value, days):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await choose(pilot, name, value)

        assert listed(pilot) == days
        assert pilot.app.screen.query_one(TakeTable).row_count == len(days)


async def test_the_count_says_how_many_pass_and_c_clears(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await choose(pilot, "pack", "tpm")
        await choose(pilot, "question", "design-queue")
        assert count(pilot).startswith("1 of 5 takes")

        await pilot.press("l", "c")
        await settle(pilot)
        assert count(pilot).startswith("5 takes")
        assert pilot.app.screen.query_one("#of-pack", Choice).value == ""


async def test_a_range_of_dates_is_asked_for(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await choose(pilot, "dates", "other")
        assert isinstance(pilot.app.screen, DatesDialog)
        since, until_ = pilot.app.screen.query(Input)
        since.value = "20 Nov"
        await pilot.press("enter")
        assert "year-month-day" in text_of(pilot.app.screen.query_one("#wrong"))

        since.value, until_.value = "2026-11-19", "2026-11-21"
        await pilot.press("enter")
        await settle(pilot)
        assert listed(pilot) == ["11-21", "11-20", "11-19"]


async def test_a_search_shows_places_and_enter_plays_one(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await search(pilot, '"two retries"')
        hits = pilot.app.screen.query_one(HitList)
        assert hits.option_count == 2
        assert count(pilot) == "Said in 2 takes"
        assert "found that two retries could overtake each other" in text_of(hits)
        assert not pilot.app.screen.query_one(TakeTable).display

        await pilot.press("enter")
        await until(pilot, lambda: stage.sounds and stage.sounds[-1].played)
        said_at = next(
            word.start_s for word in reports.rich().transcript.words if word.text == "two"
        )
        assert stage.sounds[-1].played == [(round(said_at - 0.4, 2), None)]

        await until(pilot, lambda: "Stop" in footer(pilot))
        await pilot.press("space")
        assert not stage.sounds[-1].is_playing


async def test_o_opens_the_take_of_a_place_and_falls_silent(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await search(pilot, "retries")
        await pilot.press("enter")
        await until(pilot, lambda: stage.sounds and stage.sounds[0].is_playing)
        await pilot.press("down", "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)

        assert "20 Nov 2026, 19:01" in shown(pilot)
        assert not stage.sounds[0].is_playing


async def test_filters_count_for_what_was_found(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await search(pilot, "retries")
        await choose(pilot, "pack", "general")

        assert pilot.app.screen.query_one(HitList).option_count == 0
        assert count(pilot) == "Said in 0 takes"


async def test_what_was_never_said_is_told_and_escape_brings_the_table_back(stage):
    async with stage.app().run_test() as pilot:
        await open_history(pilot)
        await search(pilot, "xyzzy")
        assert "never said" in count(pilot)

        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen._found is None)
        await settle(pilot)
        assert pilot.app.screen.query_one(TakeTable).display
        assert isinstance(pilot.app.focused, TakeTable)


async def test_words_without_times_are_found_but_not_played(stage):
    words = tuple(
        dataclasses.replace(word, start_s=None, end_s=None)
        for word in reports.rich().transcript.words
    )
    transcript = reports.rich().transcript.with_words(words)
    report = dataclasses.replace(reports.rich(), transcript=transcript)
    add_take(stage.library, "2026-11-23/080000-x", DIVE_DEEP, report)
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await search(pilot, "retries")
        await pilot.press("enter")
        await settle(pilot)

        assert any("without times" in notice for notice in notices(pilot))
        assert not stage.sounds


async def test_s_stars_and_unstars(stage):
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "★ kept" in shown(pilot))
        assert stage.library.get("143205-dive-deep").starred
        await choose(pilot, "state", "starred")
        assert listed(pilot) == ["11-22"]

        await pilot.press("l", "s")
        await until(pilot, lambda: not listed(pilot))
        assert not stage.library.get("143205-dive-deep").starred


async def test_a_take_deleted_in_an_earlier_session_comes_back_from_the_trash(stage):
    stage.library.trash(stage.library.get("143205-dive-deep"))
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_history(pilot)
        assert len(listed(pilot)) == 4
        assert "Undo" not in footer(pilot)

        await pilot.press("x")
        await settle(pilot)
        assert "Which take to bring back?" in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: stage.library.trashed() == ())
        await settle(pilot)
        assert len(listed(pilot)) == 5


async def test_an_empty_trash_says_so(stage):
    async with stage.app().run_test() as pilot:
        await open_history(pilot)
        await pilot.press("x")
        await settle(pilot)

        assert "The trash is empty." in notices(pilot)


async def test_undo_still_works_after_history_was_left(stage):
    async with stage.app().run_test() as pilot:
        await open_history(pilot)
        await pilot.press("d")
        await until(pilot, lambda: len(listed(pilot)) == 4)
        await pilot.press("escape")
        await open_history(pilot)
        await pilot.press("u")
        await until(pilot, lambda: len(listed(pilot)) == 5)


async def test_g_shows_the_trends_of_the_takes_that_pass_and_goes_back(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert "Pace, words/min" in shown(pilot)
        assert "Last: 152 words/min" in shown(pilot)
        assert not {"Delete", "Star", "Again"} & set(footer(pilot)), "their take is out of sight"

        await choose(pilot, "question", "why-us")
        assert "No take here has this figure." in shown(pilot)

        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.focused, TakeTable)


async def test_the_marked_figure_is_plotted(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await pilot.press("g", "down")
        await settle(pilot)

        assert "Words, in the answer" in text_of(pilot.app.screen.query_one(TrendPlot))


async def test_a_large_screen_has_room_for_both(stage):
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await open_history(pilot)

        assert pilot.app.screen.query_one(TrendsPane).display
        assert pilot.app.screen.query_one(TakeTable).display
        assert "Pace, words/min" in shown(pilot)
