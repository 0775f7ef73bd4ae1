"""Which words of two transcripts are the same, which were moved, and which stand alone.

Pure functions. The main line is the longest common blocks in their order, as `difflib` finds them;
what it leaves over is searched again for long runs that were said at another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayback.library.folding import tokens
from sayback.transcript import Word

Kind = Literal["both", "moved", "only_a", "only_b"]
Span = tuple[int, int]
"""First and last word, both included."""
_LEAST_MOVED = 4
"""Words; fewer that agree at another place are chance."""
_LEAST_BETWEEN = 3
"""Words; fewer common ones that agree between different words are chance."""
_TELLING_LETTERS = 6
"""A word of so many letters is no chance."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words next to each other that share one fate."""

    kind: Kind
    a: Span | None
    """Its words in the first transcript; None for `only_b`."""
    b: Span | None
    """Its words in the second one; None for `only_a`."""


@dataclass(frozen=True, slots=True)
class _Block:
    a: int
    b: int
    size: int


def align(a: Sequence[Word], b: Sequence[Word]) -> tuple[Stretch, ...]:
    """Return the words of both as stretches in the order of the first transcript.

    Every word that was surely said is in exactly one stretch of its side; suspect words and bare
    punctuation are in none, but a stretch may reach over them. Case, accents and punctuation do
    not count.
    """
    said_a, said_b = _said(a), _said(b)
    main = _main_line(said_a, said_b)
    moved = _moved(said_a, said_b, main)
    places_a = [place for place, _ in said_a]
    places_b = [place for place, _ in said_b]
    found: list[Stretch] = []
    for kind, at_a, at_b in _in_order(len(said_a), len(said_b), main, moved):
        found.append(Stretch(kind, _span(places_a, at_a), _span(places_b, at_b)))
    return tuple(found)


def _said(words: Sequence[Word]) -> list[tuple[int, str]]:
    keyed = ((place, " ".join(tokens(w.text))) for place, w in enumerate(words) if not w.suspect)
    return [(place, key) for place, key in keyed if key]


def _main_line(a: list[tuple[int, str]], b: list[tuple[int, str]]) -> list[_Block]:
    keys_a, keys_b = [key for _, key in a], [key for _, key in b]
    matcher = SequenceMatcher(None, keys_a, keys_b, autojunk=False)
    blocks = [_Block(*block) for block in matcher.get_matching_blocks() if block.size]
    kept: list[_Block] = []
    for place, block in enumerate(blocks):
        before = kept[-1] if kept else _Block(0, 0, 0)
        after = blocks[place + 1] if place + 1 < len(blocks) else _Block(len(a), len(b), 0)
        words = keys_a[block.a : block.a + block.size]
        if _says_something(words) or not (_replaces(before, block) and _replaces(block, after)):
            kept.append(block)
    return kept


def _says_something(words: list[str]) -> bool:
    return len(words) >= _LEAST_BETWEEN or any(len(word) >= _TELLING_LETTERS for word in words)


def _replaces(block: _Block, following: _Block) -> bool:
    """Whether both sides have words of their own between two blocks."""
    return following.a > block.a + block.size and following.b > block.b + block.size


def _moved(a: list[tuple[int, str]], b: list[tuple[int, str]], main: list[_Block]) -> list[_Block]:
    # What is taken can match nothing: no word is a number.
    left_a: list[str | int] = [key for _, key in a]
    left_b: list[str | int] = [key for _, key in b]
    for block in main:
        _take(left_a, left_b, block)
    found: list[_Block] = []
    while True:
        # A whole line of blocks a round: searching anew for each is slow in a long answer.
        matcher = SequenceMatcher(None, left_a, left_b, autojunk=False)
        blocks = [_Block(*block) for block in matcher.get_matching_blocks()]
        long = [block for block in blocks if block.size >= _LEAST_MOVED]
        if not long:
            return sorted(found, key=lambda each: each.a)
        found += long
        for block in long:
            _take(left_a, left_b, block)


def _take(a: list[str | int], b: list[str | int], block: _Block) -> None:
    a[block.a : block.a + block.size] = [1] * block.size
    b[block.b : block.b + block.size] = [2] * block.size


def _in_order(
    size_a: int, size_b: int, main: list[_Block], moved: list[_Block]
) -> Iterator[tuple[Kind, range | None, range | None]]:
    """Give every word of both sides: the gaps of A with what was moved, those of B, the blocks."""
    at_a = at_b = 0
    taken_b = sorted((block.b, block.b + block.size) for block in moved)
    for block in [*main, _Block(size_a, size_b, 0)]:
        for other in (each for each in moved if at_a <= each.a < block.a):
            yield from _only("only_a", at_a, other.a)
            at_a = other.a + other.size
            yield "moved", range(other.a, at_a), range(other.b, other.b + other.size)
        yield from _only("only_a", at_a, block.a)
        for first, end in taken_b:
            if at_b <= first < block.b:
                yield from _only("only_b", at_b, first)
                at_b = end
        yield from _only("only_b", at_b, block.b)
        at_a, at_b = block.a + block.size, block.b + block.size
        if block.size:
            yield "both", range(block.a, at_a), range(block.b, at_b)


def _only(
    kind: Literal["only_a", "only_b"], first: int, end: int
) -> Iterator[tuple[Kind, range | None, range | None]]:
    if end > first:
        words = range(first, end)
        yield (kind, words, None) if kind == "only_a" else (kind, None, words)


def _span(places: list[int], words: range | None) -> Span | None:
    return None if words is None else (places[words[0]], places[words[-1]])
