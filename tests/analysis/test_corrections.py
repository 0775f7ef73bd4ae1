"""A corrected report: every figure that follows is computed anew."""

import dataclasses

import pytest

from sayback.analysis.correction import of_filler, of_hesitation, of_part, of_word
from sayback.analysis.corrections import correct, unfitting
from sayback.analysis.pace import measure_pace
from sayback.analysis.pace_corrected import correct_pace, spoken_seconds
from sayback.analysis.report import Report
from sayback.speech.regions import Region, Speech
from sayback.thresholds import Thresholds
from sayback.transcript import Transcript, Word
from tests.render import reports

REPORT = reports.rich()
SAID = REPORT.transcript
UM = next(item for item in REPORT.fillers.items if item.text == "um")
LIKE = next(item for item in REPORT.fillers.items if item.text == "like")
SENTENCES = REPORT.star.sentences


def words_of(report):
    return [word.text for word in report.transcript.words]


def test_without_corrections_nothing_changes():
    assert correct(REPORT, []) is REPORT


def test_a_word_that_is_no_filler_counts_as_a_word():
    corrected = correct(REPORT, [of_filler(SAID, UM.words, None)])

    assert corrected.fillers.filled_pauses.count == REPORT.fillers.filled_pauses.count - 1
    assert corrected.pace.words == REPORT.pace.words + 1
    assert all(item.words != UM.words for item in corrected.fillers.items)


def test_rates_are_of_the_same_time_as_before():
    minutes = spoken_seconds(REPORT) / 60
    corrected = correct(REPORT, [of_filler(SAID, UM.words, None)])

    assert corrected.fillers.filled_pauses.per_minute == pytest.approx(
        corrected.fillers.filled_pauses.count / minutes
    )
    assert corrected.pace.wpm == pytest.approx(corrected.pace.words / minutes)


def test_a_filler_of_another_kind_counts_there():
    corrected = correct(REPORT, [of_filler(SAID, LIKE.words, "repetition")])

    assert corrected.fillers.markers.count == REPORT.fillers.markers.count - 1
    assert corrected.fillers.repetitions.count == REPORT.fillers.repetitions.count + 1
    (item,) = (item for item in corrected.fillers.items if item.words == LIKE.words)
    assert (item.kind, item.confidence) == ("repetition", 1.0)


def test_a_misheard_word_is_replaced_and_every_index_stays():
    index = words_of(REPORT).index("sale,")
    corrected = correct(REPORT, [of_word(SAID, index, "sail, maybe")])

    assert words_of(corrected)[index] == "sail, maybe"
    assert len(words_of(corrected)) == len(words_of(REPORT))
    assert "sail, maybe" in " ".join(sentence.text for sentence in corrected.star.sentences)


def test_a_word_that_turns_out_to_be_um_is_a_filled_pause():
    index = words_of(REPORT).index("orders,")
    before = correct(REPORT, [of_word(SAID, 0, "So")])
    corrected = correct(REPORT, [of_word(SAID, 0, "So"), of_word(SAID, index, "um,")])

    assert corrected.fillers.filled_pauses.count == before.fillers.filled_pauses.count + 1


def test_a_word_that_nobody_said_counts_nowhere():
    index = words_of(REPORT).index("sale,")
    corrected = correct(REPORT, [of_word(SAID, index, None)])

    assert corrected.transcript.words[index].suspect
    assert corrected.pace.words == REPORT.pace.words - 1


def test_a_doubtful_word_that_was_said_counts():
    index = words_of(REPORT).index("Thank")
    assert SAID.words[index].suspect
    corrected = correct(REPORT, [of_word(SAID, index, "Thank")])

    assert not corrected.transcript.words[index].suspect
    assert corrected.pace.words == REPORT.pace.words + 1


def test_a_denied_hesitation_is_gone():
    items = [item for item in REPORT.fillers.items if item.kind == "possible"]
    corrected = correct(REPORT, [of_hesitation(items[0])])

    assert corrected.fillers.possible.count == len(items) - 1
    assert items[0] not in corrected.fillers.items


def test_another_part_changes_shares_and_what_is_missing():
    result = next(s for s in SENTENCES if s.part == "R")
    corrected = correct(REPORT, [of_part(SAID, *result.words, "A")])

    assert corrected.star.missing == ("R",)
    assert corrected.star.shares.R == 0
    assert corrected.star.shares.A > REPORT.star.shares.A
    total = sum(getattr(corrected.star.shares, part) for part in "STARO")
    assert total == pytest.approx(1)
    assert not corrected.content.result_quantified


def test_advice_follows_the_corrections():
    result = next(s for s in SENTENCES if s.part == "R")
    corrected = correct(REPORT, [of_part(SAID, *result.words, "A")])

    assert corrected.advice[0].headline == "End with what came of it"


def test_what_the_speaker_said_is_not_unclear():
    unclear = next(s for s in SENTENCES if (s.confidence or 1) < 0.5)
    corrected = correct(REPORT, [of_part(SAID, *unclear.words, unclear.part)])

    assert next(s for s in corrected.star.sentences if s.words == unclear.words).confidence == 1.0


def test_parts_marked_in_what_was_no_story_make_it_one():
    star = dataclasses.replace(
        REPORT.star, applies=False, why="no story", missing=(),
        sentences=tuple(dataclasses.replace(s, part="O") for s in SENTENCES),
    )  # fmt: skip
    corrected = correct(
        dataclasses.replace(REPORT, star=star), [of_part(SAID, *SENTENCES[0].words, "S")]
    )

    assert corrected.star.applies
    assert corrected.star.missing == ("T", "A", "R")
    assert corrected.content.result_quantified is False


def test_corrections_of_other_words_are_left_out():
    other = Transcript((Word("Something"), Word("else")))
    stale = of_word(other, 0, "Nothing")

    assert correct(REPORT, [stale]) is REPORT
    assert unfitting(REPORT, [stale]) == (stale,)


def test_words_in_another_language_are_only_spelled_anew():
    french = reports.french()
    corrected = correct(french, [of_word(french.transcript, 0, "Allô")])

    assert words_of(corrected)[0] == "Allô"
    assert (corrected.fillers, corrected.star) == (french.fillers, french.star)


def test_a_report_without_words_stays_as_it_is():
    assert correct(reports.pending(), [of_word(SAID, 0, "Now")]) == reports.pending()


@pytest.mark.parametrize("filled", [frozenset(), frozenset({2, 7})])
def test_a_corrected_pace_is_what_would_have_been_measured(filled):
    said = (
        *("We", "had", "a", "problem", "with", "nothing", "at", "all"),
        *("but", "it", "came", "back", "twice", "every", "week", "then"),
    )
    words = [Word(text, 1.0 + i, 1.6 + i) for i, text in enumerate(said * 3)]
    heard = Transcript(tuple(words))
    better = Transcript((dataclasses.replace(words[0], text="Everybody"), *words[1:]))
    speech = Speech((Region(1.0, 20.0), Region(20.6, 48.6)), 50.0)
    report = Report(transcript=heard, pace=measure_pace(heard, speech=speech))

    corrected = correct_pace(report, better, filled, Thresholds())
    measured = measure_pace(better, speech=speech, filled=filled)
    assert dataclasses.asdict(corrected) == _nearly(dataclasses.asdict(measured))


def _nearly(figures):
    curve = [{k: pytest.approx(v) for k, v in point.items()} for point in figures.pop("curve")]
    verdict = figures.pop("verdict")
    return {**{k: pytest.approx(v) for k, v in figures.items()}, "verdict": verdict,
            "curve": tuple(curve)}  # fmt: skip
