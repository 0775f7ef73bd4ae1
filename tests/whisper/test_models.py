import json
import shutil

import pytest

from sayback import paths
from sayback.errors import ModelError
from sayback.whisper.models import CATALOGUE, demo_folder, find_model, installed_models


def make_folder(path, *, without="", config=None):
    """A folder with all the files of a model, each with a byte in it."""
    path.mkdir(parents=True)
    for name in ("model.bin", "tokenizer.json", "vocabulary.json", "config.json"):
        if name != without:
            (path / name).write_text("x")
    if config is not None:
        (path / "config.json").write_text(json.dumps(config))
    return path


def put_in_hub_cache(home, repository, *, without=""):
    folder = home / ".cache" / "huggingface" / "hub" / f"models--{repository.replace('/', '--')}"
    make_folder(folder / "snapshots" / "abc123", without=without)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text("abc123")
    return folder / "snapshots" / "abc123"


def test_a_name_stands_for_a_folder_in_the_models_folder():
    path = make_folder(paths.models_dir() / "base.en")
    found = find_model("base.en")
    assert (found.name, found.path, found.is_demo) == ("base.en", path.resolve(), False)
    assert found.piece_s == 20


def test_a_model_that_another_program_downloaded_is_found(home):
    path = put_in_hub_cache(home, "Systran/faster-whisper-small.en")
    assert find_model("small.en").path == path.resolve()


def test_an_incomplete_model_in_the_shared_cache_is_none(home):
    put_in_hub_cache(home, "Systran/faster-whisper-small.en", without="model.bin")
    with pytest.raises(ModelError, match=r"models download small\.en"):
        find_model("small.en")


def test_a_missing_model_says_how_to_get_it_and_what_it_weighs():
    with pytest.raises(ModelError, match=r"sayback models download base\.en` fetches it \(145 MB"):
        find_model("base.en")


def test_an_unknown_name_lists_the_known_ones():
    for name in ("huge", ""):
        with pytest.raises(ModelError, match=rf"no model '{name}'.*tiny\.en"):
            find_model(name)


def test_a_path_is_taken_as_it_is(tmp_path):
    path = make_folder(tmp_path / "my-whisper")
    found = find_model(str(path))
    assert (found.name, found.path) == ("my-whisper", path.resolve())


@pytest.mark.parametrize("missing", ["model.bin", "tokenizer.json", "vocabulary.json"])
def test_what_a_folder_lacks_is_named(tmp_path, missing):
    path = make_folder(tmp_path / "whisper", without=missing)
    with pytest.raises(ModelError, match=missing):
        find_model(str(path))


def test_an_empty_file_counts_as_missing(tmp_path):
    path = make_folder(tmp_path / "whisper")
    (path / "model.bin").write_bytes(b"")
    with pytest.raises(ModelError, match=r"model\.bin is missing or empty"):
        find_model(str(path))


def test_the_older_text_vocabulary_will_do(tmp_path):
    path = make_folder(tmp_path / "whisper", without="vocabulary.json")
    (path / "vocabulary.txt").write_text("x")
    assert find_model(str(path)).path == path


def test_a_model_of_another_kind_says_how_to_convert_it(tmp_path):
    path = make_folder(tmp_path / "whisper", without="model.bin")
    (path / "model.safetensors").write_text("x")
    with pytest.raises(ModelError, match="ct2-transformers-converter"):
        find_model(str(path))


def test_a_path_that_leads_nowhere_or_to_a_file_is_named(tmp_path):
    with pytest.raises(ModelError, match="no folder"):
        find_model(str(tmp_path / "nowhere"))
    (tmp_path / "model.bin").write_text("x")
    with pytest.raises(ModelError, match="is a file"):
        find_model(str(tmp_path / "model.bin"))


@pytest.mark.parametrize(
    ("hint", "expected"),
    [({"piece_s": 10}, 10.0), ({"piece_s": 900}, 20.0), ({"piece_s": "ten"}, 20.0), (7, 20.0)],
)
def test_a_model_may_ask_for_shorter_pieces(tmp_path, hint, expected):
    path = make_folder(tmp_path / "whisper", config={"sayback": hint})
    assert find_model(str(path)).piece_s == expected


def test_a_copy_of_the_demo_model_is_still_the_demo_model(tmp_path):
    path = make_folder(tmp_path / "whisper", config={"sayback": {"demo": True}})
    found = find_model(str(path))
    assert (found.name, found.is_demo) == ("demo", True)


@pytest.mark.skipif(not (demo_folder() / "model.bin").exists(), reason="no demo model is packaged")
def test_the_demo_model_goes_by_name_and_by_path():
    assert find_model("demo").is_demo
    assert find_model(str(demo_folder())) == find_model("demo")


def test_installed_models_come_in_the_catalogues_order_and_own_ones_last():
    for name in ("mine", "small.en", "tiny.en"):
        make_folder(paths.models_dir() / name)
    make_folder(paths.models_dir() / "base.en", without="model.bin")
    make_folder(paths.models_dir() / ".base.en.abc.part")
    assert [model.name for model in installed_models()] == ["tiny.en", "small.en", "mine"]


def test_the_demo_model_is_never_among_the_installed_ones():
    assert all(not model.is_demo for model in installed_models())


def test_no_models_folder_means_no_models():
    shutil.rmtree(paths.models_dir(), ignore_errors=True)
    assert installed_models() == ()


def test_the_catalogue_has_each_name_and_repository_once():
    assert len({model.name for model in CATALOGUE}) == len(CATALOGUE)
    assert len({model.repository for model in CATALOGUE}) == len(CATALOGUE)
