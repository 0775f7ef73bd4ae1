"""One setting: which values fit, and the sentence where one does not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayback.errors import ConfigError
from sayback.setting import parsed, read_table, setting, settings_of


@dataclass(frozen=True)
class Kettle:
    """A table with one setting of each sort."""

    whistles: bool = setting(False, "Whistle", "Whether it whistles.")
    cups: int = setting(2, "Cups", "How many it holds.", unit="cups", least=1, most=9)
    warm_c: float = setting(60.0, "Warm", "When it is warm.", unit="°C", least=0, most=100)
    hot_c: float = setting(90.0, "Hot", "When it is hot.", least=0, most=100, not_below="warm_c")
    colour: str = setting("", "Colour", "Of the lid.", choices=(("", "plain"), ("red", "red")))
    shelf: str = setting("", "Shelf", "Where it stands.", is_folder=True)
    name: str = setting("Polly", "Name", "What to call it.", may_be_empty=False)


SETTINGS = {each.name: each for each in settings_of(Kettle)}


def test_the_sort_of_a_setting_follows_from_its_field():
    kinds = {name: each.kind for name, each in SETTINGS.items()}

    assert kinds == {
        "whistles": "switch", "cups": "whole", "warm_c": "number", "hot_c": "number",
        "colour": "choice", "shelf": "folder", "name": "text",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whistles", True), ("cups", 1), ("cups", 9), ("warm_c", 0), ("warm_c", 37.5),
        ("colour", ""), ("colour", "red"), ("shelf", ""), ("shelf", "~/shelf"), ("name", "Jo"),
    ],
)  # fmt: skip
def test_a_sensible_value_fits(name, value):
    assert SETTINGS[name].fits(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whistles", 1), ("whistles", "true"), ("cups", 0), ("cups", 10), ("cups", 2.0),
        ("cups", True), ("cups", "2"), ("warm_c", -1), ("warm_c", float("nan")),
        ("warm_c", float("inf")), ("warm_c", True), ("colour", "blue"), ("colour", 3),
        ("shelf", "shelf"), ("shelf", "/a\nb"), ("name", ""), ("name", "  "), ("name", ["a"]),
    ],
)  # fmt: skip
def test_a_senseless_value_does_not(name, value):
    assert not SETTINGS[name].fits(value)


def test_a_whole_number_is_good_for_a_number_too():
    kettle = read_table(Kettle, {"warm_c": 50}, "here")

    assert isinstance(kettle.warm_c, float)
    assert kettle.warm_c == 50.0


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"cups": 0}, "here: cups must be a whole number from 1 to 9 (cups), not 0."),
        ({"colour": "blue"}, "here: colour must be one of red, or empty, not 'blue'."),
        ({"hot_c": 50}, "here: hot_c (50) must not be below warm_c (60); change one of the two."),
        ({"warm_c": 95}, "here: hot_c (90) must not be below warm_c (95); change one of the two."),
        (
            {"lid": 1},
            "here: unknown setting 'lid'; remove it, or use one of whistles, cups, warm_c, hot_c, "
            "colour, shelf, name.",
        ),
    ],
)
def test_one_sentence_says_where_which_and_what_is_allowed(values, sentence):
    with pytest.raises(ConfigError) as failure:
        read_table(Kettle, values, "here")

    assert str(failure.value) == sentence


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("cups", " 3 ", 3), ("warm_c", "36,6", 36.6), ("warm_c", "40", 40.0), ("shelf", "", "")],
)
def test_what_is_typed_becomes_a_value(name, text, value):
    assert parsed(SETTINGS[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("cups", "many", "Cups must be a whole number from 1 to 9 (cups)."),
        ("cups", "2.5", "Cups must be a whole number from 1 to 9 (cups)."),
        ("warm_c", "nan", "Warm must be a number from 0 to 100 (°C)."),
        ("shelf", "here", 'Shelf must be the whole path of a folder, such as "~/Takes", or empty.'),
    ],
)
def test_what_is_typed_wrongly_is_told_in_one_sentence(name, text, sentence):
    with pytest.raises(ConfigError) as failure:
        parsed(SETTINGS[name], text)

    assert str(failure.value) == sentence
