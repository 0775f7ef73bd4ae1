"""Minutes and seconds in figures that are read from across the desk."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widget import Widget

_ROWS = 5
# Three by five dots a figure, a bit a dot, the top left one highest.
_DOTS = {
    "0": 0b111_101_101_101_111, "1": 0b010_110_010_010_111, "2": 0b111_001_111_100_111,
    "3": 0b111_001_111_001_111, "4": 0b101_101_111_001_001, "5": 0b111_100_111_001_111,
    "6": 0b111_100_111_101_111, "7": 0b111_001_010_010_010, "8": 0b111_101_111_101_111,
    "9": 0b111_101_111_001_111, ":": 0b000_010_000_010_000,
}  # fmt: skip
_DOT, _NO_DOT = "██", "  "


def big_text(text: str) -> str:
    """Return figures and colons five lines high."""
    return "\n".join("  ".join(_row(_DOTS[each], row) for each in text) for row in range(_ROWS))


def _row(dots: int, row: int) -> str:
    bits = dots >> (3 * (_ROWS - 1 - row)) & 0b111
    return "".join(_DOT if bits & bit else _NO_DOT for bit in (4, 2, 1))


class BigTimer(Widget):
    """Shows a time such as 1:23."""

    DEFAULT_CSS = "BigTimer { width: auto; height: 5; }"

    time: reactive[str] = reactive("0:00", layout=True)

    def render(self) -> str:
        """Draw the figures."""
        return big_text(self.time)
