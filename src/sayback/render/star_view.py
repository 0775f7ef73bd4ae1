"""STAR as seconds and shares beside what coaches advise: shared by every renderer."""

from __future__ import annotations

from dataclasses import dataclass

from sayback.analysis.report import STAR_PARTS, Part, Report
from sayback.render.figure import Tone
from sayback.render.measures import Measure, measure_of
from sayback.render.units import percent_range
from sayback.render.unknown import why_unknown
from sayback.thresholds import Thresholds

PART_NAMES: dict[Part, str] = {
    "S": "Situation", "T": "Task", "A": "Action", "R": "Result", "O": "Other",
}  # fmt: skip
_TASK_ADVISED = (0.05, 0.15)
_SITUATION_MIN = 0.10
_ACTION_MAX = 0.60
_RESULT_MAX = 0.20


@dataclass(frozen=True, slots=True)
class PartShare:
    """One part of the story."""

    part: Part
    name: str
    share: float
    """Fraction of speaking time, or of words where times are not known."""
    seconds: float | None
    """Length of its sentences; None where times are not known."""
    advised: str = ""
    """Such as "10–20 %"; empty for Other."""
    verdict: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class StarView:
    """What there is to say of the story's parts."""

    applies: bool | None
    why: str
    """Why it does not apply, or is not known."""
    parts: tuple[PartShare, ...]
    """S, T, A, R and O in order; empty where STAR does not apply or is not known."""
    missing: tuple[str, ...]
    """Names of the parts that no sentence shows."""
    measure: Measure


def star_view(report: Report, thresholds: Thresholds | None = None) -> StarView:
    """Return the story's parts with their shares against the advised ones."""
    limits = thresholds or Thresholds()
    star = report.star
    parts = (*STAR_PARTS, "O") if star.applies else ()
    shares = {part: getattr(star.shares, part) for part in parts}
    known = bool(shares) and all(share is not None for share in shares.values())
    return StarView(
        applies=star.applies,
        why=star.why or ("" if star.applies else why_unknown(report, "star.applies")),
        parts=tuple(_part(report, part, shares[part], limits) for part in shares) if known else (),
        missing=tuple(PART_NAMES[part] for part in star.missing) if star.applies else (),
        measure=measure_of("star.shares", limits),
    )


def _part(report: Report, part: Part, share: float, limits: Thresholds) -> PartShare:
    seconds = _seconds(report, part)
    if part == "O":
        return PartShare(part, PART_NAMES[part], share, seconds)
    low, high = _advised(part, limits)
    verdict, tone = _verdict(share, low, high, missing=part in report.star.missing)
    advised = f"about {percent_range(0.10, 0.10)}" if part == "T" else percent_range(low, high)
    return PartShare(part, PART_NAMES[part], share, seconds, advised, verdict, tone)


def _advised(part: Part, limits: Thresholds) -> tuple[float, float]:
    return {
        "S": (min(_SITUATION_MIN, limits.situation_share_max), limits.situation_share_max),
        "T": _TASK_ADVISED,
        "A": (limits.action_share_min, max(_ACTION_MAX, limits.action_share_min)),
        "R": (limits.result_share_min, max(_RESULT_MAX, limits.result_share_min)),
    }[part]


def _verdict(share: float, low: float, high: float, *, missing: bool) -> tuple[str, Tone]:
    if missing:
        return "missing", "notice"
    # What is shown is a rounded per cent: judge what is shown.
    rounded = round(share, 2)
    if rounded < low:
        return "less than advised", "notice"
    if rounded > high:
        return "more than advised", "notice"
    return "as advised", "good"


def _seconds(report: Report, part: Part) -> float | None:
    total_s = 0.0
    for sentence in report.star.sentences:
        if sentence.start is None or sentence.end is None:
            return None
        if sentence.part == part:
            total_s += sentence.end - sentence.start
    return total_s
