"""How long the answer is against its target."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sayback.render.units import clock

_BEYOND = 1.25
"""The bar's end, in times the target."""
_NEAR = 0.15


def target_word(elapsed_s: float, target_s: float) -> str:
    """Return what the length is like against the target."""
    if elapsed_s < target_s * (1 - _NEAR):
        return f"{clock(target_s - elapsed_s)} to go"
    if elapsed_s <= target_s * (1 + _NEAR):
        return "about right: come to the end"
    return f"{clock(elapsed_s - target_s)} over"


class TargetBar(Widget):
    """One line: the answer so far, a mark at the target, and words."""

    DEFAULT_CSS = "TargetBar { height: 2; }"

    elapsed_s: reactive[float] = reactive(0.0)
    target_s: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        """Draw the bar and what it means."""
        if self.target_s <= 0:
            return Content("")
        width = max(8, self.size.width)
        end_s = max(self.target_s * _BEYOND, self.elapsed_s)
        filled = min(width, int(width * self.elapsed_s / end_s))
        mark = min(width - 1, round(width * self.target_s / end_s))
        bar = ["█"] * filled + ["░"] * (width - filled)
        bar[mark] = "┃"
        over = self.elapsed_s > self.target_s * (1 + _NEAR)
        drawn = "".join(bar)
        caption = f"target {clock(self.target_s)}"
        place = max(0, min(width - len(caption), mark - len(caption) // 2))
        word = target_word(self.elapsed_s, self.target_s)
        if len(word) + 2 > place:
            word = ""
        return Content.assemble(
            (drawn[:filled], "$warning" if over else "$primary"),
            (drawn[filled:], "$foreground 30%"),
            "\n",
            word.ljust(place),
            (caption, "$foreground 65%"),
        )
