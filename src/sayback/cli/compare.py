"""`sayback compare`: two takes side by side."""

from __future__ import annotations

import json
import os
import shutil
import sys

import click

from sayback.cli.shared import narrate


@click.command("compare", epilog="A and B are takes' ids, parts that only they have, or `last`.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(a: str, b: str, as_json: bool) -> None:
    """Compare two takes, the earlier one first.

    Prints each figure with its difference, marked where it is more than your own last ten takes
    differ anyway; the parts of the story over each other; and the words aligned by what they
    say, with their times in both takes.
    """
    from sayback import config
    from sayback.compare import compare
    from sayback.compare.as_json import as_json as document
    from sayback.library import Library
    from sayback.library.index import TakeIndex
    from sayback.render.comparison import render_comparison

    settings = config.load()
    library = Library(settings.recordings_dir())
    first, second = library.get(a), library.get(b)
    found = compare(first, second, TakeIndex(library).rows())
    if as_json:
        click.echo(json.dumps(document(found), ensure_ascii=False, indent=1))
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((80, 24)).columns
    text = render_comparison(found, width=width, colour=colour, thresholds=settings.thresholds)
    click.echo(text, nl=False)
    if not found.same_question:
        narrate("These two answer different questions, so expect different words.")
    for take in (first, second):
        if take.pending:
            narrate(f"The words of {take.id} are not known yet; `sayback batch` completes them.")
