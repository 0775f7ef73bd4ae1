"""Search over everything that was ever said.

A word finds words that begin with it; several words must all be in a take; a phrase in double
quotes is found as it stands. Case, accents and punctuation do not count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayback.errors import TranscriptError
from sayback.library.folding import tokens
from sayback.library.index import TakeIndex
from sayback.library.store import Library
from sayback.library.take_row import TakeRow
from sayback.transcript import json_format
from sayback.transcript.model import Word

LIMIT = 20
"""Takes shown where nothing else is asked for."""
_AROUND = 7
"""Words shown before and after a match."""
_PART = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row."""

    tokens: tuple[str, ...]
    whole: bool
    """Whether the last word must end where it ends here."""

    @property
    def needle(self) -> str:
        """What the folded words of a take hold if it is in them."""
        return f" {' '.join(self.tokens)}{' ' if self.whole else ''}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a place that all match, or all do not."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said, with the words around it."""

    start_s: float | None
    """When the first word that matches begins; None where words have no times."""
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All the words."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Hit:
    """A take in which something was said."""

    row: TakeRow
    places: tuple[Place, ...]
    """In the order in which they were said."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    hits: tuple[Hit, ...] = ()
    """The newest first."""
    takes: int = 0
    """In how many takes it was said; more than there are hits if those were limited."""


def parse(query: str) -> tuple[Term, ...]:
    """Return what a query asks for; empty where it holds no word."""
    terms = []
    for match in _PART.finditer(query):
        phrase, word = match.groups()
        found = tokens(word if phrase is None else phrase)
        if found:
            terms.append(Term(found, whole=phrase is not None))
    return tuple(terms)


def search(index: TakeIndex, query: str, *, limit: int = LIMIT) -> Found:
    """Return the takes that hold everything that a query asks for.

    Parameters
    ----------
    index
        Of the library to search; changed takes are taken in first.
    query
        Words, and phrases in double quotes.
    limit
        Most takes to return, the newest ones: their words are read from their files.

    Raises
    ------
    OSError
        When the library's folder can't be read.
    """
    terms = parse(query)
    if not terms:
        return Found()
    rows = index.rows([term.needle for term in terms])
    hits = (Hit(row, places(_words(index.library, row), terms)) for row in rows[:limit])
    return Found(tuple(hit for hit in hits if hit.places), len(rows))


def places(words: Sequence[Word], terms: Sequence[Term]) -> tuple[Place, ...]:
    """Return every place where one of the terms was said; neighbours are shown as one."""
    flat = [(token, index) for index, word in enumerate(words) for token in tokens(word.text)]
    matched = sorted({index for term in terms for index in _matches(flat, term)})
    groups: list[list[int]] = []
    for index in matched:
        if groups and index - groups[-1][-1] <= _AROUND:
            groups[-1].append(index)
        else:
            groups.append([index])
    return tuple(_place(words, group) for group in groups)


def _matches(flat: Sequence[tuple[str, int]], term: Term) -> Iterator[int]:
    """Return the index of each word of each place where a term is."""
    length = len(term.tokens)
    for first in range(len(flat) - length + 1):
        here = [token for token, _ in flat[first : first + length]]
        ends = here[-1] == term.tokens[-1] if term.whole else here[-1].startswith(term.tokens[-1])
        if ends and tuple(here[:-1]) == term.tokens[:-1]:
            yield from (index for _, index in flat[first : first + length])


def _place(words: Sequence[Word], matched: Sequence[int]) -> Place:
    first, last = max(0, matched[0] - _AROUND), min(len(words), matched[-1] + _AROUND + 1)
    pieces: list[Piece] = []
    for index in range(first, last):
        is_match, text = index in matched, words[index].text
        if pieces and pieces[-1].is_match == is_match:
            pieces[-1] = Piece(f"{pieces[-1].text} {text}", is_match)
        else:
            pieces.append(Piece(text, is_match))
    return Place(words[matched[0]].start_s, tuple(pieces))


def _words(library: Library, row: TakeRow) -> tuple[Word, ...]:
    """Return a take's words; none where its file has changed or gone since."""
    path = (library.folder / row.audio).with_suffix(".json")
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return json_format.from_json(document["report"]["transcript"]).words
    except (OSError, ValueError, TypeError, KeyError, AttributeError, TranscriptError):
        return ()
