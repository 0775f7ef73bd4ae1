"""`sayback search`: take, time and the words around what was said."""

import json

import pytest

from sayback import config
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.library import Library
from tests.library.made_takes import put, report


@pytest.fixture(autouse=True)
def library():
    library = Library(config.load().recordings_dir())
    put(library, "2026-11-20/100000-a", report("So the root cause was a clock. " * 8))
    put(library, "2026-11-21/100000-b", report("The cause had a root."))
    return library


def test_it_prints_take_time_and_the_words_around(capsys):
    assert run(["search", "had"]) == ExitCode.DONE

    printed = capsys.readouterr()
    assert printed.out == "2026-11-21/100000-b   0:01  The cause had a root.\n"
    assert "sayback takes play 2026-11-21/100000-b --from 1.0" in printed.err


def test_words_must_all_be_there_and_quotes_make_a_phrase(capsys):
    run(["search", "root", "cause"])
    assert len({line[:19] for line in capsys.readouterr().out.splitlines()}) == 2

    run(["search", "Root Cause"])
    assert {line[:19] for line in capsys.readouterr().out.splitlines()} == {"2026-11-20/100000-a"}


def test_the_newest_takes_are_shown_and_the_others_counted(capsys):
    run(["search", "root", "--limit", "1"])

    printed = capsys.readouterr()
    assert [line[:19] for line in printed.out.splitlines()] == ["2026-11-21/100000-b"]
    assert "1 older take as well" in printed.err


def test_as_json_it_is_one_document(capsys):
    run(["search", "had", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["takes"] == 1
    assert document["hits"][0]["id"] == "2026-11-21/100000-b"
    assert document["hits"][0]["question_id"] == "dive-deep"
    assert document["hits"][0]["places"] == [{"start_s": 1.0, "text": "The cause had a root."}]


def test_what_was_never_said_is_no_error(capsys):
    assert run(["search", "xyzzy"]) == ExitCode.DONE

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "never said" in printed.err


def test_a_search_for_no_word_is_wrong_usage(capsys):
    assert run(["search", "…"]) == ExitCode.USAGE
    assert "no word" in capsys.readouterr().err


def test_nothing_that_was_said_can_command_the_terminal(library, capsys):
    put(library, "2026-11-22/100000-c", report("evil \x1b[2Jword"))

    run(["search", "evil"])

    assert "\x1b" not in capsys.readouterr().out
