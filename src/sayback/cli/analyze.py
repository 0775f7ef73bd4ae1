"""`sayback analyze`: a report on recordings, or on words, that already exist."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayback.cli.live_line import LiveLine
from sayback.cli.shared import MODEL_HELP, narrate, question_of
from sayback.cli.show import (
    ReportOutput,
    output_options,
    print_json,
    report_text,
    terminal_width,
    write_html,
)
from sayback.errors import ExitCode, SaybackError, UsageError

if TYPE_CHECKING:
    from sayback.analysis import Report
    from sayback.config import Config
    from sayback.engine.job import AnalysisJob
    from sayback.thresholds import Thresholds


@click.command("analyze")
@click.argument("audio", nargs=-1, type=click.Path(path_type=Path), metavar="[AUDIO]...")
@click.option("--question", metavar="ID|TEXT", help="What was asked: an id, or the text itself.")
@click.option(
    "--transcript",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Words that exist: JSON, SRT, VTT, text.",
)
@click.option("--model", help=MODEL_HELP)
@click.option("--language", default="", help="Two-letter code; detected where none is given.")
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    audio: tuple[Path, ...],
    question: str | None,
    transcript: Path | None,
    model: str | None,
    language: str,
    output: ReportOutput,
) -> None:
    """Report on recordings that exist, each AUDIO by itself.

    Without AUDIO, --transcript alone gives what words can tell. Without a model the words are
    pending, and the rest is reported. With several AUDIO, --json prints a list and --html names
    a folder.
    """
    from sayback import config

    if not audio and transcript is None:
        raise UsageError("Name a recording, or words with --transcript FILE.")
    if transcript is not None and len(audio) > 1:
        raise UsageError("--transcript goes with one recording: its words belong to one only.")
    settings = config.load()
    job = _job(question, transcript, model, language, settings)
    pages = _Pages(output.html, several=len(audio) > 1)
    reports: list[Report] = []
    for path in audio or (None,):
        report = _report(job, path, several=len(audio) > 1)
        if report is None:
            continue
        reports.append(report)
        if output.html is not None:
            page = pages.path_for(path)
            write_html(report, page, audio_path=path, thresholds=settings.thresholds)
        if not output.json:
            _print(report, output, settings.thresholds, first=len(reports) == 1)
    if output.json:
        print_json(reports if len(audio) > 1 else reports[0])
    if len(reports) < len(audio):
        ctx.exit(ExitCode.FAILED)


def _job(
    question: str | None,
    transcript: Path | None,
    model: str | None,
    language: str,
    settings: Config,
) -> AnalysisJob:
    """Return what is the same for every recording; its own mistakes show before any work."""
    from sayback.analysis.report import TakeInfo
    from sayback.engine.job import AnalysisJob
    from sayback.transcript import load_transcript

    about = question_of(question) if question else None
    words = load_transcript(transcript) if transcript is not None else None
    if model is not None and words is None:
        from sayback.whisper.models import find_model

        find_model(model)
    job = AnalysisJob(
        question=about.asked() if about else None,
        transcript=words,
        model=model,
        take=TakeInfo(
            question_id=about.id if about else None, question=about.text if about else None
        ),
        thresholds=settings.thresholds,
    ).with_settings(settings.whisper)
    return dataclasses.replace(job, language=language or job.language)


def _report(job: AnalysisJob, path: Path | None, *, several: bool) -> Report | None:
    """Return the report; None, and the reason told, where one of several can't be read."""
    from sayback.engine.core import run_job

    try:
        with _progress(path) as tell:
            return run_job(dataclasses.replace(job, audio_path=path), on_progress=tell)
    except SaybackError as error:
        if not several:
            raise
        narrate(f"Failed: {error}")
        return None


def _print(report: Report, output: ReportOutput, thresholds: Thresholds, *, first: bool) -> None:
    if not first:
        click.echo("\n---\n" if output.markdown else f"\n{'═' * min(80, terminal_width())}\n")
    click.echo(report_text(report, output, thresholds=thresholds), nl=False)


@contextmanager
def _progress(path: Path | None) -> Iterator[Callable[[float], None]]:
    """Tell on a terminal how far a recording is, and leave its line empty."""
    line = LiveLine()

    def tell(done: float) -> None:
        if path is not None:
            line.draw(f"{path.name} {done:.0%}")

    try:
        yield tell
    finally:
        line.clear()


class _Pages:
    """Where the HTML of each recording goes; a name is used once."""

    def __init__(self, out: Path | None, *, several: bool) -> None:
        self._out = out
        self._in_folder = several or (out is not None and out.is_dir())
        self._used: set[str] = set()

    def path_for(self, audio: Path | None) -> Path:
        assert self._out is not None
        if not self._in_folder:
            return self._out
        stem = audio.stem if audio else "report"
        name, number = stem, 1
        while name.casefold() in self._used:
            number += 1
            name = f"{stem}-{number}"
        self._used.add(name.casefold())
        return self._out / f"{name}.html"
