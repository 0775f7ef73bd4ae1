"""What is listed instead of loaded is what the libraries say."""

from __future__ import annotations

from sayback.config.known import LANGUAGES, THEMES


def test_the_themes_are_those_of_the_screen():
    from textual.theme import BUILTIN_THEMES

    from sayback.tui.themes import THEMES as OWN

    assert set(THEMES) == {theme.name for theme in OWN} | set(BUILTIN_THEMES)


def test_the_languages_are_those_of_whisper():
    from faster_whisper.tokenizer import _LANGUAGE_CODES

    assert {code for code, _ in LANGUAGES} == set(_LANGUAGE_CODES)
