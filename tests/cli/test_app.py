"""The `sayback` command itself: one sentence and an exit code, whatever goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

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


@pytest.mark.parametrize(
    ("typed", "meant"), [("practise", "practice"), ("analyse", "analyze"), ("take", "takes")]
)
def test_a_command_that_is_nearly_right_is_told(typed, meant, capsys):
    assert run([typed]) == ExitCode.USAGE

    last = capsys.readouterr().err.splitlines()[-1]
    assert last == f"Error: No such command '{typed}'. Did you mean '{meant}'?"


def test_a_command_like_no_other_gets_no_guess(capsys):
    assert run(["bogus"]) == ExitCode.USAGE

    assert capsys.readouterr().err.splitlines()[-1] == "Error: No such command 'bogus'."


@pytest.mark.parametrize("group", [[], ["takes"], ["questions"], ["models"]])
def test_the_help_of_a_narrow_terminal_cuts_no_sentence(group, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")

    assert run([*group, "--help"]) == ExitCode.DONE

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines[1:] if line.endswith("...")] == []


@pytest.mark.parametrize("arguments", [["no-such-question"], ["--pack", "nope"]])
def test_a_question_that_is_not_there_is_all_that_is_told(arguments, capsys):
    assert run(["practice", *arguments]) == ExitCode.FAILED

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: There is no ")


def test_a_new_pack_is_told_how_to_go_on_with(capsys):
    assert run(["questions", "new", "mine"]) == ExitCode.DONE

    printed = capsys.readouterr()
    path = printed.out.strip()
    assert path.endswith("mine.toml")
    assert f"`sayback questions check {path}`" in printed.err


def test_a_folder_without_recordings_is_told(tmp_path, capsys):
    assert run(["batch", str(tmp_path)]) == ExitCode.DONE

    assert capsys.readouterr().err == "No recording was found there.\n"


def test_a_batch_of_takes_whose_words_are_all_known_is_told(capsys):
    assert run(["batch"]) == ExitCode.DONE

    assert capsys.readouterr().err == "No take lacks its words.\n"


def sayback(*arguments: str, stdout: int) -> tuple[int, str]:
    """Run the real program; return its exit code and what it said on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "sayback", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is told otherwise on Windows")
@pytest.mark.parametrize("arguments", [["--help"], ["models", "list"]])
def test_a_reader_that_has_gone_is_no_error(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        code, said = sayback(*arguments, stdout=writer)
    finally:
        os.close(writer)

    assert code == ExitCode.DONE
    assert "Error" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_result_that_finds_no_room_fails_in_one_sentence():
    with open("/dev/full", "w") as full:
        code, said = sayback("models", "list", stdout=full.fileno())

    assert code == ExitCode.FAILED
    assert said.splitlines()[-1] == (
        "Error: the result can't be written to standard output: No space left on device."
    )
    assert "Exception ignored" not in said


def test_a_pack_that_can_not_be_started_is_named(home, capsys):
    (home / "config").mkdir()
    (home / "config" / "questions").write_text("a file where the folder should be")

    assert run(["questions", "new", "mine"]) == ExitCode.FAILED
    assert "Error: Can't write" in capsys.readouterr().err


def test_a_folder_of_takes_that_is_closed_to_the_user_is_named(tmp_path, monkeypatch, capsys):
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    # Rights are no hindrance to root, under whom tests may run.
    monkeypatch.setattr("sayback.library.index.TakeIndex.__init__", refuse)
    assert run(["search", "anything"]) == ExitCode.FAILED

    assert capsys.readouterr().err == (
        f"Error: {tmp_path} is closed to you; check its permissions.\n"
    )
