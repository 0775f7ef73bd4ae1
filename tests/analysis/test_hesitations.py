from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from evaluation.hesitations import cases, outcome
from evaluation.synthetic_speech import Passage, Voice, lay_out, speak
from sayback.analysis.hesitations import confidence, find_possible
from sayback.analysis.report import Filler
from sayback.analysis.unexplained import Unexplained
from sayback.speech import Speech, find_speech
from sayback.transcript import Transcript, Word

VOICE = Voice("en-us", 165)
SLOW = Voice("en-us", 110)


@pytest.fixture(scope="module")
def passage() -> Passage:
    """A hesitation apart from its neighbours, between 'with' and 'two'."""
    return lay_out(
        "apart",
        [
            speak("I was asked to lead the move with", VOICE),
            speak("um", SLOW),
            speak("two nurses and one engineer.", VOICE),
            speak("We had nine weeks before the old contract ran out.", VOICE),
        ],
        silences_s=(0.25, 0.25, 0.6),
        hesitations=frozenset({1}),
    )


def words_of(passage: Passage) -> tuple[Word, ...]:
    return tuple(Word(word.text, word.start_s, word.end_s) for word in passage.words)


def found_in(passage: Passage, words: tuple[Word, ...]) -> tuple[Filler, ...]:
    return find_possible(passage.samples, Transcript(words=words), find_speech(passage.samples))


def test_an_um_between_two_words_is_found_where_it_is(passage: Passage) -> None:
    (found,) = found_in(passage, words_of(passage))
    (true,) = passage.hesitations
    assert (found.kind, found.words) == ("possible", ())
    assert found.start == pytest.approx(true.start_s, abs=0.06)
    assert found.end == pytest.approx(true.end_s, abs=0.1)
    assert found.confidence is not None
    assert 0.5 <= found.confidence <= 1.0


@pytest.mark.parametrize("hider", ["with", "two"])
def test_an_um_that_a_word_swallowed_names_that_word(passage: Passage, hider: str) -> None:
    words = list(words_of(passage))
    number = [word.text for word in words].index(hider)
    # Words of a recogniser touch; here one of them reaches across the um.
    touching = [replace(word, end_s=after.start_s) for word, after in pairwise(words)]
    words = [*touching, words[-1]]
    if hider == "two":
        edge_s = passage.words[number - 1].end_s
        words[number - 1] = replace(words[number - 1], end_s=edge_s)
        words[number] = replace(words[number], start_s=edge_s)
    (found,) = found_in(passage, tuple(words))
    assert found.words == (number,)
    assert found.start == pytest.approx(passage.hesitations[0].start_s, abs=0.1)


def test_fluent_speech_has_none(passage: Passage) -> None:
    fluent = lay_out(
        "fluent",
        [speak("She gave us one more week.", VOICE), speak("We trained forty people.", VOICE)],
        silences_s=(0.5,),
    )
    assert found_in(fluent, words_of(fluent)) == ()


def test_an_um_that_the_transcript_has_is_not_missing(passage: Passage) -> None:
    spoken = sorted((*passage.words, *passage.hesitations), key=lambda word: word.start_s)
    words = tuple(Word(word.text, word.start_s, word.end_s) for word in spoken)
    assert found_in(passage, words) == ()


def test_beside_doubtful_words_nothing_is_known_to_be_missing(passage: Passage) -> None:
    words = tuple(replace(word, suspect=True) for word in words_of(passage))
    assert found_in(passage, words) == ()
    doubtful = tuple(
        replace(word, suspect=word.text in ("with", "two")) for word in words_of(passage)
    )
    assert found_in(passage, doubtful) == ()


def test_without_audio_speech_or_words_nothing_is_found(passage: Passage) -> None:
    transcript = Transcript(words=words_of(passage))
    silence = np.zeros(16_000, dtype=np.float32)
    assert find_possible(None, transcript, None) == ()
    assert find_possible(silence, transcript, Speech((), 1.0)) == ()
    assert find_possible(passage.samples, Transcript.pending(), find_speech(passage.samples)) == ()


def test_without_word_times_a_held_sound_between_silences_is_found(passage: Passage) -> None:
    (found,) = found_in(passage, tuple(Word(word.text) for word in passage.words))
    assert found.words == ()
    assert found.start == pytest.approx(passage.hesitations[0].start_s, abs=0.06)


def test_without_word_times_an_um_that_is_in_the_words_is_not_missing(passage: Passage) -> None:
    texts = [word.text for word in passage.words]
    texts.insert(texts.index("two"), "um")
    found = find_possible(
        passage.samples,
        Transcript(words=tuple(Word(text) for text in texts)),
        find_speech(passage.samples),
        filled=frozenset({texts.index("um")}),
    )
    assert found == ()


SOME_VOICES = (Voice("en-us+f2", 180, 55), Voice("en-gb-x-rp+m3", 145, 45))


def test_most_are_found_and_few_invented_whatever_voice_and_times() -> None:
    outcomes = [
        outcome(case, "pink noise, 25 dB SNR", seed=3)
        for case in cases("development", voices=SOME_VOICES)
        if case.insertion != "fluid"
    ]
    true, hits, alarms = (
        sum(getattr(result, name) for result in outcomes) for name in ("true", "hits", "alarms")
    )
    assert hits / true >= 0.75
    assert hits / (hits + alarms) >= 0.9


def test_fluent_voices_are_left_alone() -> None:
    assert (
        sum(
            outcome(case, "clean").alarms
            for case in cases("development", fluent=True, voices=SOME_VOICES)
        )
        == 0
    )


HELD = Unexplained(
    start_s=1.0, end_s=1.4, word=None, surplus_s=0.4, rest=1.0, steady_s=0.3,
    change=0.4, silences=2, loose=True,
)  # fmt: skip


def test_a_held_sound_is_likelier_than_a_changing_one() -> None:
    assert confidence(HELD) > 0.9 > 0.5 > confidence(replace(HELD, steady_s=0.02, change=1.5))


@pytest.mark.parametrize("end_s", [1.05, 2.5])
def test_what_is_very_short_or_very_long_is_no_hesitation(end_s: float) -> None:
    assert confidence(replace(HELD, end_s=end_s)) == 0.0


def test_a_word_that_would_have_nothing_left_hides_none() -> None:
    assert confidence(replace(HELD, word=3, rest=0.3)) == 0.0
