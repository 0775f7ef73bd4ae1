"""Correction: one thing that the speaker knows better than the report, and its JSON.

A take's `corrections` is a list of small objects, documented here:

    {"kind": "word",       "words": [12],     "was": "fife",        "now": "five"}
    {"kind": "filler",     "words": [3, 4],   "was": "you know",    "now": "marker"}
    {"kind": "part",       "words": [0, 17],  "was": "So last …",   "now": "S"}
    {"kind": "hesitation", "start": 9.1, "end": 9.5,                "now": null}

`words` are indices into the transcript: each word of a filler, the first and the last of a
sentence. `was` is what was recognised there, and a correction holds only where that is still so.
`now` is the right text (null: nobody said this), the kind of filler (null: none), or the part of
STAR. A hesitation that was only heard has times in place of words, and can only be denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sayback.analysis.report import PARTS, Filler, FillerKind, Part
from sayback.transcript.model import Transcript

CorrectionKind = Literal["word", "filler", "part", "hesitation"]
CORRECTION_KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
FILLER_KINDS: tuple[FillerKind, ...] = ("filled_pause", "marker", "repetition")


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; made by `of_word`, `of_filler`, `of_part` and `of_hesitation`."""

    kind: CorrectionKind
    words: tuple[int, ...] = ()
    was: str = ""
    now: str | None = None
    start: float | None = None
    end: float | None = None

    @property
    def place(self) -> tuple[object, ...]:
        """What it is about: of two corrections with one place the later one counts."""
        return self.kind, self.words, self.start, self.end

    @property
    def span(self) -> range:
        """All words that it is about."""
        if not self.words:
            return range(0)
        return range(self.words[0], self.words[-1] + 1)

    def fits(self, transcript: Transcript) -> bool:
        """Whether what was recognised there is still what it was."""
        if self.kind == "hesitation":
            return True
        if not self.words or self.words[-1] >= len(transcript.words):
            return False
        return _text(transcript, self._indices()) == self.was

    def _indices(self) -> Iterable[int]:
        return self.span if self.kind == "part" else self.words

    def as_json(self) -> dict[str, Any]:
        """Return the object that is kept with the take."""
        if self.kind == "hesitation":
            return {"kind": self.kind, "start": self.start, "end": self.end, "now": self.now}
        return {"kind": self.kind, "words": list(self.words), "was": self.was, "now": self.now}


def of_word(transcript: Transcript, index: int, text: str | None) -> Correction:
    """Return that a word is another one; None: that nobody said it."""
    now = " ".join(text.split()) if text else None
    return Correction("word", (index,), _text(transcript, [index]), now or None)


def of_filler(
    transcript: Transcript, words: Sequence[int], filler: FillerKind | None
) -> Correction:
    """Return that words are a filler of some kind; None: that they are none."""
    return Correction("filler", tuple(words), _text(transcript, words), filler)


def of_part(transcript: Transcript, first: int, last: int, part: Part) -> Correction:
    """Return that a sentence serves a part of the story."""
    return Correction("part", (first, last), _text(transcript, range(first, last + 1)), part)


def of_hesitation(item: Filler) -> Correction:
    """Return that a hesitation that was only heard is none."""
    return Correction("hesitation", start=item.start, end=item.end)


def from_json(records: Iterable[Mapping[str, Any]]) -> tuple[Correction, ...]:
    """Read a take's corrections; what this version does not know is left out, never an error."""
    found = (_read(record) for record in records)
    return tuple(correction for correction in found if correction is not None)


def merged(before: Iterable[Correction], new: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections with newer ones in place of those of the same place."""
    newest = {correction.place: correction for correction in before}
    newest.update({correction.place: correction for correction in new})
    return tuple(newest.values())


def _read(record: Mapping[str, Any]) -> Correction | None:
    try:
        kind, now = record["kind"], record["now"]
        if kind == "hesitation":
            return Correction(kind, start=float(record["start"]), end=float(record["end"]))
        words = tuple(int(index) for index in record["words"])
        if kind not in CORRECTION_KINDS or not _is_right(kind, now) or not words or min(words) < 0:
            return None
        return Correction(kind, words, str(record["was"]), now)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _is_right(kind: str, now: Any) -> bool:
    if kind == "part":
        return now in PARTS
    if kind == "filler":
        return now is None or now in FILLER_KINDS
    return now is None or (isinstance(now, str) and bool(now.strip()))


def _text(transcript: Transcript, indices: Iterable[int]) -> str:
    return " ".join(transcript.words[index].text for index in indices)
