"""Advice on how it was said: fillers, hedges, pauses, pace, pitch, and the recording itself."""

from __future__ import annotations

from sayback.analysis.advice_context import (
    CONVENTION,
    MIN_WORDS,
    Answer,
    of_fillers,
    of_findings,
    times,
    whole,
)
from sayback.analysis.report import Advice, Evidence

_MIN_FILLERS = 3
"""Fewer are no habit, whatever the rate."""


def mend_the_recording(answer: Answer) -> Advice | None:
    """Fire where the recording is clipped or too quiet for its figures to be trusted."""
    if answer.delivery.clipping:
        return Advice(
            "Turn the microphone down",
            "The recording is clipped: its loudest moments are cut off, and figures suffer.",
            (),
            CONVENTION,
        )
    if answer.delivery.too_quiet and answer.speaking_s is None:
        return Advice(
            "Check the microphone",
            "Nobody was heard: the recording is all but silent.",
            (),
            CONVENTION,
        )
    if answer.delivery.too_quiet:
        return Advice(
            "Move closer to the microphone",
            "The recording is so quiet that words and pauses are hard to tell from noise.",
            (),
            CONVENTION,
        )
    return None


def pause_instead_of_um(answer: Answer) -> Advice | None:
    """Fire where filled pauses are frequent."""
    rate, high = answer.fillers.filled_pauses, answer.thresholds.filled_per_100_high
    if rate.per_100_words is None or rate.per_100_words <= high or not _habit(answer, rate.count):
        return None
    return Advice(
        "Pause in silence where you say “um”",
        f"You filled {rate.count} pauses, {rate.per_100_words:.1f} per 100 words; "
        f"over {high:g} listeners notice.",
        of_fillers(answer, "filled_pause"),
        CONVENTION,
    )


def drop_markers(answer: Answer) -> Advice | None:
    """Fire where empty markers are frequent."""
    rate, limits = answer.fillers.markers, answer.thresholds
    if not _habit(answer, rate.count):
        return None
    if rate.per_minute is not None:
        high, shown = limits.fillers_per_minute_high, f"{rate.per_minute:.1f} a minute"
        often = rate.per_minute > high
    else:
        high = limits.markers_per_100_high
        shown = f"{rate.per_100_words or 0.0:.1f} per 100 words"
        often = (rate.per_100_words or 0.0) > high
    if not often:
        return None
    return Advice(
        f"Leave out “{_most_frequent(answer)}” and its like",
        f"You used words that carry nothing {times(rate.count or 0)}, {shown}; "
        f"up to {high:g} is usual.",
        of_fillers(answer, "marker"),
        "Quantified Communications",
    )


def finish_your_sentences(answer: Answer) -> Advice | None:
    """Fire where words are often taken back."""
    rate, high = answer.fillers.repetitions, answer.thresholds.repetitions_per_100_high
    if rate.per_100_words is None or rate.per_100_words <= high or not _habit(answer, rate.count):
        return None
    return Advice(
        "Think the sentence, then say it",
        f"You began anew {times(rate.count or 0)}, {rate.per_100_words:.1f} per 100 words.",
        of_fillers(answer, "repetition"),
        CONVENTION,
    )


def stand_by_your_words(answer: Answer) -> Advice | None:
    """Fire where hedges are frequent."""
    count, words = len(answer.content.hedges), answer.words
    if not _habit(answer, count) or 100 * count / words <= answer.thresholds.hedges_per_100_high:
        return None
    first = answer.content.hedges[0].text.strip(",.?!").lower()
    return Advice(
        "State what you know as known",
        f"You hedged {times(count)}, as in “{first}”: {100 * count / words:.1f} per 100 words.",
        of_findings(answer, answer.content.hedges),
        CONVENTION,
    )


def pause_between_clauses(answer: Answer) -> Advice | None:
    """Fire where a pause inside a clause is very long; those between clauses never count."""
    limit_s = answer.thresholds.flagged_mid_clause_pause_s
    long = [
        pause
        for pause in answer.pauses.items
        if pause.place == "mid_clause" and pause.duration_s >= limit_s
    ]
    if not long:
        return None
    longest_s = max(pause.duration_s for pause in long)
    many = "a pause" if len(long) == 1 else f"{len(long)} pauses"
    return Advice(
        "Pause between thoughts, not inside them",
        f"There {'is' if len(long) == 1 else 'are'} {many} of {limit_s:g} s or more in the middle "
        f"of a clause, the longest of {longest_s:.1f} s.",
        tuple(Evidence(pause.start, pause.end) for pause in long),
        "Kahng; De Jong & Bosker 2013",
    )


def mend_the_pace(answer: Answer) -> Advice | None:
    """Fire where the pace is outside the bands in which listeners follow with ease."""
    wpm, limits = answer.pace.wpm, answer.thresholds
    if wpm is None or answer.pace.verdict not in ("slow", "fast"):
        return None
    fast = answer.pace.verdict == "fast"
    limit = limits.wpm_brisk if fast else limits.wpm_slow
    return Advice(
        "Slow down" if fast else "Keep it moving",
        f"You speak {wpm:.0f} words a minute; {'over' if fast else 'under'} {limit:g} is "
        f"{answer.pace.verdict}, {limits.wpm_measured:g} to {limits.wpm_target:g} is the target.",
        _extreme_window(answer, fast=fast) or whole(answer),
        "Rodero 2012; Tauroza & Allison 1990",
    )


def vary_your_pitch(answer: Answer) -> Advice | None:
    """Fire where the voice is flat."""
    spread = answer.delivery.pitch_sd_semitones
    if answer.delivery.verdict != "flat" or spread is None:
        return None
    return Advice(
        "Let your voice move",
        f"Your pitch varies by {spread:.1f} semitones; under "
        f"{answer.thresholds.pitch_flat_semitones:g} sounds flat.",
        (),
        "Hincks 2005",
    )


def _habit(answer: Answer, count: int | None) -> bool:
    return (count or 0) >= _MIN_FILLERS and answer.words >= MIN_WORDS


def _most_frequent(answer: Answer) -> str:
    texts = [
        item.text.strip(",.?!;:…-").lower()
        for item in answer.fillers.items
        if item.kind == "marker"
    ]
    return max(dict.fromkeys(texts), key=texts.count, default="like")


def _extreme_window(answer: Answer, *, fast: bool) -> tuple[Evidence, ...]:
    """Return the window of the pace curve in which the pace was furthest off."""
    curve, half_s = answer.pace.curve, answer.thresholds.curve_window_s / 2
    if not curve:
        return ()
    choose = max if fast else min
    point = choose(curve, key=lambda p: p.wpm)
    return (Evidence(max(0.0, point.t - half_s), point.t + half_s),)
