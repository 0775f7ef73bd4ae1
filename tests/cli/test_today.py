"""`sayback today`: three questions, each with its reason and the command that asks it."""

import json

import pytest

from sayback import config
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.library import Library, TakeQuestion
from sayback.questions import Catalogue
from tests.library.made_takes import put, report


@pytest.fixture
def rated():
    """A question rated long ago."""
    library = Library(config.load().recordings_dir())
    question = TakeQuestion.of(Catalogue.load().questions[0])
    put(library, "2026-01-20/100000-a", report("So."), question=question, rating="hard")
    return question


def test_each_has_its_reason_and_its_command(rated, capsys):
    assert run(["today"]) == ExitCode.DONE

    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 9
    assert printed[0] == f"Due again: {rated.text}"
    assert printed[1].startswith("  Rated “hard” on 20 January")
    assert printed[2] == f"  sayback practice {rated.id}"
    assert printed[3].startswith("Never tried: ")


def test_as_json_it_is_one_document(rated, capsys):
    run(["today", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert len(document) == 3
    assert document[0]["question_id"] == rated.id
    assert document[0]["why"] == "due"
    assert document[0]["reason"].endswith(".")


def test_new_ones_come_from_the_pack_that_is_named(capsys):
    run(["today", "--pack", "new-graduate", "--json"])

    ids = [each["question_id"] for each in json.loads(capsys.readouterr().out)]
    catalogue = Catalogue.load()
    assert {catalogue.question(each).pack_id for each in ids} == {"new-graduate"}


def test_an_unknown_pack_is_named(capsys):
    assert run(["today", "--pack", "xyzzy"]) == ExitCode.FAILED
    assert "There is no pack 'xyzzy'" in capsys.readouterr().err
