"""One report out of words, sound and a question; and reasons for all that is not in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from sayback.analysis import report_json
from sayback.analysis.analyse import analyse
from sayback.analysis.not_known import (
    NO_AUDIO,
    NO_SPEECH,
    ONLY_TIMES,
    OTHER_LANGUAGE,
    PENDING,
)
from sayback.analysis.report import PARTS, Report, TakeInfo
from sayback.analysis.star_reading import Reading
from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.questions.model import Kind, Question
from sayback.speech.regions import Region, Speech
from sayback.transcript import Transcript, Word
from sayback.transcript.plain_text import from_text

STORY = """
    So, um, last winter I was working in a bakery, and the oven broke on a Saturday. My job was to
    get four hundred loaves out by six. I called a friend, and I carried the dough to his kitchen.
    I, I baked there all night, you know. In the end we sold every loaf by noon, and we lost only
    40 euros.
"""
FRENCH = """
    Alors, euh, je travaillais dans une boulangerie et le four ne marchait pas du tout. Donc on a
    appelé un ami et je suis allé chez lui avec la pâte pour faire le pain.
"""


def timed(text: str, *, word_s: float = 0.4, status: Any = "done") -> Transcript:
    """Return words of equal length, from 1 s on, one after another."""
    words = tuple(
        Word(word.text, 1.0 + i * word_s, 1.0 + (i + 1) * word_s)
        for i, word in enumerate(from_text(text))
    )
    return Transcript(words, status=status)


def sound(duration_s: float) -> tuple[Samples, Speech]:
    """Return a hum of 120 Hz, taken as speech from 1 s to 1 s before its end."""
    time_s = np.arange(round(duration_s * ANALYSIS_RATE_HZ)) / ANALYSIS_RATE_HZ
    samples = (0.2 * np.sign(np.sin(2 * np.pi * 120 * time_s))).astype(np.float32)
    return samples, Speech((Region(1.0, duration_s - 1.0),), duration_s)


def question(kind: Kind | None = "behavioural", text: str = "Tell me about a time.") -> Question:
    return Question(id="q", text=text, kind=kind)


def null_leaves(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from null_leaves(inner, f"{name}.{key}" if name else key)
    elif value is None:
        yield name


def unexplained(report: Report) -> list[str]:
    """Return the figures that are null without a reason for them or for what they are part of."""
    document = report_json.as_json(report)
    parts = ("pace", "pauses", "fillers", "star", "content", "delivery")
    leaves = [leaf for part in parts for leaf in null_leaves(document[part], part)]
    reasons = {item.field for item in report.not_known}
    return [
        leaf
        for leaf in leaves
        if not any(leaf == field or leaf.startswith(f"{field}.") for field in reasons)
    ]


def why(report: Report, field: str) -> str:
    return next(item.why for item in report.not_known if item.field == field)


def test_an_answer_with_words_and_sound_is_reported_in_full() -> None:
    transcript = timed(STORY)
    samples, speech = sound(1.0 + 0.4 * len(transcript.words) + 1.0)
    take = TakeInfo(id="1", question="Tell me about a time.")
    report = analyse(transcript, samples=samples, speech=speech, question=question(), take=take)
    assert report.take == take
    assert report.transcript == transcript
    assert report.star.applies
    assert report.star.missing == ()
    assert sum(getattr(report.star.shares, part) for part in PARTS) == pytest.approx(1.0)
    assert [item.text for item in report.fillers.items if item.kind == "filled_pause"] == ["um,"]
    assert report.fillers.repetitions.count == 1
    assert report.content.result_quantified is True
    count = len(transcript.words)
    assert report.pace.words == count - 1
    assert report.pace.wpm == pytest.approx(60 * (count - 1) / (0.4 * count))
    assert unexplained(report) == []
    assert any(item.positive for item in report.advice)


def test_rates_count_minutes_from_first_to_last_speech_and_words_without_filled_pauses() -> None:
    transcript = timed("Um we ran um home and we um slept a lot.")
    samples, speech = sound(32.0)
    report = analyse(transcript, samples=samples, speech=speech, question=None)
    assert report.fillers.filled_pauses.count == 3
    assert report.fillers.filled_pauses.per_minute == pytest.approx(6.0)
    assert report.fillers.filled_pauses.per_100_words == pytest.approx(100 * 3 / 8)


def test_doubtful_words_are_left_out_of_every_count() -> None:
    said = timed("We ran home.").words
    invented = tuple(
        Word(word.text, 9.0, 9.1, suspect=True) for word in from_text("Um, I think 40 percent.")
    )
    samples, speech = sound(20.0)
    report = analyse(Transcript((*said, *invented)), samples=samples, speech=speech, question=None)
    assert report.pace.words == 3
    assert report.fillers.filled_pauses.count == 0
    assert report.content.quantities == report.content.hedges == ()
    assert report.content.i_count == 0


def test_words_alone_tell_what_text_can_tell() -> None:
    report = analyse(
        timed(STORY, status="imported"), samples=None, speech=None, question=question()
    )
    assert report.transcript.words[0].start_s == 1.0
    assert report.star.sentences[0].start == 1.0
    assert report.fillers.markers.count is not None
    assert report.fillers.markers.per_minute is None
    assert report.pace.wpm is None
    assert report.pauses.count is None
    assert report.fillers.possible.count is None
    assert unexplained(report) == []
    assert why(report, "pace.wpm") == why(report, "delivery") == ONLY_TIMES


def test_words_without_times_and_sound_have_no_audio_to_measure() -> None:
    report = analyse(Transcript(from_text(STORY)), samples=None, speech=None, question=None)
    assert why(report, "pauses") == NO_AUDIO
    assert unexplained(report) == []


def test_a_recording_that_no_model_has_heard_tells_what_sound_can_tell() -> None:
    samples, speech = sound(30.0)
    report = analyse(Transcript.pending(), samples=samples, speech=speech, question=question())
    assert report.pauses.count == 0
    assert report.pace.phonation_ratio == pytest.approx(1.0)
    assert report.pace.words is None
    assert report.star.applies is None
    assert unexplained(report) == []
    assert why(report, "transcript") == why(report, "fillers") == why(report, "advice") == PENDING


def test_another_language_has_pauses_and_pace_and_no_judgement_on_words() -> None:
    transcript = timed(FRENCH)
    samples, speech = sound(1.0 + 0.4 * len(transcript.words) + 1.0)
    report = analyse(transcript, samples=samples, speech=speech, question=question())
    assert report.pace.words == len(transcript.words)
    assert report.pace.wpm is not None
    assert report.delivery.pitch_sd_semitones is not None
    assert report.fillers.items == ()
    assert report.fillers.filled_pauses.count is None
    assert report.star.applies is None
    assert report.star.sentences == ()
    assert report.content.hedges == ()
    assert not any("number" in item.headline for item in report.advice)
    assert unexplained(report) == []
    for field in ("fillers", "star", "content", "advice"):
        assert why(report, field) == OTHER_LANGUAGE


def test_a_silent_recording_has_reasons_and_no_figures() -> None:
    samples = np.zeros(5 * ANALYSIS_RATE_HZ, dtype=np.float32)
    report = analyse(Transcript(), samples=samples, speech=Speech((), 5.0), question=question())
    assert report.pace.words == 0
    assert report.fillers.filled_pauses.count == 0
    assert [item.headline for item in report.advice] == ["Check the microphone"]
    assert why(report, "pauses") == NO_SPEECH
    assert unexplained(report) == []


def test_a_short_answer_gets_no_verdict_on_pace_and_is_told_why() -> None:
    samples, speech = sound(8.0)
    report = analyse(timed("We ran home and slept."), samples=samples, speech=speech, question=None)
    assert report.pace.wpm is not None
    assert report.pace.verdict is None
    assert "20 s" in why(report, "pace.verdict")
    assert unexplained(report) == []


def test_words_without_times_are_no_ground_for_hearing_an_um_in_running_speech() -> None:
    samples, speech = sound(30.0)
    report = analyse(Transcript(from_text(STORY)), samples=samples, speech=speech, question=None)
    assert report.fillers.possible.count == 0
    assert report.pace.curve == ()
    assert unexplained(report) == []


def test_a_design_answer_is_held_against_its_own_checklist() -> None:
    text = "I would put a cache in front of the database. That's it."
    report = analyse(timed(text), samples=None, speech=None, question=question("system-design"))
    assert report.star.applies is False
    assert report.star.shares.O == 1.0
    headlines = [item.headline for item in report.advice]
    assert headlines[:3] == [
        "Ask before you design", "Put figures on the load", "Weigh one choice aloud",
    ]  # fmt: skip


def test_an_answer_that_only_supposes_is_told_to_tell() -> None:
    text = "I would call the customer. Then I would look at the log, and I'd ask the team."
    report = analyse(timed(text), samples=None, speech=None, question=question())
    assert report.advice[0].headline == "Tell one thing that really happened"


def test_a_report_survives_its_json() -> None:
    samples, speech = sound(30.0)
    report = analyse(timed(STORY), samples=samples, speech=speech, question=question())
    text = json.dumps(report_json.as_json(report), allow_nan=False)
    assert report_json.from_json(json.loads(text)) == report


def test_another_reader_can_take_the_place_of_the_encoder() -> None:
    class Always:
        def read(self, sentences: Sequence[str], asked: str) -> Reading:
            return Reading(np.tile([0.0, 0.0, 0.9, 0.1, 0.0], (len(sentences), 1)))

    report = analyse(timed(STORY), samples=None, speech=None, question=question(), reader=Always())
    assert {sentence.part for sentence in report.star.sentences} == {"A"}
    assert report.star.missing == ("S", "T", "R")
