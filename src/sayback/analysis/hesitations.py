"""Hesitations that can be heard but are not in the transcript."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayback.analysis.pitch import PitchTrack, track_pitch
from sayback.analysis.pronunciation import phone_count
from sayback.analysis.report import Filler
from sayback.analysis.steadiness import Frames, measure_frames
from sayback.analysis.unexplained import (
    Unexplained,
    VoiceMap,
    across_words,
    between_words,
    held_islands,
    inside_words,
)
from sayback.analysis.word_lengths import timed_words
from sayback.audio.samples import Samples
from sayback.speech.level import clean_samples
from sayback.speech.regions import Speech
from sayback.transcript.model import Transcript, Word

_TEXT = "um?"
_LONGEST_S = 1.2
_LEAST_HIDDEN_S = 0.12
_LEAST_BARE_S = 0.08
_ACCEPT = 0.5
_LEAST_REST = 0.5


def find_possible(
    samples: Samples | None,
    transcript: Transcript,
    speech: Speech | None,
    *,
    filled: frozenset[int] = frozenset(),
    pitch: PitchTrack | None = None,
) -> tuple[Filler, ...]:
    """Find hesitations in the audio that no word of the transcript accounts for.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz; None where there is no audio.
    transcript
        The words. Where their times were not measured (plain text, subtitles), only held sounds
        between two silences are found.
    speech
        The speech mask.
    filled
        Indices of the words that are filled pauses themselves.
    pitch
        The recording's pitch, if it is known already.

    Returns
    -------
    tuple of Filler
        In order of time, kind "possible"; `words` holds the word that hides it, if one does;
        `confidence` is the share of such findings that were hesitations when this was measured
        on synthetic speech.
    """
    if samples is None or speech is None or not speech.regions:
        return ()
    if not transcript.words:
        return ()
    words = timed_words(transcript.words, speech)
    samples = clean_samples(samples)
    frames = measure_frames(samples, pitch or track_pitch(samples))
    voices = VoiceMap(frames, _speech_frames(frames, speech), words)
    if words:
        candidates = [*between_words(voices), *inside_words(voices), *across_words(voices)]
    else:
        candidates = held_islands(voices)
    certain = [item for item in candidates if not _doubtful(item, transcript.words)]
    likely = [(confidence(item), item) for item in certain]
    likely = [(rating, item) for rating, item in likely if rating >= _ACCEPT]
    if not words:
        likely = _not_transcribed(likely, transcript.words, filled, speech)
    return _choose(likely)


def confidence(candidate: Unexplained) -> float:
    """Return how likely a stretch of voice is to be a hesitation, 0 to 1.

    The weights inside words come from logistic regression on the development part of
    `scripts/evaluation/hesitations.py`; between words they are set by hand, since nothing but
    hesitations was ever found there.
    """
    length_s = candidate.end_s - candidate.start_s
    least_s = _LEAST_HIDDEN_S if candidate.word is not None else _LEAST_BARE_S
    if not least_s <= length_s <= _LONGEST_S or candidate.rest < _LEAST_REST:
        return 0.0
    steady_s, change = min(candidate.steady_s, 0.3), min(candidate.change, 2.0)
    if candidate.word is None:
        score = (
            -1.5
            + 8.0 * steady_s
            + 7.0 * min(candidate.surplus_s, 0.4)
            - 1.5 * change
            + 0.6 * candidate.silences
            + 3.0 * (not candidate.loose)
            + 3.0 * (min(candidate.steady_s / length_s, 0.8) - 0.4)
        )
    else:
        score = (
            -10.6
            + 10.0 * steady_s
            + 6.5 * min(candidate.surplus_s, 0.5)
            - 4.9 * change
            + 1.6 * (candidate.silences > 0)
            + 4.5 * candidate.loose
            + 3.5 * min(candidate.rest, 1.2)
        )
    return float(1.0 / (1.0 + np.exp(-score)))


def _not_transcribed(
    rated: list[tuple[float, Unexplained]],
    words: Sequence[Word],
    filled: frozenset[int],
    speech: Speech,
) -> list[tuple[float, Unexplained]]:
    """Leave out, for each filled pause of a transcript without times, the nearest one heard.

    Where a word was said is guessed from the sounds before it, spread over the speech.
    """
    left = sorted(rated, key=lambda pair: pair[1].start_s)
    sounds = [phone_count(word.text) for word in words]
    for index in sorted(filled):
        if not left:
            break
        share = sum(sounds[:index]) / sum(sounds)
        passed = [speech.overlap_s(0.0, item.start_s) / speech.phonation_s for _, item in left]
        nearest = min(range(len(left)), key=lambda number: abs(passed[number] - share))
        del left[nearest]
    return left


def _doubtful(candidate: Unexplained, words: Sequence[Word]) -> bool:
    """Whether a word there, or next to it, is doubtful: then nothing is known to be missing."""
    timed = [word for word in words if word.has_times]
    before = [word for word in timed if (word.start_s or 0.0) <= candidate.start_s]
    after = [word for word in timed if (word.end_s or 0.0) >= candidate.end_s]
    return any(word.suspect for word in (*before[-1:], *after[:1]))


def _speech_frames(frames: Frames, speech: Speech) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    mask = np.zeros(len(frames.change), dtype=np.bool_)
    for region in speech.regions:
        mask[frames.index(region.start_s) : frames.index(region.end_s)] = True
    return mask


def _choose(rated: list[tuple[float, Unexplained]]) -> tuple[Filler, ...]:
    """Keep the likeliest where several overlap, and one a word."""
    kept: list[tuple[float, Unexplained]] = []
    for rating, item in sorted(rated, key=lambda pair: -pair[0]):
        clashes = any(
            (item.word is not None and item.word == other.word)
            or (item.start_s < other.end_s and other.start_s < item.end_s)
            for _, other in kept
        )
        if not clashes:
            kept.append((rating, item))
    return tuple(
        Filler(
            kind="possible",
            text=_TEXT,
            words=() if item.word is None else (item.word,),
            start=item.start_s,
            end=item.end_s,
            confidence=rating,
        )
        for rating, item in sorted(kept, key=lambda pair: pair[1].start_s)
    )
