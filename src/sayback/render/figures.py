"""The one list of figures that every renderer shows, computed from a Report."""

from __future__ import annotations

from sayback.analysis.report import Report
from sayback.render.figure import Figure
from sayback.render.figures_of_sound import (
    delivery_figures,
    length_figures,
    pace_figures,
    pause_figures,
)
from sayback.render.figures_of_words import content_figures, design_figures, filler_figures
from sayback.render.star_view import star_view
from sayback.render.unknown import why_unknown
from sayback.thresholds import Thresholds


def figures(report: Report, thresholds: Thresholds | None = None) -> tuple[Figure, ...]:
    """Return the figures of a report in the order that they are read.

    Parameters
    ----------
    report
        What is not known in it is there as a figure that says so, and why.
    thresholds
        Bands; the defaults where None.
    """
    limits = thresholds or Thresholds()
    return (
        *length_figures(report, limits),
        *pace_figures(report, limits),
        *filler_figures(report, limits),
        *pause_figures(report, limits),
        *content_figures(report, limits),
        *design_figures(report, limits),
        *delivery_figures(report, limits),
    )


def groups(of: tuple[Figure, ...]) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """Return figures under their headings, in order."""
    headings = dict.fromkeys(figure.group for figure in of)
    return tuple((name, tuple(f for f in of if f.group == name)) for name in headings)


def unknown_together(members: tuple[Figure, ...]) -> tuple[tuple[str, str], ...]:
    """Return the unknown figures of a group, those of one reason together, beside why.

    The labels end in ": " and are left out where the whole group is unknown for one reason.
    """
    by_why: dict[str, list[str]] = {}
    for figure in members:
        if not figure.is_known:
            by_why.setdefault(figure.why, []).append(figure.label)
    whole = len(by_why) == 1 and not any(figure.is_known for figure in members)
    return tuple(("" if whole else f"{', '.join(labels)}: ", why) for why, labels in by_why.items())


def shown_whys(report: Report, thresholds: Thresholds | None = None) -> frozenset[str]:
    """Return the reasons that stand beside the figures, the story and at the report's head."""
    whys = {figure.why for figure in figures(report, thresholds)}
    whys.add(star_view(report, thresholds).why)
    if report.transcript.status == "pending":
        whys.add(why_unknown(report, "transcript"))
    return frozenset(whys)
