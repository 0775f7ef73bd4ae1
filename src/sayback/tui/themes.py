"""The two looks that Sayback brings; every theme of Textual works too."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="sayback-dark",
    primary="#6cb6ff",
    secondary="#c297ff",
    accent="#f0b35e",
    success="#6bd08f",
    warning="#f0b35e",
    error="#ff7b80",
    foreground="#dfe5ee",
    background="#10141b",
    surface="#161b24",
    panel="#202733",
    dark=True,
)

LIGHT = Theme(
    name="sayback-light",
    primary="#0a5fb4",
    secondary="#7a3fc0",
    accent="#a45d00",
    success="#1b7a3d",
    warning="#a45d00",
    error="#c0272d",
    foreground="#1c232d",
    background="#f7f8fa",
    surface="#ffffff",
    panel="#e7ebf1",
    dark=False,
)

THEMES = (DARK, LIGHT)
