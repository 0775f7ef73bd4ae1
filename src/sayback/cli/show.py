"""Options that several commands give for a report's form, and printing it in that form."""

from __future__ import annotations

import functools
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayback.analysis import Report
from sayback.cli.shared import narrate, write_file
from sayback.errors import ExitCode, UsageError
from sayback.thresholds import Thresholds

if TYPE_CHECKING:
    from sayback.interview.practice import Practice


@dataclass(frozen=True, slots=True)
class ReportOutput:
    """The form that was asked for; none of them means text for the terminal."""

    json: bool = False
    markdown: bool = False
    html: Path | None = None


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --json, --markdown and --html; it receives them as `output`."""

    @click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
    @click.option("--markdown", is_flag=True, help="Print the report as Markdown.")
    @click.option(
        "--html",
        type=click.Path(path_type=Path),
        metavar="OUT",
        help="Also write the report as one HTML file with the audio in it.",
    )
    @functools.wraps(command)
    def with_output(
        *arguments: Any, as_json: bool, markdown: bool, html: Path | None, **options: Any
    ) -> Any:
        if as_json and markdown:
            raise UsageError("Choose one of --json and --markdown.")
        output = ReportOutput(as_json, markdown, html)
        return command(*arguments, output=output, **options)

    return with_output


def show_report(
    report: Report,
    output: ReportOutput,
    *,
    audio_path: Path | None,
    thresholds: Thresholds | None = None,
) -> None:
    """Print a report on standard output, and write its HTML where that was asked for."""
    if output.html is not None:
        write_html(report, output.html, audio_path=audio_path, thresholds=thresholds)
    if output.json:
        print_json(report)
    else:
        click.echo(report_text(report, output, thresholds=thresholds))


def show_outcome(practice: Practice, output: ReportOutput, *, thresholds: Thresholds) -> None:
    """Say where a practised answer lies and show its report; leave with 1 if a part is missing."""
    if practice.take is None:
        narrate("Discarded; nothing was kept.")
        return
    if practice.problem:
        narrate(practice.problem)
    audio_path = practice.take.audio_path
    narrate(f"The take is {audio_path}")
    if practice.report is not None:
        show_report(practice.report, output, audio_path=audio_path, thresholds=thresholds)
    if practice.failed:
        click.get_current_context().exit(ExitCode.FAILED)


def print_json(reports: Report | list[Report]) -> None:
    """Print one JSON document: a report, or a list of them."""
    from sayback.analysis.report_json import as_json

    document: Any
    if isinstance(reports, Report):
        document = as_json(reports)
    else:
        document = [as_json(report) for report in reports]
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def report_text(
    report: Report, output: ReportOutput, *, thresholds: Thresholds | None = None
) -> str:
    """Return a report as Markdown, or as text as wide as the terminal."""
    if output.markdown:
        from sayback.render.markdown import render_markdown

        return render_markdown(report, thresholds=thresholds)
    from sayback.render.terminal import render_terminal

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return render_terminal(report, width=terminal_width(), colour=colour, thresholds=thresholds)


def terminal_width() -> int:
    """Return the columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def write_html(
    report: Report, path: Path, *, audio_path: Path | None, thresholds: Thresholds | None = None
) -> None:
    """Write a report as one HTML file that holds its audio."""
    from sayback.render.html_page import report_page

    write_file(path, report_page(report, audio_path, thresholds=thresholds))
