"""The `sayback` command itself: one sentence and an exit code, whatever goes wrong."""

import pytest

from sayback.cli.app import run
from sayback.errors import ExitCode


@pytest.mark.parametrize("arguments", [[], ["demo", "--tui"]])
def test_the_full_screen_is_refused_where_there_is_no_terminal(arguments, capsys):
    assert run(arguments) == ExitCode.USAGE

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Error: The full-screen program needs a terminal;")
    assert printed.err.count("\n") == 1
