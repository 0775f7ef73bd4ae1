"""One list of keys feeds bindings, palette, help and docs."""

from pathlib import Path

import pytest

from sayback.tui.app import SaybackApp
from sayback.tui.keys import PLACES, bindings
from sayback.tui.keys.__main__ import keys_page
from sayback.tui.screens.compare import CompareScreen
from sayback.tui.screens.first_start import FirstStartScreen
from sayback.tui.screens.home import HomeScreen
from sayback.tui.screens.practice import PracticeScreen
from sayback.tui.screens.report import ReportScreen
from sayback.tui.screens.settings import SettingsScreen
from sayback.tui.screens.setup import SetupDialog
from sayback.tui.screens.takes import TakesScreen

OWNERS = {
    "everywhere": SaybackApp,
    "home": HomeScreen,
    "practice": PracticeScreen,
    "report": ReportScreen,
    "takes": TakesScreen,
    "compare": CompareScreen,
    "setup": SetupDialog,
    "settings": SettingsScreen,
    "first_start": FirstStartScreen,
}


@pytest.mark.parametrize("place", OWNERS)
def test_every_key_of_the_list_starts_something(place):
    owner = OWNERS[place]
    names = [key.action.partition("(")[0] for key in PLACES[place].keys]

    assert [name for name in names if not hasattr(owner, f"action_{name}")] == []


@pytest.mark.parametrize("place", OWNERS)
def test_every_binding_of_a_screen_is_in_the_list(place):
    listed = {binding.id for binding in bindings(place)}

    assert {binding.id for binding in OWNERS[place].BINDINGS} == listed


def test_every_binding_has_a_name_and_a_tooltip():
    ids = [binding.id for place in PLACES for binding in bindings(place)]

    assert len(ids) == len(set(ids))
    assert all(binding.tooltip for place in PLACES for binding in bindings(place))


def test_the_page_in_the_docs_is_this_list():
    page = Path(__file__).parents[2] / "docs" / "keys.md"

    assert page.read_text(encoding="utf-8") == keys_page()
