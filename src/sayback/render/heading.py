"""What stands at the head of every report: the question, the facts, and what to beware of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayback.analysis.report import Report
from sayback.render.units import duration
from sayback.render.unknown import COMPLETE, GET_A_MODEL, PENDING, why_unknown

DEMO_WARNING = "demo model: words not reliable"
NO_QUESTION = "An answer"


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a report."""

    title: str
    """The question, or what is known instead of it."""
    facts: tuple[str, ...]
    """File, date, length, and where the words are from."""
    warnings: tuple[str, ...]
    """One sentence each."""


def heading(report: Report) -> Heading:
    """Return the head of a report."""
    take = report.take
    facts = [take.audio or "", _date(take.recorded_at)]
    facts.append("" if take.duration_s is None else duration(take.duration_s))
    facts.append(_words_from(report))
    return Heading(
        title=take.question or NO_QUESTION,
        facts=tuple(fact for fact in facts if fact),
        warnings=tuple(_warnings(report)),
    )


def _date(recorded_at: str | None) -> str:
    try:
        moment = datetime.fromisoformat(recorded_at or "")
    except ValueError:
        return ""
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _words_from(report: Report) -> str:
    transcript = report.transcript
    if transcript.status == "imported":
        return "words from a file"
    if transcript.status == "pending" or not transcript.model:
        return ""
    engine = f" ({transcript.engine})" if transcript.engine else ""
    return f"words by {transcript.model}{engine}"


def _warnings(report: Report) -> list[str]:
    warnings = []
    if report.transcript.model == "demo":
        warnings.append(DEMO_WARNING)
    if report.transcript.status == "pending":
        why = why_unknown(report, "transcript")
        warnings.append(f"{PENDING}: {why}" if why != PENDING else f"{PENDING}.")
        if "sayback models download" not in why:
            warnings.append(GET_A_MODEL)
        warnings.append(COMPLETE)
    return warnings
