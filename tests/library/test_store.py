"""Takes are plain files in folders by date; nothing that was recorded is ever lost."""

import dataclasses
import json
import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from sayback.errors import LibraryError
from sayback.library import Bookmark, Library, RecordingInfo, Take, TakeQuestion

NOW = datetime(2026, 11, 22, 14, 32, 5)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "recordings")


def record(library: Library, question_id: str | None = "dive-deep", now: datetime = NOW) -> Take:
    path = library.new_take_path(question_id, now)
    path.write_bytes(b"RIFF")
    minute_ago = time.time() - 60
    os.utime(path, (minute_ago, minute_ago))
    take = dataclasses.replace(
        library.take_at(path), question=TakeQuestion("dive-deep", "What did you find?")
    )
    library.save(take)
    return take


def test_a_take_is_named_by_local_date_time_and_question(library):
    path = library.new_take_path("dive-deep", NOW)

    assert path == library.folder / "2026-11-22" / "143205-dive-deep.wav"
    assert path.parent.is_dir()


def test_a_clash_gets_a_number(library):
    record(library)

    assert library.new_take_path("dive-deep", NOW).name == "143205-dive-deep-2.wav"


def test_a_question_of_ones_own_words_gives_a_safe_name(library):
    assert library.new_take_path("../Why us?/", NOW).name == "143205-why-us.wav"
    assert library.new_take_path(None, NOW).name == "143205-answer.wav"


def test_what_is_saved_is_read_back(library):
    take = dataclasses.replace(
        record(library),
        recording=RecordingInfo("2026-11-22T14:32:05+01:00", "Headset", 48_000, (12.5,)),
        notes="slower",
        rating="hard",
        starred=True,
        bookmarks=(Bookmark(3.25, "here"),),
        corrections=({"word": 4, "text": "Kanban"},),
        links=("2026-11-21/090000-dive-deep",),
    )
    library.save(take)

    assert library.get(take.id) == take


def test_keys_of_a_later_version_are_kept(library):
    take = record(library)
    document = json.loads(take.json_path.read_text())
    take.json_path.write_text(json.dumps({**document, "mood": "calm"}))

    library.save(library.get(take.id))

    assert json.loads(take.json_path.read_text())["mood"] == "calm"


def test_the_newest_take_comes_first(library):
    old = record(library, now=datetime(2026, 11, 21, 9, 0, 0))
    new = record(library)

    assert [take.id for take in library.takes()] == [new.id, old.id]


def test_a_take_is_found_by_a_part_of_its_id_and_as_the_last(library):
    record(library, now=datetime(2026, 11, 21, 9, 0, 0))
    new = record(library)

    assert library.get("143205").id == new.id
    assert library.get("last").id == new.id


def test_an_ambiguous_or_unknown_name_is_one_sentence(library):
    record(library, now=datetime(2026, 11, 21, 9, 0, 0))
    record(library)

    with pytest.raises(LibraryError, match="part of 2 takes"):
        library.get("dive-deep")
    with pytest.raises(LibraryError, match="no take 'nothing'"):
        library.get("nothing")


def test_without_any_take_the_way_to_the_first_is_told(library):
    with pytest.raises(LibraryError, match=r"no take in .* yet; `sayback practice` makes the"):
        library.get("last")


def test_a_missing_json_leaves_a_pending_take(library):
    take = record(library)
    take.json_path.unlink()

    found = library.get(take.id)

    assert found.pending
    assert found.recording.started_at is not None
    assert found.recording.started_at.startswith("2026-11-22T14:32:05")


def test_a_damaged_json_leaves_a_pending_take_and_is_kept_when_it_is_made_anew(library):
    take = record(library)
    take.json_path.write_text("{ cut off")

    found = library.get(take.id)
    library.save(found)

    assert found.pending
    assert take.json_path.with_suffix(".json.damaged").read_text() == "{ cut off"
    assert json.loads(take.json_path.read_text())["schema"] == "sayback.take/1"


def test_a_recording_that_was_cut_off_is_found(library):
    take = record(library)
    library.save(dataclasses.replace(take, recording=RecordingInfo(complete=False)))

    assert [found.id for found in library.interrupted()] == [take.id]


def test_a_recording_that_is_being_made_is_not_offered(library):
    take = record(library)
    library.save(dataclasses.replace(take, recording=RecordingInfo(complete=False)))
    os.utime(take.audio_path)

    assert library.interrupted() == ()
    assert library.pending() == ()


def test_the_wav_wins_over_a_flac_of_the_same_name(library):
    take = record(library)
    take.audio_path.with_suffix(".flac").write_bytes(b"fLaC")

    assert [found.audio_path.suffix for found in library.takes()] == [".wav"]


def test_other_files_in_the_folder_are_left_alone(library):
    record(library)
    (library.folder / "notes").mkdir()
    (library.folder / "notes" / "a.wav").write_bytes(b"")
    (library.folder / "README.md").write_text("hello")

    assert len(library.takes()) == 1


def test_the_trash_gives_a_take_back(library):
    take = record(library)

    library.trash(take)
    assert library.takes() == ()
    (trashed,) = library.trashed()
    restored = library.restore(trashed)

    assert restored == take
    assert library.takes() == (take,)


def test_a_take_is_not_restored_over_another(library):
    take = record(library)
    library.trash(take)
    record(library)

    with pytest.raises(LibraryError, match="Another take"):
        library.restore(library.trashed()[0])


def test_deleting_for_ever_removes_only_that_takes_files(library):
    take, other = record(library), record(library)

    library.delete_forever(take)

    assert library.takes() == (other,)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(LibraryError, match="choose another one"):
        Library(tmp_path / "file").new_take_path("x", NOW)
