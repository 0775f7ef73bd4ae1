"""LiveLine: one line on standard error that is drawn over itself."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress

from sayback.render.safe_text import cells, clean

_CLEAR = "\r\x1b[2K"
_USUAL = 80


class LiveLine:
    """Draws only on a terminal, and never more than fits: a line that breaks can't be erased."""

    def __init__(self) -> None:
        self.is_live = sys.stderr.isatty()

    def draw(self, text: str) -> None:
        """Show a text in place of the one before."""
        if self.is_live:
            # In the last column some terminals break the line already.
            sys.stderr.write(_CLEAR + _cut(clean(text), _columns() - 1))
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        self.draw("")


def _columns() -> int:
    if not os.environ.get("COLUMNS"):
        # Standard output, which shutil asks, may be a file.
        with suppress(OSError, ValueError):
            return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL
    return shutil.get_terminal_size((_USUAL, 24)).columns


def _cut(text: str, columns: int) -> str:
    if cells(text) <= columns:
        return text
    while text and cells(text) >= columns:
        text = text[:-1]
    return f"{text}…"
