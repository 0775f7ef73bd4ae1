"""A report as terminal text, 80 columns and wider; colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Advice, Evidence, Report
from sayback.render.figure import Figure
from sayback.render.figures import figures, groups, shown_whys, unknown_together
from sayback.render.heading import heading
from sayback.render.page import LEAST_WIDTH, Page, Span
from sayback.render.star_view import star_view
from sayback.render.terminal_transcript import write_transcript
from sayback.render.text_plots import gauge_spans, sparkline, star_bar
from sayback.render.units import clock, percent, short_duration
from sayback.render.unknown import reasons
from sayback.thresholds import Thresholds

_LABEL = 22
_GAUGE = 12
_MOMENTS = 8


def render_terminal(
    report: Report,
    *,
    width: int = 80,
    colour: bool = False,
    thresholds: Thresholds | None = None,
) -> str:
    """Return a report as text: what to change first, then the figures, then the words.

    Parameters
    ----------
    report
        What to show.
    width
        Columns; under 40 counts as 40, over 120 as 120: longer lines are hard to read.
    colour
        Whether to use ANSI colours; honouring NO_COLOR is the caller's part.
    thresholds
        Bands; the defaults where None.
    """
    page = Page(width=min(120, max(LEAST_WIDTH, width)), colour=colour)
    _write_heading(page, report)
    _write_advice(page, report.advice)
    _write_star(page, report, thresholds)
    _write_figures(page, figures(report, thresholds))
    _write_curve(page, report)
    write_transcript(page, report, thresholds)
    _write_unknown(page, report, thresholds)
    return page.text()


def _write_heading(page: Page, report: Report) -> None:
    head = heading(report)
    for warning in head.warnings:
        page.flow([Span(warning, "notice")], first=[Span("! ", "notice")], rest=[Span("  ")])
    page.blank()
    page.flow([Span(head.title, "bold")])
    page.flow([Span(" · ".join(head.facts), "dim")])


def _write_advice(page: Page, advice: Sequence[Advice]) -> None:
    change = [item for item in advice if not item.positive]
    well = [item for item in advice if item.positive]
    if change:
        page.heading("Change next")
    for number, item in enumerate(change, 1):
        _write_one(page, item, Span(f"  {number}. ", "notice"))
    if well:
        page.heading("Went well")
    for item in well:
        _write_one(page, item, Span("  +  ", "good"))


def _write_one(page: Page, item: Advice, sign: Span) -> None:
    page.flow([Span(item.headline, "bold")], first=[sign], rest=[Span("     ")])
    indent = [Span("     ")]
    because = [Span(item.because), *_moments(item.evidence)]
    page.flow(because, first=indent, rest=indent)
    if item.source:
        page.flow([Span(f"Source: {item.source}", "dim")], first=indent, rest=indent)


def _moments(moments: Sequence[Evidence]) -> list[Span]:
    if not moments:
        return []
    times = ", ".join(clock(moment.start) for moment in moments[:_MOMENTS])
    more = " …" if len(moments) > _MOMENTS else ""
    return [Span(f" · at {times}{more}", "dim")]


def _write_figures(page: Page, of: tuple[Figure, ...]) -> None:
    for name, members in groups(of):
        page.heading(name)
        for figure in members:
            if figure.is_known:
                _write_figure(page, figure)
        for labels, why in unknown_together(members):
            because = f": {why}" if why else ""
            _write_row(page, "?", "unknown", "", [Span(f"{labels}not known{because}", "unknown")])


def _write_figure(page: Page, figure: Figure) -> None:
    text = [Span(figure.value, "bold")]
    if figure.remark:
        text.append(Span(f" · {figure.remark}", "dim" if figure.tone == "plain" else figure.tone))
    if figure.group == "Fillers" or figure.tone == "notice":
        text.extend(_moments(figure.moments))
    gauge = gauge_spans(figure.gauge, figure.tone, _GAUGE)
    _write_row(page, figure.symbol, figure.tone, figure.label, text, gauge)


def _write_row(
    page: Page,
    symbol: str,
    tone: str,
    label: str,
    text: list[Span],
    gauge: Sequence[Span] = (),
) -> None:
    before = [Span(f"  {symbol} ", tone)]
    if page.is_narrow:
        page.flow([Span(f"{label}: "), *text] if label else text, first=before, rest=[Span("    ")])
        return
    if label:
        before += [Span(f"{label:<{_LABEL}}"), *gauge, Span("  ")]
    indent = 4 + (_LABEL + _GAUGE + 2 if label else 0)
    page.flow(text, first=before, rest=[Span(" " * indent)])


def _write_curve(page: Page, report: Report) -> None:
    curve = report.pace.curve
    if not curve:
        return
    page.heading("Pace over time")
    line = sparkline(curve, page.width - 20)
    first, last = clock(curve[0].t), clock(curve[-1].t)
    page.line(Span(f"  {first:>6} ", "dim"), Span(line), Span(f" {last}", "dim"))
    low, high = min(p.wpm for p in curve), max(p.wpm for p in curve)
    page.line(Span(f"         {low:.0f} to {high:.0f} words/min", "dim"))


def _write_star(page: Page, report: Report, thresholds: Thresholds | None) -> None:
    view = star_view(report, thresholds)
    page.heading("Story (STAR)")
    if not view.applies:
        sign = "does not apply" if view.applies is False else "not known"
        why = f": {view.why}" if view.why else ""
        page.flow([Span(f"{sign}{why}", "unknown")], first=[Span("  ")], rest=[Span("  ")])
        return
    page.line(Span("  "), *star_bar(view.parts, page.width - 4))
    for part in view.parts:
        seconds = "" if part.seconds is None else short_duration(part.seconds)
        advised = f" (advised {part.advised})" if part.advised else ""
        told = [Span(part.verdict, part.tone), Span(advised, "dim")]
        name = Span(f"  {part.part} {part.name:<11}", part.part)
        figures_ = Span(f"{percent(part.share):>6}{seconds:>9}   ")
        if page.is_narrow:
            page.line(name, figures_)
            if part.verdict or advised:
                page.flow(told, first=[Span("    ")], rest=[Span("    ")])
        else:
            page.flow(told, first=[name, figures_], rest=[Span(" " * 33)])
    if view.missing:
        page.flow([Span(f"Missing: {', '.join(view.missing)}", "notice")], first=[Span("  ! ")],
                  rest=[Span("    ")])  # fmt: skip


def _write_unknown(page: Page, report: Report, thresholds: Thresholds | None) -> None:
    known_why = reasons(report, shown=shown_whys(report, thresholds))
    if not known_why:
        return
    page.heading("Also not known")
    for names, why in known_why:
        page.flow([Span(f"{names}: {why}")], first=[Span("  ? ", "unknown")], rest=[Span("    ")])
