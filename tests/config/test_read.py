"""config.toml is read with every value checked."""

from __future__ import annotations

import pytest

from sayback import paths
from sayback.config import Config, entries, load
from sayback.errors import ConfigError


def write(text: str) -> None:
    path = paths.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_a_file_the_defaults_hold():
    assert load() == Config()


def test_what_is_written_holds_and_the_rest_is_default():
    write("[voice]\nrate_wpm = 140\n[thresholds]\nlong_pause_s = 2\n")

    config = load()

    assert config.voice.rate_wpm == 140
    assert config.voice.engine == "auto"
    assert config.thresholds.long_pause_s == 2.0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[whisper]\nthreads = -3", "[whisper]: threads must be a whole number from 0 to 256"),
        ("[voice]\nrate_wpm = 0", "[voice]: rate_wpm must be a whole number from 80 to 400"),
        ('[screen]\ntheme = "puce"', "[screen]: theme must be one of sayback-dark, sayback-light,"),
        ('[voice]\nengine = "loud"', "engine must be one of auto, embedded, system, off, not"),
        ('[whisper]\nlanguage = "xx"', 'language must be the code of a language that Whisper kno'),
        ('[whisper]\nmodel = ""', 'model must be a text in quotes, not '''),
        ("[practice]\nthink_s = 61", "think_s must be a whole number from 0 to 60 (s), not 61."),
        ('[library]\nrecordings = "takes"', "recordings must be the whole path of a folder"),
        ("[thresholds]\npause_s = nan", "pause_s must be a number from 0.1 to 2 (s), not nan."),
        ("[thresholds]\nwpm_slow = 140", "wpm_measured (130) must not be below wpm_slow (140);"),
        ("[thresholds]\nwpm = 1", "[thresholds]: unknown setting 'wpm'; remove it, or use one of"),
        ("[sound]\na = 1", "unknown table [sound]; remove it, or use one of audio, voice,"),
        ("audio = 1", "'audio' must be a table, written [audio]."),
        ("[audio", "is not valid TOML"),
    ],
)  # fmt: skip
def test_a_senseless_value_is_refused_in_one_sentence_with_the_file(text, says):
    write(text)

    with pytest.raises(ConfigError) as failure:
        load()

    assert str(paths.config_file()) in str(failure.value)
    assert says in str(failure.value)


def test_bytes_that_are_no_text_are_refused():
    path = paths.config_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe[audio]")

    with pytest.raises(ConfigError, match="mend or remove it"):
        load()


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_every_setting_is_described_and_its_default_makes_sense(entry):
    about = entry.setting.about

    assert about.title
    assert about.help.endswith(".")
    assert entry.setting.fits(entry.setting.default)
