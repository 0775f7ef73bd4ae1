"""Figures that the sound tells: length, pace, pauses, delivery."""

from __future__ import annotations

from sayback.analysis.report import Evidence, PaceVerdict, Pause, Report
from sayback.render.figure import Figure, Gauge, Tone
from sayback.render.figure_maker import FigureMaker
from sayback.render.units import counted, duration, number, percent, short_duration
from sayback.thresholds import Thresholds

_PACE: dict[PaceVerdict, tuple[str, Tone]] = {
    "slow": ("slow", "notice"),
    "measured": ("measured", "plain"),
    "target": ("on target", "good"),
    "brisk": ("brisk", "plain"),
    "fast": ("fast", "notice"),
}
_PITCH: dict[str, tuple[str, Tone]] = {
    "flat": ("flat", "notice"),
    "typical": ("typical", "good"),
    "lively": ("lively", "good"),
}
ARTICULATION_USUAL = (4.0, 5.5)
"""Syllables a second in English."""


def length_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return how long the answer is; a length is judged only where a story is told."""
    maker = FigureMaker(report, limits, "Length")
    length_s, lead_s = report.take.duration_s, report.pace.time_to_first_word_s
    low, high = limits.answer_comfortable_min_s, limits.answer_comfortable_max_s
    judged = bool(report.star.applies) and length_s is not None
    verdict, tone = _length_verdict(length_s or 0.0, limits) if judged else ("", "plain")
    return (
        maker.make(
            "take.duration_s", "Length", None if length_s is None else duration(length_s),
            verdict=verdict, tone=tone,
            band=f"comfortable {number(low)}–{number(high)} s" if judged else "",
            gauge=Gauge(length_s or 0.0, 0.0, limits.answer_max_s * 1.33, low, high)
            if judged else None,
        ),
        maker.make(
            "pace.time_to_first_word_s", "Before the first word",
            None if lead_s is None else short_duration(lead_s),
        ),
    )  # fmt: skip


def _length_verdict(length_s: float, limits: Thresholds) -> tuple[str, Tone]:
    if length_s < limits.answer_min_s:
        return "short", "notice"
    if length_s > limits.answer_max_s:
        return "long", "notice"
    if limits.answer_comfortable_min_s <= length_s <= limits.answer_comfortable_max_s:
        return "comfortable", "good"
    return "acceptable", "plain"


def pace_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return how fast and how steadily was spoken."""
    pace, maker = report.pace, FigureMaker(report, limits, "Pace")
    verdict, tone = _PACE[pace.verdict] if pace.verdict else ("too short to judge", "plain")
    low, high = limits.wpm_measured, limits.wpm_target
    rate = pace.articulation_sps
    usual_low, usual_high = ARTICULATION_USUAL
    usual = rate is not None and usual_low <= rate <= usual_high
    return (
        maker.make(
            "pace.wpm", "Pace", None if pace.wpm is None else f"{pace.wpm:.0f} words/min",
            verdict=verdict, tone=tone, band=f"on target at {number(low)}–{number(high)}",
            gauge=Gauge(pace.wpm or 0.0, 60.0, 250.0, low, high),
        ),
        maker.make("pace.words", "Words", None if pace.words is None else str(pace.words)),
        maker.make(
            "pace.articulation_sps", "Articulation",
            None if rate is None else f"{rate:.1f} syllables/s",
            verdict="" if rate is None else "usual" if usual
            else "slower than usual" if rate < usual_low else "faster than usual",
            band=f"usual {number(usual_low)}–{number(usual_high)}",
            gauge=Gauge(rate or 0.0, 2.0, 8.0, usual_low, usual_high),
        ),
        maker.make(
            "pace.phonation_ratio", "Time spent speaking",
            None if pace.phonation_ratio is None else percent(pace.phonation_ratio),
        ),
        maker.make(
            "pace.mean_run_syllables", "In one go",
            None if pace.mean_run_syllables is None
            else f"{pace.mean_run_syllables:.0f} syllables",
        ),
    )  # fmt: skip


def pause_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return the silent pauses; only a very long one in mid-clause is held against anybody."""
    pauses, maker = report.pauses, FigureMaker(report, limits, "Pauses")
    long_items = tuple(p for p in pauses.items if p.duration_s >= limits.long_pause_s)
    flagged = flagged_pauses(report, limits)
    count = None
    if pauses.count is not None:
        count = counted(pauses.count, "pause")
        if pauses.per_minute is not None:
            count += f", {pauses.per_minute:.0f} a minute"
    longest = max(pauses.items, key=lambda p: p.duration_s, default=None)
    none_there = "none" if pauses.count == 0 else None
    return (
        maker.make("pauses.count", "Silent pauses", count, moments=_moments(pauses.items)),
        maker.make(
            "pauses.mean_s", "Mean pause",
            none_there if pauses.mean_s is None else short_duration(pauses.mean_s),
        ),
        maker.make(
            "pauses.longest_s", "Longest pause",
            none_there if pauses.longest_s is None else short_duration(pauses.longest_s),
            verdict="long in mid-clause" if longest and longest in flagged else "",
            tone="notice" if longest and longest in flagged else "plain",
            moments=_moments((longest,)) if longest else (),
        ),
        maker.make(
            "pauses.long_count", f"Pauses of {number(limits.long_pause_s)} s and more",
            None if pauses.long_count is None else _long_pauses(pauses.long_count, len(flagged)),
            tone="notice" if flagged else "plain",
            moments=_moments(flagged or long_items),
        ),
    )  # fmt: skip


def flagged_pauses(report: Report, limits: Thresholds) -> tuple[Pause, ...]:
    """Return the pauses that are a fault: very long ones in the middle of a clause."""
    return tuple(
        pause
        for pause in report.pauses.items
        if pause.place == "mid_clause" and pause.duration_s >= limits.flagged_mid_clause_pause_s
    )


def _long_pauses(count: int, flagged: int) -> str:
    if not flagged:
        return str(count)
    return f"{count}, {flagged} of them very long in mid-clause"


def _moments(pauses: tuple[Pause, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(pause.start, pause.end) for pause in pauses)


def delivery_figures(report: Report, limits: Thresholds) -> tuple[Figure, ...]:
    """Return how the voice sounds, and whether the recording is sound."""
    delivery, maker = report.delivery, FigureMaker(report, limits, "Delivery")
    pitch, volume = delivery.pitch_sd_semitones, delivery.volume_sd_db
    verdict, tone = _PITCH[delivery.verdict] if delivery.verdict else ("", "plain")
    low, high = limits.pitch_flat_semitones, limits.pitch_lively_semitones
    level, level_tone = _level(delivery.clipping, delivery.too_quiet)
    return (
        maker.make(
            "delivery.pitch_sd_semitones", "Pitch variation",
            None if pitch is None else f"{pitch:.1f} semitones",
            verdict=verdict, tone=tone,
            band=f"typical {number(low)}–{number(high)}, above is lively",
            gauge=Gauge(pitch or 0.0, 0.0, high * 1.75, low, high * 1.75),
        ),
        maker.make(
            "delivery.volume_sd_db", "Volume variation",
            None if volume is None else f"{volume:.1f} dB",
        ),
        maker.make("delivery.level", "Recording level", level, tone=level_tone),
    )  # fmt: skip


def _level(clipping: bool | None, too_quiet: bool | None) -> tuple[str | None, Tone]:
    if clipping is None and too_quiet is None:
        return None, "unknown"
    if clipping:
        return "clipped: lower the microphone's level or move away from it", "notice"
    if too_quiet:
        return "too quiet: raise the microphone's level or move closer", "notice"
    return "good", "good"
