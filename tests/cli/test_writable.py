"""A folder is tried, not judged by its rights: they do not tell, and root has all of them."""

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest

from sayback.cli.writable import what_is_wrong


@pytest.mark.parametrize("name", ["", "deep/er"])
def test_a_folder_that_is_there_or_can_be_made_is_well_and_stays_as_it_was(tmp_path, name):
    (tmp_path / "take.wav").write_bytes(b"RIFF")

    assert what_is_wrong(tmp_path / name) == ""
    assert [path.name for path in tmp_path.rglob("*")] == ["take.wav"]


def test_a_file_and_what_would_be_below_one_are_told_apart(tmp_path):
    file = tmp_path / "takes"
    file.write_text("")

    assert what_is_wrong(file) == "it is a file"
    assert what_is_wrong(file / "deep" / "er") == f"{file} is a file"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is there on Linux only")
def test_a_place_where_even_root_can_make_nothing():
    assert what_is_wrong(Path("/proc/sayback")).startswith("no folder can be made in /proc (")
    assert what_is_wrong(Path("/proc")).startswith("no file can be written in it (")


def test_a_mount_that_can_only_be_read(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    assert what_is_wrong(tmp_path) == "no file can be written in it (Read-only file system)"

    monkeypatch.setattr(Path, "mkdir", refuse)
    below = what_is_wrong(tmp_path / "takes")
    assert below == f"no folder can be made in {tmp_path} (Read-only file system)"


def test_what_was_made_on_the_way_is_taken_away_when_the_rest_fails(tmp_path):
    too_long = tmp_path / "takes" / ("x" * 300)

    assert what_is_wrong(too_long).startswith(f"no folder can be made in {tmp_path / 'takes'} (")
    assert list(tmp_path.iterdir()) == []
