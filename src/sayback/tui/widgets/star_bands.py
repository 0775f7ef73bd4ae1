"""The parts of two stories over each other, each as wide as its share."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from sayback.render.star_view import StarView
from sayback.render.text_plots import star_bar
from sayback.render.units import percent

_STYLES = {
    "S": "$text-primary", "T": "$text-secondary", "A": "$text-success", "R": "$text-accent",
    "O": "$foreground 65%",
}  # fmt: skip
_SHARES_CELLS = 36


class StarBands(Widget):
    """A line for each of two takes; letters and lengths say what the colours say."""

    DEFAULT_CSS = "StarBands { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._stars: tuple[StarView, ...] = ()

    def show(self, a: StarView, b: StarView) -> None:
        """Show two stories; the widget hides where neither is one."""
        self._stars = (a, b)
        self.display = bool(a.parts or b.parts)
        self.refresh()

    def render(self) -> Content:
        """Draw both lines."""
        named = zip("AB", self._stars, strict=False)
        return Content("\n").join(self._line(name, star) for name, star in named)

    def _line(self, name: str, star: StarView) -> Content:
        head = Content.styled(f"{name} ", "bold")
        if not star.parts:
            return head + Content.styled(star.why[: self.size.width - 2], "$foreground 65%")
        told = " ".join(f"{part.part} {percent(part.share)}" for part in star.parts)
        width = max(10, self.size.width - 3 - _SHARES_CELLS)
        bar = [
            Content.styled(span.text, _STYLES[span.style]) for span in star_bar(star.parts, width)
        ]
        return head + Content("").join(bar) + Content(f" {told}")
