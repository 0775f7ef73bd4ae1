"""Passages: aligned words cut into pieces of about a sentence, each with its time in both takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayback.compare.alignment import Span, Stretch, align
from sayback.transcript import Transcript, Word
from sayback.transcript.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Passage:
    """About a sentence, as both takes say it."""

    stretches: tuple[Stretch, ...]
    a_s: tuple[float, float] | None
    """Start and end in the first take, in seconds; where it says nothing here, the moment at which
    it would, twice; None where times are not known."""
    b_s: tuple[float, float] | None

    @property
    def is_same(self) -> bool:
        """Whether both say the same words here."""
        return all(stretch.kind == "both" for stretch in self.stretches)


def passages(a: Transcript, b: Transcript) -> tuple[Passage, ...]:
    """Return two transcripts aligned, in the order of the first one."""
    ends_a = {last for _, last in split_sentences(a)}
    ends_b = {last for _, last in split_sentences(b)}
    found: list[Passage] = []
    here: list[Stretch] = []
    at_a = at_b = 0
    for stretch in _cut(align(a.words, b.words), sorted(ends_a), sorted(ends_b)):
        is_moved = stretch.kind == "moved"
        if is_moved and here:
            found.append(_passage(here, a.words, b.words, at_a, at_b))
            here = []
        here.append(stretch)
        last_a, last_b = _last(stretch.a), _last(stretch.b)
        if is_moved or last_a in ends_a or (last_a is None and last_b in ends_b):
            found.append(_passage(here, a.words, b.words, at_a, at_b))
            here = []
        at_a = at_a if last_a is None else last_a + 1
        at_b = at_b if last_b is None or is_moved else last_b + 1
    if here:
        found.append(_passage(here, a.words, b.words, at_a, at_b))
    return tuple(found)


def _cut(
    stretches: Iterable[Stretch], ends_a: Sequence[int], ends_b: Sequence[int]
) -> Iterator[Stretch]:
    """Cut stretches after each sentence: of the first take, where both or it alone speak."""
    for stretch in stretches:
        a, b = stretch.a, stretch.b
        if stretch.kind == "only_a" and a is not None:
            yield from (Stretch("only_a", piece, None) for piece in _pieces(a, ends_a))
        elif stretch.kind == "only_b" and b is not None:
            yield from (Stretch("only_b", None, piece) for piece in _pieces(b, ends_b))
        elif stretch.kind == "both" and a is not None and b is not None and _as_long(a, b):
            by = b[0] - a[0]
            for first, last in _pieces(a, ends_a):
                yield Stretch("both", (first, last), (first + by, last + by))
        else:
            yield stretch


def _as_long(a: Span, b: Span) -> bool:
    """Whether no word that was never surely said stands in between on one side."""
    return a[1] - a[0] == b[1] - b[0]


def _pieces(span: Span, ends: Sequence[int]) -> Iterator[Span]:
    first, last = span
    for end in ends:
        if first <= end < last:
            yield first, end
            first = end + 1
    yield first, last


def _last(span: Span | None) -> int | None:
    return None if span is None else span[1]


def _passage(
    stretches: Sequence[Stretch], a: Sequence[Word], b: Sequence[Word], at_a: int, at_b: int
) -> Passage:
    return Passage(
        tuple(stretches),
        _times(a, [s.a for s in stretches if s.a is not None], at_a),
        _times(b, [s.b for s in stretches if s.b is not None], at_b),
    )


def _times(words: Sequence[Word], spans: Sequence[Span], at: int) -> tuple[float, float] | None:
    if spans:
        first, last = words[min(s[0] for s in spans)], words[max(s[1] for s in spans)]
        if first.start_s is None or last.end_s is None:
            return None
        return first.start_s, last.end_s
    if not words:
        return None
    moment = words[at].start_s if at < len(words) else words[-1].end_s
    return None if moment is None else (moment, moment)
