"""The listening desk: keys lead to moments, and what is said of a take stays with it."""

import dataclasses

import numpy as np
import pytest
from textual.widgets import Button, Checkbox, Input, TextArea

from sayback.audio.samples import Audio
from sayback.tui.keys import PLACES
from sayback.tui.screens.correct import CorrectDialog
from sayback.tui.screens.report import ReportScreen
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView
from tests.render import reports
from tests.tui.pilots import footer, notices, settle, shown, until
from tests.tui.stage import RATE_HZ
from tests.tui.test_report import open_report

NARROW, MIDDLE, WIDE = (80, 24), (120, 36), (160, 50)
REPORT = reports.rich()
WORDS = REPORT.transcript.words
PARTS = REPORT.star.sentences


async def kept(pilot, stage, check):
    """Wait until the take on disk is as it should be; return it."""
    await until(pilot, lambda: check(stage.library.get("143205-dive-deep")))
    await settle(pilot)
    return stage.library.get("143205-dive-deep")


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_every_key_of_the_desk_is_shown(stage, size):
    async with stage.app().run_test(size=size) as pilot:
        await open_report(pilot, stage)
        screen = shown(pilot)

        for key in PLACES["report"].keys:
            if key.desk:
                assert key.desk in screen
        assert {"Play", "Hear", "Correct"} <= set(footer(pilot))


def test_every_key_of_the_report_is_in_the_footer_under_the_timeline_or_the_way_back_of_one():
    keys = PLACES["report"].keys
    shown_keys = "".join(key.desk.split()[0] for key in keys if key.desk)
    for key in keys:
        way_back = key.shown.lower() in shown_keys and key.shown.isupper()
        pane = key.action.startswith("pane")  # on the strip above the panes
        assert (
            key.footer
            or key.desk
            or key.shown in shown_keys
            or way_back
            or pane
            or (key.action == "back")
        )


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_the_timeline_shows_sound_story_marks_and_shares(stage, size):
    loud = np.ones(66 * RATE_HZ, np.float32)
    loud[: 33 * RATE_HZ] = 0
    stage._decode = lambda path: Audio(loud, RATE_HZ)
    async with stage.app().run_test(size=size) as pilot:
        await open_report(pilot, stage)
        lines = shown(pilot).splitlines()

        sound = next(line for line in lines if "█" in line)
        assert sound.index("█") == pytest.approx(size[0] / 2, abs=size[0] * 0.06)
        assert any("‖" in line and "▾" in line and "─" in line for line in lines)
        shares = next(
            line for line in lines if "S 13 s" in line and "T 5 s" in line and "%" in line
        )
        assert "10–20 %" in shares or "(10–20 %)" in shares


@pytest.mark.parametrize(
    ("key", "starts"),
    [
        ("f", sorted(item.start for item in REPORT.fillers.items)),
        ("p", [p.start - 0.4 for p in REPORT.pauses.items if p.duration_s >= 1]),
        ("s", [a.start for a, b in zip(PARTS, (None, *PARTS), strict=False)
               if b is None or a.part != b.part]),
    ],
)  # fmt: skip
async def test_a_key_leads_to_the_next_and_with_shift_to_the_one_before(stage, key, starts):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        for _ in starts:
            await pilot.press(key)
        sound = stage.sounds[0]
        assert [start for start, _ in sound.played] == pytest.approx(starts, abs=0.01)

        sound.position_s = starts[-1] + 0.1
        await pilot.press(key)
        assert any(notice.startswith("There is no") for notice in notices(pilot))
        if len(starts) > 1:
            await pilot.press(key.upper())
            assert sound.played[-1][0] == pytest.approx(starts[-2], abs=0.01)


async def test_v_hears_one_piece_of_advice_after_another(stage):
    first, second = (advice.evidence[0] for advice in REPORT.advice[:2])
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("v", "v", "V")

        starts = [start for start, _ in stage.sounds[0].played]
        expected = [max(0.0, one.start - 0.4) for one in (first, second, first)]
        assert starts == pytest.approx(expected, abs=0.01)


async def test_the_cursor_walks_through_the_words_and_enter_plays_from_there(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        view = pilot.app.screen.query_one(TranscriptView)
        await pilot.press("3", "w", "w", "w", "W")
        await pilot.pause()
        assert view.cursor == 2
        assert stage.sounds[0].played == []

        await pilot.press("enter")
        assert stage.sounds[0].played[-1][0] == pytest.approx(WORDS[2].start_s, abs=0.01)


async def test_up_and_down_go_to_the_word_above_and_below(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        view = pilot.app.screen.query_one(TranscriptView)
        await pilot.press("3", "down")
        await pilot.pause()
        layout = view._layout_now
        assert layout.line_of_word[view.cursor] == 1

        await pilot.press("up")
        await pilot.pause()
        assert view.cursor == 0


async def test_cursor_word_and_timeline_move_with_the_voice(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("space")
        timeline = pilot.app.screen.query_one(TimelineView)
        view = pilot.app.screen.query_one(TranscriptView)
        for index in (10, 40, 90):
            stage.sounds[0].position_s = WORDS[index].start_s + 0.01
            await pilot.pause(0.1)
            assert (view.spoken, view.cursor) == (index, index)
            cells = timeline.size.width - 9
            assert timeline.position_cell == int(stage.sounds[0].position_s / 66 * cells)


async def test_l_repeats_the_sentence_and_l_again_goes_on(stage):
    sentence = PARTS[3]
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        sound = stage.sounds[0]
        await pilot.press("space")
        sound.position_s = sentence.start + 1
        await until(pilot, lambda: pilot.app.screen.query_one(TranscriptView).cursor)
        await pilot.pause(0.1)
        await pilot.press("l")
        span = (round(sentence.start, 2), round(sentence.end, 2))
        assert sound.played[-1] == span
        assert "↻" in pilot.app.screen.query_one(TimelineView).caption

        sound.end(sentence.end)
        await until(pilot, lambda: sound.played[-2:] == [span, span])
        await pilot.press("l")
        assert sound.played[-1][1] is None


async def test_o_plays_the_fillers_only(stage):
    items = sorted(REPORT.fillers.items, key=lambda item: item.start)
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        sound = stage.sounds[0]
        await pilot.press("o")
        for count, item in enumerate(items, start=1):
            await until(pilot, lambda n=count: len(sound.played) == n)
            assert sound.played[-1] == pytest.approx((item.start - 0.2, item.end + 0.2), abs=0.01)
            sound.end(item.end + 0.2)
        await pilot.pause(0.1)

        assert len(sound.played) == len(items)


async def test_minus_and_plus_change_the_speed(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("minus", "space")
        assert stage.sounds[0].speed == 0.75
        assert "0.75×" in pilot.app.screen.query_one(TimelineView).caption

        await pilot.press("plus", "plus", "plus")
        assert stage.sounds[0].speed == 1.5


async def test_rating_star_and_notes_stay_with_the_take(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("g", "down", "down", "enter")
        await kept(pilot, stage, lambda take: take.rating == "good")
        await pilot.press("asterisk")
        await kept(pilot, stage, lambda take: take.starred)
        await pilot.press("n")
        await pilot.pause()
        pilot.app.screen.query_one(TextArea).insert("Slower at the start.")
        await pilot.press("escape")
        take = await kept(pilot, stage, lambda take: take.notes)

        assert (take.rating, take.starred, take.notes) == ("good", True, "Slower at the start.")
        assert take.report == REPORT
        assert "rated “good” · ✎ Slower at the start." in shown(pilot)


async def test_a_moment_is_bookmarked_with_a_note_found_again_and_let_go(stage):
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        await pilot.press("right", "right", "b")
        await pilot.pause()
        await pilot.press(*"good", "enter")
        take = await kept(pilot, stage, lambda take: take.bookmarks)
        assert [(mark.t, mark.note) for mark in take.bookmarks] == [(10.0, "good")]
        assert "◆ 1 bookmark" in shown(pilot)

        await pilot.press("left", "B")
        assert "0:10  good" in notices(pilot)
        await pilot.press("b")
        await pilot.pause()
        pilot.app.screen.query_one("#remove", Button).press()
        await kept(pilot, stage, lambda take: not take.bookmarks)


async def correct(pilot, stage, index):
    """Open the dialog that corrects a word."""
    view = pilot.app.screen.query_one(TranscriptView)
    await pilot.press("3")
    view.post_message(TranscriptView.CursorMoved(index))
    await until(pilot, lambda: view.cursor == index)
    await pilot.press("c")
    await until(pilot, lambda: isinstance(pilot.app.screen, CorrectDialog))
    await pilot.pause()
    return pilot.app.screen


async def test_a_misheard_word_is_corrected(stage):
    index = next(i for i, word in enumerate(WORDS) if word.text == "sale,")
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        dialog = await correct(pilot, stage, index)
        dialog.query_one(Input).value = "sail,"
        await pilot.press("enter")
        take = await kept(pilot, stage, lambda take: take.corrections)

        assert take.report.transcript.words[index].text == "sail,"
        assert "1 correction" in shown(pilot)
        assert "sail," in shown(pilot)


async def test_a_wrong_filler_is_corrected_and_given_back(stage):
    like = next(item for item in REPORT.fillers.items if item.text == "like")
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        dialog = await correct(pilot, stage, like.words[0])
        assert dialog.query_one("#filler", Choice).chosen == "marker"
        dialog.query_one("#filler", Choice).value = "none"
        dialog.query_one(Input).focus()
        await pilot.press("enter")
        take = await kept(pilot, stage, lambda take: take.corrections)
        assert take.report.fillers.markers.count == REPORT.fillers.markers.count - 1
        assert "*like*" not in shown(pilot)

        dialog = await correct(pilot, stage, like.words[0])
        dialog.query_one("#undo", Button).press()
        take = await kept(pilot, stage, lambda take: not take.corrections)
        assert take.report == REPORT


async def test_a_wrong_part_is_corrected(stage):
    result = next(s for s in PARTS if s.part == "R")
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        dialog = await correct(pilot, stage, result.words[0])
        dialog.query_one("#part", Choice).value = "A"
        dialog.query_one(Input).focus()
        await pilot.press("enter")
        take = await kept(pilot, stage, lambda take: take.corrections)

        assert take.report.star.missing == ("R",)
        assert "End with what came of it" in shown(pilot)


async def test_a_word_that_nobody_said_and_a_hesitation_that_is_none(stage):
    item = next(item for item in REPORT.fillers.items if item.kind == "possible")
    after = next(i for i, word in enumerate(WORDS) if word.end_s >= item.end)
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        dialog = await correct(pilot, stage, after)
        dialog.query_one("#said", Checkbox).value = False
        dialog.query_one("#heard", Checkbox).value = False
        await pilot.press("enter")
        take = await kept(pilot, stage, lambda take: take.corrections)

        assert take.report.transcript.words[after].suspect
        assert take.report.fillers.possible.count == REPORT.fillers.possible.count - 1


async def test_closing_the_dialog_changes_nothing(stage):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_report(pilot, stage)
        await correct(pilot, stage, 5)
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, ReportScreen)
        assert stage.library.get("143205-dive-deep").corrections == ()


async def test_a_take_without_words_can_be_heard_and_has_nothing_to_correct(stage):
    async with stage.app().run_test(size=NARROW) as pilot:
        await open_report(pilot, stage, "180000-why-us")
        for key in "fswlo":
            await pilot.press(key)
            assert notices(pilot)[-1] == "The words are not known yet."
            pilot.app.clear_notifications()
        await pilot.press("v", "c", "space")

        assert isinstance(pilot.app.screen, ReportScreen)
        assert stage.sounds[0].is_playing
        assert "Correct" not in footer(pilot)


async def test_a_note_that_cannot_be_kept_is_told(stage, monkeypatch):
    def fail(take):
        raise OSError("disk full")

    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage)
        services = pilot.app.session.services
        monkeypatch.setattr(services.library, "save", fail)
        await pilot.press("asterisk")
        await until(pilot, lambda: "This could not be kept: disk full" in notices(pilot))


async def test_the_cursor_passes_words_that_share_their_times(stage):
    words = list(WORDS)
    times = {"start_s": words[2].start_s, "end_s": words[2].end_s}
    words[3], words[4] = (dataclasses.replace(words[i], **times) for i in (3, 4))
    report = dataclasses.replace(REPORT, transcript=REPORT.transcript.with_words(tuple(words)))
    async with stage.app().run_test(size=WIDE) as pilot:
        await open_report(pilot, stage, report=report)
        view = pilot.app.screen.query_one(TranscriptView)
        for expected in (1, 2, 3, 4, 5):
            await pilot.press("w")
            await pilot.pause(0.1)
            assert view.cursor == expected
