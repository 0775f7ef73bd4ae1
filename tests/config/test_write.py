"""config.toml is written with the user's comments kept."""

from __future__ import annotations

import dataclasses

import pytest

from sayback import paths
from sayback.config import Config, ScreenConfig, VoiceConfig, load, save
from sayback.errors import ConfigError
from sayback.thresholds import Thresholds

CONFIG = Config(voice=VoiceConfig(rate_wpm=140), thresholds=Thresholds(long_pause_s=2.0))


def test_what_is_written_is_read_again():
    save(CONFIG)

    assert load() == CONFIG


def test_only_what_differs_from_the_defaults_is_written():
    save(CONFIG)

    text = paths.config_file().read_text(encoding="utf-8")
    assert text.split() == [
        "[voice]", "rate_wpm", "=", "140", "[thresholds]", "long_pause_s", "=", "2.0",
    ]  # fmt: skip


def test_comments_order_and_spelling_stay():
    text = "# mine\n[thresholds]\nwpm_slow = 100  # slow\n\n[voice]\n# calm\nrate_wpm = 150\n"
    path = paths.config_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    save(dataclasses.replace(load(), screen=ScreenConfig(theme="nord")))

    assert path.read_text(encoding="utf-8") == text + '\n[screen]\ntheme = "nord"\n'


def test_a_default_replaces_what_was_written():
    save(CONFIG)
    save(Config())

    assert load() == Config()


def test_a_link_to_the_file_stays_a_link(tmp_path):
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("# kept elsewhere\n")
    paths.config_dir().mkdir(parents=True)
    paths.config_file().symlink_to(kept)

    save(CONFIG)

    assert paths.config_file().is_symlink()
    assert "# kept elsewhere" in kept.read_text()
    assert load() == CONFIG


def test_a_file_that_was_broken_meanwhile_is_left_alone():
    path = paths.config_file()
    path.parent.mkdir(parents=True)
    path.write_text("[voice\n")

    with pytest.raises(ConfigError, match="was not written"):
        save(CONFIG)

    assert path.read_text() == "[voice\n"


def test_a_folder_in_its_place_is_told():
    paths.config_file().mkdir(parents=True)

    with pytest.raises(ConfigError, match="Can't write"):
        save(CONFIG)


def test_what_was_edited_by_hand_meanwhile_stays():
    path = paths.config_file()
    path.parent.mkdir(parents=True)
    path.write_text("[voice]\nrate_wpm = 150\n")
    before = load()
    path.write_text("[voice]\nrate_wpm = 120\n")

    save(dataclasses.replace(before, screen=ScreenConfig(theme="nord")), before=before)

    assert path.read_text() == '[voice]\nrate_wpm = 120\n\n[screen]\ntheme = "nord"\n'
