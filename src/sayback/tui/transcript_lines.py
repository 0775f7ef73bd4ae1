"""The transcript broken into lines of a given width, STAR parts in the margin. No screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from sayback.analysis.report import Part
from sayback.render.signs import POSSIBLE, signed
from sayback.render.star_view import PART_NAMES
from sayback.render.words_marked import MarkedSentence, MarkedWord

WIDE_MARGIN = 13
NARROW_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters with one look."""

    text: str
    look: str = "word"
    """word, filled-pause, marker, repetition, possible or suspect."""
    word: int | None = None
    """Index of the word; None for a sign between words."""
    item: int | None = None
    """Index in `report.fillers.items` of what is marked."""

    @property
    def cells(self) -> int:
        """Width on the screen."""
        return cell_len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the margin's words, and the pieces with the column that each starts in."""

    margin: str
    part: Part | None
    pieces: tuple[tuple[int, Piece], ...] = ()

    def piece_at(self, column: int) -> Piece | None:
        """Return the piece under a column, counted from the end of the margin."""
        for start, piece in self.pieces:
            if start <= column < start + piece.cells:
                return piece
        return None


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole transcript in lines."""

    lines: tuple[Line, ...]
    margin_cells: int
    line_of_word: dict[int, int]


def lay_out(sentences: Iterable[MarkedSentence], width: int, *, roomy: bool) -> Layout:
    """Break a marked transcript into lines.

    Parameters
    ----------
    width
        Of the whole view in cells, margin included.
    roomy
        Whether the margin has room for the parts' names, and paragraphs for a line between them.
    """
    sentences = tuple(sentences)
    has_parts = any(sentence.part for sentence in sentences)
    margin_cells = (WIDE_MARGIN if roomy else NARROW_MARGIN) if has_parts else 0
    text_cells = max(8, width - margin_cells)
    lines: list[Line] = []
    for (part, clear), group in groupby(sentences, lambda one: (one.part, one.clear)):
        if roomy and lines:
            lines.append(Line("", None))
        margins = _margins(part, clear, roomy=roomy)
        pieces = [piece for sentence in group for piece in sentence_pieces(sentence)]
        for row in _rows(pieces, text_cells):
            lines.append(Line(next(margins), part, row))
    line_of_word = {
        piece.word: y
        for y, line in enumerate(lines)
        for _, piece in line.pieces
        if piece.word is not None
    }
    return Layout(tuple(lines), margin_cells, line_of_word)


def sentence_pieces(sentence: MarkedSentence) -> list[Piece]:
    """Return a sentence's words and the signs for what was only heard."""
    pieces: list[Piece] = []
    for word, text, tail in signed(sentence.words):
        pieces += [_heard(item) for item in word.follows]
        pieces.append(Piece(text + tail, _look(word), word.index, word.filler_item))
        pieces += [_heard(item) for item in word.hides]
    return pieces + [_heard(item) for item in sentence.after]


def _heard(item: int) -> Piece:
    return Piece(POSSIBLE, "possible", item=item)


def _look(word: MarkedWord) -> str:
    return "suspect" if word.suspect else (word.filler or "word").replace("_", "-")


def _margins(part: Part | None, clear: bool, *, roomy: bool) -> Iterator[str]:
    if part is None:
        first, second = "", ""
    elif roomy:
        first, second = PART_NAMES[part] + ("" if clear else "?"), "" if clear else "unclear"
    else:
        first, second = part + ("" if clear else "?"), ""
    yield first
    yield second
    while True:
        yield ""


def _rows(pieces: Iterable[Piece], width: int) -> Iterator[tuple[tuple[int, Piece], ...]]:
    row: list[tuple[int, Piece]] = []
    column = 0
    for piece in pieces:
        if row and column + piece.cells > width:
            yield tuple(row)
            row, column = [], 0
        row.append((column, piece))
        column += piece.cells + 1
    if row:
        yield tuple(row)
