"""Makes figures, so that each one says only what is its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayback.analysis.report import Evidence, Filler, Report
from sayback.render.figure import Figure, Gauge, Tone
from sayback.render.measures import measure_of
from sayback.render.units import NOT_KNOWN
from sayback.render.unknown import why_unknown
from sayback.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class FigureMaker:
    """Knows the report, the thresholds and the heading; adds definition, why and tone."""

    report: Report
    thresholds: Thresholds
    group: str

    def make(
        self,
        figure_id: str,
        label: str,
        value: str | None,
        *,
        verdict: str = "",
        band: str = "",
        tone: Tone = "plain",
        gauge: Gauge | None = None,
        moments: Iterable[Evidence] = (),
    ) -> Figure:
        """Return a figure; one whose value is None is not known."""
        known = value is not None
        return Figure(
            id=figure_id,
            group=self.group,
            label=label,
            value=value if value is not None else NOT_KNOWN,
            measure=measure_of(figure_id, self.thresholds),
            verdict=verdict if known else "",
            band=band,
            tone=tone if known else "unknown",
            gauge=gauge if known else None,
            why="" if known else why_unknown(self.report, figure_id),
            moments=tuple(moments) if known else (),
        )


def moments_of(items: Iterable[Filler]) -> tuple[Evidence, ...]:
    """Return where fillers can be heard."""
    return tuple(
        Evidence(item.start, item.end)
        for item in items
        if item.start is not None and item.end is not None
    )
