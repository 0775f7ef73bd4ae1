"""Takes in a line each."""

import dataclasses

from sayback.library import RecordingInfo
from sayback.tui import take_lines


def test_a_take_says_when_how_long_how_fast_how_many_fillers(stage):
    take = stage.library.get("143205-dive-deep")

    assert take_lines.summary(take) == "22 Nov 2026, 14:32 · 1:05 · 152 wpm · 5.2 fillers/min"
    assert take_lines.short_when(take) == "22 Nov 14:32"


def test_a_take_without_words_says_so(stage):
    take = stage.library.get("180000-why-us")

    assert take_lines.summary(take) == "19 Nov 2026, 18:00 · 1:05 · … no words"
    assert take_lines.pace(take) == "–"


def test_a_take_that_was_cut_off_is_offered_until_it_has_a_report(stage):
    cut_off = stage.library.get("070000-answer")
    looked_after = dataclasses.replace(cut_off, report=stage.library.get("last").report)

    assert take_lines.state(cut_off) == "‼ cut off"
    assert take_lines.to_offer([cut_off, looked_after]) == (cut_off,)
    assert take_lines.question_text(cut_off) == "Recording without a question"


def test_a_take_with_a_strange_date_shows_its_id(stage):
    take = dataclasses.replace(stage.library.get("last"), recording=RecordingInfo("yesterday"))

    assert take_lines.when(take) == "2026-11-22/143205-dive-deep"


def test_takes_are_found_by_question_in_the_order_given(stage):
    found = take_lines.by_question(stage.library.takes())

    assert [take.id[-16:] for take in found["dive-deep-root-cause"]] == [
        "143205-dive-deep", "190102-dive-deep",
    ]  # fmt: skip
    assert set(found) == {"dive-deep-root-cause", "design-queue", "why-us"}
