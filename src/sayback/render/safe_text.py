"""Text from outside, made harmless before it reaches a terminal: no escape, no hidden direction."""

from __future__ import annotations

import unicodedata

_TAIL = ".,;:!?…"
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Return the text without control characters; white space of any kind becomes a space."""
    return "".join(
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or (unicodedata.category(letter) != "Cc" and letter not in _DIRECTIONS)
    )


def without_tail(text: str) -> tuple[str, str]:
    """Return a text and the punctuation at its end, which no mark or quotation should enclose."""
    bare = text.rstrip(_TAIL)
    return (bare, text[len(bare) :]) if bare else (text, "")


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
