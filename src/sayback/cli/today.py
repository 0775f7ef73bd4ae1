"""`sayback today`: three questions to practise, each with its reason."""

from __future__ import annotations

import json
from datetime import datetime

import click

from sayback.cli.shared import narrate


@click.command("today")
@click.option("--pack", default="", help="Take new questions from this pack.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(pack: str, as_json: bool) -> None:
    """Say what to practise today.

    One question that is due again by your own ratings, one whose last answer was your weakest,
    and one that you never tried; each with its reason.
    """
    from sayback import config
    from sayback.interview.study import today
    from sayback.library import Library
    from sayback.library.index import TakeIndex
    from sayback.questions import Catalogue
    from sayback.render.safe_text import clean

    settings, catalogue = config.load(), Catalogue.load()
    if pack:
        catalogue.pack(pack)
    rows = TakeIndex(Library(settings.recordings_dir())).rows()
    chosen = pack or settings.practice.pack
    found = today(rows, catalogue, now=datetime.now().astimezone(), pack=chosen)
    if as_json:
        document = [
            {"question_id": s.question.id, "question": s.question.text, "why": s.why,
             "reason": s.reason}
            for s in found
        ]  # fmt: skip
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for each in found:
        click.echo(f"{each.label}: {click.style(clean(each.question.text), bold=True)}")
        click.echo(f"  {each.reason}")
        click.echo(f"  sayback practice {each.question.id}")
    if not found:
        narrate("There is no question to suggest; `sayback doctor` checks the packs.")
