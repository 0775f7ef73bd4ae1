"""Takes: list, open, delete with undo, analyse, those that were cut off."""

from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.widgets.take_table import TakeTable
from tests.tui.pilots import footer, notices, settle, shown, until


async def open_takes(pilot):
    """Go to the list of takes."""
    await settle(pilot)
    await pilot.press("t")
    await settle(pilot)


def count(pilot) -> int:
    return pilot.app.screen.query_one(TakeTable).row_count


async def test_all_takes_are_listed_the_newest_first(stage):
    async with stage.app().run_test(size=(120, 30)) as pilot:
        await open_takes(pilot)

        rows = [line for line in shown(pilot).splitlines() if "Nov 2026" in line]
        assert [row.split(",")[0].strip() for row in rows] == [
            f"{day} Nov 2026" for day in (22, 21, 20, 19, 18)
        ]
        assert "152" in rows[0]
        assert "… no words" in rows[3]
        assert f"5 takes in {stage.folder}"[:100] in shown(pilot)


async def test_nothing_is_cut_off_at_80_columns(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await open_takes(pilot)
        table = pilot.app.screen.query_one(TakeTable)

        assert table.virtual_size.width <= table.size.width
        assert "22 Nov 14:32" in shown(pilot)
        assert "‼ cut off" in shown(pilot)


async def test_enter_opens_the_marked_take_and_escape_comes_back(stage):
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)
        assert "Design a service that delivers" in shown(pilot)

        await pilot.press("escape")
        await settle(pilot)
        assert count(pilot) == 5

        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_delete_moves_to_the_trash_and_undo_brings_back(stage):
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        assert "Undo" not in footer(pilot)
        await pilot.press("d")
        await until(pilot, lambda: count(pilot) == 4)
        await settle(pilot)
        assert [take.id for take in stage.library.trashed()] == ["2026-11-22/143205-dive-deep"]
        assert "Undo" in footer(pilot)

        await pilot.press("u")
        await until(pilot, lambda: count(pilot) == 5)
        assert stage.library.trashed() == ()
        assert stage.library.get("143205-dive-deep").report is not None


async def test_undo_goes_back_step_by_step(stage):
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        await pilot.press("d")
        await until(pilot, lambda: count(pilot) == 4)
        await pilot.press("d")
        await until(pilot, lambda: count(pilot) == 3)
        await pilot.press("u")
        await until(pilot, lambda: count(pilot) == 4)
        await pilot.press("u")
        await until(pilot, lambda: count(pilot) == 5)


async def test_home_knows_of_a_deleted_take(stage):
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await open_takes(pilot)
        await pilot.press("d")
        await until(pilot, lambda: count(pilot) == 4)
        await pilot.press("escape")
        await settle(pilot)

        assert " 1 Tell me about a time you had to dig" in shown(pilot)


async def test_a_recording_that_was_cut_off_is_offered_and_analysed(stage):
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        assert "1 recording was cut off; what was said until then is kept." in shown(pilot)
        await pilot.press(*["down"] * 4)
        assert "Analyse" in footer(pilot)
        await pilot.press("a")
        await settle(pilot)

        assert stage.library.get("070000-answer").report is not None
        assert "was cut off" not in shown(pilot).splitlines()[2]


async def test_r_asks_the_question_of_the_marked_take_again(stage):
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        await pilot.press("down", "r")
        await until(pilot, lambda: stage.orders)

        assert stage.orders[0].question.id == "design-queue"


async def test_an_empty_library_is_no_trouble(stage, tmp_path):
    stage.folder = tmp_path / "empty"
    async with stage.app().run_test() as pilot:
        await open_takes(pilot)
        await pilot.press("enter", "d", "a", "r")
        await settle(pilot)

        assert "No takes yet: Esc, then Enter on a question." in shown(pilot)
        assert "Delete" not in footer(pilot)
        assert notices(pilot) == []
