"""A take's corrections: made, taken back, and applied again after a new analysis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayback.analysis.correction import Correction, from_json, merged
from sayback.library.take import Take
from sayback.thresholds import Thresholds

if TYPE_CHECKING:
    from sayback.analysis import Report

_BESIDE_S = 1.0
"""A hesitation that ended this long before a word is corrected with it."""


def corrections_of(take: Take) -> tuple[Correction, ...]:
    """Return a take's corrections, those that hold no longer too."""
    return from_json(take.corrections)


def with_corrections(
    take: Take, new: Iterable[Correction], thresholds: Thresholds | None = None
) -> Take:
    """Return a take with more corrections; one that says what was recognised is taken back."""
    heard = take.uncorrected or take.report
    if heard is None:
        return take
    kept = merged(corrections_of(take), new)
    return _applied(
        take, heard, tuple(one for one in kept if not _says_nothing(one, heard)), thresholds
    )


def without_corrections(
    take: Take, thresholds: Thresholds | None = None, *, at: int | None = None
) -> Take:
    """Return a take as it was recognised, everywhere or at one word and in its sentence."""
    heard = take.uncorrected or take.report
    if heard is None:
        return take
    kept = (one for one in corrections_of(take) if at is not None and not _touches(one, at, heard))
    return _applied(take, heard, tuple(kept), thresholds)


def _touches(one: Correction, word: int, heard: Report) -> bool:
    if one.kind != "hesitation":
        return word in one.span
    item = heard.transcript.words[word]
    if item.start_s is None or item.end_s is None or one.start is None or one.end is None:
        return False
    return item.start_s - _BESIDE_S <= one.end and one.start <= item.end_s


def with_report(take: Take, report: Report, thresholds: Thresholds | None = None) -> Take:
    """Return a take after a new analysis, its corrections applied where the words still match.

    The others are kept: a later analysis may fit them again.
    """
    return _applied(take, report, corrections_of(take), thresholds)


def _applied(
    take: Take, heard: Report, corrections: tuple[Correction, ...], thresholds: Thresholds | None
) -> Take:
    if not corrections:
        return replace(take, report=heard, uncorrected=None, corrections=())
    from sayback.analysis.corrections import correct

    question = take.question.asked() if take.question else None
    return replace(
        take,
        report=correct(heard, corrections, question=question, thresholds=thresholds),
        uncorrected=heard,
        corrections=tuple(one.as_json() for one in corrections),
    )


def _says_nothing(one: Correction, heard: Report) -> bool:
    """Whether a correction only repeats what the analysis found."""
    if not one.fits(heard.transcript):
        return False
    if one.kind == "word":
        word = heard.transcript.words[one.words[0]]
        return one.now == (None if word.suspect else word.text)
    if one.kind == "part":
        sentences = (s for s in heard.star.sentences if s.words == one.words)
        # To confirm what was unclear says something.
        return any(s.part == one.now and (s.confidence or 0.0) >= 1.0 for s in sentences)
    if one.kind == "filler":
        kinds = {i: item.kind for item in heard.fillers.items for i in item.words
                 if item.kind != "possible"}  # fmt: skip
        return {kinds.get(i) for i in one.words} == {one.now}
    return False
