"""`sayback practice`: one question in the plain terminal."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayback.cli.shared import MODEL_HELP, NO_MODEL, model_or_none, narrate, question_of
from sayback.cli.show import ReportOutput, output_options, show_outcome
from sayback.errors import UsageError

if TYPE_CHECKING:
    from sayback.library import Library, TakeQuestion


@click.command("practice")
@click.argument("question", default="", metavar="[QUESTION]")
@click.option("--pack", default="", help="Choose the question from this pack.")
@click.option(
    "--input-file",
    type=click.Path(path_type=Path),
    help="A recording that stands in for the microphone.",
)
@click.option("--fast", is_flag=True, help="Take that recording as fast as possible.")
@click.option("--think", type=click.IntRange(0, 60), help="Seconds to think before recording.")
@click.option("--seconds", type=click.FloatRange(min=1), help="Finish the answer after so long.")
@click.option("--no-voice", is_flag=True, help="Show the question without speaking it.")
@click.option("--model", help=MODEL_HELP)
@output_options
def command(
    question: str,
    pack: str,
    input_file: Path | None,
    fast: bool,
    think: int | None,
    seconds: float | None,
    no_voice: bool,
    model: str | None,
    output: ReportOutput,
) -> None:
    """Hear a question, answer it aloud, read the report.

    QUESTION is the id of a question, or a question in your own words; without it one is chosen
    that you have answered least. Space skips the voice and the countdown, then pauses; Enter
    finishes; d discards; Ctrl-C finishes and keeps.
    """
    from sayback import config
    from sayback.audio.quiet import native_noise_logged
    from sayback.cli.stage import KEYS_HELP, perform
    from sayback.interview.studio import Studio

    if fast and input_file is None:
        raise UsageError("--fast needs --input-file: a microphone can't be hurried.")
    settings = config.load()
    with native_noise_logged():
        has_words = model_or_none(model, settings) is not None
        with Studio(settings, model=model) as studio:
            asked = question_of(question) if question else _least_answered(studio.library, pack)
            if not has_words:
                narrate(NO_MODEL)
            practice = studio.practice(
                asked, input_file=input_file, fast=fast, spoken=not no_voice, think_s=think
            )
            narrate(f"\n{asked.text}\n\n{KEYS_HELP}")
            perform(practice, seconds=seconds)
        show_outcome(practice, output, thresholds=settings.thresholds)


def _least_answered(library: Library, pack: str) -> TakeQuestion:
    """Choose by chance among the questions with the fewest takes."""
    from collections import Counter

    from sayback.library import TakeQuestion
    from sayback.questions import Catalogue

    catalogue = Catalogue.load()
    if pack:
        catalogue.pack(pack)
    answered = Counter(take.question.id for take in library.takes() if take.question)
    found = catalogue.choose(pack=pack)
    fewest = min(answered[question.id] for question in found)
    return TakeQuestion.of(random.choice([q for q in found if answered[q.id] == fewest]))
