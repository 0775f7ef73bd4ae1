"""`sayback takes labelled`: what a speaker corrected, for the evaluation."""

import dataclasses

import pytest

from sayback import config
from sayback.analysis.correction import of_word
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.library import Library
from sayback.library.corrected import with_corrections
from tests.cli.test_takes import make_take
from tests.render import reports


@pytest.fixture
def library():
    return Library(config.load().recordings_dir())


def test_only_corrected_takes_are_written(library, tmp_path):
    make_take(library, 1, report=reports.rich())
    take = make_take(library, 2, report=reports.rich())
    library.save(with_corrections(take, [of_word(take.report.transcript, 0, "Well")]))

    assert run(["takes", "labelled", "--out", str(tmp_path / "mine")]) == ExitCode.DONE
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.txt"))
    name = f"{take.id.replace('/', '-')}.txt"
    assert [str(path) for path in written] == [f"mine/fillers/{name}", f"mine/star/{name}"]
    assert "S| Well last spring" in (tmp_path / "mine/star" / name).read_text("utf-8")


def test_a_take_without_corrections_is_refused(library, tmp_path, capsys):
    take = make_take(library, report=reports.rich())

    assert run(["takes", "labelled", take.id, "--out", str(tmp_path)]) == ExitCode.USAGE
    assert "has no corrections" in capsys.readouterr().err


def test_without_any_corrections_it_says_how_to_make_one(library, tmp_path, capsys):
    make_take(library, report=dataclasses.replace(reports.rich()))

    assert run(["takes", "labelled", "--out", str(tmp_path)]) == ExitCode.DONE
    assert "press c on a word" in capsys.readouterr().err
