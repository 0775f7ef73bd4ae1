"""All settings in a row."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from sayback.config import Config, entries, value_of, with_value
from sayback.config.__main__ import settings_page
from sayback.errors import ConfigError

ENTRIES = {entry.key: entry for entry in entries()}


def test_every_field_of_every_table_is_listed_once():
    config = Config()
    keys = [f"{t.name}.{f.name}" for t in fields(config) for f in fields(getattr(config, t.name))]

    assert [entry.key for entry in entries()] == keys


def test_one_value_is_changed_and_the_others_stay():
    config = with_value(Config(), ENTRIES["voice.rate_wpm"], 140)

    changed = {key for key, entry in ENTRIES.items()
               if value_of(config, entry) != entry.setting.default}  # fmt: skip
    assert changed == {"voice.rate_wpm"}
    assert value_of(config, ENTRIES["voice.rate_wpm"]) == 140


def test_a_value_that_contradicts_another_is_refused():
    with pytest.raises(ConfigError, match=r"wpm_measured \(130\) must not be below wpm_slow"):
        with_value(Config(), ENTRIES["thresholds.wpm_slow"], 150.0)


def test_the_page_in_the_docs_is_this_list():
    page = Path(__file__).parents[2] / "docs" / "settings.md"

    assert page.read_text(encoding="utf-8") == settings_page()
