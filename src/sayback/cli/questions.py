"""`sayback questions`: list, show, check, new."""

from __future__ import annotations

from pathlib import Path

import click

from sayback.cli.shared import narrate
from sayback.errors import ExitCode, PackError
from sayback.questions import KINDS, Catalogue, Question, check_pack


@click.group("questions")
def command() -> None:
    """Look at the questions, check a pack of your own, start one."""


@command.command("list")
@click.option("--pack", default="", help="Only this pack, such as amazon-tpm.")
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind.")
@click.option("--competence", default="", help="Only what can show this principle or competence.")
@click.option("--topic", default="", help="Only this topic.")
@click.option("--level", default="", help='Only this level, such as "senior".')
@click.argument("text", default="")
def list_(pack: str, kind: str | None, competence: str, topic: str, level: str, text: str) -> None:
    """List the questions, or those that hold TEXT."""
    catalogue = _catalogue()
    if pack:
        catalogue.pack(pack)
    found = catalogue.choose(
        pack=pack, kind=kind or "", competence=competence, topic=topic, level=level, text=text
    )
    pack_id = ""
    for question in found:
        if question.pack_id != pack_id:
            pack_id = question.pack_id
            click.secho(f"{catalogue.pack(pack_id).title} ({pack_id})", bold=True)
        click.echo(f"  {question.id:<38} {question.text}")
    click.echo(f"{len(found)} question{'' if len(found) == 1 else 's'}.", err=True)


@command.command("show")
@click.argument("question_id", metavar="ID")
def show(question_id: str) -> None:
    """Show one question with all that its pack says of it."""
    catalogue = _catalogue()
    question = catalogue.question(question_id)
    names = catalogue.competence_names()
    click.secho(question.text, bold=True)
    click.echo(f"{question.id} · {question.kind} · {question.target_s} s · {question.pack_id}")
    for heading, items in _details(question, names):
        click.secho(heading, bold=True)
        for item in items:
            click.echo(f"  {item}" if len(items) == 1 else f"  - {item}")


def _details(question: Question, names: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    shows = ", ".join(names.get(key, key) for key in question.competences)
    details = [
        ("Can show", (shows,) if shows else ()),
        ("A good answer", (question.good,) if question.good else ()),
        ("Interviewers listen for", question.listens_for),
        ("Clarify", question.clarify),
        ("Estimate", question.estimate),
        ("Trade off", question.trade_offs),
        ("Follow-up questions", question.follow_ups),
        ("Pitfall", (question.pitfall,) if question.pitfall else ()),
    ]
    return [(heading, items) for heading, items in details if items]


@command.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Check packs and name every problem.

    Without FILE, all packs that Sayback would load.
    """
    if files:
        problems = [problem for path in files for problem in check_pack(path)]
    else:
        problems = list(Catalogue.load().problems)
    for problem in problems:
        click.echo(problem)
    if problems:
        ctx.exit(ExitCode.FAILED)
    click.echo("No problems.")


_NEW_PACK = """\
# A question pack for Sayback. Check it with: sayback questions check {path}
schema = "sayback.pack/1"
id = "{id}"
title = "{title}"
description = "What these questions are for."
competences = {{ teamwork = "Teamwork", craft = "Craft" }}

[[questions]]
id = "{id}-first"
text = "Tell me about a day at work that went better than you had expected."
kind = "behavioural"  # {kinds}
topic = "craft"
competences = ["craft", "teamwork"]
target_s = 120
good = "Names what was expected, what you did, and what came of it."
listens_for = ["your own part", "a result that can be checked"]
follow_ups = ["How did you notice?", "Who else was involved?", "What did you change after it?"]
pitfall = "Telling what the team did without your own part."
"""


@command.command("new")
@click.argument("pack_id", metavar="ID")
def new(pack_id: str) -> None:
    """Start a pack of your own, with one question to edit.

    It lies in the folder of config.toml.
    """
    from sayback import paths
    from sayback.library.files import write_text

    pack_id = pack_id.lower()
    path = paths.user_packs_dir() / f"{pack_id}.toml"
    if path.exists():
        raise PackError(f"{path} is already there; edit it, or choose another name.")
    if Path(pack_id).name != pack_id or not pack_id.replace("-", "").isalnum():
        raise PackError("A pack's name is made of letters, digits and hyphens, such as my-job.")
    title = pack_id.replace("-", " ").capitalize()
    write_text(path, _NEW_PACK.format(path=path, id=pack_id, title=title, kinds=", ".join(KINDS)))
    click.echo(path)
    narrate(f"Write your questions into it; `sayback questions check {path}` finds mistakes.")


def _catalogue() -> Catalogue:
    catalogue = Catalogue.load()
    for problem in catalogue.problems:
        click.echo(f"Left out: {problem}", err=True)
    return catalogue
