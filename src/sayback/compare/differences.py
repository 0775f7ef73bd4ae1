"""Figures of two takes with their differences, judged by the speaker's own spread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayback.analysis import Report
from sayback.analysis.report import Filler
from sayback.compare.alignment import Stretch
from sayback.library.take_row import TakeRow
from sayback.library.trend_figures import DESIGN, TREND_FIGURES, TrendFigure
from sayback.library.trends import yardsticks


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in two takes."""

    figure: TrendFigure
    a: float | None
    """None where it is not known, as in `b`."""
    b: float | None
    spread: float | None
    """Width of the middle half of the speaker's last ten takes; None for too few takes."""

    @property
    def change(self) -> float | None:
        """How much the second is above the first, each rounded as it is shown."""
        if self.a is None or self.b is None:
            return None
        # Adding 0 makes -0.0 plain.
        places = self.figure.decimals
        return round(round(self.b, places) - round(self.a, places), places) + 0.0

    @property
    def stands_out(self) -> bool:
        """Whether it is more than what moves from take to take anyway."""
        change = self.change
        return bool(change) and self.spread is not None and abs(change or 0.0) > self.spread

    @property
    def is_better(self) -> bool | None:
        """Whether the second take is better; None where neither way is, or nothing stands out."""
        if not self.stands_out or not self.figure.better:
            return None
        return ((self.change or 0.0) > 0) == (self.figure.better == "higher")


def differences(a: Report, b: Report, rows: Iterable[TakeRow]) -> tuple[Difference, ...]:
    """Return every figure that is known in one of the two.

    Parameters
    ----------
    a, b
        What is compared; a change counts from the first to the second.
    rows
        All takes of the speaker, for what is usual.
    """
    usual = yardsticks(rows)
    found = []
    for figure_id, figure in TREND_FIGURES.items():
        value_a, value_b = _values(figure, a, b)
        if value_a is None and value_b is None:
            continue
        own = usual.get(figure_id)
        found.append(Difference(figure, value_a, value_b, own.spread if own else None))
    return tuple(found)


def _values(figure: TrendFigure, a: Report, b: Report) -> tuple[float | None, float | None]:
    value_a, value_b = figure.of(a), figure.of(b)
    if figure.group != DESIGN:
        return value_a, value_b
    # One of them is a design answer, and with it the other: what is not there, it lacks.
    return _none_heard(value_a, value_b, a), _none_heard(value_b, value_a, b)


def _none_heard(value: float | None, other: float | None, report: Report) -> float | None:
    lacks = value is None and other is not None and report.content.i_count is not None
    return 0.0 if lacks else value


def by_group(of: Sequence[Difference]) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
    """Return differences under their headings, in order."""
    headings = dict.fromkeys(each.figure.group for each in of)
    return tuple((name, tuple(d for d in of if d.figure.group == name)) for name in headings)


def own_fillers(report: Report, stretches: Sequence[Stretch], kind: str) -> tuple[Filler, ...]:
    """Return the fillers of a take whose words the other one lacks.

    Parameters
    ----------
    report
        Of that take.
    stretches
        All that was aligned.
    kind
        "only_a" for the first take's, "only_b" for the second one's.
    """
    spans = [s.a if kind == "only_a" else s.b for s in stretches if s.kind == kind]
    alone = {word for span in spans if span for word in range(span[0], span[1] + 1)}
    return tuple(item for item in report.fillers.items if alone.intersection(item.words))
