"""`sayback takes`: takes are plain files, and deleting one can be undone."""

import dataclasses
import json
from datetime import datetime

import pytest
import soundfile

from sayback import config
from sayback.audio import player
from sayback.cli import takes as takes_command
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.library import Library, RecordingInfo, Take, TakeQuestion
from tests.cli.speech_files import RATE_HZ, length_s, spoken, write_recording
from tests.render import reports


@pytest.fixture
def library():
    return Library(config.load().recordings_dir())


def make_take(library: Library, minute: int = 0, *, report=None) -> Take:
    when = datetime(2026, 11, 22, 14, minute, 5)
    path = write_recording(library.new_take_path("dive-deep", when))
    question = TakeQuestion("dive-deep", "What did you find?", "behavioural", 120)
    recording = RecordingInfo("2026-11-22T14:32:05+01:00", "Headset", RATE_HZ)
    take = dataclasses.replace(
        library.take_at(path), question=question, recording=recording, report=report
    )
    library.save(take)
    return take


@pytest.fixture
def take(library):
    return make_take(library, report=reports.rich())


def test_list_prints_the_place_and_the_newest_first(library, take, capsys):
    make_take(library, minute=5)

    assert run(["takes", "list"]) == ExitCode.DONE

    place, newest, oldest = capsys.readouterr().out.splitlines()
    assert str(library.folder) in place
    assert "140505-dive-deep" in newest
    assert "words pending" in newest
    assert "152 wpm" in oldest
    assert "1:05" in oldest
    assert "What did you find?" in oldest


def test_list_can_be_narrowed(library, take, capsys):
    make_take(library, minute=5)

    run(["takes", "list", "--pending"])
    assert len(capsys.readouterr().out.splitlines()) == 2
    run(["takes", "list", "no such words"])
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_list_as_json_is_one_document(library, take, capsys):
    run(["takes", "list", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["recordings"] == str(library.folder)
    assert [row["id"] for row in document["takes"]] == [take.id]


def test_an_empty_library_still_tells_its_place(library, capsys):
    assert run(["takes", "list"]) == ExitCode.DONE
    assert str(library.folder) in capsys.readouterr().out


def test_show_prints_the_report(take, capsys):
    assert run(["takes", "show", "last"]) == ExitCode.DONE
    assert "CHANGE NEXT" in capsys.readouterr().out


def test_a_take_without_a_report_is_shown_as_pending(library, capsys):
    make_take(library)

    assert run(["takes", "show", "dive-deep"]) == ExitCode.DONE
    assert "sayback batch" in capsys.readouterr().out


def test_an_unknown_take_is_one_sentence(take, capsys):
    assert run(["takes", "show", "never"]) == ExitCode.FAILED
    assert "never" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("json", '"schema": "sayback.report/1"'),
        ("md", "# Tell me about a time"),
        ("srt", "00:00:01,200 --> "),
        ("vtt", "WEBVTT"),
        ("txt", "So last spring our payments service"),
        ("html", "data:audio/flac;base64,"),
    ],
)
def test_export_gives_each_form_on_standard_output_and_as_a_file(
    take, kind, part, tmp_path, capsys
):
    assert run(["takes", "export", take.id, "--format", kind]) == ExitCode.DONE
    printed = capsys.readouterr().out
    assert part in printed

    assert run(["takes", "export", take.id, "--out", str(tmp_path / f"x.{kind}")]) == 0
    assert (tmp_path / f"x.{kind}").read_text(encoding="utf-8") == printed


def test_words_that_are_not_known_can_not_be_exported(library, capsys):
    make_take(library)

    assert run(["takes", "export", "last", "--format", "srt"]) == ExitCode.FAILED
    assert "sayback batch" in capsys.readouterr().err


def test_an_unknown_form_is_wrong_usage(take, tmp_path):
    assert run(["takes", "export", "last", "--out", str(tmp_path / "x.pdf")]) == ExitCode.USAGE


def test_delete_moves_to_the_trash_and_restore_brings_back(library, take, capsys):
    assert run(["takes", "delete", take.id]) == ExitCode.DONE
    assert library.takes() == ()
    assert f"sayback takes restore {take.id}" in capsys.readouterr().out

    run(["takes", "list", "--trash"])
    assert take.id in capsys.readouterr().out

    assert run(["takes", "restore", "dive-deep"]) == ExitCode.DONE
    assert library.takes() == (take,)


def test_a_misspelt_take_leaves_the_others_where_they_are(library, take):
    assert run(["takes", "delete", take.id, "never"]) == ExitCode.FAILED
    assert library.takes() == (take,)


def test_forever_needs_a_yes(library, take, capsys):
    assert run(["takes", "delete", take.id, "--forever"]) == ExitCode.USAGE
    assert "--yes" in capsys.readouterr().err
    assert library.takes() == (take,)

    assert run(["takes", "delete", take.id, "--forever", "--yes"]) == ExitCode.DONE
    assert library.takes() == library.trashed() == ()


@pytest.mark.parametrize(("answer", "left"), [("n\n", 1), ("y\n", 0)])
def test_forever_asks_on_a_terminal(library, take, monkeypatch, answer, left):
    class Terminal:
        def isatty(self):
            return True

        def readline(self, *_):
            return answer

    monkeypatch.setattr("sys.stdin", Terminal())
    run(["takes", "delete", take.id, "--forever"])
    assert len(library.takes()) == left


def test_forever_reaches_into_the_trash(library, take):
    run(["takes", "delete", take.id])

    assert run(["takes", "delete", take.id, "--forever", "--yes"]) == ExitCode.DONE
    assert library.trashed() == ()


def test_compress_leaves_flac_with_the_same_sound(library, take, capsys):
    assert run(["takes", "compress", take.id]) == ExitCode.DONE

    (compressed,) = library.takes()
    assert compressed.audio_path.suffix == ".flac"
    samples, rate_hz = soundfile.read(compressed.audio_path, dtype="int16")
    assert rate_hz == RATE_HZ
    assert abs(samples / 32768 - spoken()).max() < 1 / 32768
    assert "MB" in capsys.readouterr().out


def test_compress_wants_takes_or_all_of_them(take):
    assert run(["takes", "compress"]) == ExitCode.USAGE
    assert run(["takes", "compress", "--all", take.id]) == ExitCode.USAGE
    assert run(["takes", "compress", "--all"]) == ExitCode.DONE


class FakePlayer:
    played: list = []  # noqa: RUF012

    def __init__(self, device_name):
        self.device_name = device_name

    def play(self, audio, *, start_s, end_s, speed):
        self.played.append((round(audio.duration_s, 1), start_s, end_s, speed))

    def wait(self, timeout_s):
        return True

    def close(self):
        self.played.append("closed")


def test_play_plays_the_stretch_that_was_asked_for(take, monkeypatch):
    monkeypatch.setattr(player, "Player", FakePlayer)

    code = run(["takes", "play", "last", "--from", "2", "--to", "4", "--speed", "0.8"])

    assert code == ExitCode.DONE
    assert FakePlayer.played == [(round(length_s(), 1), 2.0, 4.0, 0.8), "closed"]


@pytest.mark.parametrize("stretch", [["--from", "99"], ["--from", "3", "--to", "2"]])
def test_a_stretch_without_sound_is_wrong_usage(take, stretch):
    assert run(["takes", "play", "last", *stretch]) == ExitCode.USAGE


def test_every_subcommand_has_help(capsys):
    for name in takes_command.command.commands:
        assert run(["takes", name, "--help"]) == ExitCode.DONE
        assert "Usage: sayback takes" in capsys.readouterr().out
