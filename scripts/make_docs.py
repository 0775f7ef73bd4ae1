#!/usr/bin/env python3
"""Write docs/commands.md from the commands' own help, so that it can't be wrong.

Run it with the project's Python after a command or option has changed:
`.venv/bin/python scripts/make_docs.py`. A test compares the file with what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

PATH = Path(__file__).parents[1] / "docs" / "commands.md"
_INTRODUCTION = """\
# Commands

This page is made from the program's own help by `scripts/make_docs.py`. Where Sayback is started
from a checkout, put `python3 scripts/start.py` in place of `sayback`.

Standard output carries the result alone; progress and messages go to standard error. The exit code
is 0 when all was done, 1 when something failed (each failure is named), and 2 for wrong usage.
Errors are one sentence; `sayback --debug COMMAND …` shows where one came from.
"""


def commands_page() -> str:
    """Return the whole page."""
    from sayback.cli.app import sayback

    # Every command keeps the first help option it is asked for, so it must be the real one.
    names = sayback.context_settings["help_option_names"]
    root = click.Context(
        sayback, info_name="sayback", max_content_width=96, terminal_width=96,
        help_option_names=names,
    )  # fmt: skip
    return "\n".join([_INTRODUCTION, *_sections(sayback, root)])


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    level = "##" if context.parent is None or context.parent.parent is None else "###"
    yield f"{level} `{context.command_path}`\n\n```text\n{command.get_help(context).strip()}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _sections(
                    child,
                    click.Context(
                        child, info_name=name, parent=context, max_content_width=96,
                        terminal_width=96,
                    ),
                )  # fmt: skip


if __name__ == "__main__":
    PATH.write_text(commands_page(), encoding="utf-8")
    print(f"Wrote {PATH}")
