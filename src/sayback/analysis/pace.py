"""Pace: words a minute, syllables a second, how much of the time is spoken."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Pace, PacePoint, PaceVerdict
from sayback.analysis.syllables import count_syllables
from sayback.analysis.timing import cut_gaps, phonation_time_s, speaking_time_s
from sayback.speech.pauses import silent_gaps
from sayback.speech.regions import Speech
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript, Word


def measure_pace(
    transcript: Transcript,
    *,
    speech: Speech | None,
    filled: frozenset[int] = frozenset(),
    cuts: Sequence[float] = (),
    thresholds: Thresholds | None = None,
    heard_syllables: int | None = None,
) -> Pace:
    """Measure how fast somebody speaks.

    Parameters
    ----------
    transcript
        What was said. Suspect words count nowhere.
    speech
        The speech mask; None where there is no audio. Every time comes from it: words that
        somebody brought along are no evidence of when anything was said.
    filled
        Indices of the words that are filled pauses: no words, but syllables, since their sound
        is part of the phonation time.
    cuts
        Seconds at which the user paused the recorder.
    thresholds
        Bands of pace, and what is a pause.
    heard_syllables
        Syllables counted in the audio (`nuclei.count_nuclei`), to be used in place of those of
        the words: while the transcript is pending, or in a language other than English.

    Returns
    -------
    Pace
        wpm = 60 W / T; articulation rate = syllables / (T − pauses). Without a transcript the
        words are None and the syllable figures are estimates from the audio.
    """
    thresholds = thresholds or Thresholds()
    known = transcript.status != "pending"
    counted = [
        (index, word) for index, word in enumerate(transcript.words) if known and not word.suspect
    ]
    spoken = [word for index, word in counted if index not in filled]
    word_count = len(spoken) if known else None
    if speech is None or speech.start_s is None:
        return Pace(words=word_count)
    syllables = sum(count_syllables(word.text) for _, word in counted) if known else heard_syllables
    time_s = speaking_time_s(speech, cuts)
    phonation_s = phonation_time_s(speech, pause_s=thresholds.pause_s, cuts=cuts)
    pauses = silent_gaps(speech, min_s=thresholds.pause_s, cuts=cuts)
    wpm = 60.0 * word_count / time_s if word_count is not None and time_s > 0 else None
    return Pace(
        words=word_count,
        wpm=wpm,
        articulation_sps=syllables / phonation_s if syllables and phonation_s > 0 else None,
        phonation_ratio=phonation_s / time_s if time_s > 0 else None,
        time_to_first_word_s=speech.start_s,
        mean_run_syllables=syllables / (len(pauses) + 1) if syllables else None,
        verdict=judge_pace(wpm, word_count or 0, time_s, thresholds),
        curve=_curve(spoken, speech, cuts, thresholds),
    )


def judge_pace(
    wpm: float | None, words: int, time_s: float, thresholds: Thresholds
) -> PaceVerdict | None:
    """Return the verdict on a pace; None where there is too little to judge."""
    enough = time_s >= thresholds.pace_min_speech_s and words >= thresholds.pace_min_words
    if wpm is None or not enough:
        return None
    bands: tuple[tuple[float, PaceVerdict], ...] = (
        (thresholds.wpm_slow, "slow"),
        (thresholds.wpm_measured, "measured"),
        (thresholds.wpm_target, "target"),
        (thresholds.wpm_brisk, "brisk"),
    )
    return next((verdict for limit, verdict in bands if wpm < limit), "fast")


def _curve(
    spoken: Sequence[Word], speech: Speech, cuts: Sequence[float], thresholds: Thresholds
) -> tuple[PacePoint, ...]:
    """Return words a minute in windows that lie wholly between first and last speech."""
    middles = [
        (word.start_s + word.end_s) / 2
        for word in spoken
        if word.start_s is not None and word.end_s is not None
    ]
    if not spoken or len(middles) < len(spoken):
        return ()
    left_out = cut_gaps(speech, cuts)
    points = []
    assert speech.start_s is not None and speech.end_s is not None
    start_s = speech.start_s
    while start_s + thresholds.curve_window_s <= speech.end_s + 1e-9:
        end_s = start_s + thresholds.curve_window_s
        window_s = thresholds.curve_window_s - sum(
            gap.overlap_s(start_s, end_s) for gap in left_out
        )
        count = sum(start_s <= middle < end_s for middle in middles)
        if window_s >= thresholds.curve_window_s / 3:
            points.append(PacePoint(t=(start_s + end_s) / 2, wpm=60.0 * count / window_s))
        start_s += thresholds.curve_hop_s
    return tuple(points)
