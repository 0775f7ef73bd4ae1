"""Settings: every setting on a line; what is changed counts at once and is kept."""

from __future__ import annotations

import dataclasses

import pytest

from sayback import config as settings
from sayback.config import Config, PracticeConfig, VoiceConfig, entries
from sayback.errors import ConfigError
from sayback.thresholds import Thresholds
from sayback.tui.messages import OpenTake
from sayback.tui.screens.change_setting import ChooseValue, TypeValue
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.settings import SettingsScreen
from sayback.tui.screens.setup import SetupDialog
from sayback.tui.screens.takes import TakesScreen
from sayback.tui.widgets.question_list import QuestionList
from sayback.tui.widgets.setting_list import SettingList
from tests.tui.pilots import footer, notices, settle, shown, until
from tests.tui.stage import DIVE_DEEP, add_take


async def open_settings(pilot, search: str = ""):
    """Open the screen, and mark the first setting that a search finds."""
    await settle(pilot)
    await pilot.press("f4")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    await settle(pilot)
    if search:
        await pilot.press("slash")
        pilot.app.screen.query_one("#search").value = search
        await pilot.press("enter")
        await settle(pilot)


async def type_value(pilot, text: str):
    """Open the marked setting and type a value."""
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, TypeValue))
    await settle(pilot)
    pilot.app.screen.query_one("Input").value = text
    await pilot.press("enter")


async def test_every_setting_is_there_under_its_heading(stage):
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await open_settings(pilot)

        listed = pilot.app.screen.query_one(SettingList).options
        assert [option.id for option in listed if option.id] == [e.key for e in entries()]
        headings = [option.prompt.plain for option in listed if not option.id]
        assert headings[:6] == ["Devices", "Voice", "Words", "Practice", "Takes", "Screen"]


async def test_a_line_tells_name_value_default_and_purpose(stage):
    stage.config = Config(voice=VoiceConfig(rate_wpm=140))
    async with stage.app().run_test(size=(120, 36)) as pilot:
        await open_settings(pilot)

        line = next(line for line in shown(pilot).splitlines() if "Speed" in line)
        for part in ("●", "140 words a minute", "165 words a minute", "How fast questions are"):
            assert part in line


async def test_on_a_small_screen_the_rest_is_told_below(stage):
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await open_settings(pilot, "long pause")

        below = shown(pilot)
        assert "From here on a pause counts as long." in below
        assert "Now: 1 s. Default: 1 s. From 0.1 to 10, not below “Pause”." in below
        assert "In config.toml: [thresholds] long_pause_s" in below


async def test_looking_writes_nothing(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot)
        await pilot.press("down", "pagedown", "end", "home", "escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)
    assert stage.saved == []


async def test_a_number_is_typed_and_counts_at_once(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "time to think")
        await type_value(pilot, "30")
        await until(pilot, lambda: stage.saved)
        await settle(pilot)

        assert stage.saved[-1].practice.think_s == 30
        assert pilot.app.session.config.practice.think_s == 30
        assert "30 s" in shown(pilot)


@pytest.mark.parametrize(
    ("search", "text", "sentence"),
    [
        ("threads", "-3", "Threads must be a whole number from 0 to 256"),
        ("how fast questions", "0", "Speed must be a whole number from 80 to 400"),
        ("slow up to", "150", "wpm_measured (130) must not be below wpm_slow (150)"),
        ("folder of takes", "here", "Folder of takes must be the whole path of a folder"),
    ],
)
async def test_a_senseless_value_gets_a_sentence_and_is_not_written(stage, search, text, sentence):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, search)
        await type_value(pilot, text)
        await until(pilot, lambda: sentence in " ".join(shown(pilot).replace("│", " ").split()))
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, SettingsScreen)
    assert stage.saved == []


async def test_d_brings_the_default_back_and_is_offered_only_then(stage):
    stage.config = Config(voice=VoiceConfig(rate_wpm=140))
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "how fast questions")
        assert "Default" in footer(pilot)
        await pilot.press("d")
        await settle(pilot)

        assert stage.saved[-1] == Config()
        assert "Default" not in footer(pilot)


async def test_a_theme_is_seen_at_once_and_kept(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "theme")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseValue))
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert pilot.app.theme == "sayback-light"
        assert stage.saved[-1].screen.theme == "sayback-light"

        await pilot.press("d")
        await settle(pilot)
        assert pilot.app.theme == "sayback-dark"
        assert stage.saved[-1].screen.theme == ""


async def test_a_choice_begins_at_what_is_set(stage):
    stage.config = Config(voice=VoiceConfig(engine="off"))
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "who speaks")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseValue))
        await pilot.press("up", "enter")
        await settle(pilot)

        assert stage.saved[-1].voice.engine == "system"


@pytest.mark.parametrize(
    ("search", "row"),
    [
        ("what records you", "microphone"),
        ("loudspeaker", "loudspeaker"),
        ("voice of that engine", "voice"),
        ("writes down", "model"),
    ],
)
async def test_what_can_be_tried_out_opens_setup_at_its_row(stage, search, row):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, search)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        await settle(pilot)

        assert pilot.app.screen.focused.id == row


async def test_what_setup_changes_stands_in_the_list(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "loudspeaker")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        await settle(pilot)
        pilot.app.screen.query_one("#loudspeaker").value = "Speakers"
        await settle(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        await settle(pilot)

        assert "● Loudspeaker" in shown(pilot)


async def test_another_folder_of_takes_is_gone_over_to(stage, tmp_path, monkeypatch):
    monkeypatch.delenv("SAYBACK_RECORDINGS", raising=False)
    from sayback.library import Library

    other = Library(tmp_path / "other")
    add_take(other, "2026-11-01/080000-dive-deep", DIVE_DEEP, None)
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "folder of takes")
        await type_value(pilot, str(other.folder))
        await until(pilot, lambda: stage.saved)
        await settle(pilot)
        assert str(other.folder)[-12:] in "".join(shown(pilot).split())

        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await settle(pilot)
        assert [row.id for row in pilot.app.screen._rows] == ["2026-11-01/080000-dive-deep"]
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TakesScreen))
        await until(pilot, lambda: "1 takes in" in shown(pilot))
        await settle(pilot)


async def test_a_file_is_no_folder_for_takes(stage, tmp_path):
    (tmp_path / "file").write_text("")
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "folder of takes")
        await type_value(pilot, str(tmp_path / "file"))
        await until(pilot, lambda: "is a file; choose a folder." in shown(pilot))
        await settle(pilot)
    assert stage.saved == []


async def test_an_open_report_is_judged_anew(stage):
    async with stage.app().run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        pilot.app.screen.post_message(OpenTake(stage.library.get("143205-dive-deep")))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)
        before = pilot.app.screen._view.figures
        await open_settings(pilot, "on target up to")
        await type_value(pilot, "137")
        await until(pilot, lambda: stage.saved)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
        await settle(pilot)

        assert before != pilot.app.screen._view.figures
        assert any("137" in figure.band for figure in pilot.app.screen._view.figures)


async def test_an_open_report_plays_over_the_loudspeaker_of_now(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        pilot.app.screen.post_message(OpenTake(stage.library.get("143205-dive-deep")))
        await until(pilot, lambda: stage.sounds)
        await settle(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetupDialog))
        await settle(pilot)
        pilot.app.screen.query_one("#loudspeaker").value = "Speakers"
        await settle(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: len(stage.sounds) == 2)
        await until(pilot, lambda: stage.sounds[0].closed)
        await settle(pilot)


async def test_the_pack_is_what_home_shows_on_coming_back(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "pack of questions")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseValue))
        await pilot.press("end", "enter")
        await settle(pilot)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await settle(pilot)

        assert stage.saved[-1].practice == PracticeConfig(pack="general")
        listed = pilot.app.screen.query_one(QuestionList)
        assert [one.id for one in listed.options if one.id] == ["why-us", "your-questions"]


async def test_a_file_that_can_not_be_written_is_told_and_the_change_holds(stage):
    def fail(config):
        raise ConfigError("Can't write config.toml: it is read-only; check the folder's rights.")

    app = stage.app()
    app.session.services = dataclasses.replace(app.session.services, save_config=fail)
    async with app.run_test() as pilot:
        await open_settings(pilot, "time to think")
        await type_value(pilot, "30")
        await until(pilot, lambda: any("read-only" in notice for notice in notices(pilot)))
        await settle(pilot)

        assert app.session.config.practice.think_s == 30


async def test_escape_leaves_the_search_first(stage):
    async with stage.app().run_test() as pilot:
        await open_settings(pilot, "no such setting")
        assert "No setting has these words" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Microphone" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)


async def test_not_while_answering(stage):
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: stage.runs)
        await pilot.press("f4")
        await settle(pilot)

        assert not isinstance(pilot.app.screen, SettingsScreen)


async def test_the_users_file_keeps_its_comments(stage, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("# mine\n[voice]\nrate_wpm = 140  # calm\n")
    app = stage.app()
    app.session.services = dataclasses.replace(
        app.session.services, save_config=lambda config: settings.save(config, path)
    )
    app.session.config = settings.load(path)
    async with app.run_test() as pilot:
        await open_settings(pilot, "long pause")
        await type_value(pilot, "1,5")
        await until(pilot, lambda: "1.5 s" in shown(pilot))
        await settle(pilot)

    assert "# mine\n[voice]\nrate_wpm = 140  # calm\n" in path.read_text()
    assert settings.load(path).thresholds == Thresholds(long_pause_s=1.5)
