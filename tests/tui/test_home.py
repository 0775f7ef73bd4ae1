"""Home: packs, filters, questions, details, earlier takes."""

import dataclasses

import pytest
from textual.widgets import Input, Static

from sayback.config import Config, PracticeConfig
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.takes import TakesScreen
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.question_list import QuestionList
from sayback.tui.widgets.take_list import TakeList
from tests.tui.pilots import footer, notices, settle, shown, text_of, until
from tests.tui.stage import CATALOGUE, DIVE_DEEP, GENERAL, Stage

WIDE = (160, 50)


def listed(pilot) -> list[str]:
    return [option.id for option in pilot.app.screen.query_one(QuestionList).options if option.id]


def details(pilot) -> str:
    return text_of(pilot.app.screen.query_one("#details-text", Static))


async def test_it_opens_with_all_questions_the_first_one_marked(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)

        assert len(listed(pilot)) == 6
        assert pilot.app.screen.marked == DIVE_DEEP
        assert "Follows one problem down" in details(pilot)
        assert "Can show: Dive Deep, Earn Trust" in details(pilot)


async def test_it_opens_with_the_pack_of_the_configuration(tmp_path):
    stage = Stage(tmp_path, Config(practice=PracticeConfig(pack="general")))
    async with stage.app().run_test() as pilot:
        await settle(pilot)

        assert listed(pilot) == ["why-us", "your-questions"]


async def test_a_pack_is_chosen_with_the_keyboard(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("p", "end")
        await settle(pilot)

        assert listed(pilot) == ["why-us", "your-questions"]


async def test_filters_narrow_and_c_clears_them_and_the_search(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        pilot.app.screen.query_one("#kind", Choice).value = "system-design"
        await settle(pilot)
        assert listed(pilot) == ["design-queue"]

        await pilot.press("c")
        await settle(pilot)
        assert len(listed(pilot)) == 6

        await pilot.press("slash", *"mistake", "enter")
        await settle(pilot)
        assert listed(pilot) == ["earn-trust-mistake"]

        await pilot.press("c")
        await settle(pilot)
        assert len(listed(pilot)) == 6


async def test_kinds_and_principles_are_those_of_the_chosen_pack(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        pilot.app.screen.query_one("#packs", ChoiceList).highlighted = 2
        await settle(pilot)
        offered = [value for _, value in pilot.app.screen.query_one("#kind", Choice)._options]

        assert offered == ["", "motivation", "closing"]


async def test_a_search_without_a_result_says_what_to_do(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("slash", *"xyzzy")
        await settle(pilot)

        assert listed(pilot) == []
        assert "Esc, then c" in details(pilot)
        assert footer(pilot) == ["List", "Help"]

        await pilot.press("escape", "c")
        await settle(pilot)
        assert listed(pilot) != []


async def test_escape_leaves_the_search_for_the_list(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("slash")
        assert isinstance(pilot.app.focused, Input)
        await pilot.press("escape")

        assert isinstance(pilot.app.focused, QuestionList)


async def test_enter_asks_the_marked_question(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: stage.orders)

        assert isinstance(pilot.app.screen, PracticeScreen)
        assert stage.orders[0].question.id == "dive-deep-numbers"


async def test_the_first_click_marks_and_the_second_asks(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click(QuestionList, offset=(10, 4))
        await settle(pilot)
        assert pilot.app.screen.marked.id == "earn-trust-mistake"
        assert not stage.orders

        await pilot.click(QuestionList, offset=(10, 4))
        await until(pilot, lambda: stage.orders)
        assert stage.orders[0].question.id == "earn-trust-mistake"


async def test_earlier_takes_are_counted_shown_and_opened(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert " 2 Tell me about a time you had to dig" in shown(pilot)
        assert pilot.app.screen.query_one(TakeList).option_count == 2

        await pilot.press("e")
        assert "Open take" in footer(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReportScreen)
        assert "20 Nov 2026, 19:01" in shown(pilot)


async def test_the_take_that_was_read_is_still_marked_on_the_way_back(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("e", "down", "enter")
        await settle(pilot)
        await pilot.press("asterisk", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen.focused, TakeList)

        await pilot.press("enter")
        await settle(pilot)
        assert "20 Nov 2026, 19:01" in shown(pilot)


async def test_a_question_never_answered_offers_no_earlier_takes(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)

        assert not pilot.app.screen.query_one(TakeList).display
        assert "Earlier" not in footer(pilot)


async def test_s_marks_one_of_the_questions_that_are_shown(stage, monkeypatch):
    monkeypatch.setattr("random.choice", lambda found: found[-1])
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("s")

        assert pilot.app.screen.marked == GENERAL[-1]


async def test_t_lists_all_takes(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)

        assert isinstance(pilot.app.screen, TakesScreen)


async def test_a_bad_pack_is_named_and_the_others_are_there(stage):
    bad = "mine.toml: line 3: no text; give the question a text."
    stage.catalogue = dataclasses.replace(CATALOGUE, problems=(bad,))
    async with stage.app().run_test() as pilot:
        await settle(pilot)

        assert bad in notices(pilot)
        assert len(listed(pilot)) == 6


async def test_a_recording_that_was_cut_off_is_offered_at_the_start(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)

        assert any("1 recording was cut off" in notice for notice in notices(pilot))


@pytest.mark.parametrize("text", ["[bold]Why[/bold]?", "Why [/] now?", "Why [@click=app.quit]x?"])
async def test_nothing_in_a_question_is_taken_for_markup(stage, text):
    question = dataclasses.replace(DIVE_DEEP, text=text, good=text, follow_ups=(text,))
    pack = dataclasses.replace(CATALOGUE.packs[0], questions=(question,), title=text)
    stage.catalogue = dataclasses.replace(CATALOGUE, packs=(pack,))
    async with stage.app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert text in details(pilot)

        await pilot.press("enter")
        await until(pilot, lambda: text in shown(pilot))
