"""`sayback compare`: two takes side by side, as text and as JSON."""

import json

import pytest

from sayback import config
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.library import Library
from tests.compare.cut import without_filler
from tests.library.made_takes import put
from tests.render import reports

A, B = "2026-11-20/100000-a", "2026-11-21/100000-b"


@pytest.fixture(autouse=True)
def library():
    library = Library(config.load().recordings_dir())
    put(library, A, reports.rich())
    put(library, B, without_filler(reports.rich(), 0))
    return library


def test_a_take_and_itself_say_the_same(capsys):
    assert run(["compare", "100000-a", "100000-a"]) == ExitCode.DONE

    printed = capsys.readouterr().out
    assert "Both takes say the same words." in printed
    assert "⟨" not in printed.split("Both takes")[1].split("=  ", 1)[1]
    assert "+" not in printed.split("WORDS")[0]


def test_a_filler_that_one_lacks_is_named_with_its_time(capsys):
    gone = reports.rich().fillers.items[0]

    run(["compare", "100000-a", "last"])

    printed = capsys.readouterr().out
    assert "1 stretch only in A, 0 only in B." in printed
    assert f"Fillers only in A: {gone.text} (0:{int(gone.start):02d})" in printed
    assert "Fillers only in B" not in printed


def test_the_parts_of_the_story_stand_over_each_other(capsys):
    run(["compare", "100000-a", "last"])

    bars = [line for line in capsys.readouterr().out.splitlines() if "━" in line]
    assert [bar[0] for bar in bars] == ["A", "B"]
    assert bars[0][1:] == bars[1][1:]


def test_as_json_it_is_one_document(capsys):
    run(["compare", "100000-a", "last", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert (document["a"]["id"], document["b"]["id"]) == (A, B)
    assert len(document["a"]["own_fillers"]) == 1


def test_different_questions_and_unknown_words_are_said(library, capsys):
    put(library, "2026-11-22/100000-c", reports.pending(), question=None)

    assert run(["compare", "100000-a", "last"]) == ExitCode.DONE

    printed = capsys.readouterr()
    assert "different questions" in printed.err
    assert "not known yet" in printed.err
    assert "only its sound is compared" in printed.out


def test_an_unknown_take_is_an_error(capsys):
    assert run(["compare", "100000-a", "nowhere"]) == ExitCode.FAILED
    assert "no take 'nowhere'" in capsys.readouterr().err


def test_nothing_that_was_said_can_command_the_terminal(library, capsys):
    put(library, "2026-11-22/100000-c", reports.hostile())

    run(["compare", "100000-a", "last"])

    assert "\x1b" not in capsys.readouterr().out
