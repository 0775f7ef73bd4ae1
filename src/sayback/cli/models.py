"""`sayback models`: list, download, path, recommend."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sayback.cli.shared import narrate
from sayback.errors import ModelError

if TYPE_CHECKING:
    from sayback.whisper.models import ModelFolder, ModelInfo
    from sayback.whisper.speed import Speed

_LINES = 10
"""How often a download says how far it is where no line can be drawn anew."""


@click.group("models")
def command() -> None:
    """Look at the Whisper models, get one, find out which to take."""


@command.command("list")
def list_() -> None:
    """List the models, their size, and which are here."""
    from sayback.whisper.models import CATALOGUE, DEMO, find_model, installed_models

    installed = {folder.name: folder for folder in installed_models()}
    click.secho(
        f"  {'model':<16} {'size':>8}  {'word error':<10}  {'language':<8}  good for", bold=True
    )
    for model in CATALOGUE:
        click.echo(_line(model, installed.pop(model.name, None)))
    for folder in installed.values():
        click.echo(f"* {folder.name:<16} {'':>8}  {'':<10}  {'':<8}  a model of your own")
    try:
        find_model(DEMO)
    except ModelError:
        pass
    else:
        click.echo(
            f"* {DEMO:<16} {'':>8}  {'':<10}  {'English':<8}  the demo's own voice, nobody else's"
        )
    narrate("* is on this machine. Word error: average on public English test sets.")


def _line(model: ModelInfo, folder: ModelFolder | None) -> str:
    mark = "*" if folder else " "
    error = f"{model.word_error_percent} %" if model.word_error_percent else "not known"
    language = "English" if model.english_only else "many"
    return (
        f"{mark} {model.name:<16} {model.size_mb:>5} MB  {error:<10}  {language:<8}  {model.about}"
    )


@command.command("download")
@click.argument("name", default="")
def download(name: str) -> None:
    """Download the model NAME, or the configured one.

    A broken download goes on where it was. No other command of Sayback uses the network.
    """
    from sayback.whisper.download import download_model
    from sayback.whisper.models import model_info

    name = name or _configured()
    info = model_info(name)
    if info is not None:
        narrate(f"{name}: {info.size_mb} MB")
    with _progress() as on_progress:
        folder = download_model(name, on_progress=on_progress)
    narrate(f"{name} is ready.")
    click.echo(folder.path)


def _configured() -> str:
    from sayback import config
    from sayback.whisper.models import model_info

    chosen = config.load().whisper.model
    return chosen if model_info(chosen) else config.WhisperConfig().model


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Draw a bar on a terminal, else say a line for each tenth."""
    if not sys.stderr.isatty():
        yield _tenths()
        return
    with click.progressbar(length=1, file=sys.stderr, show_pos=False) as bar:

        def draw(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield draw


def _tenths() -> Callable[[int, int], None]:
    said = -1

    def tell(done: int, total: int) -> None:
        nonlocal said
        tenth = _LINES * done // total if total else 0
        if tenth > said:
            said = tenth
            narrate(f"{done / 1e6:.0f} of {total / 1e6:.0f} MB")

    return tell


@command.command("path")
@click.argument("name", default="")
def path(name: str) -> None:
    """Print the folder of the model NAME, or of the configured one."""
    from sayback import config
    from sayback.whisper.models import find_model

    click.echo(find_model(name or config.load().whisper.model).path)


@command.command("recommend")
def recommend() -> None:
    """Measure this machine and name the model that suits it.

    That is the largest one that takes at most half as long as the answer it hears. Takes about a
    minute. The models measured have the true shape and random weights, so nothing is downloaded.
    """
    from sayback.whisper.speed import FAST_ENOUGH
    from sayback.whisper.speed import recommend as measure_all

    result = measure_all(on_measure=lambda name: narrate(f"Measuring {name} …"))
    for speed in result.measured:
        narrate(f"  {speed.model:<16} {_spoken(speed)}")
    if result.measured[0].real_time_factor > FAST_ENOUGH:
        narrate("Even the smallest is slow on this machine: expect to wait for the words.")
    click.echo(result.model)


def _spoken(speed: Speed) -> str:
    return f"{60 * speed.real_time_factor:.0f} s for a minute of speech"
