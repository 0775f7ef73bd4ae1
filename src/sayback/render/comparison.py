"""Two takes side by side as terminal text, 40 columns and wider; colour is never the only sign."""

from __future__ import annotations

from sayback.compare import Comparison, Side
from sayback.compare.differences import Difference, by_group
from sayback.compare.passages import Passage
from sayback.render import comparison_lines as lines
from sayback.render.figure import TONE_SYMBOLS
from sayback.render.page import LEAST_WIDTH, Page, Span
from sayback.render.star_view import star_view
from sayback.render.text_plots import star_bar
from sayback.render.units import percent
from sayback.thresholds import Thresholds

_LABEL = 22
_VALUE = 10
_COLUMNS_FIT = 78
"""Columns of the terminal; under this the values do not stand below one another."""
_STYLES = {"both": "", "moved": "T", "only_a": "notice", "only_b": "good"}


def render_comparison(
    comparison: Comparison,
    *,
    width: int = 80,
    colour: bool = False,
    thresholds: Thresholds | None = None,
) -> str:
    """Return a comparison as text: figures, the story's parts, then the words.

    Parameters
    ----------
    comparison
        What to show.
    width
        Columns; under 40 counts as 40, over 120 as 120.
    colour
        Whether to use ANSI colours; honouring NO_COLOR is the caller's part.
    thresholds
        Bands; the defaults where None.
    """
    page = Page(width=min(120, max(LEAST_WIDTH, width)), colour=colour)
    for name, side in (("A", comparison.a), ("B", comparison.b)):
        star = " ★" if side.take.starred else ""
        page.line(Span(f"{name}  ", "bold"), Span(f"{side.take.id}{star}"))
    if comparison.same_question and comparison.a.take.question:
        page.flow([Span(comparison.a.take.question.text, "bold")])
    page.heading("Figures, A and B")
    for group, members in by_group(comparison.differences):
        page.line(Span(group, "bold"))
        for difference in members:
            _write_figure(page, difference)
    page.flow([Span(lines.spread_note(comparison), "dim")])
    _write_star(page, comparison, thresholds)
    _write_words(page, comparison)
    return page.text()


def _write_figure(page: Page, difference: Difference) -> None:
    tone = lines.tone(difference)
    a, b = lines.value(difference, "a"), lines.value(difference, "b")
    style = tone if difference.stands_out else ""
    told = [Span(difference.figure.unit, "dim"), Span(" "), Span(lines.verdict(difference), style)]
    sign = Span(f"{TONE_SYMBOLS[tone]} ", tone)
    label = Span(f"{difference.figure.label:<{_LABEL}}")
    values = Span(f"{a:>{_VALUE}} {b:>{_VALUE}} ")
    change = Span(f"{lines.change(difference):>7}  ", "bold" if difference.stands_out else "")
    if page.width < _COLUMNS_FIT:
        by = [Span(f" ({lines.change(difference)})")] if difference.change else []
        both = [Span(f"{difference.figure.label}: {a} → {b}"), *by, Span(" ")]
        page.flow([*both, *told], first=[sign], rest=[Span("  ")])
        return
    rest = [Span(" " * (2 + _LABEL + 2 * _VALUE + 2 + 9))]
    page.flow(told, first=[sign, label, values, change], rest=rest)


def _write_star(page: Page, comparison: Comparison, thresholds: Thresholds | None) -> None:
    stars = [star_view(side.report, thresholds) for side in (comparison.a, comparison.b)]
    if not any(star.parts for star in stars):
        return
    page.heading("The story's parts")
    for name, star in zip("AB", stars, strict=True):
        first, rest = [Span(f"{name}  ", "bold")], [Span("   ")]
        if not star.parts:
            page.flow([Span(star.why, "dim")], first=first, rest=rest)
        else:
            page.line(*first, *star_bar(star.parts, page.width - 4))
            told = "  ".join(f"{part.part} {percent(part.share)}" for part in star.parts)
            page.line(Span(f"   {told}"))


def _write_words(page: Page, comparison: Comparison) -> None:
    page.heading("Words")
    page.flow([Span(lines.summary(comparison))])
    for name, side in (("A", comparison.a), ("B", comparison.b)):
        if told := lines.fillers(side):
            page.flow([Span(f"Fillers only in {name}: {told}")])
    if comparison.passages:
        page.flow([Span(lines.LEGEND, "dim")])
    for passage in comparison.passages:
        _write_passage(page, passage, comparison)


def _write_passage(page: Page, passage: Passage, comparison: Comparison) -> None:
    a_s, b_s = lines.times(passage)
    page.blank()
    if passage.is_same:
        _write_side(page, f"=  {a_s:>5} {b_s:>5}  ", passage, comparison.a, "a")
        return
    _write_side(page, f"A  {a_s:>5}        ", passage, comparison.a, "a")
    _write_side(page, f"B        {b_s:>5}  ", passage, comparison.b, "b")


def _write_side(page: Page, head: str, passage: Passage, side: Side, which: lines.Which) -> None:
    spans: list[Span] = []
    for piece in lines.pieces(passage, side, which):
        spans += [Span(piece.text, _STYLES[piece.kind]), Span(" ")]
    page.flow(spans or [Span("–", "dim")], first=[Span(head, "bold")], rest=[Span(" " * len(head))])
