"""Every figure with its verdict; the marked one explains itself."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from sayback.render.figure import Figure, Tone
from sayback.render.figures import groups
from sayback.render.star_view import PartShare, StarView
from sayback.render.units import NOT_KNOWN, duration, percent
from sayback.tui.take_view import STAR
from sayback.tui.widgets.lists import ChoiceList

STYLES: dict[Tone, str] = {
    "good": "$text-success",
    "notice": "$text-warning",
    "plain": "$foreground 65%",
    "unknown": "$foreground 65%",
}
_LABEL_CELLS = 24


class FigureList(ChoiceList):
    """One figure a line under its group's heading; ids are the figures' ids."""

    def show(self, figures: tuple[Figure, ...], star: StarView) -> None:
        """Fill the list."""
        options: list[Option] = []
        if star.parts:
            options.append(_heading("STAR"))
            options += [Option(part_line(part), id=f"{STAR}.{part.part}") for part in star.parts]
        elif star.why:
            state = "does not apply" if star.applies is False else NOT_KNOWN
            line = Content.assemble("· ", _padded("Parts of the story"), (state, STYLES["unknown"]))
            options += [_heading("STAR"), Option(line, id=STAR)]
        for title, group in groups(figures):
            options.append(_heading(title))
            options += [Option(figure_line(figure), id=figure.id) for figure in group]
        self.set_options(options)
        self.highlighted = 1 if len(options) > 1 else None


def _heading(title: str) -> Option:
    return Option(Content.styled(title, "bold $text-primary"), disabled=True)


def figure_line(figure: Figure) -> Content:
    """Return sign, label, value and verdict."""
    style = STYLES[figure.tone]
    value = (figure.value, "bold" if figure.is_known else STYLES["unknown"])
    verdict = f"  {figure.verdict}" if figure.verdict else ""
    return Content.assemble(
        (f"{figure.symbol} ", f"bold {style}"), _padded(figure.label), value, (verdict, style)
    )


def part_line(part: PartShare) -> Content:
    """Return a part of the story with its share against the advised one."""
    style = STYLES[part.tone]
    sign = {"good": "✓", "notice": "!", "plain": "·", "unknown": "?"}[part.tone]
    length = f", {duration(part.seconds)}" if part.seconds is not None else ""
    return Content.assemble(
        (f"{sign} ", f"bold {style}"),
        _padded(f"{part.part} {part.name}" if part.part != "O" else f"  {part.name}"),
        (percent(part.share) + length, "bold"),
        (f"  {part.verdict}" if part.verdict else "", style),
    )


def _padded(label: str) -> str:
    return label + " " * max(1, _LABEL_CELLS - cell_len(label))
