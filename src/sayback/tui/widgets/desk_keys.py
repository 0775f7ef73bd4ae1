"""The keys of the listening desk, with the signs that they lead to, in one or two lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sayback.tui.keys import PLACES

_GAP = "  "


class DeskKeys(Widget):
    """Every key of the Report screen that has no room in the footer."""

    DEFAULT_CSS = "DeskKeys { height: auto; }"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the keys need."""
        return len(lines_of_keys(width))

    def render(self) -> Content:
        """Draw the keys, a line at a time."""
        return Content("\n").join(
            Content(_GAP).join(
                Content.assemble((key, "bold $text-accent"), (f" {word}", "$foreground 80%"))
                for key, word in line
            )
            for line in lines_of_keys(self.size.width)
        )


def lines_of_keys(width: int) -> Sequence[Sequence[tuple[str, str]]]:
    """Return keys with their words, in lines of a width; no key is torn from its word."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for key in PLACES["report"].keys:
        if not key.desk:
            continue
        sign, _, word = key.desk.partition(" ")
        if lines[-1] and used + len(_GAP) + len(key.desk) > width:
            lines.append([])
        used = len(key.desk) + (used + len(_GAP) if lines[-1] else 0)
        lines[-1].append((sign, word))
    return lines
