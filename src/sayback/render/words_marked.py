"""The transcript with every mark that a renderer shows: fillers, doubtful words, STAR parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayback.analysis.report import Filler, FillerKind, Part, Report
from sayback.thresholds import Thresholds
from sayback.transcript import split_sentences


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """One word as it is shown."""

    index: int
    text: str
    start_s: float | None
    end_s: float | None
    filler: FillerKind | None = None
    """filled_pause, marker or repetition; never possible."""
    filler_item: int | None = None
    """Index in `report.fillers.items` of that filler."""
    opens_filler: bool = False
    """First word of a filler, which can have several ("you know")."""
    closes_filler: bool = False
    clear: bool = True
    """False for a filler whose confidence is low: shown as unclear."""
    suspect: bool = False
    """No speech was heard under it."""
    hides: tuple[int, ...] = ()
    """Indices in `report.fillers.items` of possible hesitations inside this word."""
    follows: tuple[int, ...] = ()
    """Indices in `report.fillers.items` of possible hesitations heard just before this word."""


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence with its part of STAR."""

    number: int
    words: tuple[MarkedWord, ...]
    start_s: float | None
    end_s: float | None
    part: Part | None = None
    """None where STAR is not known or does not apply."""
    clear: bool = True
    """False where the part's confidence is low: shown as unclear."""
    after: tuple[int, ...] = ()
    """Indices in `report.fillers.items` of possible hesitations heard after the last word."""


def mark_words(report: Report, thresholds: Thresholds | None = None) -> tuple[MarkedSentence, ...]:
    """Return the transcript sentence by sentence; every word is in it once, in order.

    Parameters
    ----------
    report
        Sentences are those of `star`, or the transcript's own where `star` has none.
    thresholds
        `confidence_clear` decides what is shown as unclear.
    """
    limits = thresholds or Thresholds()
    words = _words(report, limits)
    if not words:
        return ()
    sentences = []
    for number, (first, last, part, clear) in enumerate(_stretches(report, limits)):
        inside = tuple(words[first : last + 1])
        sentences.append(
            MarkedSentence(
                number=number,
                words=inside,
                start_s=next((w.start_s for w in inside if w.start_s is not None), None),
                end_s=next((w.end_s for w in reversed(inside) if w.end_s is not None), None),
                part=part,
                clear=clear,
                after=_after_last(report) if last == len(words) - 1 else (),
            )
        )
    return tuple(sentences)


def runs(words: Sequence[MarkedWord]) -> Iterator[tuple[MarkedWord, ...]]:
    """Yield the words that stand under one mark together: one filler, or doubtful neighbours."""

    def mark(word: MarkedWord) -> tuple[str, int]:
        if word.suspect:
            return "suspect", -1
        if word.filler_item is not None:
            return "filler", word.filler_item
        return "word", word.index

    for _, group in groupby(words, key=mark):
        yield tuple(group)


def marks_present(sentences: Sequence[MarkedSentence]) -> frozenset[str]:
    """Return which marks a legend has to explain: kinds of fillers, "suspect" and "unclear"."""
    words = [word for sentence in sentences for word in sentence.words]
    present: set[str] = {word.filler for word in words if word.filler}
    if any(word.suspect for word in words):
        present.add("suspect")
    if any(word.hides or word.follows for word in words) or any(s.after for s in sentences):
        present.add("possible")
    if not all(word.clear for word in words) or not all(s.clear for s in sentences):
        present.add("unclear")
    return frozenset(present)


def _stretches(report: Report, limits: Thresholds) -> Iterator[tuple[int, int, Part | None, bool]]:
    star = report.star
    if not star.sentences:
        for first, last in split_sentences(report.transcript):
            yield first, last, None, True
        return
    for sentence in star.sentences:
        part = sentence.part if star.applies else None
        clear = part is None or _is_clear(sentence.confidence, limits)
        yield *sentence.words, part, clear


def _words(report: Report, limits: Thresholds) -> list[MarkedWord]:
    fillers: dict[int, int] = {}
    hides: dict[int, list[int]] = defaultdict(list)
    follows: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(report.fillers.items):
        if item.kind != "possible":
            fillers.update((index, number) for index in item.words)
        elif item.words:
            hides[item.words[0]].append(number)
        else:
            follows[_word_after(report, item)].append(number)
    return [
        _marked(
            report, index, fillers.get(index), limits, tuple(hides[index]), tuple(follows[index])
        )
        for index in range(len(report.transcript.words))
    ]


def _marked(
    report: Report,
    index: int,
    number: int | None,
    limits: Thresholds,
    hides: tuple[int, ...],
    follows: tuple[int, ...],
) -> MarkedWord:
    word = report.transcript.words[index]
    item = None if number is None else report.fillers.items[number]
    return MarkedWord(
        index=index,
        text=word.text,
        start_s=word.start_s,
        end_s=word.end_s,
        filler=None if item is None else item.kind,
        filler_item=number,
        opens_filler=item is not None and index == item.words[0],
        closes_filler=item is not None and index == item.words[-1],
        clear=item is None or _is_clear(item.confidence, limits),
        suspect=word.suspect,
        hides=hides,
        follows=follows,
    )


def _word_after(report: Report, item: Filler) -> int:
    """Return the first word that begins after a hesitation's middle, or the number of words."""
    words = report.transcript.words
    if item.start is None or item.end is None:
        return len(words)
    middle_s = (item.start + item.end) / 2
    for index, word in enumerate(words):
        if word.start_s is not None and word.start_s >= middle_s:
            return index
    return len(words)


def _after_last(report: Report) -> tuple[int, ...]:
    count = len(report.transcript.words)
    return tuple(
        number
        for number, item in enumerate(report.fillers.items)
        if item.kind == "possible" and not item.words and _word_after(report, item) == count
    )


def _is_clear(confidence: float | None, limits: Thresholds) -> bool:
    return confidence is None or confidence >= limits.confidence_clear
