"""Two takes side by side as terminal text, 60 columns and wider; colour is never the only sign."""

from __future__ import annotations

from sayback.compare import Comparison, Side
from sayback.compare.differences import Difference, by_group
from sayback.compare.passages import Passage
from sayback.render import comparison_lines as lines
from sayback.render.figure import TONE_SYMBOLS
from sayback.render.page import Page, Span
from sayback.render.star_view import star_view
from sayback.render.text_plots import star_bar
from sayback.render.units import percent
from sayback.thresholds import Thresholds

_LABEL = 22
_VALUE = 10
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
        Columns; under 60 counts as 60, over 120 as 120.
    colour
        Whether to use ANSI colours; honouring NO_COLOR is the caller's part.
    thresholds
        Bands; the defaults where None.
    """
    page = Page(width=min(120, max(60, width)), colour=colour)
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
    page.flow(
        [Span(difference.figure.unit, "dim"), Span(" "), Span(lines.verdict(difference), style)],
        first=[
            Span(f"{TONE_SYMBOLS[tone]} ", tone),
            Span(f"{difference.figure.label:<{_LABEL}}"),
            Span(f"{a:>{_VALUE}} {b:>{_VALUE}} "),
            Span(f"{lines.change(difference):>7}  ", "bold" if difference.stands_out else ""),
        ],
        rest=[Span(" " * (2 + _LABEL + 2 * _VALUE + 2 + 9))],
    )


def _write_star(page: Page, comparison: Comparison, thresholds: Thresholds | None) -> None:
    stars = [star_view(side.report, thresholds) for side in (comparison.a, comparison.b)]
    if not any(star.parts for star in stars):
        return
    page.heading("The story's parts")
    for name, star in zip("AB", stars, strict=True):
        bar = star_bar(star.parts, page.width - 4) or [Span(star.why, "dim")]
        page.line(Span(f"{name}  ", "bold"), *bar)
        if star.parts:
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
