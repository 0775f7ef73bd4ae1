"""The index always says what the files say, and may be lost or damaged at any time."""

import dataclasses
import os
import sqlite3
import subprocess
import sys
import threading

import pytest

from sayback import paths
from sayback.library import Library
from sayback.library.index import TakeIndex
from sayback.library.take_row import as_json, from_json, row_of
from tests.library.made_takes import DIVE, put, report
from tests.render import reports


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "recordings")


@pytest.fixture
def read(monkeypatch):
    """The ids of the takes whose JSON was read."""
    ids = []
    take_at = Library.take_at

    def counted(self, path):
        ids.append(path.stem)
        return take_at(self, path)

    monkeypatch.setattr(Library, "take_at", counted)
    return ids


def ids(library):
    return [row.id for row in TakeIndex(library).rows()]


def test_rows_are_the_takes_the_newest_first(library):
    put(library, "2026-11-20/100000-a")
    put(library, "2026-11-22/100000-c")
    put(library, "2026-11-22/090000-b")

    assert ids(library) == ["2026-11-22/100000-c", "2026-11-22/090000-b", "2026-11-20/100000-a"]


def test_an_empty_or_missing_folder_has_no_rows(library):
    assert ids(library) == []


def test_a_row_tells_what_lists_and_trends_need(library):
    put(library, "2026-11-20/100000-a", report("so", wpm=140.0, fillers=2.5, missing=("R",)),
        rating="hard", starred=True)  # fmt: skip

    (row,) = TakeIndex(library).rows()

    assert row.question == DIVE
    assert (row.rating, row.starred, row.pending, row.has_report) == ("hard", True, False, True)
    assert row.missing == ("R",)
    assert row.duration_s == 65.0
    assert row.figures["pace.wpm"] == 140.0
    assert row.figures["fillers.filled_pauses"] == 2.5
    assert "delivery.pitch_sd_semitones" not in row.figures
    assert row.moment.isoformat() == "2026-11-20T10:00:00+01:00"


def test_what_is_missing_from_a_story_counts_only_where_one_was_asked_for(library):
    no_story = dataclasses.replace(reports.rich().star, applies=False, missing=("R",))
    put(library, "2026-11-20/100000-a", dataclasses.replace(reports.rich(), star=no_story))

    (row,) = TakeIndex(library).rows()

    assert row.missing == ()
    assert "star.A" not in row.figures


def test_shares_of_a_story_are_percentages(library):
    put(library, "2026-11-20/100000-a", reports.rich())

    (row,) = TakeIndex(library).rows()

    assert row.figures["star.A"] == pytest.approx(100 * reports.rich().star.shares.A)


def test_takes_without_words_without_report_and_without_json_have_rows(library):
    put(library, "2026-11-20/100000-a", report(None))
    put(library, "2026-11-20/110000-b")
    put(library, "2026-11-20/120000-c").json_path.unlink()

    bare, unheard, pending = TakeIndex(library).rows()

    assert (pending.pending, pending.has_report) == (True, True)
    assert (unheard.pending, unheard.has_report) == (True, False)
    assert bare.question is None
    assert bare.moment is not None, "the file's own name tells"


def test_a_row_comes_back_from_json_as_it_was():
    take = put(Library(paths.data_dir()), "2026-11-20/100000-a", reports.rich(), rating="good")

    assert from_json(as_json(row_of(take))) == row_of(take)


def test_a_take_is_read_again_only_once_it_has_changed(library, read):
    take = put(library, "2026-11-20/100000-a", report("one"))
    put(library, "2026-11-21/100000-b", report("two"))
    index = TakeIndex(library)
    index.rows()
    assert sorted(read) == ["100000-a", "100000-b"]
    read.clear()

    library.save(dataclasses.replace(take, starred=True))

    assert [row.starred for row in index.rows()] == [False, True]
    assert read == ["100000-a"]
    TakeIndex(library).rows()
    assert read == ["100000-a"], "another start reads nothing again"


def test_deleted_and_restored_takes_go_and_come(library):
    put(library, "2026-11-20/100000-a")
    take = put(library, "2026-11-21/100000-b")
    assert len(ids(library)) == 2

    lies_at = library.trash(take)
    assert ids(library) == ["2026-11-20/100000-a"]

    library.restore(library.take_at(lies_at))
    assert len(ids(library)) == 2


def test_each_folder_has_an_index_of_its_own(library, tmp_path):
    other = Library(tmp_path / "other")
    put(library, "2026-11-20/100000-a")
    put(other, "2026-11-20/100000-b")

    assert ids(library) == ["2026-11-20/100000-a"]
    assert ids(other) == ["2026-11-20/100000-b"]
    assert ids(library) == ["2026-11-20/100000-a"]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, b"SQLite format 3\0" * 50])
def test_a_damaged_index_is_made_anew(library, damage, read):
    put(library, "2026-11-20/100000-a")
    index = TakeIndex(library)
    index.rows()
    index.path.write_bytes(damage)

    assert [row.id for row in index.rows()] == ["2026-11-20/100000-a"]
    read.clear()
    index.rows()
    assert read == [], "the new one is in use"


@pytest.mark.parametrize("row", ["[]", "{}", "{", '{"question": 3}'])
def test_a_row_that_is_nonsense_makes_the_index_anew(library, row):
    put(library, "2026-11-20/100000-a")
    index = TakeIndex(library)
    index.rows()
    with sqlite3.connect(index.path) as database:
        database.execute("UPDATE takes SET row = ?", (row,))
    database.close()

    assert [row.id for row in index.rows()] == ["2026-11-20/100000-a"]


def test_a_table_of_another_shape_is_made_anew(library):
    put(library, "2026-11-20/100000-a")
    index = TakeIndex(library)
    index.path.parent.mkdir(parents=True)
    with sqlite3.connect(index.path) as database:
        database.execute("CREATE TABLE takes (other TEXT)")
    database.close()

    assert [row.id for row in index.rows()] == ["2026-11-20/100000-a"]


def test_where_no_cache_can_be_written_the_rows_come_all_the_same(library, tmp_path):
    put(library, "2026-11-20/100000-a")
    file = tmp_path / "file"
    file.write_text("in the way")

    assert [row.id for row in TakeIndex(library, file / "below").rows()] == ["2026-11-20/100000-a"]


def test_an_index_locked_by_another_program_is_left_alone(library, monkeypatch):
    monkeypatch.setattr("sayback.library.index._WAIT_S", 0.05)
    put(library, "2026-11-20/100000-a")
    index = TakeIndex(library)
    index.rows()
    put(library, "2026-11-21/100000-b")
    other = sqlite3.connect(index.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    assert len(index.rows()) == 2
    other.execute("COMMIT")
    assert other.execute("SELECT count(*) FROM takes").fetchone() == (1,)
    other.close()


def test_many_askers_at_once_all_get_everything(library):
    for minute in range(30):
        put(library, f"2026-11-20/10{minute:02d}00-a", report("word"))
    found = []

    def ask():
        found.append(len(TakeIndex(library).rows()))

    askers = [threading.Thread(target=ask) for _ in range(6)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert found == [30] * 6


def test_two_programs_at_once_both_get_everything(library):
    for minute in range(30):
        put(library, f"2026-11-20/10{minute:02d}00-a", report("word"))
    code = (
        "import sys; from pathlib import Path; from sayback.library import Library;"
        "from sayback.library.index import TakeIndex;"
        "index = TakeIndex(Library(Path(sys.argv[1])));"
        "print(*{len(index.rows()) for _ in range(20)})"
    )
    arguments = [sys.executable, "-c", code, str(library.folder)]
    both = [
        subprocess.Popen(arguments, stdout=subprocess.PIPE, env=os.environ.copy()) for _ in "ab"
    ]

    assert [program.communicate(timeout=60)[0].split() for program in both] == [[b"30"]] * 2
    assert len(TakeIndex(library).rows()) == 30
