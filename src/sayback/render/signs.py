"""The signs between which fillers and doubtful words stand, wherever a transcript is plain letters.

One set for the screen, the terminal and the help, since colour alone says nothing to some. They are
those that Markdown gives the same words, as far as it has them, and none is used for anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from sayback.render.safe_text import without_tail
from sayback.render.words_marked import MarkedWord, runs

SIGNS = MappingProxyType(
    {
        "filled_pause": ("‹", "›"),
        "marker": ("*", "*"),
        "repetition": ("~", "~"),
        "suspect": ("[", "?]"),
    }
)
"""What stands before and after the words of each kind."""
POSSIBLE = "(um?)"
"""Stands where a hesitation was heard and not written."""


def sign(kind: str, text: str) -> str:
    """Return a text between the signs of its kind."""
    before, after = SIGNS[kind]
    return f"{before}{text}{after}"


LEGEND = (
    ("filled_pause", sign("filled_pause", "filled pause")),
    ("marker", sign("marker", "marker")),
    ("repetition", sign("repetition", "repetition")),
    ("possible", f"{POSSIBLE} heard, not written: a guess"),
    ("suspect", f"{sign('suspect', 'word')} doubtful, nobody was heard"),
    ("unclear", "? unclear"),
)
"""Each mark that `words_marked.marks_present` can name, and what explains it, in order."""


def signed(words: Sequence[MarkedWord]) -> Iterator[tuple[MarkedWord, str, str]]:
    """Yield each word, its text with the signs around its mark, and the punctuation after them."""
    for run in runs(words):
        before, after = _around(run[0])
        for word in run:
            closes = word is run[-1] and after
            bare, tail = without_tail(word.text) if closes else (word.text, "")
            opening = before if word is run[0] else ""
            yield word, f"{opening}{bare}{after if closes else ''}", tail


def _around(word: MarkedWord) -> tuple[str, str]:
    if word.suspect:
        return SIGNS["suspect"]
    if word.filler is None:
        return "", ""
    before, after = SIGNS[word.filler]
    return before, after if word.clear else f"?{after}"
