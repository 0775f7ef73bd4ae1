"""`sayback analyze`: a pure function of its arguments, data on standard output alone."""

import json
import re

import pytest

from sayback import paths
from sayback.cli.app import run
from sayback.errors import ExitCode
from tests.cli.speech_files import length_s, write_recording

STORY = (
    "Last year our service was failing every night. I was asked to find out why. First I read "
    "the logs, and um I wrote a test. As a result the failures went from ten a week to none."
)


@pytest.fixture
def recording(tmp_path):
    return write_recording(tmp_path / "answer.wav")


@pytest.fixture
def words(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text(STORY)
    return path


def report_of(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_recording_without_a_model_is_reported_with_words_pending(recording, capsys):
    assert run(["analyze", str(recording), "--json"]) == ExitCode.DONE

    report = report_of(capsys)
    assert report["schema"] == "sayback.report/1"
    assert report["transcript"]["status"] == "pending"
    assert report["take"]["audio"] == "answer.wav"
    assert report["take"]["duration_s"] == pytest.approx(length_s(), abs=0.01)


def test_the_text_says_how_to_complete_a_pending_report(recording, capsys):
    run(["analyze", str(recording)])

    printed = capsys.readouterr()
    assert "sayback models download" in printed.out
    assert "answer.wav" in printed.out
    assert "\x1b" not in printed.out + printed.err, "no colour where there is no terminal"


def test_words_alone_are_enough(words, capsys):
    assert run(["analyze", "--transcript", str(words), "--json"]) == ExitCode.DONE

    report = report_of(capsys)
    assert report["transcript"]["status"] == "imported"
    assert [word["text"] for word in report["transcript"]["words"]] == STORY.split()
    assert report["fillers"]["filled_pauses"]["count"] == 1
    assert report["star"]["applies"] is True
    assert report["pace"]["wpm"] is None


def test_words_beside_a_recording_are_taken_and_no_recogniser_is_asked(recording, words, capsys):
    arguments = ["--transcript", str(words), "--model", "never-heard-of", "--json"]

    assert run(["analyze", str(recording), *arguments]) == ExitCode.DONE

    report = report_of(capsys)
    assert report["transcript"]["status"] == "imported"
    assert report["pace"]["wpm"] > 0
    assert report["pauses"]["longest_s"] == pytest.approx(1.5, abs=0.25)


def test_several_recordings_give_one_list(recording, tmp_path, capsys):
    other = write_recording(tmp_path / "other.flac")

    assert run(["analyze", str(recording), str(other), "--json"]) == ExitCode.DONE

    assert [r["take"]["audio"] for r in report_of(capsys)] == ["answer.wav", "other.flac"]


def test_a_broken_file_among_several_is_named_and_the_others_are_reported(
    recording, tmp_path, capsys
):
    broken = tmp_path / "broken.mp3"
    broken.write_text("no sound")

    code = run(["analyze", str(broken), str(recording), str(tmp_path / "gone.wav"), "--json"])

    printed = capsys.readouterr()
    assert code == ExitCode.FAILED
    assert [r["take"]["audio"] for r in json.loads(printed.out)] == ["answer.wav"]
    assert "broken.mp3" in printed.err
    assert "gone.wav" in printed.err
    assert "Traceback" not in printed.err


def test_a_single_broken_file_prints_nothing_but_one_sentence(tmp_path, capsys):
    assert run(["analyze", str(tmp_path / "gone.wav"), "--json"]) == ExitCode.FAILED

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.wav", "b.wav", "--transcript", "words.txt"],
        ["a.wav", "--json", "--markdown"],
        ["a.wav", "--no-such-option"],
    ],
)
def test_wrong_usage_is_told_from_failure(arguments, capsys):
    assert run(["analyze", *arguments]) == ExitCode.USAGE
    assert capsys.readouterr().out == ""


def test_a_missing_model_that_was_named_is_an_error(recording, capsys):
    assert run(["analyze", str(recording), "--model", "base.en"]) == ExitCode.FAILED
    assert "sayback models download" in capsys.readouterr().err


def test_a_question_is_known_by_its_id_or_in_ones_own_words(words, capsys):
    design = "Design a service that sends ten million reminders a day."

    run(["analyze", "--transcript", str(words), "--json", "--question", design])
    report = report_of(capsys)
    assert report["take"]["question"] == design
    assert report["take"]["question_id"] is None
    assert report["star"]["applies"] is False

    code = run(["analyze", "--transcript", str(words), "--question", "no-such-id"])
    assert code == ExitCode.FAILED
    assert "no-such-id" in capsys.readouterr().err


def test_html_is_one_file_with_the_recording_in_it(recording, tmp_path, capsys):
    out = tmp_path / "report.html"

    assert run(["analyze", str(recording), "--html", str(out)]) == ExitCode.DONE

    page = out.read_text(encoding="utf-8")
    assert re.search(r'<audio [^>]*src="data:audio/flac;base64,ZkxhQ', page)
    assert str(out) in capsys.readouterr().err


def test_html_of_several_recordings_is_a_folder_and_no_page_overwrites_another(
    recording, tmp_path, capsys
):
    namesake = write_recording(tmp_path / "more" / "answer.flac")

    run(["analyze", str(recording), str(namesake), "--html", str(tmp_path / "pages")])

    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == ["answer-2.html", "answer.html"]


def test_markdown_of_several_is_printed_one_after_another(recording, capsys):
    run(["analyze", str(recording), str(recording), "--markdown"])

    assert capsys.readouterr().out.count("# An answer\n") == 2


def test_the_bands_of_the_configuration_are_used(recording, words, capsys):
    paths.config_dir().mkdir(parents=True)
    paths.config_file().write_text(
        "[thresholds]\nwpm_slow = 90\nwpm_measured = 100\nwpm_target = 140\n"
    )

    run(["analyze", str(recording), "--transcript", str(words)])

    assert "100–140" in capsys.readouterr().out


def test_nothing_is_written_anywhere(recording, tmp_path, home, monkeypatch):
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)

    run(["analyze", str(recording)])

    assert sorted(tmp_path.rglob("*")) == before
    assert [path for path in home.rglob("*") if path.is_file()] == []
