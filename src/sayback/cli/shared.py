"""What several commands share: the model to use, the question meant, the lines they print."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayback.cli.wrapped import wrapped
from sayback.errors import ModelError, UsageError
from sayback.library import TakeQuestion
from sayback.questions import Catalogue

if TYPE_CHECKING:
    from sayback.config import Config
    from sayback.whisper.models import ModelFolder

MODEL_HELP = "Model to transcribe with: a name that `sayback models list` shows, or a folder."
NO_MODEL = (
    "No Whisper model is installed, so the words stay unknown for now; "
    "`sayback models download` gets one, `sayback batch` then completes the takes."
)


def narrate(sentence: str) -> None:
    """Print a line of narration on standard error; standard output is for data."""
    click.echo(wrapped(sentence, sys.stderr), err=True)


def require_terminal() -> None:
    """Refuse to start the full-screen program where nobody could see it or press a key.

    Raises
    ------
    UsageError
        When standard input or standard output is no terminal.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError(
            "The full-screen program needs a terminal; `sayback --help` lists the commands that"
            " work without one."
        )


def model_or_none(name: str | None, config: Config) -> ModelFolder | None:
    """Return the model that was named, else the configured one, else None.

    The demo model counts only when it was named: it understands no human voice.

    Raises
    ------
    ModelError
        When the model that was named is not there; a missing configured one is no error.
    """
    from sayback.whisper.models import find_model

    if name is not None:
        return find_model(name)
    try:
        folder = find_model(config.whisper.model)
    except ModelError:
        return None
    return None if folder.is_demo else folder


def question_of(id_or_text: str) -> TakeQuestion:
    """Return the question of that id, else one in the user's own words.

    A single word can only be an id: one that is unknown is an error, not a question.

    Raises
    ------
    PackError
        For an unknown id.
    """
    catalogue = Catalogue.load()
    found = catalogue.find(id_or_text)
    if found is not None:
        return TakeQuestion.of(found)
    if " " not in id_or_text.strip():
        catalogue.question(id_or_text)
    return TakeQuestion(None, id_or_text)


def write_file(path: Path, content: str) -> None:
    """Write what the user asked for, and say where.

    Raises
    ------
    LibraryError
        When the file can't be written.
    """
    from sayback.library.files import write_text

    write_text(path, content)
    narrate(f"Wrote {path}")
