import pytest

from sayback import paths
from sayback.cli.app import run
from sayback.errors import ExitCode
from sayback.whisper import download, models, speed
from sayback.whisper.speed import Recommendation, Speed


def install(name):
    folder = paths.models_dir() / name
    folder.mkdir(parents=True)
    for file in ("model.bin", "tokenizer.json", "vocabulary.json"):
        (folder / file).write_text("x")
    return folder


def choose(model):
    paths.config_dir().mkdir(parents=True)
    paths.config_file().write_text(f'[whisper]\nmodel = "{model}"\n')


def test_list_shows_every_model_and_marks_what_is_here(capsys):
    install("base.en")
    install("my-own")
    assert run(["models", "list"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    marked = [line.split()[1] for line in lines if line.startswith("*")]
    assert [name for name in marked if name != "demo"] == ["base.en", "my-own"]
    for model in models.CATALOGUE:
        (line,) = [line for line in lines if line[2:].startswith(f"{model.name} ")]
        assert f"{model.size_mb} MB" in line
    assert "10.1 %" in next(line for line in lines if "base.en" in line)
    assert "not known" in next(line for line in lines if "medium.en" in line)


def test_path_prints_the_folder_and_nothing_else(capsys):
    folder = install("small.en")
    choose("small.en")
    for arguments in (["small.en"], []):
        assert run(["models", "path", *arguments]) == ExitCode.DONE
        assert capsys.readouterr().out == f"{folder.resolve()}\n"


def test_path_of_a_missing_model_says_how_to_get_it(capsys):
    assert run(["models", "path", "tiny.en"]) == ExitCode.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "sayback models download tiny.en" in printed.err


@pytest.fixture
def downloads(monkeypatch):
    asked = []

    def download_model(name, *, on_progress):
        asked.append(name)
        for done in range(0, 101):
            on_progress(done * 1_000_000, 100_000_000)
        install(name)
        return models.find_model(name)

    monkeypatch.setattr(download, "download_model", download_model)
    return asked


def test_download_tells_size_and_progress_and_prints_the_folder(downloads, capsys):
    assert run(["models", "download", "tiny.en"]) == ExitCode.DONE
    printed = capsys.readouterr()
    assert printed.out == f"{(paths.models_dir() / 'tiny.en').resolve()}\n"
    lines = printed.err.splitlines()
    assert lines[0] == "tiny.en: 75 MB"
    assert "50 of 100 MB" in lines
    assert len(lines) == 13  # the size, eleven tenths, and that it is ready


def test_download_without_a_name_takes_the_configured_model(downloads):
    choose("small.en")
    run(["models", "download"])
    assert downloads == ["small.en"]


def test_download_without_a_name_takes_the_default_where_a_folder_is_configured(downloads):
    choose("/somewhere/whisper")
    run(["models", "download"])
    assert downloads == ["base.en"]


def test_recommend_prints_one_name_and_tells_what_was_measured(monkeypatch, capsys):
    measured = (Speed("tiny.en", 1.0, 0.0), Speed("base.en", 4.0, 0.0), Speed("small.en", 20, 0.0))

    def recommend(*, on_measure):
        on_measure("tiny.en")
        return Recommendation("base.en", measured)

    monkeypatch.setattr(speed, "recommend", recommend)
    assert run(["models", "recommend"]) == ExitCode.DONE
    printed = capsys.readouterr()
    assert printed.out == "base.en\n"
    assert "base.en          12 s for a minute of speech" in printed.err
    assert "slow" not in printed.err


def test_recommend_warns_where_even_the_smallest_is_slow(monkeypatch, capsys):
    slow = Recommendation("tiny.en", (Speed("tiny.en", 20.0, 0.0),))
    monkeypatch.setattr(speed, "recommend", lambda *, on_measure: slow)
    assert run(["models", "recommend"]) == ExitCode.DONE
    assert "Even the smallest is slow" in capsys.readouterr().err
