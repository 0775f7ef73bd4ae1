"""Report: advice, figures, words; listening to any moment."""

import dataclasses

import pytest

from sayback.errors import AudioError
from sayback.tui.messages import OpenTake
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.measured import MeasuredDialog
from sayback.tui.screens.report import ReportScreen
from sayback.tui.take_view import STILL_NO_WORDS
from sayback.tui.widgets.figure_list import FigureList
from sayback.tui.widgets.timeline_view import GUTTER, TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView
from tests.render import reports
from tests.tui.pilots import footer, notices, settle, shown, until

NARROW, WIDE = (80, 24), (160, 50)
WORDS = reports.rich().transcript.words


async def open_report(pilot, stage, name="143205-dive-deep", **changes):
    """Open a take's report from Home."""
    await settle(pilot)
    take = dataclasses.replace(stage.library.get(name), **changes)
    pilot.app.screen.post_message(OpenTake(take))
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
    await settle(pilot)


async def test_a_wide_screen_shows_advice_figures_and_words(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)

        screen = shown(pilot)
        assert "1 Do not stop in the middle of a clause" in screen
        assert "152 words/min  on target" in screen
        assert "‹um?› started to drop" in screen
        assert "Situation" in screen


async def test_a_narrow_screen_shows_one_pane_at_a_time(stage):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_report(pilot, stage)
        assert "Do not stop in the middle" in shown(pilot)
        assert "words/min" not in shown(pilot)

        await pilot.press("2")
        await pilot.pause()
        assert "152 words/min  on target" in shown(pilot)

        await pilot.press("3")
        await pilot.pause()
        assert "‹um?› started" in shown(pilot)


async def test_space_plays_and_the_spoken_word_is_marked(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("space")
        (sound,) = stage.sounds
        assert sound.played == [(0.0, None)]

        sound.position_s = WORDS[20].start_s + 0.01
        await until(pilot, lambda: pilot.app.screen.query_one(TranscriptView).spoken == 20)
        await pilot.press("space")
        assert sound.is_paused


async def test_the_view_follows_the_voice(stage):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_report(pilot, stage)
        await pilot.press("3", "space")
        view = pilot.app.screen.query_one(TranscriptView)
        stage.sounds[0].position_s = WORDS[-1].start_s + 0.01
        await until(pilot, lambda: view.scroll_offset.y > 0)

        assert "you?]." in shown(pilot)


@pytest.mark.parametrize(
    ("key", "start_s"), [("left", 25.0), ("right", 35.0), ("comma", 29.0), ("full_stop", 31.0)]
)
async def test_keys_seek_in_every_pane(stage, key, start_s):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("space")
        for pane in "123":
            await pilot.press(pane)
            stage.sounds[0].position_s = 30.0
            await pilot.press(key)
            assert stage.sounds[0].played[-1] == (start_s, None)


async def test_f_goes_from_filler_to_filler_and_back(stage):
    starts = sorted(item.start for item in reports.rich().fillers.items)
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        for _ in range(3):
            await pilot.press("f")
        await pilot.press("F")

        played = [start for start, _ in stage.sounds[0].played]
        assert played == pytest.approx([*starts[:3], starts[1]], abs=0.01)


async def test_after_the_last_filler_there_is_none(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("space")
        stage.sounds[0].position_s = 65.0
        await pilot.press("f")

        assert "There is no filler after this." in notices(pilot)


async def test_enter_on_advice_plays_what_shows_it(stage):
    evidence = reports.rich().advice[0].evidence[0]
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("enter")

        start_s, end_s = stage.sounds[0].played[-1]
        assert start_s == pytest.approx(evidence.start - 0.4, abs=0.01)
        assert end_s == pytest.approx(evidence.end + 0.3, abs=0.01)


async def test_enter_on_a_figure_plays_its_first_moment(stage):
    first = next(i for i in reports.rich().fillers.items if i.kind == "filled_pause")
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("2")
        figures = pilot.app.screen.query_one(FigureList)
        figures.highlighted = figures.get_option_index("fillers.filled_pauses")
        await pilot.press("enter")

        assert stage.sounds[0].played[-1][0] == pytest.approx(first.start - 0.4, abs=0.01)


async def test_a_click_on_a_word_plays_it(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        view = pilot.app.screen.query_one(TranscriptView)
        column, piece = view._layout_now.lines[0].pieces[3]
        await pilot.click(TranscriptView, offset=(view._layout_now.margin_cells + column, 0))

        expected = WORDS[piece.word].start_s
        assert stage.sounds[0].played[-1][0] == pytest.approx(expected, abs=0.01)


async def test_a_click_on_the_timeline_goes_there(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        timeline = pilot.app.screen.query_one(TimelineView)
        middle = GUTTER + (timeline.size.width - GUTTER) // 2
        await pilot.click(TimelineView, offset=(middle, 0))
        await pilot.press("space")

        assert stage.sounds[0].played[-1][0] == pytest.approx(33.0, abs=0.5)


async def test_m_says_how_the_marked_figure_is_measured(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("2")
        figures = pilot.app.screen.query_one(FigureList)
        figures.highlighted = figures.get_option_index("pace.wpm")
        await pilot.press("m")
        await pilot.pause()

        assert isinstance(pilot.app.screen, MeasuredDialog)
        assert "60 × words / time from first to last speech" in shown(pilot)
        assert "Rodero 2012" in shown(pilot)


async def test_r_asks_the_same_question_again(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("r")
        await until(pilot, lambda: stage.orders)

        assert stage.orders[0].question.id == "dive-deep-root-cause"
        assert stage.orders[0].links == ()


async def test_u_asks_a_follow_up_question_that_is_linked_to_the_take(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("down", "enter")
        await until(pilot, lambda: stage.orders)

        (order,) = stage.orders
        assert order.question.text == "What would you look at first next time?"
        assert order.links == ("2026-11-22/143205-dive-deep",)


async def test_a_take_without_words_says_so_and_a_completes_it(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, "180000-why-us")
        assert "The words are not known yet" in shown(pilot)
        assert "Analyse" in footer(pilot)

        await pilot.press("a")
        await settle(pilot)
        assert "‹um?› started" in shown(pilot)
        assert "Analyse" not in footer(pilot)


async def test_an_analysis_that_finds_no_words_says_what_to_do(stage):
    stage.analyse = lambda take: take
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, "180000-why-us")
        await pilot.press("a")
        await settle(pilot)

        assert STILL_NO_WORDS in notices(pilot)


async def test_a_failed_analysis_is_told_and_nothing_is_lost(stage):
    def fail(take):
        raise AudioError("The recording can't be read.")

    stage.analyse = fail
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, "180000-why-us")
        await pilot.press("a")
        await settle(pilot)

        assert "The recording can't be read." in notices(pilot)


async def test_a_recording_that_cannot_be_read_can_still_be_read_about(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        pilot.app.session.services = dataclasses.replace(
            pilot.app.session.services, decode=_no_audio
        )
        await open_report(pilot, stage)
        await pilot.press("space")

        assert "152 words/min" in shown(pilot)
        assert "The recording is gone." in notices(pilot)


def _no_audio(path):
    raise AudioError("The recording is gone.")


async def test_a_loudspeaker_that_fails_is_told(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("space")
        problem = "The loudspeaker has gone silent; check that it is connected."
        stage.sounds[0].problem = problem

        await until(pilot, lambda: problem in notices(pilot))


async def test_the_demo_model_is_cautioned_against(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, report=reports.demo())

        assert "⚠ demo model: words not reliable" in shown(pilot)


@pytest.mark.parametrize(
    "make",
    [reports.system_design, reports.french, reports.imported, reports.empty, reports.hostile],
)
async def test_every_sort_of_report_can_be_read_through(stage, make):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_report(pilot, stage, report=make())
        for pane in "123":
            await pilot.press(pane, "end", "enter", "f", "F")

        assert isinstance(pilot.app.screen, ReportScreen)


async def test_words_that_look_like_markup_are_shown_as_they_are(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, report=reports.hostile())

        assert "<script>alert(1)</script>" in shown(pilot)
        assert "[a](b)" in shown(pilot)


async def test_back_leads_home_and_lets_the_loudspeaker_go(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)
        await until(pilot, lambda: stage.sounds[0].closed)
