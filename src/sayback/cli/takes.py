"""`sayback takes`: list, show, play, export, labelled, compress, delete, restore."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayback.cli.export import FORMATS, export
from sayback.cli.shared import narrate
from sayback.cli.show import ReportOutput, output_options, show_report
from sayback.cli.take_rows import as_json_row, line, remarks, searched
from sayback.cli.takes_labelled import labelled
from sayback.errors import ExitCode, LibraryError, SaybackError, UsageError

if TYPE_CHECKING:
    from sayback.config import Config
    from sayback.library import Library, Take

_ID = "ID is a take's id, a part that only it has, or `last`."


@click.group("takes", epilog=_ID)
def command() -> None:
    """Look at your takes, hear, export or delete them."""


@command.command("list")
@click.option("--pending", is_flag=True, help="Only those whose words are not known yet.")
@click.option("--trash", is_flag=True, help="Those in the trash.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.argument("text", default="")
def list_(text: str, pending: bool, trash: bool, as_json: bool) -> None:
    """List the takes, the newest first.

    With TEXT only those that have it in id or question.
    """
    library = _library()
    takes = library.trashed() if trash else library.pending() if pending else library.takes()
    found = [take for take in takes if text.casefold() in searched(take)]
    if as_json:
        document = {"recordings": str(library.folder), "takes": [as_json_row(t) for t in found]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    click.echo(f"Takes are in {library.folder}")
    for take in found:
        click.echo(line(take))
    if not found:
        narrate("None here. `sayback practice` makes the first." if not takes else "None match.")


@command.command("show")
@click.argument("take_id", metavar="ID")
@output_options
def show(take_id: str, output: ReportOutput) -> None:
    """Show a take's report."""
    settings = _settings()
    take = _library(settings).get(take_id)
    from sayback.cli.export import report_of

    if not output.json:
        for line in remarks(take):
            narrate(line)
    show_report(report_of(take), output, audio_path=take.audio_path, thresholds=settings.thresholds)


@command.command("play")
@click.argument("take_id", metavar="ID")
@click.option("--from", "start_s", type=click.FloatRange(min=0), default=0.0, metavar="SECONDS",
              help="Begin there.")  # fmt: skip
@click.option("--to", "end_s", type=click.FloatRange(min=0), metavar="SECONDS", help="Stop there.")
@click.option("--speed", type=click.FloatRange(0.5, 2.0), default=1.0, show_default=True,
              help="Pitch is kept.")  # fmt: skip
def play(take_id: str, start_s: float, end_s: float | None, speed: float) -> None:
    """Play a take; Ctrl-C stops."""
    from sayback.audio.decode import decode
    from sayback.audio.player import Player
    from sayback.audio.quiet import native_noise_logged

    settings = _settings()
    take = _library(settings).get(take_id)
    audio = decode(take.audio_path, sample_rate_hz=None)
    if start_s >= audio.duration_s or (end_s is not None and end_s <= start_s):
        raise UsageError(
            f"There is nothing to play there: the take lasts {audio.duration_s:.1f} s."
        )
    with native_noise_logged():
        player = Player(settings.audio.loudspeaker)
        try:
            player.play(audio, start_s=start_s, end_s=end_s, speed=speed)
            # In steps, so that Ctrl-C is noticed on every system.
            while not player.wait(0.2):
                pass
        finally:
            player.close()


@command.command("export")
@click.argument("take_id", metavar="ID")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="Else by the ending of --out.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Write there, not to standard output.")  # fmt: skip
def export_(take_id: str, kind: str | None, out: Path | None) -> None:
    """Bring a take elsewhere: its report or its words.

    The report as json, md or html, the words as srt, vtt or txt.
    """
    from sayback.cli.shared import write_file

    chosen = kind or (out.suffix.lower().removeprefix(".") if out else "md")
    if chosen not in FORMATS:
        raise UsageError(f"Say which --format: one of {', '.join(FORMATS)}.")
    settings = _settings()
    text = export(_library(settings).get(take_id), chosen, settings.thresholds)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)


command.add_command(labelled)


@command.command("compress")
@click.argument("take_ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "all_takes", is_flag=True, help="Every take that is a WAV still.")
@click.pass_context
def compress_(ctx: click.Context, take_ids: tuple[str, ...], all_takes: bool) -> None:
    """Turn WAV into FLAC, about half as large.

    The WAV goes once both are found equal.
    """
    from sayback.library.compress import compress

    library = _library()
    if bool(take_ids) == all_takes:
        raise UsageError("Name takes, or give --all.")
    takes = library.takes() if all_takes else [library.get(name) for name in take_ids]
    failed = False
    for take in takes:
        if take.audio_path.suffix != ".wav":
            continue
        before = take.audio_path.stat().st_size
        try:
            after = compress(library, take).audio_path.stat().st_size
        except SaybackError as error:
            narrate(f"Failed: {error}")
            failed = True
            continue
        click.echo(f"{take.id}: {before / 1e6:.1f} MB to {after / 1e6:.1f} MB")
    if failed:
        ctx.exit(ExitCode.FAILED)


@command.command("delete")
@click.argument("take_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--forever", is_flag=True, help="For good, not to the trash; out of it, too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(take_ids: tuple[str, ...], forever: bool, yes: bool) -> None:
    """Move takes to the trash.

    `sayback takes restore` brings them back.
    """
    library = _library()
    # All of them are looked up first: a misspelt one leaves the others where they are.
    takes = [_find(library, name, in_trash=forever) for name in take_ids]
    if forever and not yes:
        _confirm(takes)
    for take in takes:
        if forever:
            library.delete_forever(take)
            click.echo(f"Deleted {take.id} for good.")
        else:
            library.trash(take)
            click.echo(f"{take.id} is in the trash: `sayback takes restore {take.id}`")


@command.command("restore")
@click.argument("take_ids", nargs=-1, required=True, metavar="ID...")
def restore(take_ids: tuple[str, ...]) -> None:
    """Bring takes back out of the trash."""
    library = _library()
    takes = [_in_trash(library, name) for name in take_ids]
    for take in takes:
        click.echo(f"Restored {library.restore(take).audio_path}")


def _settings() -> Config:
    from sayback import config

    return config.load()


def _library(settings: Config | None = None) -> Library:
    from sayback.library import Library

    return Library((settings or _settings()).recordings_dir())


def _find(library: Library, name: str, *, in_trash: bool) -> Take:
    try:
        return library.get(name)
    except LibraryError:
        if not in_trash or not any(name in take.id for take in library.trashed()):
            raise
        return _in_trash(library, name)


def _in_trash(library: Library, name: str) -> Take:
    trashed = library.trashed()
    matches = [take for take in trashed if take.id == name] or [
        take for take in trashed if name in take.id
    ]
    if name == "last":
        matches = list(trashed[:1])
    if not matches:
        raise LibraryError(
            f"There is no take '{name}' in the trash; `sayback takes list --trash` shows them."
        )
    if len(matches) > 1:
        raise LibraryError(
            f"'{name}' is part of {len(matches)} takes in the trash; give more of the id."
        )
    return matches[0]


def _confirm(takes: list[Take]) -> None:
    if not sys.stdin.isatty():
        raise UsageError("Nobody is there to confirm: add --yes to delete for good.")
    for take in takes:
        narrate(f"  {take.id}")
    click.confirm(f"Delete {len(takes)} for good, audio and all?", abort=True, err=True)
