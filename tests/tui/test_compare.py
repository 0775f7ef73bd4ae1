"""Compare: two takes of a question, differences marked, places heard in turn."""

import dataclasses

import pytest

from sayback.errors import AudioError
from sayback.tui.messages import OpenComparison, OpenTake
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.compare import CompareScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.takes import TakesScreen
from sayback.tui.widgets.comparison_lists import DifferenceList, PassageList
from tests.compare.cut import without_filler
from tests.render import reports
from tests.tui.pilots import footer, notices, settle, shown, until
from tests.tui.stage import DIVE_DEEP, GENERAL, add_take

NARROW, WIDE = (80, 24), (160, 50)
GONE = reports.rich().fillers.items[0]


@pytest.fixture
def cut(stage):
    """A later take of the same question, without the first filler."""
    report = without_filler(reports.rich(), 0)
    return add_take(stage.library, "2026-11-23/070000-dive-deep", DIVE_DEEP, report)


async def open_comparison(pilot, stage, a="143205-dive-deep", b="070000-dive-deep"):
    """Open the comparison of two takes."""
    await settle(pilot)
    pilot.app.screen.post_message(OpenComparison(stage.library.get(a), stage.library.get(b)))
    await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
    await settle(pilot)


async def test_a_take_beside_itself_shows_no_difference(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage, b="143205-dive-deep")

        screen = shown(pilot)
        assert "Both takes say the same words." in screen
        assert "⟨" not in screen.replace("⟨only here⟩", "")
        await pilot.press("n")
        assert notices(pilot)[-1] == "There is no further difference in the words."


async def test_a_copy_without_a_filler_shows_that_one(stage, cut):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage)

        screen = shown(pilot).replace("⟨only here⟩", "")
        assert screen.count("⟨") == 1
        assert f"⟨{GONE.text}⟩" in screen
        assert "1 stretch only in A, 0 only in B." in screen


async def test_space_plays_a_and_then_b_from_the_aligned_place(stage, cut):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage)
        pilot.app.screen.query_one(PassageList).highlighted = 1
        await pilot.press("space")
        (sound,) = stage.sounds
        comparison = pilot.app.screen._comparison
        place = comparison.passages[1]
        assert sound.played == [tuple(round(s, 2) for s in place.a_s)]
        await pilot.pause()
        assert "▶" in shown(pilot)

        sound.end(place.a_s[1])
        await until(pilot, lambda: len(sound.played) == 2)
        assert sound.played[1] == tuple(round(s, 2) for s in place.b_s)
        assert sound.played[1][0] < sound.played[0][0]

        await pilot.press("space")
        assert not sound.is_playing


async def test_one_take_alone_can_be_heard(stage, cut):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage)
        await pilot.press("b")
        (sound,) = stage.sounds
        place = pilot.app.screen._comparison.passages[0]
        assert sound.played == [tuple(round(s, 2) for s in place.b_s)]


async def test_the_keeper_is_starred(stage, cut):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage)
        await pilot.press("B")
        await settle(pilot)

        assert stage.library.get("070000-dive-deep").starred
        assert not stage.library.get("143205-dive-deep").starred
        assert "★" in shown(pilot)


async def test_a_narrow_screen_shows_words_or_figures(stage, cut):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_comparison(pilot, stage)
        assert "⟨only here⟩" in shown(pilot)
        assert "words/min" not in shown(pilot)

        await pilot.press("2")
        await pilot.pause()
        assert "words/min" in shown(pilot)


async def test_among_the_figures_n_goes_from_one_that_stands_out_to_the_next(stage):
    """Four takes that are alike leave no spread, so whatever changes stands out."""
    told = reports.rich()
    for day in "1234":
        add_take(stage.library, f"2026-11-1{day}/190000-x", DIVE_DEEP, told)
    slower = dataclasses.replace(told.pace, wpm=100.0)
    longer = dataclasses.replace(told.pauses, longest_s=9.9)
    later = dataclasses.replace(told, pace=slower, pauses=longer)
    add_take(stage.library, "2026-11-10/070000-dive-deep", DIVE_DEEP, later)
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_comparison(pilot, stage)
        await pilot.press("2")
        figures = pilot.app.screen.query_one(DifferenceList)
        assert figures.highlighted_id == "pace.wpm"

        await pilot.press("n")
        assert figures.highlighted_id == "pauses.longest_s"
        assert "Longest pause" in shown(pilot)
        await pilot.press("n")
        assert notices(pilot)[-1] == "No further figure stands out."
        await pilot.press("N")
        assert figures.highlighted_id == "pace.wpm"


async def test_from_the_report_the_earlier_take_is_a(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        pilot.app.screen.post_message(OpenTake(stage.library.get("143205-dive-deep")))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await settle(pilot)
        text = shown(pilot)
        assert text.index("A  20 Nov") < text.index("B  22 Nov")

        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReportScreen)


async def test_from_the_history_one_of_several_is_chosen(stage, cut):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert "Compare" in footer(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await settle(pilot)
        text = shown(pilot)
        assert text.index("A  20 Nov") < text.index("B  23 Nov")


async def test_the_only_take_of_a_question_has_nothing_to_be_compared_with(stage):
    add_take(stage.library, "2026-11-23/070000-q", GENERAL[1], reports.rich())
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("e")
        await until(pilot, lambda: "no other take of this question" in notices(pilot)[-1])

        assert isinstance(pilot.app.screen, TakesScreen)


async def test_a_recording_that_cannot_be_read_leaves_the_figures(stage, cut):
    def fail(path):
        raise AudioError(f"{path.name} is damaged.")

    app = stage.app()
    app.session.services = dataclasses.replace(app.session.services, decode=fail)
    async with app.run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage)
        await pilot.press("space")

        assert "damaged" in notices(pilot)[-1]
        assert "words/min" in shown(pilot)


async def test_a_take_without_words_is_compared_by_its_sound(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_comparison(pilot, stage, b="180000-why-us")
        await pilot.press("n", "space")

        assert "only its sound is compared" in shown(pilot)
        assert stage.sounds[0].played == []
