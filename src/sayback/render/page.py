"""A page of terminal text: styled pieces, wrapped to a width, with or without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayback.render.safe_text import cells, clean

_SGR = {
    "": "", "bold": "1", "dim": "2", "good": "32", "notice": "33", "unknown": "2",
    "plain": "",
    "band": "2;32", "S": "34", "T": "35", "A": "32", "R": "36", "O": "2",
    "filled_pause": "1;31", "marker": "1;35", "repetition": "1;33", "possible": "2;31",
    "suspect": "2;9",
}  # fmt: skip
LEAST_WIDTH = 40
"""Columns; on a terminal that has fewer, lines break where it breaks them."""
_NARROW = 60
"""Columns; under this a label and what is said of it do not stand in columns."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style; the style is a role, not a colour."""

    text: str
    style: str = ""


class Page:
    """Lines that are collected, then turned into text."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = width
        self._colour = colour
        self._lines: list[str] = []

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for columns."""
        return self.width < _NARROW

    def text(self) -> str:
        """Return the page, each line ending in a newline."""
        return "".join(f"{line.rstrip()}\n" for line in self._lines)

    def blank(self) -> None:
        """Add an empty line, but never two in a row."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str) -> None:
        """Begin a section."""
        self.blank()
        self._lines.append(self._paint(Span(text.upper(), "bold")))

    def line(self, *spans: Span) -> None:
        """Add one line as it is."""
        self._lines.append("".join(self._paint(span) for span in spans))

    def flow(
        self,
        spans: Sequence[Span],
        *,
        first: Sequence[Span] = (),
        rest: Sequence[Span] = (),
    ) -> None:
        """Add text that is wrapped at spaces.

        Parameters
        ----------
        spans
            The text; each piece keeps its style over a line's end.
        first, rest
            What stands before the first line, and before each further one: as wide as one
            another.
        """
        room = max(20, self.width - sum(cells(clean(span.text)) for span in first))
        lines = _wrapped(spans, room)
        for number, line in enumerate(lines or [[]]):
            self.line(*(rest if number else first), *line)

    def _paint(self, span: Span) -> str:
        text = clean(span.text)
        code = _SGR[span.style]
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and code and text else text


def _wrapped(spans: Sequence[Span], room: int) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    used = 0
    for token in _tokens(spans):
        width = sum(cells(part.text) for part in token)
        if used and used + 1 + width > room:
            lines.append([])
            used = 0
        if used:
            # A space inside a longer piece in one style belongs to it.
            same = lines[-1][-1].style == token[0].style
            lines[-1].append(Span(" ", token[0].style if same else ""))
            used += 1
        lines[-1].extend(token)
        used += width
    return lines


def _tokens(spans: Sequence[Span]) -> list[list[Span]]:
    """Split at spaces; neighbours without a space between them stay together."""
    tokens: list[list[Span]] = []
    glued = False
    for span in spans:
        text = clean(span.text)
        for number, word in enumerate(text.split(" ")):
            if number:
                glued = False
            if not word:
                continue
            if glued:
                tokens[-1].append(Span(word, span.style))
            else:
                tokens.append([Span(word, span.style)])
            glued = True
    return tokens
