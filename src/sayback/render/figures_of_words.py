"""Figures that the words tell: fillers, what is said, and what a design answer holds."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.report import Evidence, Filler, FillerKind, Finding, Rate, Report
from sayback.render.figure import Figure, Gauge, Tone
from sayback.render.figure_maker import FigureMaker, moments_of
from sayback.render.safe_text import without_tail
from sayback.render.units import number
from sayback.thresholds import Thresholds

FILLER_NAMES: dict[FillerKind, str] = {
    "filled_pause": "Filled pauses",
    "marker": "Marker words",
    "repetition": "Repetitions",
    "possible": "Possible hesitations",
}
DESIGN_NAMES = {
    "clarifying_questions": "Clarifying questions",
    "assumptions": "Assumptions",
    "figures": "Figures",
    "trade_offs": "Trade-offs",
    "risks": "Risks",
}


def filler_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return the four kinds of fillers apart; those only heard are a guess."""
    maker, fillers = FigureMaker(report, limits, "Fillers"), report.fillers
    filled, markers = fillers.filled_pauses, fillers.markers
    filled_verdict, filled_tone = _filled_verdict(filled, limits)
    marker_verdict, marker_tone = _marker_verdict(markers, limits)
    good, high = limits.filled_per_100_good, limits.filled_per_100_high
    fluent, many = limits.fillers_per_minute_fluent, limits.fillers_per_minute_high
    hurts = limits.fillers_per_minute_hurts
    possible = _rate(fillers.possible)
    return (
        maker.make(
            "fillers.filled_pauses", FILLER_NAMES["filled_pause"], _rate(filled, by_words=True),
            verdict=filled_verdict, tone=filled_tone,
            band=f"good under {number(good)}, high over {number(high)} per 100 words",
            gauge=_gauge(filled.per_100_words, 1.75 * high, good),
            moments=_heard(report, "filled_pause"),
        ),
        maker.make(
            "fillers.markers", FILLER_NAMES["marker"], _rate(markers),
            verdict=marker_verdict, tone=marker_tone,
            band=f"about {number(fluent)} a minute is fluent, {number(many)} average"
            if marker_verdict else "",
            gauge=_gauge(markers.per_minute, hurts * 1.25, many),
            moments=_heard(report, "marker"),
        ),
        maker.make(
            "fillers.repetitions", FILLER_NAMES["repetition"], _rate(fillers.repetitions),
            moments=_heard(report, "repetition"),
        ),
        maker.make(
            "fillers.possible", FILLER_NAMES["possible"], possible,
            verdict="a guess: listen to them" if fillers.possible.count else "",
            moments=_heard(report, "possible"),
        ),
    )  # fmt: skip


def _rate(rate: Rate, *, by_words: bool = False) -> str | None:
    """Return count and rate: per minute, or per 100 words where asked or no time is known."""
    if rate.count is None:
        return None
    if rate.count == 0:
        return "none"
    if rate.per_minute is not None and not by_words:
        return f"{rate.count}, {rate.per_minute:.1f} a minute"
    if rate.per_100_words is not None:
        return f"{rate.count}, {rate.per_100_words:.1f} per 100 words"
    return str(rate.count)


def _filled_verdict(rate: Rate, limits: Thresholds) -> tuple[str, Tone]:
    if rate.per_100_words is None:
        return "", "plain"
    if rate.per_100_words < limits.filled_per_100_good:
        return "good", "good"
    if rate.per_100_words <= limits.filled_per_100_high:
        return "typical", "plain"
    return "high", "notice"


def _marker_verdict(rate: Rate, limits: Thresholds) -> tuple[str, Tone]:
    if rate.per_minute is None:
        return "", "plain"
    if rate.per_minute <= limits.fillers_per_minute_fluent:
        return "fluent", "good"
    if rate.per_minute <= limits.fillers_per_minute_high:
        return "average", "plain"
    if rate.per_minute < limits.fillers_per_minute_hurts:
        return "more than average", "notice"
    return "so many that they hurt", "notice"


def _gauge(value: float | None, high: float, good_high: float) -> Gauge | None:
    return None if value is None else Gauge(value, 0.0, high, 0.0, good_high)


def _heard(report: Report, kind: FillerKind) -> tuple[Evidence, ...]:
    items: list[Filler] = [item for item in report.fillers.items if item.kind == kind]
    return moments_of(items)


def content_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return I and we, figures quoted and hedges."""
    maker, content = FigureMaker(report, limits, "Words"), report.content
    judged = bool(report.star.applies)
    i_count, we_count = content.i_count, content.we_count
    more_we = judged and i_count is not None and we_count is not None and we_count > i_count
    quantified = content.result_quantified
    # A count is known where the words are: an empty list alone does not tell.
    known = i_count is not None
    return (
        maker.make(
            "content.i_count", "I and we",
            None if i_count is None or we_count is None else f"{i_count} I, {we_count} we",
            verdict="more we than I" if more_we else "", tone="notice" if more_we else "plain",
        ),
        maker.make(
            "content.quantities", "Figures quoted",
            _texts(content.quantities) if known else None,
            moments=_spoken(report, content.quantities),
        ),
        *(
            (
                maker.make(
                    "content.result_quantified", "A figure in the Result",
                    None if quantified is None else "yes" if quantified else "no",
                    tone="good" if quantified else "notice",
                ),
            )
            if judged
            else ()
        ),
        maker.make(
            "content.hedges", "Hedges", _texts(content.hedges) if known else None,
            moments=_spoken(report, content.hedges),
        ),
    )  # fmt: skip


def design_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return what a system-design answer should hold; nothing where none of it was found."""
    design = report.content.design
    found = {name: getattr(design, name) for name in DESIGN_NAMES}
    if not any(found.values()):
        return ()
    maker = FigureMaker(report, limits, "Design")
    return tuple(
        maker.make(
            f"content.design.{name}", label,
            _texts(found[name]) if found[name] else "none heard",
            tone="good" if found[name] else "notice",
            moments=_spoken(report, found[name]),
        )
        for name, label in DESIGN_NAMES.items()
    )  # fmt: skip


_SHOWN = 4


def _texts(findings: Sequence[Finding]) -> str:
    """Return how many there are, and the first few in the words that were said."""
    if not findings:
        return "none"
    quoted = ", ".join(f"“{without_tail(finding.text)[0]}”" for finding in findings[:_SHOWN])
    more = " …" if len(findings) > _SHOWN else ""
    return f"{len(findings)}: {quoted}{more}"


def _spoken(report: Report, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    words = report.transcript.words
    moments = []
    for finding in findings:
        if finding.words:
            start_s, end_s = words[finding.words[0]].start_s, words[finding.words[-1]].end_s
            if start_s is not None and end_s is not None:
                moments.append(Evidence(start_s, end_s))
    return tuple(moments)
