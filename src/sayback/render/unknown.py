"""Why a figure is not known, in one sentence."""

from __future__ import annotations

from collections.abc import Collection

from sayback.analysis.report import Report

_NEEDS_WORDS = ("pace.words", "pace.wpm", "fillers", "star", "content")
_STANDS_FOR = {"delivery.level": "delivery.clipping", "star.missing": "star.applies"}
_NAMES = {
    "transcript": "Words", "transcript.words": "Words",
    "pace": "Pace", "pace.wpm": "Words a minute",
    "pace.curve": "Pace over time", "pace.verdict": "Verdict on the pace",
    "pace.articulation_sps": "Articulation", "pauses": "Pauses",
    "fillers": "Fillers", "fillers.possible": "Possible hesitations", "star": "Story (STAR)",
    "star.applies": "Story (STAR)", "content": "Content", "delivery": "Delivery",
    "delivery.pitch_sd_semitones": "Pitch variation", "advice": "Advice",
}  # fmt: skip
PENDING = "the words are not known yet"
HOW_TO_COMPLETE = (
    "`sayback models download` gets a Whisper model; `sayback batch` then completes every take "
    "whose words are not known yet."
)


def why_unknown(report: Report, field: str) -> str:
    """Return the report's reason for a field: its own, else that of the object it belongs to.

    Parameters
    ----------
    field
        Name in `sayback.report/1`, such as "pace.wpm".
    """
    reasons = {item.field: item.why for item in report.not_known}
    name = field if field in reasons else _STANDS_FOR.get(field, field)
    while name:
        if name in reasons:
            return reasons[name]
        name = name.rpartition(".")[0]
    inner = next((why for key, why in reasons.items() if key.startswith(field + ".")), "")
    if inner:
        return inner
    if report.transcript.status == "pending" and field.startswith(_NEEDS_WORDS):
        return reasons.get("transcript", PENDING)
    return ""


def reasons(report: Report, *, shown: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what is not known beside why, fields of one reason together, in order.

    `shown` are reasons that the reader has seen already: they are left out.
    """
    by_why: dict[str, list[str]] = {}
    for item in report.not_known:
        if item.why in shown:
            continue
        by_why.setdefault(item.why, []).append(spoken_field(item.field))
    return tuple((", ".join(names), why) for why, names in by_why.items())


def spoken_field(field: str) -> str:
    """Return what a field of the report is called, such as "Pace" for "pace.wpm"."""
    return _NAMES.get(field) or field.replace("_", " ").replace(".", ": ")
