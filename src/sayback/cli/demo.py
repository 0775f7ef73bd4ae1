"""`sayback demo`: the whole path on bundled speech, on a machine that has nothing."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from sayback.cli.shared import narrate, require_terminal
from sayback.cli.show import ReportOutput, output_options, show_outcome


@click.command("demo")
@click.option("--tui", is_flag=True, help="Show it on the full screen.")
@output_options
def command(tui: bool, output: ReportOutput) -> None:
    """Try the whole path on bundled speech.

    No microphone, network or model is needed. A question is spoken (to a file where there is no
    loudspeaker); a bundled answer, spoken by the embedded voice, goes through the real recorder,
    recogniser, analysis and report. The take goes to a temporary folder. On a terminal it runs in
    real time, else as fast as it can.
    """
    if tui:
        from sayback.tui import run_demo

        require_terminal()
        run_demo()
        return
    from sayback.audio.quiet import native_noise_logged

    with native_noise_logged():
        _demonstrate(output)


def _demonstrate(output: ReportOutput) -> None:
    from sayback import config, demo
    from sayback.cli.stage import perform
    from sayback.interview.loudspeakers import a_loudspeaker
    from sayback.interview.studio import Studio
    from sayback.library import Library
    from sayback.whisper.models import DEMO

    settings = config.load()
    folder = Path(tempfile.mkdtemp(prefix="sayback-demo-"))
    loudspeaker = a_loudspeaker(settings.audio.loudspeaker, spare_file=folder / "question.wav")
    narrate("A bundled answer, spoken by a synthetic voice, stands in for your microphone.")
    narrate(f"\n{demo.QUESTION.text}\n")
    with Studio(settings, library=Library(folder), model=DEMO) as studio:
        practice = studio.practice(
            demo.QUESTION,
            input_file=demo.ANSWER_PATH,
            fast=not sys.stdout.isatty(),
            loudspeaker=loudspeaker,
            think_s=0,
        )
        perform(practice)
    show_outcome(practice, output, thresholds=settings.thresholds)
