"""The transcript with its marks: each word once, in order, whatever is known."""

import dataclasses

import pytest

from sayback.analysis.report import Filler, Fillers, Report
from sayback.render.words_marked import mark_words, marks_present
from sayback.thresholds import Thresholds
from sayback.transcript import Transcript, Word
from tests.render import reports


@pytest.mark.parametrize("name", reports.ALL)
def test_every_word_is_there_once_and_in_order(name):
    report = reports.ALL[name]()
    marked = [word for sentence in mark_words(report) for word in sentence.words]

    assert [word.index for word in marked] == list(range(len(report.transcript.words)))
    assert [word.text for word in marked] == [word.text for word in report.transcript.words]


def test_both_words_of_a_filler_belong_to_one():
    words = [w for s in mark_words(reports.rich()) for w in s.words if w.filler == "marker"]
    you, know = words[:2]

    assert (you.text, you.opens_filler, you.closes_filler) == ("you", True, False)
    assert (know.text, know.opens_filler, know.closes_filler) == ("know", False, True)
    assert you.filler_item == know.filler_item


def test_a_filler_or_a_part_of_low_confidence_is_unclear():
    sentences = mark_words(reports.rich())
    first_um = next(w for w in sentences[0].words if w.filler)

    assert not first_um.clear
    assert [s.number for s in sentences if not s.clear] == [4]
    assert all(s.clear for s in mark_words(reports.rich(), Thresholds(confidence_clear=0.1)))


def test_a_possible_hesitation_stands_before_the_word_that_follows_it():
    report = reports.rich()
    follows = [w for s in mark_words(report) for w in s.words if w.follows]
    (word,) = follows

    assert report.fillers.items[word.follows[0]].start == 14.05
    assert word.start_s > 14.45


def test_a_possible_hesitation_inside_a_word_stands_at_that_word():
    (word,) = [w for s in mark_words(reports.rich()) for w in s.words if w.hides]

    assert word.index == 43


def test_a_possible_hesitation_after_the_last_word_belongs_to_the_last_sentence():
    last = Filler("possible", "um?", (), 9.0, 9.4, 0.7)
    report = Report(
        transcript=Transcript((Word("Yes.", 1.0, 1.4),)), fillers=Fillers(items=(last,))
    )

    assert mark_words(report)[0].after == (0,)


def test_parts_are_shown_only_where_star_applies():
    assert {s.part for s in mark_words(reports.system_design())} == {None}
    assert {s.part for s in mark_words(reports.rich())} == set("STARO")


def test_without_star_the_transcripts_own_sentences_are_taken():
    report = dataclasses.replace(reports.french(), star=Report().star)

    assert [s.words[-1].text for s in mark_words(report)] == ["».", "semaines."]


def test_a_legend_needs_only_the_marks_that_are_there():
    assert marks_present(mark_words(reports.system_design())) == {"repetition"}
    assert marks_present(mark_words(reports.rich())) == {
        "filled_pause", "marker", "repetition", "possible", "suspect", "unclear",
    }  # fmt: skip
    assert marks_present(()) == set()
