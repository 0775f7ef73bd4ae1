"""`sayback batch`: a folder of recordings, or the library's pending takes, one after another."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayback.cli.shared import MODEL_HELP, NO_MODEL, model_or_none, narrate
from sayback.errors import ExitCode

if TYPE_CHECKING:
    from sayback.analysis import Report
    from sayback.batch import Outcome, Plan, Work
    from sayback.config import Config


@click.command("batch")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")
@click.option("--out", type=click.Path(path_type=Path), help="Write the reports below this folder.")
@click.option("--force", is_flag=True, help="Do again what is done and unchanged.")
@click.option("--model", help=MODEL_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document of what was done.")
@click.option("--quiet", is_flag=True, help="Print only what failed.")
@click.pass_context
def command(
    ctx: click.Context,
    folders: tuple[Path, ...],
    out: Path | None,
    force: bool,
    model: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Transcribe and analyse every recording below each FOLDER.

    Writes NAME.json and NAME.md beside each recording, or below --out. What is done and
    unchanged is skipped, so a batch that was stopped goes on where it was. Without FOLDER
    the takes are completed whose words are not known yet.
    """
    from sayback import config
    from sayback.batch import plan_folders, plan_takes, run
    from sayback.cli.progress import BatchProgress
    from sayback.library import Library

    settings = config.load()
    folder = model_or_none(model, settings)
    if folders:
        name = folder.name if folder else None
        plan = plan_folders(folders, out=out, force=force, model=name)
    else:
        plan = plan_takes(Library(settings.recordings_dir()), force=force)
    if folder is None and plan.todo and not quiet:
        narrate(NO_MODEL)
    nothing = not (plan.todo or plan.skipped)
    if nothing and not quiet:
        where = "No recording was found there." if folders else "No take lacks its words."
        narrate(where)
    progress = BatchProgress(plan, quiet=quiet or nothing)
    analyse = _analyser(settings, model, progress)
    outcomes = []
    for outcome in run(plan, analyse=analyse, thresholds=settings.thresholds):
        progress.end(outcome)
        outcomes.append(outcome)
    progress.close()
    if as_json:
        click.echo(json.dumps(_summary(plan, outcomes), ensure_ascii=False, indent=1))
    if any(outcome.problem for outcome in outcomes):
        ctx.exit(ExitCode.FAILED)


def _analyser(settings: Config, model: str | None, progress: Any) -> Callable[[Work], Report]:
    from sayback.engine.core import AnalysisJob, run_job
    from sayback.interview.jobs import job_of

    def analyse(work: Work) -> Report:
        progress.begin(work)
        if work.take is not None:
            job = job_of(work.take, settings, model=model)
        else:
            job = AnalysisJob(
                audio_path=work.audio_path, model=model, thresholds=settings.thresholds
            ).with_settings(settings.whisper)
        return run_job(job, on_progress=progress.advance)

    return analyse


def _summary(plan: Plan, outcomes: list[Outcome]) -> dict[str, Any]:
    return {
        "done": [
            {"audio": str(outcome.work.audio_path), "report": str(outcome.work.json_path)}
            for outcome in outcomes
            if outcome.report is not None
        ],
        "skipped": [str(work.audio_path) for work in plan.skipped],
        "failed": [
            {"audio": str(outcome.work.audio_path), "why": outcome.problem}
            for outcome in outcomes
            if outcome.problem
        ],
    }
