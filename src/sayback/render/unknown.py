"""Why a figure is not known, in one sentence."""

from __future__ import annotations

from collections.abc import Collection

from sayback.analysis.report import Report

_NEEDS_WORDS = ("pace.words", "pace.wpm", "fillers", "star", "content")
_STANDS_FOR = {
    "delivery.level": "delivery.clipping",
    "star.missing": "star.applies",
    "take.duration_s": "pauses",
}
"""Where the report gives no reason for a field, that of another one with the same cause."""
_NAMES = {
    "transcript": "Words",
    "pace": "Pace",
    "pace.wpm": "Words a minute",
    "pace.curve": "Pace over time",
    "pace.verdict": "Verdict on the pace",
    "pauses": "Pauses",
    "pauses.items.place": "Where in the sentence the pauses are",
    "fillers": "Fillers",
    "fillers.filled_pauses": "Filled pauses",
    "fillers.markers": "Marker words",
    "fillers.repetitions": "Repetitions",
    "fillers.possible": "Possible hesitations",
    "star": "Story (STAR)",
    "content": "Content",
    "content.result_quantified": "A figure in the Result",
    "delivery": "Delivery",
    "advice": "Advice",
}
PENDING = "The words are not known yet"
GET_A_MODEL = "`sayback models download` gets a Whisper model."
COMPLETE = "`sayback batch` then completes every take whose words are not known yet."


def why_unknown(report: Report, field: str) -> str:
    """Return the report's reason for a field: its own, else that of the object it belongs to.

    Parameters
    ----------
    field
        Name in `sayback.report/1`, such as "pace.wpm".
    """
    reasons = {item.field: _short(item.why) for item in report.not_known}
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
        why = _short(item.why)
        if why in shown or _is_moot(report, item.field):
            continue
        names = by_why.setdefault(why, [])
        if spoken_field(item.field) not in names:
            names.append(spoken_field(item.field))
    return tuple((", ".join(names), why) for why, names in by_why.items())


def _short(why: str) -> str:
    """Leave out what stands before the reason already: that it is not known."""
    return why.removeprefix(f"{PENDING}: ")


def _is_moot(report: Report, field: str) -> bool:
    """Whether nobody would ask: parts of a story that is none, lengths of pauses not made."""
    if field.startswith("star."):
        return report.star.applies is False
    if field == "content.result_quantified":
        return not report.star.applies
    return field.startswith("pauses.") and report.pauses.count == 0


def spoken_field(field: str) -> str:
    """Return what a field of the report is called, such as "Pace" for "pace.wpm"."""
    name = field
    while name and name not in _NAMES:
        name = name.rpartition(".")[0]
    return _NAMES.get(name) or field.replace("_", " ").replace(".", ": ")
