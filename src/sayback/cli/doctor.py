"""`sayback doctor`: is everything there, and what to do about what is not."""

from __future__ import annotations

import dataclasses
import json

import click

from sayback.errors import ExitCode

_SIGNS = {"ok": ("ok", "green"), "note": ("note", "yellow"), "broken": ("BROKEN", "red")}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Check sound, voice, models, questions, folders and disk.

    Leaves with 1 if something is broken; what is merely not there is a note.
    """
    from sayback.cli.checks import run_checks

    checks = run_checks()
    if as_json:
        document = [dataclasses.asdict(check) for check in checks]
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        for check in checks:
            sign, colour = _SIGNS[check.state]
            styled = click.style(f"{sign:<6}", fg=colour, bold=check.state != "ok")
            click.echo(f"{styled}  {check.name:<15} {check.found}")
            if check.todo:
                click.echo(f"{'':<25}{check.todo}")
    if any(check.state == "broken" for check in checks):
        ctx.exit(ExitCode.FAILED)
