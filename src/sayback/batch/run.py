"""Do what a batch planned, one recording after another; a broken one never stops the rest."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sayback.analysis import Report, report_json
from sayback.batch.plan import Plan, Work
from sayback.batch.stamp import KEY, stamp
from sayback.errors import SaybackError
from sayback.library import Library
from sayback.library.corrected import with_report
from sayback.library.files import write_json, write_text
from sayback.render.markdown import render_markdown
from sayback.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one recording came to."""

    work: Work
    report: Report | None
    problem: str | None = None
    """Why there is no report: one sentence."""


def run(
    plan: Plan, *, analyse: Callable[[Work], Report], thresholds: Thresholds | None = None
) -> Iterator[Outcome]:
    """Report on each recording and write its files before going on to the next.

    Each file is whole or not there: stop a batch at any moment, run it again, and it goes on.

    Parameters
    ----------
    plan
        What to do.
    analyse
        Makes the report of one recording; may raise SaybackError.
    thresholds
        Bands of the Markdown report; the defaults where None.
    """
    for work in plan.todo:
        try:
            report = analyse(work)
            _write(work, report, thresholds)
        except SaybackError as error:
            yield Outcome(work, None, str(error))
        else:
            yield Outcome(work, report)


def _write(work: Work, report: Report, thresholds: Thresholds | None) -> None:
    mark = {KEY: stamp(work.audio_path)}
    take = work.take and with_report(work.take, report, thresholds)
    told = take.report if take is not None and take.report is not None else report
    write_text(work.markdown_path, render_markdown(told, thresholds=thresholds))
    if take is not None and work.json_path == take.json_path:
        # One whose recording was cut off is as complete now as it ever gets.
        recording = dataclasses.replace(take.recording, complete=True)
        extra = {**take.extra, **mark}
        library = Library(work.audio_path.parent.parent)
        library.save(dataclasses.replace(take, recording=recording, extra=extra))
        return
    document: dict[str, Any] = {**report_json.as_json(told), **mark}
    write_json(work.json_path, document)
