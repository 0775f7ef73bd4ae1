"""A take in the form that another program opens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sayback.errors import LibraryError
from sayback.thresholds import Thresholds

if TYPE_CHECKING:
    from sayback.analysis import Report
    from sayback.library import Take

FORMATS = ("json", "md", "html", "srt", "vtt", "txt")


def export(take: Take, kind: str, thresholds: Thresholds) -> str:
    """Return a take as one of `FORMATS`; json is `sayback.report/1`.

    Raises
    ------
    LibraryError
        When its words are asked for and not known yet.
    """
    report = report_of(take)
    if kind == "json":
        from sayback.analysis import report_json

        return json.dumps(report_json.as_json(report), ensure_ascii=False, indent=1) + "\n"
    if kind == "md":
        from sayback.render.markdown import render_markdown

        return render_markdown(report, thresholds=thresholds)
    if kind == "html":
        from sayback.render.html_page import report_page

        return report_page(report, take.audio_path, thresholds=thresholds)
    return _words(report, kind)


def report_of(take: Take) -> Report:
    """Return a take's report; for one without, a report that says that nothing is known yet."""
    if take.report is not None:
        return take.report
    from sayback.analysis.report import Report, TakeInfo

    return Report(
        take=TakeInfo(
            id=take.id,
            question_id=take.question.id if take.question else None,
            question=take.question.text if take.question else None,
            recorded_at=take.recording.started_at,
            audio=take.audio_path.name,
        )
    )


def _words(report: Report, kind: str) -> str:
    from sayback.transcript import to_srt, to_text, to_vtt

    if report.transcript.status == "pending":
        raise LibraryError(
            "The words of this take are not known yet; `sayback batch` completes it once there "
            "is a model (`sayback models download`)."
        )
    return {"srt": to_srt, "vtt": to_vtt, "txt": to_text}[kind](report.transcript)
