"""Corrections that stay with their take."""

import dataclasses
from pathlib import Path

import pytest

from sayback.analysis.correction import of_filler, of_part, of_word
from sayback.library import Library, Take, TakeQuestion
from sayback.library.corrected import (
    corrections_of,
    with_corrections,
    with_report,
    without_corrections,
)
from sayback.transcript import Word
from tests.render import reports

HEARD = reports.rich()
SAID = HEARD.transcript
SALE = next(i for i, word in enumerate(SAID.words) if word.text == "sale,")
MISHEARD = of_word(SAID, SALE, "sail,")


@pytest.fixture
def take(tmp_path) -> Take:
    path = tmp_path / "2026-11-22" / "143205-dive-deep.wav"
    path.parent.mkdir()
    path.write_bytes(b"")
    question = TakeQuestion("dive-deep", "What happened?", "behavioural", 120)
    return Take("2026-11-22/143205-dive-deep", path, question, report=HEARD)


def test_a_correction_changes_the_report_and_keeps_what_was_heard(take):
    corrected = with_corrections(take, [MISHEARD])

    assert corrected.report.transcript.words[SALE].text == "sail,"
    assert corrected.uncorrected == HEARD
    assert corrections_of(corrected) == (MISHEARD,)


def test_corrections_come_one_after_another(take):
    first = SAID.words[HEARD.star.sentences[0].words[0]].text
    part = of_part(SAID, *HEARD.star.sentences[0].words, "T")
    corrected = with_corrections(with_corrections(take, [MISHEARD]), [part])

    assert first in corrected.report.star.sentences[0].text
    assert corrected.report.star.sentences[0].part == "T"
    assert corrected.report.transcript.words[SALE].text == "sail,"


def test_saying_what_was_recognised_takes_a_correction_back(take):
    corrected = with_corrections(take, [MISHEARD])
    back = with_corrections(corrected, [of_word(SAID, SALE, "sale,")])

    assert back == take


def test_a_filler_can_be_given_back_too(take):
    item = HEARD.fillers.items[0]
    corrected = with_corrections(take, [of_filler(SAID, item.words, None)])
    assert corrected.report.fillers.items[0] != item

    assert with_corrections(corrected, [of_filler(SAID, item.words, item.kind)]) == take


def test_all_corrections_can_be_taken_back(take):
    assert without_corrections(with_corrections(take, [MISHEARD])) == take


def test_they_are_kept_on_disk(take, tmp_path):
    corrected = with_corrections(take, [MISHEARD])
    library = Library(tmp_path)
    library.save(corrected)

    assert library.take_at(take.audio_path) == corrected


def test_a_take_without_corrections_has_nothing_more_in_its_file(take, tmp_path):
    Library(tmp_path).save(take)

    assert "uncorrected" not in take.json_path.read_text("utf-8")


def test_a_new_analysis_with_the_same_words_is_corrected_again(take):
    new = dataclasses.replace(HEARD, delivery=dataclasses.replace(HEARD.delivery, clipping=True))
    again = with_report(with_corrections(take, [MISHEARD]), new)

    assert again.report.transcript.words[SALE].text == "sail,"
    assert again.report.delivery.clipping
    assert again.uncorrected == new


def test_where_other_words_are_recognised_a_correction_waits(take):
    words = (*SAID.words[:SALE], Word("market,"), *SAID.words[SALE + 1 :])
    other = dataclasses.replace(HEARD, transcript=SAID.with_words(words))
    corrected = with_corrections(take, [MISHEARD])
    again = with_report(corrected, other)

    assert again.report == other
    assert corrections_of(again) == (MISHEARD,)
    assert with_report(again, HEARD).report == corrected.report


def test_a_take_without_a_report_cannot_be_corrected():
    take = Take("x", Path("x.wav"))

    assert with_corrections(take, [MISHEARD]) == take
    assert without_corrections(take) == take
