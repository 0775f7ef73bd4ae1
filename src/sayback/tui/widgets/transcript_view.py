"""The transcript: fillers marked, STAR parts in the margin, the spoken word highlighted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sayback.render.words_marked import MarkedSentence
from sayback.tui.transcript_lines import Layout, Line, Piece, lay_out

_ROOMY_FROM_CELLS = 64


class TranscriptView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws line by line, so that following the voice costs two lines a word."""

    # Left and right are the screen's: they move in time.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "line(-1)", "Up", show=False),
        Binding("down,j", "line(1)", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "scroll_home", "Top", show=False),
        Binding("end", "scroll_end", "End", show=False),
    ]
    LOOKS: ClassVar[tuple[str, ...]] = (
        "word", "filled-pause", "marker", "repetition", "possible", "suspect",
    )  # fmt: skip
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--spoken",
        "transcript--cursor",
        *(f"transcript--{look}" for look in LOOKS),
        *(f"transcript--part-{part}" for part in "STARO"),
    }

    spoken: reactive[int | None] = reactive(None, repaint=False)
    """Index of the word that is heard."""
    cursor: reactive[int | None] = reactive(None, repaint=False)
    """Index of the word that was begun last: what Enter plays and what is corrected."""

    @dataclass
    class WordChosen(Message):
        """A word was clicked."""

        index: int

    @dataclass
    class CursorMoved(Message):
        """The cursor is to go to another word."""

        index: int

    @dataclass
    class FillerChosen(Message):
        """The sign of a hesitation that was only heard was clicked."""

        item: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sentences: tuple[MarkedSentence, ...] = ()
        self._instead = ""
        self._layout_now = Layout((), 0, {})

    def show(self, sentences: tuple[MarkedSentence, ...], *, instead: str = "") -> None:
        """Show a transcript; where there is none, a sentence instead."""
        self._sentences = sentences
        self._instead = instead
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width:
            roomy = width >= _ROOMY_FROM_CELLS
            self._layout_now = lay_out(self._sentences, width, roomy=roomy)
            self.virtual_size = Size(width, len(self._layout_now.lines))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number == 0 and not self._sentences:
            style = self.get_component_rich_style("transcript--suspect")
            return Strip([Segment(self._instead, style)]).adjust_cell_length(width, self.rich_style)
        if number >= len(self._layout_now.lines):
            return Strip.blank(width, self.rich_style)
        line = self._layout_now.lines[number]
        segments = [*self._margin(line), *self._words(line)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _margin(self, line: Line) -> list[Segment]:
        cells = self._layout_now.margin_cells
        if not cells:
            return []
        if line.part is None:
            return [Segment(" " * cells, self.rich_style)]
        style = self.get_component_rich_style(f"transcript--part-{line.part}")
        return [Segment(f"{line.margin:<{cells - 2}}▌ ", style)]

    def _words(self, line: Line) -> list[Segment]:
        segments: list[Segment] = []
        column = 0
        for start, piece in line.pieces:
            segments.append(Segment(" " * (start - column), self.rich_style))
            look = self._look(piece)
            style = self.get_component_rich_style(f"transcript--{look}")
            segments.append(Segment(piece.text, style))
            column = start + piece.cells
        return segments

    def _look(self, piece: Piece) -> str:
        if piece.word is None:
            return piece.look
        if piece.word == self.spoken:
            return "spoken"
        return "cursor" if piece.word == self.cursor else piece.look

    def action_line(self, step: int) -> None:
        """Move the cursor to the word above or below."""
        lines, words = self._layout_now.lines, self._layout_now.line_of_word
        here = words.get(self.cursor) if self.cursor is not None else None
        if here is None:
            self._move_to(min(words, default=None))
            return
        column = next(at for at, piece in lines[here].pieces if piece.word == self.cursor)
        number = here + step
        while 0 <= number < len(lines):
            found = [(abs(at - column), piece.word) for at, piece in lines[number].pieces
                     if piece.word is not None]  # fmt: skip
            if found:
                self._move_to(min(found)[1])
                return
            number += step

    def step(self, words: int) -> None:
        """Move the cursor some words on, or back."""
        last = max(self._layout_now.line_of_word, default=None)
        if last is not None:
            at = 0 if self.cursor is None else self.cursor + words
            self._move_to(min(last, max(0, at)))

    def _move_to(self, index: int | None) -> None:
        if index is not None:
            self.post_message(self.CursorMoved(index))

    def watch_cursor(self, before: int | None, now: int | None) -> None:
        """Draw anew what changes, and keep the cursor in view."""
        self._mark(before, now)

    def watch_spoken(self, before: int | None, now: int | None) -> None:
        """Draw anew what changes, and keep the spoken word in view."""
        self._mark(before, now)

    def _mark(self, before: int | None, now: int | None) -> None:
        lines = self._layout_now.line_of_word
        for index in (before, now):
            if index is not None and index in lines:
                self.refresh_line(lines[index])
        if now is not None and now in lines:
            region = Region(0, lines[now], 1, 1)
            if not self._shows(lines[now]):
                self.scroll_to_region(region, animate=False, center=True)

    def _shows(self, line: int) -> bool:
        top = self.scroll_offset.y
        return top <= line < top + self.scrollable_content_region.height

    def on_click(self, event: events.Click) -> None:
        """Tell which word was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        number = offset.y + self.scroll_offset.y
        if number >= len(self._layout_now.lines):
            return
        piece = self._layout_now.lines[number].piece_at(offset.x - self._layout_now.margin_cells)
        if piece is None:
            return
        if piece.word is not None:
            self.post_message(self.WordChosen(piece.word))
        elif piece.item is not None:
            self.post_message(self.FillerChosen(piece.item))
