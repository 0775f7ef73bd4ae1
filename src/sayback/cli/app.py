"""The `sayback` command: finds the subcommand, turns errors into one sentence and an exit code.

This module owns standard error's error line and the exit codes; nothing else prints errors.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches

import click

from sayback import __version__
from sayback.cli.wrapped import wrapped
from sayback.errors import ExitCode, SaybackError

COMMANDS = {
    "practice": "sayback.cli.practice",
    "demo": "sayback.cli.demo",
    "analyze": "sayback.cli.analyze",
    "batch": "sayback.cli.batch",
    "today": "sayback.cli.today",
    "questions": "sayback.cli.questions",
    "takes": "sayback.cli.takes",
    "search": "sayback.cli.search",
    "compare": "sayback.cli.compare",
    "models": "sayback.cli.models",
    "devices": "sayback.cli.devices",
    "doctor": "sayback.cli.doctor",
}
"""Name of each command and the module whose `command` it is; imported when it is called."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order that a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; name the nearest where there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            hint = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(hint, ctx) from error


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sayback")
@click.option("--debug", is_flag=True, help="Show the full traceback of an error.")
@click.pass_context
def sayback(ctx: click.Context, debug: bool) -> None:
    """Say your answer, hear it back, make it better.

    Without a command the full-screen program starts. Everything stays on this machine.
    """
    if ctx.invoked_subcommand is None:
        from sayback.cli.shared import require_terminal
        from sayback.tui import run_app

        require_terminal()

        run_app()


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; never raises, but with --debug."""
    debug = "--debug" in arguments
    _print_what_can_be_printed()
    try:
        # Without standalone mode click returns the code that a command left with.
        code = sayback.main(args=list(arguments), prog_name="sayback", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.DONE
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        _say("Stopped.")
        return ExitCode.FAILED
    except (BrokenPipeError, SystemExit):
        # Whoever read standard output has gone, as `| head` does: no error. Click leaves so.
        _discard_output()
        return ExitCode.DONE
    except SaybackError as error:
        if debug:
            raise
        _say(f"Error: {error}")
        return error.exit_code
    except PermissionError as error:
        if debug:
            raise
        _say(f"Error: {error.filename or 'A file'} is closed to you; check its permissions.")
        return ExitCode.FAILED
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError) and error.filename is None and error.errno == errno.ENOSPC:
            _discard_output()
            _say(f"Error: the result can't be written to standard output: {error.strerror}.")
            return ExitCode.FAILED
        _say(
            f"Error: something went wrong that should not have ({type(error).__name__}: {error});"
            " `sayback --debug …` shows where."
        )
        return ExitCode.FAILED


def _print_what_can_be_printed() -> None:
    """Let a terminal that lacks a sign show a question mark, as on Windows into a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _discard_output() -> None:
    """Drop what standard output still holds, or Python complains of it when it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str) -> None:
    click.echo(wrapped(sentence, sys.stderr), err=True)
