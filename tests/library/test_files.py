"""Writing files: the old one or the new one, and one kind of error."""

import errno
import os

import pytest

from sayback.errors import LibraryError
from sayback.library.files import write_json, write_text


def test_a_place_that_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(LibraryError, match="Can't write"):
        write_text(tmp_path / "file" / "answer.md", "words")


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EACCES, "a folder you may write to"),
        (errno.EROFS, "a folder you may write to"),
        (errno.EIO, "choose another folder"),
    ],
)
def test_the_advice_fits_what_went_wrong(tmp_path, monkeypatch, number, advice):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(LibraryError, match=advice) as caught:
        write_text(tmp_path / "answer.md", "words")
    assert ("space" in str(caught.value)) == (number == errno.ENOSPC)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_utf_8_is_written_with_a_question_mark(tmp_path):
    write_json(tmp_path / "answer.json", {"audio": "bad\udcff.wav"})

    assert '"bad?.wav"' in (tmp_path / "answer.json").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["answer.json"]
