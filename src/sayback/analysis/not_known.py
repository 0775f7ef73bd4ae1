"""For every figure that is not known, one sentence that says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sayback.analysis.report import NotKnown, Report
from sayback.thresholds import Thresholds

PENDING = "The words are not known yet: no model has heard this recording."
NO_WORDS = "There are no words."
NO_AUDIO = "There is no audio."
ONLY_TIMES = "There is no audio, and times that came with the words are no measurement."
NO_SPEECH = "There is no speech in the recording."
NO_PAUSE = "There is no pause of {pause_s:g} s or more."
NO_TIMES = "The words have no times of their own."
OTHER_LANGUAGE = "The answer is not in English, the only language whose words are judged."
TOO_SHORT = "The answer is too short: it takes {seconds:g} s of speech and {words:g} words."
NO_CURVE = "The answer is shorter than one window of {window_s:g} s."
NO_VOICE = "There is too little voiced speech to measure it."
NO_STORY = "STAR does not apply to this answer."

_WORD_FIELDS = ("fillers", "star", "content")
_SOUND_PARTS = ("pace", "pauses", "delivery")


@dataclass(frozen=True, slots=True)
class Known:
    """What there was to work with."""

    words: bool
    english: bool
    audio: bool
    speech: bool
    timed_words: bool


def explain(report: Report, known: Known, thresholds: Thresholds) -> tuple[NotKnown, ...]:
    """Return a reason for every part of the report that is null or could not be listed.

    An object of which nothing is known is named once, by itself.
    """
    found: list[NotKnown] = []
    if not known.words:
        found.append(NotKnown("transcript", PENDING))
    for part in ("pace", "pauses", "fillers", "star", "content", "delivery"):
        for name in _unknown(getattr(report, part), part):
            found.append(NotKnown(name, _why(name, report, known, thresholds)))
    if known.words and known.timed_words and not report.pace.curve and known.audio:
        name = "pace.curve"
        found.append(NotKnown(name, _why(name, report, known, thresholds)))
    if any(pause.place is None for pause in report.pauses.items):
        found.append(NotKnown("pauses.items.place", PENDING if not known.words else NO_TIMES))
    if not known.words or not known.english:
        found.append(NotKnown("advice", OTHER_LANGUAGE if known.words else PENDING))
    return tuple(found)


def _unknown(part: Any, name: str) -> Iterator[str]:
    """Yield the dotted names of what is None in a part, or its own where all of it is."""
    leaves = list(_leaves(part, name))
    unknown = [leaf for leaf, value in leaves if value is None]
    if unknown and len(unknown) == len(leaves):
        yield name
        return
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            yield from _unknown(value, f"{name}.{field.name}")
        elif value is None:
            yield f"{name}.{field.name}"


def _leaves(part: Any, name: str) -> Iterator[tuple[str, Any]]:
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            yield from _leaves(value, f"{name}.{field.name}")
        elif not isinstance(value, tuple):
            yield f"{name}.{field.name}", value


def _why(name: str, report: Report, known: Known, thresholds: Thresholds) -> str:
    part = name.split(".")[0]
    if part in _WORD_FIELDS:
        return _why_no_words(name, known)
    if not known.audio:
        return _no_audio(known)
    if part == "delivery" and known.speech:
        return NO_VOICE
    if not known.speech:
        return NO_SPEECH
    if part == "pauses":
        return NO_PAUSE.format(pause_s=thresholds.pause_s)
    return _why_no_pace(name, report, known, thresholds)


def _why_no_words(name: str, known: Known) -> str:
    if not known.words:
        return PENDING
    if not known.english:
        return OTHER_LANGUAGE
    if name.endswith("result_quantified"):
        return NO_STORY
    if name.endswith("per_minute"):
        return NO_SPEECH if known.audio else _no_audio(known)
    if name.startswith("fillers.possible"):
        if not known.audio:
            return _no_audio(known)
        return NO_WORDS if name.endswith("per_100_words") else NO_TIMES
    return NO_WORDS


def _no_audio(known: Known) -> str:
    return ONLY_TIMES if known.timed_words else NO_AUDIO


def _why_no_pace(name: str, report: Report, known: Known, thresholds: Thresholds) -> str:
    if not known.words:
        return PENDING
    if not report.pace.words:
        return NO_WORDS
    if name == "pace.verdict":
        return TOO_SHORT.format(
            seconds=thresholds.pace_min_speech_s, words=thresholds.pace_min_words
        )
    if name == "pace.curve":
        return NO_CURVE.format(window_s=thresholds.curve_window_s)
    return NO_SPEECH
